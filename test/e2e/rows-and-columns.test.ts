import type { Locator, Page } from "playwright-core";
import { expect, it } from "vitest";
import { openApp } from "./helpers/open-app";
import {
  exportedRows,
  importCsv,
  isSaved,
  openSamplePlan,
  sheet,
  sheetRow,
  territory,
} from "./helpers/plan-window";

const ROWS = [
  "Account,Account ID,Region,Score,Signed,Revenue,State,Owner",
  "Acme,007,East,10,03/04/2025,100,CA,Ann",
  "Bolt,008,West,20,25/04/2025,200,CA,Ann",
  "Cole,009,East,n/a,05/06/2025,300,NY,Bob",
  "Dune,010,North,40,,400,NY,Bob",
].join("\n");

it("adds, inserts and deletes rows by key, and undo brings back what went with them", async () => {
  const { page } = await openApp();
  await importCsv(page, ROWS);
  await sheet(page).focus();
  await press(page, "Control+Home", "ArrowDown");
  expect(await names(page)).toEqual(["Acme", "Bolt", "Cole", "Dune"]);

  await press(page, "Control+Shift++");
  await page.keyboard.type("New");
  await press(page, "Enter");
  expect(await names(page)).toEqual(["Acme", "New", "Bolt", "Cole", "Dune"]);
  await expectCell(page, 2, "Territory", "Unassigned");

  // As many as are selected.
  await goToCell(page, 3, "Account");
  await press(page, "Shift+ArrowDown", "Control+Shift++");
  expect(await names(page)).toEqual(["Acme", "New", "", "", "Bolt", "Cole", "Dune"]);
  await press(page, "Control+z");
  expect(await names(page)).toEqual(["Acme", "New", "Bolt", "Cole", "Dune"]);

  await goToCell(page, 3, "Account");
  await press(page, "Control+-");
  expect(await names(page)).toEqual(["Acme", "New", "Cole", "Dune"]);
  await press(page, "Control+z");
  expect(await names(page)).toEqual(["Acme", "New", "Bolt", "Cole", "Dune"]);
  await expectCell(page, 3, "Territory", "Ann");

  await isSaved(page);
  await page.reload();
  await sheetRow(page, 1).waitFor();
  expect(await names(page)).toEqual(["Acme", "New", "Bolt", "Cole", "Dune"]);
  expect((await exportedRows(page)).map((row) => row.Account)).toEqual([
    "Acme",
    "New",
    "Bolt",
    "Cole",
    "Dune",
  ]);
});

it("adds and deletes rows of every sheet by mouse", async () => {
  const { page } = await openApp();
  await openSamplePlan(page);
  for (const [tab, noun] of [
    ["Leads", "lead"],
    ["Deals", "deal"],
    ["Reps", "rep"],
  ] as const) {
    await page.getByRole("tab", { name: tab }).click();
    await sheetRow(page, 1, tab).waitFor();
    const before = await rowCount(page, tab);
    await page
      .getByRole("tabpanel", { name: tab })
      .getByRole("button", { name: `Add ${noun}`, exact: true })
      .click();
    await expect.poll(() => rowCount(page, tab)).toBe(before + 1);
    await sheetRow(page, before + 1, tab).waitFor();
    await sheetRow(page, before + 1, tab)
      .locator("[data-column]")
      .first()
      .click({ button: "right" });
    await page.getByRole("menuitem", { name: `Insert 1 ${noun} above` }).click();
    await expect.poll(() => rowCount(page, tab)).toBe(before + 2);
    await sheetRow(page, before + 1, tab)
      .locator("[data-column]")
      .first()
      .click({ button: "right" });
    await page.getByRole("menuitem", { name: `Delete 1 ${noun}` }).click();
    await expect.poll(() => rowCount(page, tab)).toBe(before + 1);
    await page.getByRole("button", { name: "Undo", exact: true }).first().click();
    await expect.poll(() => rowCount(page, tab)).toBe(before + 2);
  }
  await page.getByRole("tab", { name: "Territories" }).click();
  const before = await rowCount(page, "Territories");
  await page
    .getByRole("tabpanel", { name: "Territories" })
    .getByRole("button", { name: "Add territory", exact: true })
    .click();
  await expect.poll(() => rowCount(page, "Territories")).toBe(before + 1);
  await territory(page, "Territory 25").waitFor();
  await sheet(page, "Territories").focus();
  await press(page, "Control+-");
  await expect.poll(() => rowCount(page, "Territories")).toBe(before);
});

it("retypes a column after saying what cannot be converted, and finds its texts again", async () => {
  const { page } = await openApp();
  await importCsv(page, ROWS);
  await sheet(page).focus();
  await chooseFromMenu(page, "Signed", "Type…");
  const dialog = page.getByRole("dialog", { name: "Type of Signed" });
  const type = dialog.getByRole("combobox", { name: "Type" });
  if ((await type.inputValue()) !== "text") {
    // The import may have read the dates already: begin with their texts.
    await type.selectOption("text");
    await dialog.getByRole("button", { name: "Change type" }).click();
    await chooseFromMenu(page, "Signed", "Type…");
  }
  await type.selectOption("date");
  await dialog.getByText("How is 03/04/2025 read?").waitFor();
  // 25/04 shows which part is the day.
  expect(await dialog.getByRole("radio", { name: "Day first" }).isChecked()).toBe(true);
  await dialog.getByText("All 4 rows can be of this type.").waitFor();
  await dialog.getByRole("radio", { name: "Month first" }).check();
  await dialog.getByText("1 of the rows cannot be of this type:").waitFor();
  await dialog.getByText("25/04/2025").waitFor();
  await dialog.getByRole("button", { name: "Change type" }).click();
  await expectCell(page, 1, "Signed", "Mar 4, 2025");
  await expectCell(page, 2, "Signed", "");

  await chooseFromMenu(page, "Signed", "Type…");
  await type.selectOption("text");
  await dialog.getByRole("button", { name: "Change type" }).click();
  await expectCell(page, 1, "Signed", "03/04/2025");
  await expectCell(page, 2, "Signed", "25/04/2025");

  await chooseFromMenu(page, "Account ID", "Type…");
  const ids = page.getByRole("dialog", { name: "Type of Account ID" });
  await ids.getByRole("combobox", { name: "Type" }).selectOption("number");
  await ids.getByRole("button", { name: "Change type" }).click();
  await expectCell(page, 1, "Account ID", "7");
  await chooseFromMenu(page, "Account ID", "Type…");
  await ids.getByRole("combobox", { name: "Type" }).selectOption("text");
  await ids.getByRole("button", { name: "Change type" }).click();
  await expectCell(page, 1, "Account ID", "007");
});

it("inserts, renames, duplicates, moves, hides and deletes columns by keyboard alone", async () => {
  const { page } = await openApp();
  await importCsv(page, ROWS);
  await sheet(page).focus();
  await goToHeader(page, "Region");
  await press(page, "Control+Shift++");
  await page.getByRole("textbox", { name: "New name of New column" }).waitFor();
  await page.keyboard.type("Region");
  await press(page, "Enter");
  await page.getByRole("alert").getByText("There is a column Region already.").waitFor();
  await press(page, "Control+a");
  await page.keyboard.type("Notes");
  await press(page, "Enter");
  await press(page, "ArrowRight");
  expect(await focusedHeader(page)).toBe("Region");

  await press(page, "ArrowLeft", "ArrowDown");
  await page.keyboard.type("call first");
  await press(page, "Enter");
  await expectCell(page, 1, "Notes", "call first");
  await goToHeader(page, "Notes");
  await press(page, "F2", "Control+a");
  await page.keyboard.type("Remarks");
  await press(page, "Enter");
  await expectCell(page, 1, "Remarks", "call first");

  await goToHeader(page, "Remarks");
  await chooseByKeys(page, "Duplicate");
  await expectCell(page, 1, "Remarks 2", "call first");
  await goToHeader(page, "Remarks 2");
  const width = await headerWidth(page, "Remarks 2");
  await press(page, "Alt+Shift+ArrowRight", "Alt+Shift+ArrowRight");
  await expect.poll(() => headerWidth(page, "Remarks 2")).toBe(width + 32);
  await chooseByKeys(page, "Hide");
  await expect.poll(() => headers(page)).not.toContain("Remarks 2");

  await goToHeader(page, "Region");
  await chooseByKeys(page, "Columns…");
  const dialog = page.getByRole("dialog", { name: "Columns" });
  await dialog.getByRole("textbox", { name: "Find a column" }).fill("re");
  await dialog.getByRole("checkbox", { name: "Remarks 2" }).press("Space");
  await expect.poll(() => headers(page)).toContain("Remarks 2");
  await dialog.getByRole("textbox", { name: "Find a column" }).fill("");
  await dialog.getByRole("checkbox", { name: "Score" }).focus();
  await press(page, "Alt+ArrowUp");
  const listed = () => dialog.getByRole("list", { name: "Columns" }).getByRole("listitem").allInnerTexts();
  await expect
    .poll(async () => (await listed()).findIndex((text) => text.includes("Score")))
    .toBe((await listed()).findIndex((text) => text.includes("Region")) - 1);
  await press(page, "Escape");

  await goToHeader(page, "Revenue");
  await press(page, "Control+-");
  const question = page.getByRole("dialog", { name: "Delete Revenue?" });
  await question.getByText("Used as Revenue").waitFor();
  await question.getByText("Measure Revenue").waitFor();
  await press(page, "Enter");
  await expect.poll(() => headers(page)).not.toContain("Revenue");
  await press(page, "Control+z");
  await expect.poll(() => headers(page)).toContain("Revenue");
  await expectCell(page, 4, "Revenue", "$400");
});

it("freezes, fits and renames columns by mouse", async () => {
  const { page } = await openApp();
  await openSamplePlan(page);
  await header(page, "Territory").hover();
  await page.getByRole("button", { name: "Territory column menu" }).click();
  await page.getByRole("menuitem", { name: "Freeze up to here" }).click();
  await expect.poll(() => frozen(page)).toEqual(["Account", "Territory"]);
  await header(page, "Account").click({ button: "right" });
  await page.getByRole("menuitem", { name: "Unfreeze all" }).click();
  await expect.poll(() => frozen(page)).toEqual([]);

  const before = await headerWidth(page, "Account");
  await header(page, "Account").locator(".grid-head-edge").dblclick();
  await expect.poll(() => headerWidth(page, "Account")).not.toBe(before);

  await header(page, "Account").locator(".grid-head-label").dblclick();
  await page.getByRole("textbox", { name: "New name of Account" }).fill("Customer");
  await page.keyboard.press("Enter");
  await header(page, "Customer").waitFor();
  expect(await header(page, "Customer").getAttribute("aria-sort")).toBe("none");
});

it("refuses what breaks a strict rule, marks what breaks a lenient one, and shows only the broken cells", async () => {
  const { page } = await openApp();
  await importCsv(page, ROWS);
  await sheet(page).focus();
  await chooseFromMenu(page, "Region", "Check cells…");
  const dialog = page.getByRole("dialog", { name: "Check the cells of Region" });
  await dialog.getByRole("radio", { name: "One of a list" }).check();
  await dialog.getByRole("textbox", { name: /What may be chosen/ }).fill("East\nWest");
  await dialog.getByText("1 cell breaks it now.").waitFor();
  await dialog.getByRole("button", { name: "Save", exact: true }).click();

  await goToCell(page, 1, "Region");
  await page.keyboard.type("Soth");
  await press(page, "Enter");
  await page.getByRole("alert").getByText("Choose one of the list: East, West.").waitFor();
  await press(page, "Control+a");
  await page.keyboard.type("West");
  await press(page, "Enter");
  await expectCell(page, 1, "Region", "West");
  await goToCell(page, 1, "Region");
  await press(page, "F2");
  await page.getByRole("listbox", { name: "Region" }).getByRole("option", { name: "East" }).waitFor();
  await press(page, "Escape");

  await chooseFromMenu(page, "Region", "Check cells…");
  await dialog.getByRole("radio", { name: "is taken and marked" }).check();
  await dialog.getByRole("button", { name: "Save", exact: true }).click();
  await goToCell(page, 2, "Region");
  await page.keyboard.type("South");
  await press(page, "Enter");
  await expectCell(page, 2, "Region", "South");
  expect(await (await cell(page, 2, "Region")).getAttribute("aria-invalid")).toBe("true");
  await chooseFromMenu(page, "Region", "Check cells…");
  await dialog.getByRole("button", { name: "Save and show 2 cells" }).click();
  await expect.poll(() => names(page)).toEqual(["Bolt", "Dune"]);
  await page.getByRole("button", { name: "Show all accounts again" }).click();
  await expect.poll(() => names(page)).toEqual(["Acme", "Bolt", "Cole", "Dune"]);
});

it("colors cells by their numbers, and anew when a number changes", async () => {
  const { page } = await openApp();
  await importCsv(page, ROWS);
  await sheet(page).focus();
  await chooseFromMenu(page, "Revenue", "Color cells…");
  const dialog = page.getByRole("dialog", { name: "Color the cells of Revenue" });
  await dialog.getByRole("radio", { name: "Both ways from a middle" }).check();
  expect(await dialog.getByRole("list", { name: "Preview" }).getByRole("listitem").count()).toBe(4);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect
    .poll(() => strengths(page, "Revenue"))
    .toEqual(["low 100%", "low 33.3%", "high 33.3%", "high 100%"]);
  await goToCell(page, 4, "Revenue");
  await page.keyboard.type("300");
  await press(page, "Enter");
  await expect
    .poll(() => strengths(page, "Revenue"))
    .toEqual(["low 100%", "high 0%", "high 100%", "high 100%"]);
});

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

function header(page: Page, name: string): Locator {
  return sheet(page)
    .locator(".grid-head-cell")
    .filter({ has: page.getByText(name, { exact: true }) });
}

/** Those drawn; also while a dialog hides the sheet from everyone else. */
async function headers(page: Page): Promise<string[]> {
  return page
    .locator('.grid[aria-label="Accounts"]')
    .evaluate((grid) =>
      [...grid.querySelectorAll<HTMLElement>(".grid-head-cell")]
        .sort((a, b) => Number(a.ariaColIndex) - Number(b.ariaColIndex))
        .map((cell) => cell.querySelector(".grid-head-text")?.textContent ?? ""),
    );
}

function frozen(page: Page): Promise<string[]> {
  return sheet(page).locator(".grid-head .grid-edge .grid-head-text").allTextContents();
}

async function headerWidth(page: Page, name: string): Promise<number> {
  return Math.round((await header(page, name).boundingBox())!.width);
}

/** Brings a column into view by keys, and the focus into its header. */
async function goToHeader(page: Page, name: string): Promise<void> {
  await sheet(page).focus();
  await press(page, "Control+Home", "ArrowUp");
  for (let step = 0; step < 60; step++) {
    if ((await focusedHeader(page)) === name) return;
    await press(page, "ArrowRight");
  }
  throw new Error(`Expected a column ${name}, got none.`);
}

async function goToCell(page: Page, row: number, name: string): Promise<void> {
  await goToHeader(page, name);
  for (let step = 0; step < row; step++) await press(page, "ArrowDown");
}

function focusedHeader(page: Page): Promise<string> {
  return sheet(page).evaluate((grid) => {
    const focused = document.getElementById(grid.getAttribute("aria-activedescendant") ?? "");
    return focused?.querySelector(".grid-head-text")?.textContent ?? "";
  });
}

async function chooseFromMenu(page: Page, name: string, item: string): Promise<void> {
  await goToHeader(page, name);
  await header(page, name).hover();
  await page.getByRole("button", { name: `${name} column menu`, exact: true }).click();
  await page.getByRole("menuitem", { name: item, exact: true }).click();
}

async function chooseByKeys(page: Page, item: string): Promise<void> {
  await press(page, "Shift+F10");
  const wanted = page.getByRole("menuitem", { name: item, exact: true });
  await wanted.waitFor();
  for (let step = 0; step < 40; step++) {
    if ((await wanted.getAttribute("data-highlighted")) !== null) break;
    await press(page, "ArrowDown");
  }
  await press(page, "Enter");
}

/** The cell at a position counted from 1, its column in view. */
async function cell(page: Page, row: number, name: string): Promise<Locator> {
  await goToHeader(page, name);
  const key = await header(page, name).getAttribute("data-column");
  return sheetRow(page, row).locator(`[data-column="${key}"]`);
}

async function expectCell(page: Page, row: number, name: string, text: string): Promise<void> {
  const found = await cell(page, row, name);
  await expect.poll(() => found.innerText()).toBe(text);
}

/** The names of the rows in their order. */
async function names(page: Page): Promise<string[]> {
  return sheet(page).evaluate((grid) =>
    [...grid.querySelectorAll<HTMLElement>(".grid-body .grid-row:not(.grid-row-spare)")]
      .sort((a, b) => Number(a.ariaRowIndex) - Number(b.ariaRowIndex))
      .map((row) => row.querySelector(".grid-edge [data-column]")?.textContent ?? ""),
  );
}

async function rowCount(page: Page, name: string): Promise<number> {
  return Number(await sheet(page, name).getAttribute("aria-rowcount")) - 1;
}

async function strengths(page: Page, name: string): Promise<string[]> {
  await goToHeader(page, name);
  const key = await header(page, name).getAttribute("data-column");
  return sheet(page).evaluate(
    (grid, column) =>
      [...grid.querySelectorAll<HTMLElement>(".grid-body .grid-row:not(.grid-row-spare)")]
        .sort((a, b) => Number(a.ariaRowIndex) - Number(b.ariaRowIndex))
        .map((row) => {
          const painted = row.querySelector<HTMLElement>(`[data-column="${column}"]`)!;
          const side = painted.classList.contains("grid-heat-low") ? "low" : "high";
          return `${side} ${painted.style.getPropertyValue("--paint-to")}`;
        }),
    key,
  );
}
