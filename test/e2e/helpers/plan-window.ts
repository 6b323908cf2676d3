import { readFile } from "node:fs/promises";
import papaparse from "papaparse";
import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

/** What the panel shows about one territory. */
export interface ShownTerritory {
  readonly accounts: number;
  /** Index by measure, in the order of the plan's measures. */
  readonly indexes: Readonly<Record<string, number>>;
}

/** What a planner reads off the panel. */
export interface ShownFigures {
  readonly score: number;
  readonly territories: Readonly<Record<string, ShownTerritory>>;
}

/** Opens the sample plan from the start page and waits until grid, map and panel stand. */
export async function openSamplePlan(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Open sample plan" }).click();
  await planIsShown(page);
}

/** Waits until the open plan's grid, map and panel stand and everything is on the disk. */
export async function planIsShown(page: Page): Promise<void> {
  await sheet(page).waitFor();
  await page.getByRole("region", { name: "Map", exact: true }).waitFor();
  await panel(page).waitFor();
  await isSaved(page);
}

/** Waits until everything is on the disk. */
export async function isSaved(page: Page): Promise<void> {
  await page
    .getByRole("status", { name: "Save state" })
    .and(page.getByText("Saved", { exact: true }))
    .waitFor();
}

export function sheet(page: Page, name = "Accounts"): Locator {
  return page.getByRole("grid", { name, exact: true });
}

/** A row of a sheet as shown, counted from 1. */
export function sheetRow(page: Page, position: number, name = "Accounts"): Locator {
  return sheet(page, name)
    .getByRole("row")
    .filter({ has: page.getByRole("checkbox", { name: `Select row ${position}`, exact: true }) });
}

/** Selects the first rows of the accounts sheet with the keyboard. */
export async function selectFirstRows(page: Page, count: number): Promise<void> {
  await sheet(page).focus();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Shift+Space");
  for (let i = 1; i < count; i++) await page.keyboard.press("Shift+ArrowDown");
}

export function panel(page: Page): Locator {
  return page.getByRole("region", { name: "Territories", exact: true });
}

/** A territory in the panel. */
export function territory(page: Page, name: string): Locator {
  return panel(page).getByRole("listitem", { name, exact: true });
}

export function meter(page: Page, territoryName: string, measure: string): Locator {
  return territory(page, territoryName).getByRole("meter", { name: `${measure} index`, exact: true });
}

export function balanceScore(page: Page): Locator {
  return page
    .getByRole("region", { name: "Balance", exact: true })
    .getByRole("status", { name: "Balance score" });
}

/** Everything the panel shows, in one look: nothing can change between two of its figures. */
export function shownFigures(page: Page): Promise<ShownFigures> {
  return panel(page).evaluate((region) => {
    const items = [...region.querySelectorAll("li[aria-label]")];
    const territories = items.map((item) => {
      const meters = [...item.querySelectorAll("[role=meter]")];
      const indexes = meters.map((bar) => [
        (bar.getAttribute("aria-label") ?? "").replace(/ index$/, ""),
        Number(bar.getAttribute("aria-valuenow")),
      ]);
      const counts = [...item.querySelectorAll("*")].map((part) => part.textContent ?? "");
      const count = counts.find((text) => /^[\d,]+ accounts?$/.test(text)) ?? "";
      const accounts = Number.parseInt(count.replaceAll(",", ""), 10);
      return [item.getAttribute("aria-label") ?? "", { accounts, indexes: Object.fromEntries(indexes) }];
    });
    const score = Number(region.querySelector("[aria-label='Balance score']")?.textContent);
    return { score, territories: Object.fromEntries(territories) };
  });
}

/** Waits until the panel shows these figures. */
export async function expectFigures(page: Page, figures: ShownFigures): Promise<void> {
  await expect.poll(() => shownFigures(page), { timeout: 15_000 }).toEqual(figures);
}

/** Drags whatever is selected, by one of its rows, onto something else. */
export async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  await to.scrollIntoViewIfNeeded();
  const start = await middleOf(from);
  const end = await middleOf(to);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x + 12, start.y + 4);
  await page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 4 });
  await page.mouse.move(end.x, end.y, { steps: 4 });
  await page.mouse.up();
}

export async function middleOf(locator: Locator): Promise<{ x: number; y: number }> {
  const box = await locator.boundingBox();
  if (!box) throw new Error("Expected something in view, got nothing.");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Imports a CSV text from the start page, with everything as the dialog proposes it. */
export async function importCsv(page: Page, csv: string, name = "accounts.csv"): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: /^Import accounts/ }).click();
  const dialog = page.getByRole("dialog", { name: "Import accounts" });
  await dialog.getByRole("button", { name: "Choose a file" }).click();
  await (await chooser).setFiles({ name, mimeType: "text/csv", buffer: Buffer.from(csv) });
  await dialog.getByRole("button", { name: /^Import [\d,]+ accounts$/ }).click();
  await dialog.getByRole("button", { name: "Open plan" }).click();
  await planIsShown(page);
}

/** Lets the search run a moment and keeps its best; the proposal is shown, not accepted. */
export async function findProposal(page: Page): Promise<Locator> {
  const dialog = page.getByRole("dialog", { name: "Optimize territories" });
  await dialog.getByRole("checkbox", { name: /^Search long/ }).check();
  await dialog.getByRole("button", { name: "Find a better plan" }).click();
  const stop = dialog.getByRole("button", { name: "Stop and keep the best" });
  await dialog.getByText("Balanced. Now shortening travel…").waitFor();
  await stop.click();
  await dialog.getByRole("button", { name: "Accept proposal" }).waitFor();
  return dialog;
}

/** The accounts as the export dialog saves them: all, or those that the choice of that name stands for. */
export async function exportedRows(page: Page, choice?: string | RegExp): Promise<Record<string, string>[]> {
  await page.getByRole("button", { name: "Export", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Export" });
  if (choice) await dialog.getByRole("radio", { name: choice }).check();
  const download = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Save file" }).click();
  const rows = await downloadedRows(await (await download).path());
  await dialog.waitFor({ state: "detached" });
  return rows;
}

export async function downloadedRows(path: string): Promise<Record<string, string>[]> {
  const text = await readFile(path, "utf8");
  const { data, errors } = papaparse.parse<Record<string, string>>(text.replace(/^\uFEFF/, ""), {
    header: true,
    skipEmptyLines: "greedy",
  });
  expect(errors).toEqual([]);
  return data;
}
