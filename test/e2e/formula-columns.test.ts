import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { expectNoSeriousProblem } from "./helpers/accessibility";
import { openApp } from "./helpers/open-app";
import { isSaved, meter, importCsv as openCsv, sheet, sheetRow } from "./helpers/plan-window";

const CSV = [
  "Account ID,Account Name,Territory,Owner,Industry,Revenue,Size",
  "1,Acme,East,Ann,Finance,100,4",
  "2,Bolt,East,Ann,Retail,300,0",
  "3,Cove,West,Bob,Finance,200,2",
  "4,Dune,West,Bob,Retail,400,5",
].join("\n");

const dialog = (page: Page) => page.getByRole("dialog");
const editor = (page: Page) => dialog(page).getByRole("textbox", { name: "Formula", exact: true });

async function addFormula(page: Page, name: string, text: string): Promise<void> {
  await page
    .getByRole("tabpanel", { name: "Accounts" })
    .getByRole("button", { name: "Add calculated column" })
    .click();
  await page.getByRole("menuitem", { name: "Formula column…" }).click();
  await dialog(page).getByRole("textbox", { name: "Name of the column" }).fill(name);
  await editor(page).fill(text);
}

async function save(page: Page): Promise<void> {
  await dialog(page)
    .getByRole("button", { name: /^(Add column|Save)$/ })
    .click();
  await dialog(page).waitFor({ state: "detached" });
}

/** The sheet over the whole window, so that every column is drawn. */
async function openAccounts(page: Page): Promise<void> {
  await openCsv(page, CSV);
  await page.getByRole("group", { name: "Panes" }).getByRole("button", { name: "Map" }).click();
}

/** What a column shows, account by account. */
async function cells(page: Page, header: string): Promise<string[]> {
  const at = Number(
    await sheet(page).getByRole("columnheader", { name: header }).first().getAttribute("aria-colindex"),
  );
  const texts: string[] = [];
  for (let row = 1; row <= 4; row++) {
    texts.push(await sheetRow(page, row).locator(`[aria-colindex="${at}"]`).innerText());
  }
  return texts;
}

it("calculates a column from a formula, and again what an edit touches", async () => {
  const { page } = await openApp({ viewport: { width: 2400, height: 900 } });
  await openAccounts(page);

  await addFormula(page, "Score", "");
  // Typed as a person does, with the column taken from what is offered.
  await editor(page).pressSequentially("=[rev");
  await dialog(page)
    .getByRole("option", { name: /^Revenue/ })
    .waitFor();
  await page.keyboard.press("Enter");
  await editor(page).pressSequentially(' * 0.3 + IF([Industry] = "Finance", 10, 0)');
  expect(await editor(page).inputValue()).toBe('=[Revenue] * 0.3 + IF([Industry] = "Finance", 10, 0)');
  await expect.poll(() => dialog(page).getByRole("table", { name: "Preview" }).innerText()).toContain("40");
  await expectNoSeriousProblem(page, '[role="dialog"]');
  await save(page);
  await expect.poll(() => cells(page, "Score")).toEqual(["40", "90", "70", "120"]);

  await addFormula(page, "In territory", "=RANK_IN_TERRITORY([Score])");
  await save(page);
  await addFormula(page, "Each", "=[Revenue] / [Size]");
  await save(page);
  await expect.poll(() => cells(page, "In territory")).toEqual(["2", "1", "2", "1"]);
  expect(await cells(page, "Each")).toEqual(["25", "Division by zero", "100", "80"]);

  const at = await sheet(page)
    .getByRole("columnheader", { name: "Revenue" })
    .first()
    .getAttribute("aria-colindex");
  await sheetRow(page, 1).locator(`[aria-colindex="${at}"]`).click();
  await page.keyboard.type("1000");
  await page.keyboard.press("Enter");
  await expect.poll(() => cells(page, "Score")).toEqual(["310", "90", "70", "120"]);
  expect(await cells(page, "In territory")).toEqual(["1", "2", "2", "1"]);
  expect(await cells(page, "Each")).toEqual(["250", "Division by zero", "100", "80"]);
  await page.keyboard.press("Control+z");
  await expect.poll(() => cells(page, "Score")).toEqual(["40", "90", "70", "120"]);
});

it("refuses circles and mistakes at their place, and keeps what is written", async () => {
  const { page } = await openApp({ viewport: { width: 2400, height: 900 } });
  await openAccounts(page);
  await addFormula(page, "First", "=[Revenue] + 1");
  await save(page);
  await addFormula(page, "Second", "=[First] * 2");
  await save(page);

  // F2 on a calculated cell opens its formula.
  const at = await sheet(page)
    .getByRole("columnheader", { name: "First" })
    .first()
    .getAttribute("aria-colindex");
  await sheetRow(page, 1).locator(`[aria-colindex="${at}"]`).click();
  await page.keyboard.press("F2");
  await editor(page).fill("=[Second] + 1");
  await dialog(page).getByText("“First” uses “Second”, “Second” uses “First”").waitFor();
  expect(await dialog(page).locator("mark").innerText()).toBe("[Second]");
  await expect.poll(() => dialog(page).getByRole("button", { name: "Save" }).isDisabled()).toBe(true);
  await editor(page).fill("=[Revenu] + 1");
  await dialog(page).getByText("Did you mean “Revenue”?").waitFor();
  await editor(page).fill("=[Revenue] + 2");
  await dialog(page).getByRole("textbox", { name: "Name of the column" }).fill("Renamed");
  await save(page);
  await expect.poll(() => cells(page, "Second")).toEqual(["204", "604", "404", "804"]);

  await isSaved(page);
  await page.reload();
  await sheet(page).waitFor();
  await expect.poll(() => cells(page, "Second")).toEqual(["204", "604", "404", "804"]);
  await sheetRow(page, 1)
    .locator(
      `[aria-colindex="${await sheet(page).getByRole("columnheader", { name: "Second" }).first().getAttribute("aria-colindex")}"]`,
    )
    .click();
  await page.keyboard.press("F2");
  await expect.poll(() => editor(page).inputValue()).toBe("=[Renamed] * 2");
  await page.keyboard.press("Escape");
  await dialog(page).waitFor({ state: "detached" });

  await sheetRow(page, 1).locator(`[aria-colindex="${at}"]`).click();
  await page.keyboard.press("F2");
  await dialog(page).getByRole("button", { name: "Delete column" }).click();
  await expect.poll(async () => (await cells(page, "Second"))[0]).toContain("is gone");
  await page.keyboard.press("Control+z");
  await expect.poll(() => cells(page, "Second")).toEqual(["204", "604", "404", "804"]);
});

it("balances a formula column, and says why one of territories cannot be balanced", async () => {
  const { page } = await openApp({ viewport: { width: 2400, height: 900 } });
  await openAccounts(page);
  await addFormula(page, "Score", "=[Revenue] * 2");
  await save(page);
  await addFormula(page, "Part", "=PERCENT_OF_TERRITORY([Revenue])");
  await save(page);
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").last().fill("Measures");
  await page.keyboard.press("Enter");
  const measures = dialog(page);
  const add = measures.getByRole("combobox", { name: "Add a measure" });
  expect(await add.locator("option", { hasText: "Part" }).isDisabled()).toBe(true);
  await add.selectOption({ label: "Score" });
  await measures
    .getByRole("button", { name: /^(Save|Done|Apply)/ })
    .first()
    .click();
  await meter(page, "East", "Score").waitFor();
  // 800 of 2,000 against half of it.
  await expect.poll(() => meter(page, "East", "Score").getAttribute("aria-valuenow")).toBe("80");
});

it("shows another scenario's territories and changes beside the data", async () => {
  const { page } = await openApp({ viewport: { width: 2400, height: 900 } });
  await openAccounts(page);
  const tabs = page.getByRole("tablist", { name: "Scenarios" });
  await tabs.getByRole("tab", { name: "Current", exact: true }).click({ button: "right" });
  await page.getByRole("menuitem", { name: "Copy this scenario" }).click();
  await tabs.getByRole("tab", { name: "Scenario 1", exact: true }).waitFor();
  await sheetRow(page, 1).locator('[aria-colindex="2"]').click();
  await page.keyboard.press("Control+Shift+A");
  await page.getByRole("option", { name: /West/ }).click();

  const add = async (item: string) => {
    const accounts = page.getByRole("tabpanel", { name: "Accounts" });
    await accounts.getByRole("button", { name: "Add calculated column" }).click();
    await page.getByRole("menuitem", { name: item }).click();
  };
  await add("Territory in a scenario…");
  await dialog(page).getByRole("combobox", { name: "Scenario" }).selectOption({ label: "Current" });
  await dialog(page).getByRole("textbox", { name: "Name of the column" }).fill("Then");
  await save(page);
  await expect.poll(() => cells(page, "Then")).toEqual(["East", "East", "West", "West"]);
  await add("Change between scenarios…");
  await dialog(page).getByRole("combobox", { name: "Measure" }).selectOption({ label: "Revenue" });
  await dialog(page).getByRole("combobox", { name: "From" }).selectOption({ label: "Current" });
  await dialog(page).getByRole("combobox", { name: "To" }).selectOption({ index: 1 });
  await dialog(page).getByRole("textbox", { name: "Name of the column" }).fill("Change");
  await save(page);
  await expect.poll(() => cells(page, "Change")).toEqual(["+$100", "-$100", "+$100", "+$100"]);

  await sheet(page).getByRole("columnheader", { name: "Change" }).first().click();
  await expect.poll(() => cells(page, "Change")).toEqual(["-$100", "+$100", "+$100", "+$100"]);
});
