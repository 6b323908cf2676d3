import type { CDPSession, Page } from "playwright-core";
import { expect, it } from "vitest";
import { openApp } from "./helpers/open-app";
import { middleOf, openSamplePlan, sheet, sheetRow, shownFigures, territory } from "./helpers/plan-window";
import { editor, expectFocusedCell, expectRange, selectedCells } from "./helpers/spreadsheet";

const TABLET = { viewport: { width: 1280, height: 800 }, touch: true };

it("selects by a tap, edits by a second one, and scrolls by a drag", async () => {
  const { page } = await openApp(TABLET);
  await openSamplePlan(page);
  const name = sheetRow(page, 3).getByRole("gridcell").first();
  await name.tap();
  await expectFocusedCell(page, 3, "Account");
  await expectRange(page, [3, 3], ["Account"]);
  await name.tap();
  await editor(page, "Account", 3).waitFor();
  await page.keyboard.type(" X");
  await sheetRow(page, 5).getByRole("gridcell").first().tap();
  await expect.poll(() => name.textContent()).toMatch(/ X$/);
  await expectRange(page, [5, 5], ["Account"]);

  const finger = await touchOf(page);
  const from = await middleOf(sheetRow(page, 6).getByRole("gridcell").first());
  await finger.down(from);
  for (let y = from.y; y > from.y - 200; y -= 20) await finger.move({ x: from.x, y });
  await finger.up();
  await expect.poll(() => sheet(page).evaluate((grid) => grid.scrollTop)).toBeGreaterThan(50);
  await expectRange(page, [5, 5], ["Account"]);
});

it("extends a range by the round handles on its corners", async () => {
  const { page } = await openApp(TABLET);
  await openSamplePlan(page);
  await sheetRow(page, 3).getByRole("gridcell").first().tap();
  const finger = await touchOf(page);
  await finger.down(await middleOf(sheet(page).locator("[data-range-handle=end]")));
  await finger.move(await middleOf(sheetRow(page, 5).getByRole("gridcell").first()));
  await finger.move(await middleOf(sheetRow(page, 6).getByRole("gridcell").nth(1)));
  await finger.up();
  await expectRange(page, [3, 6], ["Account", "Territory"]);
  await finger.down(await middleOf(sheet(page).locator("[data-range-handle=start]")));
  await finger.move(await middleOf(sheetRow(page, 4).getByRole("gridcell").first()));
  await finger.move(await middleOf(sheetRow(page, 5).getByRole("gridcell").first()));
  await finger.up();
  await expectRange(page, [5, 6], ["Account", "Territory"]);
});

it("drags accounts after a long press, and opens the menu where it is let go in place", async () => {
  const { page } = await openApp(TABLET);
  await openSamplePlan(page);
  const names = Object.keys((await shownFigures(page)).territories);
  const row = sheetRow(page, 2);
  const home = await row.getByRole("gridcell").nth(1).textContent();
  const target = names.slice(0, 6).find((name) => name !== home)!;
  const finger = await touchOf(page);
  await finger.down(await middleOf(row.getByRole("gridcell").first()));
  await page.locator(".drag-ghost").getByText("1 account", { exact: true }).waitFor();
  await finger.move(await middleOf(territory(page, target)));
  await finger.up();
  await expect.poll(() => row.getByRole("gridcell").nth(1).textContent()).toBe(target);

  await finger.down(await middleOf(sheetRow(page, 4).getByRole("gridcell").first()));
  await page.locator(".drag-ghost").getByText("1 account", { exact: true }).waitFor();
  await finger.up();
  await page.getByRole("menu", { name: "Accounts actions" }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("menu").waitFor({ state: "detached" });
  expect((await selectedCells(page)).rows).toEqual([4]);
});

/** One finger on the screen, as the browser hears it from the hardware. */
async function touchOf(page: Page) {
  const devtools: CDPSession = await page.context().newCDPSession(page);
  const send = (type: "touchStart" | "touchMove" | "touchEnd", at?: { x: number; y: number }) =>
    devtools.send("Input.dispatchTouchEvent", { type, touchPoints: at ? [at] : [] });
  return {
    down: (at: { x: number; y: number }) => send("touchStart", at),
    move: (at: { x: number; y: number }) => send("touchMove", at),
    up: () => send("touchEnd"),
  };
}
