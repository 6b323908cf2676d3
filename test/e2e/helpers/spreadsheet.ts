import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { type OpenOptions, openApp } from "./open-app";
import { importCsv, middleOf, sheet, sheetRow } from "./plan-window";

/** Where the keys act: row counted from 1 (0 = headers) and the column's header. */
export interface FocusedCell {
  readonly row: number;
  readonly column: string;
}

/** Cells selected, of those drawn: rows counted from 1, headers in the order shown. */
export interface SelectedCells {
  readonly rows: readonly number[];
  readonly columns: readonly string[];
  readonly count: number;
}

/** Twelve accounts. In rows 4 and 5 City is blank, and Notes is filled in rows 1 to 3 only. */
export const TWELVE = [
  "Account ID,Name,City,State,Annual Revenue,Notes,Last Visit",
  ...[
    "Denver",
    "Boulder",
    "Austin",
    "",
    "",
    "Chicago",
    "Boston",
    "Seattle",
    "Miami",
    "Dallas",
    "Tampa",
    "Reno",
  ].map(
    (city, i) =>
      `A-${100 + i},Account ${i + 1},${city},CO,${1000 * (i + 1)},${i < 3 ? `Note ${i + 1}` : ""},2025-03-${10 + i}`,
  ),
].join("\r\n");

/** A window with the twelve accounts, its sheet focused on the first cell. */
export async function openTwelve(options: OpenOptions = {}): Promise<Page> {
  const { page, context } = await openApp({ viewport: { width: 1600, height: 900 }, ...options });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await importCsv(page, TWELVE);
  // Room for every column.
  await page.getByRole("group", { name: "Panes" }).getByRole("button", { name: "Map", exact: true }).click();
  await sheet(page).focus();
  await press(page, "Control+Home");
  await expectFocusedCell(page, 1, "Name");
  return page;
}

export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Goes right until the active cell stands in the column. */
export async function goTo(page: Page, column: string): Promise<void> {
  await press(page, "Home");
  for (let steps = 0; (await focusedCell(page)).column !== column; steps++) {
    if (steps > 30) throw new Error(`Expected to reach column ${column}, got to the end without it.`);
    await page.keyboard.press("ArrowRight");
  }
}

export function focusedCell(page: Page, name = "Accounts"): Promise<FocusedCell> {
  return sheet(page, name).evaluate((grid) => {
    const cell = document.getElementById(grid.getAttribute("aria-activedescendant") ?? "");
    const at = cell?.getAttribute("aria-colindex");
    const header = grid.querySelector(`[role=columnheader][aria-colindex="${at}"] [title]`);
    const row = Number(cell?.closest("[role=row]")?.getAttribute("aria-rowindex")) - 2;
    return { row: row + 1, column: header?.getAttribute("title") ?? "" };
  });
}

export async function expectFocusedCell(page: Page, row: number, column: string): Promise<void> {
  await expect.poll(() => focusedCell(page)).toEqual({ row, column });
}

export function focusedText(page: Page): Promise<string> {
  return sheet(page).evaluate(
    (grid) => document.getElementById(grid.getAttribute("aria-activedescendant") ?? "")?.textContent ?? "",
  );
}

/** A cell in view, by its row counted from 1 and its column's header. */
export async function cell(page: Page, row: number, column: string): Promise<Locator> {
  const header = sheet(page).getByRole("columnheader", { name: column }).first();
  const at = await header.getAttribute("aria-colindex");
  return sheetRow(page, row).locator(`[role=gridcell][aria-colindex="${at}"]`);
}

export async function cellText(page: Page, row: number, column: string): Promise<string | null> {
  return (await cell(page, row, column)).textContent();
}

/** Waits until a cell shows the text; of numbers, only the digits and their grouping count. */
export async function expectCell(
  page: Page,
  row: number,
  column: string,
  text: string | number,
): Promise<void> {
  if (typeof text === "string") await expect.poll(() => cellText(page, row, column)).toBe(text);
  else await expect.poll(() => cellNumber(page, row, column)).toBe(text);
}

/** A number as a cell shows it, without its currency. */
export async function cellNumber(page: Page, row: number, column: string): Promise<number> {
  return Number(((await cellText(page, row, column)) ?? "").replace(/[^\d.-]/g, ""));
}

/** What screen readers are told is selected, of what is drawn. */
export function selectedCells(page: Page): Promise<SelectedCells> {
  return sheet(page).evaluate((grid) => {
    const cells = [...grid.querySelectorAll("[role=gridcell][aria-selected=true]")].filter(
      (found) => getComputedStyle(found).visibility !== "hidden",
    );
    const rows = cells.map((found) => Number(found.closest("[role=row]")?.getAttribute("aria-rowindex")) - 1);
    const places = cells.map((found) => Number(found.getAttribute("aria-colindex")));
    const headerAt = (at: number) =>
      grid.querySelector(`[role=columnheader][aria-colindex="${at}"] [title]`)?.getAttribute("title") ?? "";
    const ascending = (values: readonly number[]) => [...new Set(values)].sort((a, b) => a - b);
    return { rows: ascending(rows), columns: ascending(places).map(headerAt), count: cells.length };
  });
}

/** Waits until exactly the cells in these rows and columns are selected. */
export async function expectRange(
  page: Page,
  rows: readonly [first: number, last: number],
  columns: readonly string[],
): Promise<void> {
  const numbers = Array.from({ length: rows[1] - rows[0] + 1 }, (_, i) => rows[0] + i);
  await expect
    .poll(() => selectedCells(page))
    .toEqual({ rows: numbers, columns, count: numbers.length * columns.length });
}

export async function expectAnnounced(page: Page, text: string | RegExp): Promise<void> {
  await page.getByRole("status", { name: "Announcements" }).filter({ hasText: text }).waitFor();
}

export function isFocused(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === document.activeElement);
}

/** The editor that is open over a cell. */
export function editor(page: Page, column: string, row: number): Locator {
  const name = `${column}, row ${row}`;
  return page
    .getByRole("textbox", { name, exact: true })
    .or(page.getByRole("combobox", { name, exact: true }));
}

/** Presses on one place and moves to another; `up` lets go there. */
export async function dragMouse(page: Page, from: Locator, to: Locator, up = true): Promise<void> {
  const start = await middleOf(from);
  const end = await middleOf(to);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x + 7, start.y + 3);
  await page.mouse.move(end.x, end.y, { steps: 6 });
  if (up) await page.mouse.up();
}
