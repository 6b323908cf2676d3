import type { Locator, Page } from "playwright-core";
import { expect, it } from "vitest";
import { openApp } from "./helpers/open-app";
import {
  balanceScore,
  downloadedRows,
  isSaved,
  planIsShown,
  sheet,
  sheetRow,
  shownFigures,
} from "./helpers/plan-window";

const REPS = ["Ada Quinn", "Bo Marsh", "Cleo Tran"];
/** 60 accounts in 12 towns. Ada has two thirds of them. */
const CSV = makeCsv();

it("does the whole job by keyboard alone", async () => {
  const { page } = await openApp();

  // Import. The browser must know in good time that the system's file dialog is answered here.
  const chooser = page.waitForEvent("filechooser");
  await tabTo(page, page.getByRole("button", { name: /^Import accounts/ }));
  await page.keyboard.press("Enter");
  const importing = page.getByRole("dialog", { name: "Import accounts" });
  await expectFocusIn(importing);
  await tabTo(page, importing.getByRole("button", { name: "Choose a file" }));
  await page.keyboard.press("Enter");
  await (await chooser).setFiles({ name: "accounts.csv", mimeType: "text/csv", buffer: Buffer.from(CSV) });
  await tabTo(page, importing.getByRole("button", { name: "Import 60 accounts" }));
  await page.keyboard.press("Enter");
  await tabTo(page, importing.getByRole("button", { name: "Open plan" }));
  await page.keyboard.press("Enter");
  await importing.waitFor({ state: "detached" });
  await expectFocusKept(page);
  await planIsShown(page);

  // Edit a cell
  await tabTo(page, sheet(page));
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("F2");
  const editor = page
    .getByRole("textbox", { name: "Name, row 1" })
    .or(page.getByRole("combobox", { name: "Name, row 1" }));
  await editor.waitFor();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("Corner Bakery");
  await page.keyboard.press("Enter");
  await sheetRow(page, 1).getByRole("gridcell", { name: "Corner Bakery" }).waitFor();
  await expect.poll(() => isFocused(sheet(page))).toBe(true);

  // Select ten and assign them
  const before = await shownFigures(page);
  await page.keyboard.press("Control+Home");
  for (let i = 0; i < 9; i++) await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Control+Shift+A");
  const assigning = page.getByRole("dialog", { name: "Assign 10 accounts to…" });
  await expectFocusIn(assigning);
  await page.keyboard.type("cleo");
  await page.keyboard.press("Enter");
  await assigning.waitFor({ state: "detached" });
  await expect.poll(() => isFocused(sheet(page))).toBe(true);
  // One of the first ten is hers already.
  const cleosAfter = before.territories["Cleo Tran"]!.accounts + 9;
  await expect.poll(() => accountsOf(page, "Cleo Tran")).toBe(cleosAfter);

  await page.keyboard.press("Control+z");
  await expect.poll(() => shownFigures(page)).toEqual(before);
  await page.keyboard.press("Control+y");
  await expect.poll(() => accountsOf(page, "Cleo Tran")).toBe(cleosAfter);

  // Optimize from the palette
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: "Search actions" });
  await expectFocusIn(palette);
  await page.keyboard.press("Escape");
  await palette.waitFor({ state: "detached" });
  await expect.poll(() => isFocused(sheet(page))).toBe(true);
  await page.keyboard.press("Control+k");
  await expectFocusIn(palette);
  await page.keyboard.type("optim");
  await page.keyboard.press("Enter");
  const optimizing = page.getByRole("dialog", { name: "Optimize territories" });
  await expectFocusIn(optimizing);
  await tabTo(page, optimizing.getByRole("button", { name: "Find a better plan" }));
  await page.keyboard.press("Enter");
  const accept = optimizing.getByRole("button", { name: "Accept proposal" });
  await accept.waitFor();
  await expectFocusIn(optimizing);
  await tabTo(page, accept);
  await page.keyboard.press("Enter");
  await optimizing.waitFor({ state: "detached" });
  await expectFocusKept(page);
  expect(Number(await balanceScore(page).textContent())).toBeGreaterThan(90);
  await isSaved(page);

  // Export
  await page.keyboard.press("Control+s");
  const exporting = page.getByRole("dialog", { name: "Export" });
  await expectFocusIn(exporting);
  await tabTo(page, exporting.getByRole("button", { name: "Save file" }));
  const download = page.waitForEvent("download");
  await page.keyboard.press("Enter");
  const rows = await downloadedRows(await (await download).path());
  await exporting.waitFor({ state: "detached" });
  await expectFocusKept(page);
  expect(rows).toHaveLength(60);
  expect(rows[0]!.Name).toBe("Corner Bakery");
  for (const rep of REPS) {
    expect(rows.filter((row) => row.Territory === rep)).toHaveLength(await accountsOf(page, rep));
  }
});

/** Presses Tab until the element has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses < 60; presses++) {
    if (await isFocused(target)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Expected to reach ${target} with Tab, got around without it.`);
}

function isFocused(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === document.activeElement);
}

async function expectFocusIn(dialog: Locator): Promise<void> {
  await dialog.waitFor();
  await expect.poll(() => dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
}

async function expectFocusKept(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.activeElement !== document.body)).toBe(true);
}

async function accountsOf(page: Page, name: string): Promise<number> {
  return (await shownFigures(page)).territories[name]!.accounts;
}

function makeCsv(): string {
  const towns = [
    "Denver,CO,80202",
    "Boulder,CO,80302",
    "Austin,TX,78701",
    "Dallas,TX,75201",
    "Houston,TX,77002",
    "Chicago,IL,60601",
    "Boston,MA,02108",
    "New York,NY,10001",
    "Seattle,WA,98101",
    "Portland,OR,97201",
    "Phoenix,AZ,85001",
    "Miami,FL,33101",
  ];
  const rows = Array.from({ length: 60 }, (_, i) => {
    const owner = i % 6 < 4 ? REPS[0] : REPS[(i % 6) - 3];
    return `A-${100 + i},Account ${i + 1},${towns[i % 12]},${owner},${10_000 + 700 * i}`;
  });
  return ["Account ID,Name,City,State,Zip,Owner,Annual Revenue", ...rows].join("\r\n");
}
