import { expect, it } from "vitest";
import { openApp } from "./helpers/open-app";
import { middleOf, openSamplePlan, sheet, sheetRow, shownFigures, territory } from "./helpers/plan-window";
import {
  cell,
  cellNumber,
  dragMouse,
  expectAnnounced,
  expectCell,
  expectFocusedCell,
  expectRange,
  focusedCell,
  goTo,
  isFocused,
  openTwelve,
  press,
  selectedCells,
} from "./helpers/spreadsheet";

it("selects a cell by click, a range by drag, more with Shift and Ctrl", async () => {
  const page = await openTwelve();
  await (await cell(page, 2, "City")).click();
  await expectRange(page, [2, 2], ["City"]);
  await dragMouse(page, await cell(page, 2, "City"), await cell(page, 5, "Annual Revenue"));
  await expectRange(page, [2, 5], ["City", "State", "Annual Revenue"]);
  await expectFocusedCell(page, 2, "City");
  await expectAnnounced(page, "4 × 3 cells selected");
  await (await cell(page, 3, "State")).click({ modifiers: ["Shift"] });
  await expectRange(page, [2, 3], ["City", "State"]);

  await page.keyboard.down("Control");
  await dragMouse(page, await cell(page, 7, "City"), await cell(page, 8, "City"));
  await page.keyboard.up("Control");
  expect(await selectedCells(page)).toEqual({ rows: [2, 3, 7, 8], columns: ["City", "State"], count: 6 });
  await expectFocusedCell(page, 7, "City");
  await (await cell(page, 3, "State")).click({ modifiers: ["Control"] });
  expect((await selectedCells(page)).count).toBe(5);

  // Esc takes a drag back.
  await (await cell(page, 1, "City")).click();
  await dragMouse(page, await cell(page, 4, "City"), await cell(page, 6, "State"), false);
  await expectRange(page, [4, 6], ["City", "State"]);
  await press(page, "Escape");
  await expectRange(page, [1, 1], ["City"]);
  await page.mouse.up();
  await expectRange(page, [1, 1], ["City"]);
});

it("selects rows by their numbers, columns by Ctrl and their header, all by the corner", async () => {
  const page = await openTwelve();
  const number = (row: number) =>
    sheetRow(page, row).getByRole("rowheader").getByText(String(row), { exact: true });
  await dragMouse(page, number(2), number(4));
  const rows = await selectedCells(page);
  expect(rows.rows).toEqual([2, 3, 4]);
  expect(rows.columns[0]).toBe("Name");
  await expectAnnounced(page, "3 accounts selected");
  await number(7).click({ modifiers: ["Control"] });
  expect((await selectedCells(page)).rows).toEqual([2, 3, 4, 7]);
  await number(3).click({ modifiers: ["Control"] });
  expect((await selectedCells(page)).rows).toEqual([2, 4, 7]);
  await sheetRow(page, 9).getByRole("checkbox").click();
  expect((await selectedCells(page)).rows).toEqual([2, 4, 7, 9]);

  const header = (name: string) => sheet(page).getByRole("columnheader").getByText(name, { exact: true });
  await header("City").click({ modifiers: ["Control"] });
  await expectRange(page, [1, 12], ["City"]);
  await header("Annual Revenue").click({ modifiers: ["Control"] });
  await expectRange(page, [1, 12], ["City", "Annual Revenue"]);
  await sheet(page).getByRole("checkbox", { name: "Select all shown rows" }).click();
  expect((await selectedCells(page)).rows).toHaveLength(12);
});

it("scrolls while a range is dragged past the edge", async () => {
  const { page } = await openApp();
  await openSamplePlan(page);
  const start = await middleOf(sheetRow(page, 3).getByRole("gridcell").first());
  const box = (await sheet(page).boundingBox())!;
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x, start.y + 40);
  await page.mouse.move(start.x, box.y + box.height + 20);
  const top = () => sheet(page).evaluate((grid) => grid.scrollTop);
  await expect.poll(top, { timeout: 15_000 }).toBeGreaterThan(4000);
  await page.mouse.up();
  const stopped = await top();
  await page
    .getByRole("status", { name: "Announcements" })
    .filter({ hasText: /^\d+ × 1 cells selected/ })
    .waitFor();
  await press(page, "Control+Backspace");
  await expectFocusedCell(page, 3, (await focusedCell(page)).column);
  expect(await top()).toBeLessThan(stopped);
});

it("turns a drag that leaves the rows into one of accounts, and takes it back on Esc", async () => {
  const { page } = await openApp();
  await openSamplePlan(page);
  const name = (row: number) => sheetRow(page, row).getByRole("gridcell").first();
  const before = await shownFigures(page);
  const targets = Object.keys(before.territories);
  const target = targets.at(-1)!;

  // Pressed on one of the selected rows: all of them go.
  await name(2).click();
  await name(4).click({ modifiers: ["Shift"] });
  await territory(page, target).scrollIntoViewIfNeeded();
  await dragMouse(page, name(3), territory(page, target), false);
  await page.locator(".drag-ghost").getByText("3 accounts", { exact: true }).waitFor();
  await expectRangeOfNames(page, [2, 4]);
  await press(page, "Escape");
  await page.mouse.up();
  expect(await shownFigures(page)).toEqual(before);
  await expectRangeOfNames(page, [2, 4]);

  // Pressed on another: that one goes, and the range drawn on the way is gone.
  await dragMouse(page, name(6), territory(page, target));
  await expectCell(page, 6, "Territory", target);
  await expectRangeOfNames(page, [6, 6]);

  // The chip, and the number of a selected row, drag at once.
  const other = targets.find((candidate) => candidate !== target)!;
  await territory(page, other).scrollIntoViewIfNeeded();
  const chip = (await cell(page, 8, "Territory")).locator("span").first();
  await dragMouse(page, chip, territory(page, other));
  await expectCell(page, 8, "Territory", other);

  async function expectRangeOfNames(on: typeof page, [first, last]: readonly [number, number]) {
    const rows = Array.from({ length: last - first + 1 }, (_, i) => first + i);
    await expect.poll(async () => (await selectedCells(on)).rows).toEqual(rows);
  }
});

it("keeps rows picked elsewhere through arrow keys and sorting, until a click", async () => {
  const page = await openTwelve();
  await dragMouse(page, await cell(page, 2, "City"), await cell(page, 4, "City"));
  const selected = () =>
    sheet(page)
      .getByRole("row", { selected: true })
      .evaluateAll((rows) => rows.map((row) => row.querySelector("[role=gridcell]")?.textContent).sort());
  const names = ["Account 2", "Account 3", "Account 4"];
  expect(await selected()).toEqual(names);

  const header = sheet(page).getByRole("columnheader").getByText("Annual Revenue", { exact: true });
  await header.click();
  await header.click();
  await expectCell(page, 1, "Name", "Account 12");
  expect(await selected()).toEqual(names);
  await sheet(page).focus();
  await press(page, "ArrowDown", "ArrowRight");
  expect(await selected()).toEqual(names);
  expect((await selectedCells(page)).count).toBe(1);
  await (await cell(page, 1, "City")).click();
  expect(await selected()).toEqual(["Account 12"]);
});

it("fills by the handle: a series, with Ctrl a copy, by double click as far as the neighbor goes", async () => {
  const page = await openTwelve();
  await goTo(page, "Annual Revenue");
  await press(page, "Shift+ArrowDown");
  const handle = sheet(page).locator("[data-range-handle=fill]");
  const to = async (row: number) => {
    const start = await middleOf(handle);
    const end = await middleOf(await cell(page, row, "Annual Revenue"));
    await page.mouse.move(start.x, start.y);
    await page.mouse.down();
    await page.mouse.move(end.x, end.y, { steps: 5 });
  };
  await to(5);
  await page.mouse.up();
  await expectCell(page, 5, "Annual Revenue", 5000);
  await expectRange(page, [1, 5], ["Annual Revenue"]);
  await page.keyboard.type("7");
  await press(page, "Enter");
  await (await cell(page, 1, "Annual Revenue")).click();
  await page.keyboard.down("Control");
  await to(3);
  await page.mouse.up();
  await page.keyboard.up("Control");
  for (const row of [2, 3])
    await expect.poll(() => cellNumber(page, row, "Annual Revenue")).not.toBe(row * 1000);
  await press(page, "Control+z");
  await expectCell(page, 3, "Annual Revenue", 3000);

  // Esc gives it up.
  await (await cell(page, 1, "Annual Revenue")).click();
  await to(4);
  await press(page, "Escape");
  await page.mouse.up();
  await expectCell(page, 4, "Annual Revenue", 4000);

  await goTo(page, "Notes");
  await page.keyboard.type("Seen");
  await press(page, "Enter", "ArrowUp");
  await handle.dblclick();
  await expectCell(page, 12, "Notes", "Seen");
});

it("keeps the editor on its cell while rows move, and what was typed through scrolling and a look elsewhere", async () => {
  const page = await openTwelve();
  await press(page, "ArrowDown");
  await page.keyboard.type("Kept");
  await sheet(page).evaluate((grid) => grid.scrollBy(0, 40));
  const filter = page.getByRole("textbox", { name: "Filter accounts" });
  await filter.click();
  await expectCell(page, 2, "Name", "Kept");
  await expect.poll(() => isFocused(filter)).toBe(true);
});
