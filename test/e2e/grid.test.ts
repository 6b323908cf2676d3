import type { Locator, Page } from "playwright-core";
import { expect, it } from "vitest";
import { openApp } from "./helpers/open-app";
import { drag, openSamplePlan, sheet, sheetRow, territory } from "./helpers/plan-window";

it("moves, selects, sorts and copies by keys", async () => {
  const { page, context } = await openApp();
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openSamplePlan(page);
  await sheet(page).focus();
  await press(page, "Control+Home");
  await expectFocusedCell(page, 1, "Account");
  const first = await focusedText(page);

  await press(page, "ArrowDown", "ArrowRight");
  await expectFocusedCell(page, 2, "Territory");
  await expectSelected(page, 1);
  await press(page, "End");
  await expectFocusedCell(page, 2, "Fit");
  await press(page, "Home");
  await expectFocusedCell(page, 2, "Account");
  await press(page, "Control+End");
  await expectFocusedCell(page, 1200, "Fit");
  await press(page, "Control+Home");
  await expectFocusedCell(page, 1, "Account");
  await press(page, "PageDown");
  const below = (await focusedCell(page)).row;
  expect(below).toBeGreaterThan(10);
  await press(page, "PageUp");
  await expectFocusedCell(page, 1, "Account");

  await press(page, "ArrowDown", "Shift+ArrowDown", "Shift+ArrowDown");
  await expectSelected(page, 3);
  await press(page, "Control+a");
  await expectSelected(page, 1200);
  await press(page, "Escape");
  await expectSelected(page, 0);

  await press(page, "Control+Home", "ArrowUp");
  await expectFocusedCell(page, 0, "Account");
  await press(page, "Enter");
  await expectSorted(page, "Account", "ascending");
  await press(page, "Control+Home");
  const lowest = await focusedText(page);
  await press(page, "ArrowUp", "Enter");
  await expectSorted(page, "Account", "descending");
  await press(page, "Enter");
  await expectSorted(page, "Account", "none");
  await press(page, "Control+Home");
  expect(await focusedText(page)).toBe(first);
  expect(lowest.localeCompare(first)).toBeLessThan(0);

  await press(page, "Control+c");
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(first);
});

it("edits by typing, F2, Delete and choice, and says what cannot be edited", async () => {
  const { page } = await openApp();
  await openSamplePlan(page);
  await sheet(page).focus();
  await press(page, "Control+Home");
  const before = await focusedText(page);

  await page.keyboard.type("Acme");
  await press(page, "Enter");
  await expectFocusedCell(page, 2, "Account");
  expect(await cellText(page, 1, "Account")).toBe("Acme");
  await expectAnnounced(page, "Account set to Acme.");
  await press(page, "Control+z");
  await expect.poll(() => cellText(page, 1, "Account")).toBe(before);

  const second = await focusedText(page);
  await press(page, "F2", "End");
  await page.keyboard.type("!");
  await press(page, "Tab");
  await expectFocusedCell(page, 2, "Territory");
  expect(await cellText(page, 2, "Account")).toBe(`${second}!`);
  await press(page, "Home", "Delete");
  await expect.poll(() => cellText(page, 2, "Account")).toBe("");
  await press(page, "Enter");
  await page.keyboard.type("gone again");
  await press(page, "Escape");
  expect(await cellText(page, 2, "Account")).toBe("");
  await expectFocusedCell(page, 2, "Account");

  await goTo(page, "Industry");
  const industry = await focusedText(page);
  await press(page, "F2");
  await page.getByRole("listbox", { name: "Industry" }).getByRole("option").first().waitFor();
  const offered = await page.getByRole("listbox", { name: "Industry" }).getByRole("option").allTextContents();
  await press(page, "ArrowDown", "Enter");
  await expect.poll(() => cellText(page, 2, "Industry")).toBe(offered[0]);
  expect(offered[0]).not.toBe(industry);

  await press(page, "Home");
  await goTo(page, "Rep");
  const rep = await focusedText(page);
  await page.keyboard.type("x");
  await page.getByText("The rep comes with the territory").first().waitFor();
  await expectAnnounced(page, /^The rep comes with the territory/);
  expect(await focusedText(page)).toBe(rep);
});

it("filters, and finds everything again after a look at another sheet", async () => {
  const { page } = await openApp();
  await openSamplePlan(page);
  await sheet(page).focus();
  await press(page, "Control+Shift+f");
  const quick = page.getByRole("textbox", { name: "Filter accounts" });
  await expect.poll(() => isFocused(quick)).toBe(true);
  await page.keyboard.type("health");
  const count = page.getByRole("status").filter({ hasText: /^\d+ of 1,200 accounts$/ });
  await count.waitFor();
  expect(await count.textContent()).toBe(`${await rowsIn(page)} of 1,200 accounts`);
  await press(page, "Enter");
  await expect.poll(() => isFocused(sheet(page))).toBe(true);

  await press(page, "Control+Home");
  await goTo(page, "State");
  await press(page, "Control+Shift+l");
  const popover = page.getByRole("dialog", { name: "Column State" });
  await popover.getByRole("button", { name: "Sort Z to A" }).click();
  await popover.waitFor({ state: "detached" });
  await expectSorted(page, "State", "descending");
  await expect.poll(() => isFocused(sheet(page))).toBe(true);
  await press(page, "Control+End");
  const place = await focusedCell(page);
  const scrolled = await sheet(page).evaluate((grid) => [grid.scrollLeft, grid.scrollTop]);
  expect(Math.min(...scrolled)).toBeGreaterThan(0);

  for (const name of ["Deals", "Territories"]) {
    await page.getByRole("tab", { name: new RegExp(`^${name}\\b`) }).click();
    await sheet(page, name).waitFor();
  }
  await page.getByRole("tab", { name: /^Accounts\b/ }).click();
  await sheet(page).waitFor();
  expect(await quick.inputValue()).toBe("health");
  await expect.poll(() => focusedCell(page)).toEqual(place);
  await expect
    .poll(() => sheet(page).evaluate((grid) => [grid.scrollLeft, grid.scrollTop]))
    .toEqual(scrolled);

  await sheet(page).focus();
  await press(page, "Control+Home");
  await goTo(page, "State");
  await expectSorted(page, "State", "descending");

  await quick.press("Escape");
  await expect.poll(() => rowsIn(page)).toBe(1200);
});

it("assigns by drag, and by the menu with the search box ready to type", async () => {
  const { page } = await openApp();
  await openSamplePlan(page);
  await sheet(page).focus();
  await press(page, "Control+Home", "Shift+Space", "Shift+ArrowDown", "Shift+ArrowDown");
  await drag(page, sheetRow(page, 2).getByRole("gridcell").first(), territory(page, "Capital"));
  for (const row of [1, 2, 3]) await expect.poll(() => cellText(page, row, "Territory")).toBe("Capital");
  await expectSelected(page, 3);

  await sheetRow(page, 4).getByRole("gridcell").first().click({ button: "right" });
  await page.getByRole("menuitem", { name: /^Assign to…/ }).click();
  const dialog = page.getByRole("dialog", { name: "Assign 1 account to…" });
  await expect.poll(() => isFocused(dialog.getByRole("combobox", { name: "Territory" }))).toBe(true);
  await page.keyboard.type("florida");
  await press(page, "Enter");
  await dialog.waitFor({ state: "detached" });
  await expect.poll(() => cellText(page, 4, "Territory")).toBe("Florida");
  await expect.poll(() => isFocused(sheet(page))).toBe(true);

  await press(page, "Shift+F10");
  await page.getByRole("menu", { name: "Accounts actions" }).waitFor();
  await press(page, "Escape");
  await page.getByRole("menu").waitFor({ state: "detached" });
  await expect.poll(() => isFocused(sheet(page))).toBe(true);
});

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Goes right until the focus stands in the column. */
async function goTo(page: Page, column: string): Promise<void> {
  for (let steps = 0; (await focusedCell(page)).column !== column; steps++) {
    if (steps > 30) throw new Error(`Expected to reach column ${column}, got to the end without it.`);
    await page.keyboard.press("ArrowRight");
  }
}

/** Where the keys act: row counted from 1 (0 = headers) and the column's header. */
function focusedCell(page: Page): Promise<{ row: number; column: string }> {
  return sheet(page).evaluate((grid) => {
    const cell = document.getElementById(grid.getAttribute("aria-activedescendant") ?? "");
    const at = cell?.getAttribute("aria-colindex");
    const header = grid.querySelector(`[role=columnheader][aria-colindex="${at}"]`);
    const row = Number(cell?.closest("[role=row]")?.getAttribute("aria-rowindex")) - 2;
    return { row: row + 1, column: header?.textContent ?? "" };
  });
}

async function expectFocusedCell(page: Page, row: number, column: string): Promise<void> {
  await expect.poll(() => focusedCell(page)).toEqual({ row, column });
}

function focusedText(page: Page): Promise<string> {
  return sheet(page).evaluate(
    (grid) => document.getElementById(grid.getAttribute("aria-activedescendant") ?? "")?.textContent ?? "",
  );
}

/** Text of a cell in view, by its row counted from 1 and its column's header. */
async function cellText(page: Page, row: number, column: string): Promise<string | null> {
  const header = sheet(page).getByRole("columnheader").filter({ hasText: column }).first();
  const at = await header.getAttribute("aria-colindex");
  return sheetRow(page, row).evaluate(
    (element, index) => element.querySelector(`[role=gridcell][aria-colindex="${index}"]`)?.textContent ?? "",
    at,
  );
}

function rowsIn(page: Page): Promise<number> {
  return sheet(page).evaluate((grid) => Number(grid.getAttribute("aria-rowcount")) - 1);
}

async function expectSelected(page: Page, count: number): Promise<void> {
  const bar = page.getByRole("toolbar", { name: "Selected accounts" });
  if (count === 0) await bar.waitFor({ state: "detached" });
  else await bar.getByText(`${count.toLocaleString("en-US")} selected`, { exact: true }).waitFor();
}

async function expectSorted(page: Page, column: string, order: string): Promise<void> {
  const header = sheet(page).getByRole("columnheader").filter({ hasText: column }).first();
  await expect.poll(() => header.getAttribute("aria-sort")).toBe(order);
}

async function expectAnnounced(page: Page, text: string | RegExp): Promise<void> {
  await page.getByRole("status", { name: "Announcements" }).filter({ hasText: text }).waitFor();
}

function isFocused(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === document.activeElement);
}
