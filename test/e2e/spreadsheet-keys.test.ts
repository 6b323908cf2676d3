import { expect, it } from "vitest";
import { openApp } from "./helpers/open-app";
import { openSamplePlan, sheet } from "./helpers/plan-window";
import {
  cell,
  editor,
  expectAnnounced,
  expectCell,
  expectFocusedCell,
  expectRange,
  focusedCell,
  focusedText,
  goTo,
  isFocused,
  openTwelve,
  press,
  selectedCells,
} from "./helpers/spreadsheet";

it("Arrows: one cell; at an edge focus stays", async () => {
  const page = await openTwelve();
  await press(page, "ArrowDown", "ArrowDown", "ArrowRight");
  await expectFocusedCell(page, 3, "Territory");
  await press(page, "ArrowUp", "ArrowLeft");
  await expectFocusedCell(page, 2, "Name");
  await press(page, "ArrowLeft");
  await expectFocusedCell(page, 2, "Name");
  await press(page, "Control+End", "ArrowDown", "ArrowRight");
  const last = await focusedCell(page);
  expect(last.row).toBe(12);
  await press(page, "ArrowLeft");
  expect((await focusedCell(page)).column).not.toBe(last.column);
});

it("Ctrl+Arrow: edge of the data", async () => {
  const page = await openTwelve();
  await goTo(page, "City");
  await press(page, "Control+ArrowDown");
  await expectFocusedCell(page, 3, "City");
  await press(page, "Control+ArrowDown");
  await expectFocusedCell(page, 6, "City");
  await press(page, "Control+ArrowDown");
  await expectFocusedCell(page, 12, "City");
  await press(page, "Control+ArrowUp");
  await expectFocusedCell(page, 6, "City");
  await goTo(page, "Notes");
  await press(page, "Control+ArrowUp");
  await expectFocusedCell(page, 3, "Notes");
  await press(page, "Control+ArrowDown");
  await expectFocusedCell(page, 12, "Notes");
  await press(page, "Control+ArrowLeft");
  await expectFocusedCell(page, 12, "Annual Revenue");
});

it("Home / End: first / last cell in the row", async () => {
  const page = await openTwelve();
  await press(page, "ArrowDown", "End");
  const end = await focusedCell(page);
  expect(end).toMatchObject({ row: 2 });
  await press(page, "ArrowRight");
  expect(await focusedCell(page)).toEqual(end);
  await press(page, "Home");
  await expectFocusedCell(page, 2, "Name");
  await press(page, "Shift+End");
  expect((await selectedCells(page)).columns.at(-1)).toBe(end.column);
  await press(page, "Shift+Home");
  await expectRange(page, [2, 2], ["Name"]);
});

it("Ctrl+Home / Ctrl+End: first cell of the first row / last cell of the last row", async () => {
  const page = await openTwelve();
  await press(page, "End");
  const { column } = await focusedCell(page);
  await press(page, "Control+Home", "Control+End");
  await expectFocusedCell(page, 12, column);
  await press(page, "Control+Home");
  await expectFocusedCell(page, 1, "Name");
});

it("PgUp / PgDn: one screen", async () => {
  const { page } = await openApp();
  await openSamplePlan(page);
  await sheet(page).focus();
  await press(page, "Control+Home", "PageDown");
  const { row } = await focusedCell(page);
  expect(row).toBeGreaterThan(10);
  await press(page, "PageDown");
  await expect.poll(async () => (await focusedCell(page)).row).toBe(2 * row - 1);
  await press(page, "PageUp", "PageUp");
  await expect.poll(async () => (await focusedCell(page)).row).toBe(1);
  await press(page, "Shift+PageDown");
  await expectAnnounced(page, `${row} × 1 cells selected`);
});

it("Shift+Arrow, Ctrl+Shift+Arrow: extend the selection", async () => {
  const page = await openTwelve();
  await goTo(page, "City");
  await press(page, "Shift+ArrowDown", "Shift+ArrowRight");
  await expectRange(page, [1, 2], ["City", "State"]);
  await expectAnnounced(page, "2 × 2 cells selected");
  await expectFocusedCell(page, 1, "City");
  await press(page, "Shift+ArrowUp", "Shift+ArrowLeft");
  await expectRange(page, [1, 1], ["City"]);
  await press(page, "Control+Shift+ArrowDown");
  await expectRange(page, [1, 3], ["City"]);
  await press(page, "Control+Shift+ArrowDown", "Control+Shift+ArrowDown", "Shift+ArrowLeft");
  await expectRange(page, [1, 12], ["Account ID", "City"]);
  await press(page, "ArrowDown");
  await expectRange(page, [2, 2], ["City"]);
});

it("Ctrl+Space, Shift+Space, Ctrl+A: column, row, all", async () => {
  const page = await openTwelve();
  await press(page, "ArrowDown");
  await goTo(page, "City");
  await press(page, "Control+Space");
  await expectRange(page, [1, 12], ["City"]);
  await expectAnnounced(page, "Column City selected");
  await press(page, "Shift+ArrowRight");
  await expectRange(page, [1, 12], ["City", "State"]);
  await press(page, "ArrowDown", "Shift+Space");
  const row = await selectedCells(page);
  expect(row.rows).toEqual([3]);
  await expectAnnounced(page, "1 account selected");
  await press(page, "Shift+ArrowDown");
  expect(await selectedCells(page)).toEqual({ ...row, rows: [3, 4], count: 2 * row.count });
  await expectFocusedCell(page, 3, "City");
  await press(page, "Control+a");
  expect(await selectedCells(page)).toMatchObject({ columns: row.columns, count: 12 * row.count });
  await expectAnnounced(page, "All cells selected");
});

it("F2, Enter, typing: edit (typing replaces)", async () => {
  const page = await openTwelve();
  await press(page, "F2");
  await expect.poll(() => isFocused(editor(page, "Name", 1))).toBe(true);
  await page.keyboard.type("!");
  await press(page, "ArrowLeft");
  await page.keyboard.type("?");
  await press(page, "Enter");
  await expectCell(page, 1, "Name", "Account 1?!");
  await expectFocusedCell(page, 2, "Name");

  await press(page, "Enter");
  await page.keyboard.type(" B");
  await press(page, "Enter");
  await expectCell(page, 2, "Name", "Account 2 B");

  await page.keyboard.type("Third");
  await press(page, "ArrowDown");
  await expectCell(page, 3, "Name", "Third");
  await expectFocusedCell(page, 4, "Name");
  await page.keyboard.type("Fo");
  await press(page, "F2", "ArrowLeft");
  await page.keyboard.type("u");
  await press(page, "F2", "ArrowDown");
  await expectCell(page, 4, "Name", "Fuo");
  await expectFocusedCell(page, 5, "Name");

  await page.keyboard.type("=1+1");
  await press(page, "Alt+Enter");
  await page.keyboard.type("second line");
  await press(page, "Enter");
  await expectCell(page, 5, "Name", "=1+1\nsecond line");

  await goTo(page, "Annual Revenue");
  await page.keyboard.type("lots");
  await press(page, "Enter");
  await page.getByText("This is not a number.").waitFor();
  // It stays open until it can be read or is given up.
  await (await cell(page, 8, "Name")).click();
  await expect.poll(() => isFocused(editor(page, "Annual Revenue", 6))).toBe(true);
  await press(page, "Control+a");
  await page.keyboard.type("4,321");
  await (await cell(page, 8, "Name")).click();
  await expectCell(page, 6, "Annual Revenue", 4321);
  await expectFocusedCell(page, 8, "Name");

  await goTo(page, "Last Visit");
  await press(page, "Control+;");
  await press(page, "Enter");
  await expect.poll(() => focusedText(page)).not.toBe("");
  const today = await page.evaluate(() => new Date().toISOString().slice(0, 10));
  await press(page, "ArrowUp", "F2");
  expect(await editor(page, "Last Visit", 8).inputValue()).toBe(today);
});

it("Enter / Tab (Shift reverses): commit and move down / right", async () => {
  const page = await openTwelve();
  await goTo(page, "City");
  await page.keyboard.type("Golden");
  await press(page, "Tab");
  await expectFocusedCell(page, 1, "State");
  await page.keyboard.type("UT");
  await press(page, "Tab");
  await expectFocusedCell(page, 1, "Annual Revenue");
  await page.keyboard.type("5");
  await press(page, "Enter");
  await expectFocusedCell(page, 2, "City");
  await expectCell(page, 1, "City", "Golden");
  await expectCell(page, 1, "State", "UT");
  await page.keyboard.type("Salida");
  await press(page, "Shift+Enter");
  await expectFocusedCell(page, 1, "City");
  await page.keyboard.type("Ouray");
  await press(page, "Shift+Tab");
  await expectFocusedCell(page, 1, "Account ID");
  await expectCell(page, 1, "City", "Ouray");

  // In a range they go round in it.
  await goTo(page, "City");
  await press(page, "Shift+ArrowDown", "Shift+ArrowRight", "Tab");
  await expectFocusedCell(page, 1, "State");
  await press(page, "Tab");
  await expectFocusedCell(page, 2, "City");
  await press(page, "Shift+Tab", "Enter");
  await expectFocusedCell(page, 2, "State");
  await page.keyboard.type("NM");
  await press(page, "Enter");
  await expectFocusedCell(page, 1, "City");
  await expectCell(page, 2, "State", "NM");
  await expectRange(page, [1, 2], ["City", "State"]);
});

it("Esc: cancel; leave editing", async () => {
  const page = await openTwelve();
  await page.keyboard.type("Not this");
  await press(page, "Escape");
  await expectCell(page, 1, "Name", "Account 1");
  await expect.poll(() => isFocused(sheet(page))).toBe(true);
  // One tab stop: Tab goes along the row, and leaves at once after Esc.
  await press(page, "Tab");
  await expectFocusedCell(page, 1, "Territory");
  await press(page, "Escape", "Tab");
  await expect.poll(() => isFocused(sheet(page))).toBe(false);
  await press(page, "Shift+Tab");
  await expect.poll(() => isFocused(sheet(page))).toBe(true);
  await expectFocusedCell(page, 1, "Territory");
  await press(page, "End", "Tab");
  await expect.poll(() => isFocused(sheet(page))).toBe(false);
});

it("Delete: clear", async () => {
  const page = await openTwelve();
  await goTo(page, "City");
  await press(page, "Shift+ArrowDown", "Shift+ArrowRight", "Delete");
  for (const row of [1, 2]) for (const column of ["City", "State"]) await expectCell(page, row, column, "");
  await expectCell(page, 3, "City", "Austin");
  await press(page, "Control+z");
  await expectCell(page, 2, "City", "Boulder");
  await expectCell(page, 1, "State", "CO");
});

it("Ctrl+Enter, Ctrl+D, Ctrl+R: fill range / down / right", async () => {
  const page = await openTwelve();
  await goTo(page, "City");
  await press(page, "Shift+ArrowDown", "Shift+ArrowDown");
  await page.keyboard.type("Vail");
  await press(page, "Control+Enter");
  for (const row of [1, 2, 3]) await expectCell(page, row, "City", "Vail");
  await expectRange(page, [1, 3], ["City"]);
  await press(page, "Control+z");
  await expectCell(page, 1, "City", "Denver");
  await expectCell(page, 3, "City", "Austin");

  await press(page, "Control+d");
  for (const row of [2, 3]) await expectCell(page, row, "City", "Denver");
  await press(page, "ArrowUp", "ArrowDown", "Shift+ArrowRight", "Control+r");
  const { row } = await focusedCell(page);
  await expectCell(page, row, "State", "Denver");
});

it("Ctrl+C, Ctrl+X, Ctrl+V, Ctrl+Shift+V: clipboard; values only", async () => {
  const page = await openTwelve();
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await goTo(page, "City");
  await press(page, "Shift+ArrowDown", "Shift+ArrowRight", "Control+c");
  await expect.poll(async () => (await clipboard()).trimEnd()).toBe("Denver\tCO\r\nBoulder\tCO");
  await press(page, "ArrowDown", "ArrowDown", "ArrowDown", "Control+v");
  await expectCell(page, 4, "City", "Denver");
  await expectCell(page, 5, "City", "Boulder");
  await expectRange(page, [4, 5], ["City", "State"]);
  await press(page, "Control+z");
  await expectCell(page, 5, "City", "");
  await press(page, "Control+Shift+v");
  await expectCell(page, 5, "City", "Boulder");
  await press(page, "Control+Home");
  await goTo(page, "City");
  await press(page, "Control+x", "ArrowDown", "ArrowDown", "Control+v");
  await expectCell(page, 3, "City", "Denver");
  await expectCell(page, 1, "City", "");
});

it("Ctrl+Z, Ctrl+Y, Ctrl+Shift+Z: undo / redo", async () => {
  const page = await openTwelve();
  await page.keyboard.type("First");
  await press(page, "Enter");
  await page.keyboard.type("Second");
  await press(page, "Enter", "Control+z");
  await expectCell(page, 2, "Name", "Account 2");
  await expectAnnounced(page, /^Undone: .*Name/);
  await press(page, "Control+z");
  await expectCell(page, 1, "Name", "Account 1");
  await press(page, "Control+y");
  await expectCell(page, 1, "Name", "First");
  await expectAnnounced(page, /^Redone: .*Name/);
  await press(page, "Control+Shift+z");
  await expectCell(page, 2, "Name", "Second");
});

it("Ctrl+F, Ctrl+H, Ctrl+Shift+L: find, replace, filter", async () => {
  const page = await openTwelve();
  await press(page, "Control+f");
  const find = page.getByRole("searchbox", { name: "Find" }).or(page.getByRole("textbox", { name: "Find" }));
  await expect.poll(() => isFocused(find)).toBe(true);
  await page.keyboard.type("Miami");
  await press(page, "Enter");
  await expectFocusedCell(page, 9, "City");
  await press(page, "Escape", "Control+h");
  await page.getByRole("textbox", { name: "Replace with" }).waitFor();
  await press(page, "Escape");
  await sheet(page).focus();
  await press(page, "Control+Shift+l");
  await page.getByRole("dialog", { name: "Column City" }).waitFor();
  // With it open the keys of the sheet are off.
  await press(page, "Escape");
  await expect.poll(() => isFocused(sheet(page))).toBe(true);
});

it("Ctrl+K: command palette", async () => {
  const page = await openTwelve();
  await press(page, "Control+k");
  const palette = page.getByRole("dialog", { name: "Search actions" });
  await palette.waitFor();
  await press(page, "Control+a", "Delete", "Control+Space");
  await press(page, "Escape");
  await palette.waitFor({ state: "detached" });
  await expectCell(page, 1, "Name", "Account 1");
  await expect.poll(() => isFocused(sheet(page))).toBe(true);
  await expectRange(page, [1, 1], ["Name"]);
});

it("Shift+F10, context-menu key: context menu", async () => {
  const page = await openTwelve();
  for (const key of ["Shift+F10", "ContextMenu"]) {
    await press(page, key);
    await page.getByRole("menu", { name: "Accounts actions" }).waitFor();
    await press(page, "Escape");
    await page.getByRole("menu").waitFor({ state: "detached" });
    await expect.poll(() => isFocused(sheet(page))).toBe(true);
  }
});
