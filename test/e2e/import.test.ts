import { existsSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { chooseImport, dropFiles, IMPORT_BUTTON, importFile } from "./helpers/import-file";
import { openApp } from "./helpers/open-app";

const CSV = [
  "Account ID,Account Name,City,State,Zip,Owner,Region,Annual Revenue,Visits",
  "A1,Acme,Boston,MA,02139,Ann Lee,East,1200,4",
  "A2,Bolt,Austin,TX,73301,Ben Ode,South,800,n/a",
  "A3,=SUM(A1),Denver,CO,80202,Ann Lee,West,450,2",
  "A4,<img src=x onerror=alert(1)>,Chicago,IL,60601,Ben Ode,West,300,1",
].join("\n");
const accounts = { name: "accounts.csv", text: CSV };

describe("the import of a file", () => {
  it("shows the file and its problems, takes corrections, reports, and only then opens the plan", async () => {
    const { page } = await openApp();
    const dialog = await chooseImport(page, accounts);
    expect(await dialog.textContent()).toContain("4 rows");
    const meaning = (column: string) => dialog.getByLabel(`Meaning of column ${column}`, { exact: true });
    expect(await meaning("Account ID").inputValue()).toBe("key");
    expect(await meaning("Zip").inputValue()).toBe("postalCode");
    expect(await meaning("Owner").inputValue()).toBe("owner");

    const region = meaning("Region");
    await region.selectOption("territory");
    await dialog.getByRole("radio", { name: /^One territory per owner/ }).check();
    await expect
      .poll(() => dialog.getByRole("region", { name: "Territories today" }).textContent())
      .toContain("2 territories, 2 reps");

    await meaning("Account ID").selectOption("skip");
    await dialog.getByRole("button", { name: IMPORT_BUTTON }).click();
    await dialog.getByRole("button", { name: "Open plan" }).waitFor();
    expect(await dialog.textContent()).toContain("4 accounts are ready, 4 of them on the map.");
    expect(await page.getByRole("grid").count()).toBe(0);

    await dialog.getByRole("button", { name: "Back" }).click();
    await meaning("Account ID").selectOption("key");
    await dialog.getByRole("button", { name: IMPORT_BUTTON }).click();
    await dialog.getByRole("button", { name: "Open plan" }).click();

    expect(await rowCount(page)).toBe(4);
    const territories = page.getByRole("region", { name: "Territories" });
    await territories.getByText("Ann Lee").first().waitFor();
    await page.getByRole("grid", { name: "Accounts" }).getByText("<img src=x onerror=alert(1)>").waitFor();
  });

  it("works by keyboard alone", async () => {
    const { page } = await openApp();
    const start = page.getByRole("button", { name: /^Import/ });
    await tabTo(page, start);
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Import accounts" });
    await tabTo(page, dialog.getByRole("button", { name: "Choose a file" }));
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.keyboard.press("Enter")]);
    await chooser.setFiles({ name: accounts.name, mimeType: "text/csv", buffer: Buffer.from(CSV) });
    await dialog.getByRole("button", { name: IMPORT_BUTTON }).waitFor();

    await tabTo(page, dialog.getByLabel("Meaning of column Visits", { exact: true }));
    await page.keyboard.press("v");
    expect(await dialog.getByLabel("Meaning of column Visits", { exact: true }).inputValue()).toBe("visits");

    await tabTo(page, dialog.getByRole("button", { name: IMPORT_BUTTON }));
    await page.keyboard.press("Enter");
    const open = dialog.getByRole("button", { name: "Open plan" });
    await open.waitFor();
    await tabTo(page, open);
    await page.keyboard.press("Enter");
    await dialog.waitFor({ state: "hidden" });
    expect(await rowCount(page)).toBe(4);
  });

  it("reads the file otherwise when told so", async () => {
    const { page } = await openApp();
    const dialog = await chooseImport(page, {
      name: "a.csv",
      text: "Prices 2025\nName;Cost\nA;1,5\nB;2,5\n",
    });
    await dialog.getByLabel("Header row").selectOption({ label: "None" });
    await dialog.getByLabel("Meaning of column Column 1", { exact: true }).waitFor();
    await dialog.getByLabel("Header row").selectOption("1");
    await dialog.getByLabel("Meaning of column Cost", { exact: true }).waitFor();
    await dialog.getByLabel("Delimiter").selectOption("|");
    await dialog.getByLabel("Meaning of column Name;Cost", { exact: true }).waitFor();
    await dialog.getByLabel("Delimiter").selectOption(";");
    await dialog.getByLabel("Meaning of column Cost", { exact: true }).waitFor();
  });

  it("combines order lines into accounts when the planner says so", async () => {
    const { page } = await openApp();
    const lines = Array.from({ length: 30 }, (_, i) => `C${i % 5},Shop ${i % 5},Boston,MA,${10 + i}`);
    const dialog = await chooseImport(page, {
      name: "orders.csv",
      text: ["Customer ID,Customer Name,City,State,Sales", ...lines].join("\n"),
    });
    const combine = dialog.getByLabel("Combine rows of the same customer into one account");
    await combine.check();
    await expect.poll(() => dialog.textContent()).toContain("30 rows → 5 accounts");
    expect(await dialog.getByLabel("How to combine column Sales").inputValue()).toBe("sum");
    await combine.uncheck();
    await dialog.getByRole("button", { name: "Import 30 accounts" }).waitFor();
  });
});

describe("a file that is no table of accounts", () => {
  it.each([
    ["an empty file", { name: "empty.csv", text: "" }, /empty/i],
    [
      "a picture",
      { name: "logo.csv", text: new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10, 0, 0]) },
      /not/i,
    ],
    [
      "a quote that never closes",
      { name: "q.csv", text: `Name,City\n"Acme,Boston\n${"x,y\n".repeat(500)}` },
      /quote/i,
    ],
  ])("%s is refused in words, and another can be chosen", async (_what, file, words) => {
    const { page } = await openApp();
    const dialog = await chooseImport(page, file);
    expect(await dialog.getByRole("alert").textContent()).toMatch(words);
    await dialog.getByRole("button", { name: "Choose another file" }).click();
    await dialog.getByRole("button", { name: "Choose a file" }).waitFor();
  });
});

it("reads a file whose quote never closes once quote marks are ordinary characters", async () => {
  const { page } = await openApp();
  const dialog = await chooseImport(page, {
    name: "inches.csv",
    text: `Name,Size\n"Acme,12\n${"Bolt,3\n".repeat(99)}`,
  });
  await dialog.getByRole("button", { name: "Read quote marks as ordinary characters" }).click();
  await dialog.getByRole("button", { name: "Import 100 accounts" }).waitFor();
  expect(await dialog.getByLabel("Quote marks hold a cell together").isChecked()).toBe(false);
});

describe("other ways in", () => {
  it("takes rows pasted on the start page", async () => {
    const { page } = await openApp();
    await page.getByRole("button", { name: /^Import/ }).waitFor();
    await page.evaluate(
      (text) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData("text/plain", text);
        document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
      },
      CSV.replaceAll(",", "\t"),
    );
    const dialog = page.getByRole("dialog", { name: "Import accounts" });
    await dialog.getByRole("button", { name: "Import 4 accounts" }).waitFor();
  });

  it("takes dropped files one by one, and says what cannot be opened", async () => {
    const { page } = await openApp();
    await page.getByRole("button", { name: /^Import/ }).waitFor();
    await dropFiles(page, [accounts, { name: "two.csv", text: "Name,City\nA,Boston\nB,Austin\n" }]);
    const dialog = page.getByRole("dialog", { name: "Import accounts" });
    await dialog.getByRole("button", { name: "Import 4 accounts" }).waitFor();
    expect(await dialog.textContent()).toContain("One more file has its turn after this one.");
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await dialog.getByRole("button", { name: "Import 2 accounts" }).waitFor();
    await dialog.getByRole("button", { name: "Cancel" }).click();

    await dropFiles(page, [{ name: "Q3.xlsx", text: "PK" }]);
    await page.getByRole("alert").filter({ hasText: "Q3.xlsx" }).waitFor();
  });

  it("asks before it is discarded, by Esc and × alike, in every step", async () => {
    const { page } = await openApp();
    await page
      .getByRole("button", { name: /^Import/ })
      .first()
      .click();
    const dialog = page.getByRole("dialog", { name: "Import accounts" });
    await dialog.getByRole("button", { name: "Choose a file" }).waitFor();
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });

    await chooseImport(page, accounts);
    const question = dialog.getByText("Discard this import?");
    const asks = async (leave: () => Promise<void>) => {
      await leave();
      await question.waitFor();
      await dialog.getByRole("button", { name: "Keep importing" }).click();
      await question.waitFor({ state: "hidden" });
    };
    const ways = [
      () => page.keyboard.press("Escape"),
      () => dialog.getByRole("button", { name: "Close" }).click(),
    ];
    for (const leave of ways) await asks(leave);
    expect(await dialog.textContent()).not.toContain("The open plan stays as it is.");
    await dialog.getByRole("button", { name: IMPORT_BUTTON }).click();
    await dialog.getByRole("button", { name: "Open plan" }).waitFor();
    for (const leave of ways) await asks(leave);
    await page.keyboard.press("Escape");
    await dialog.getByRole("button", { name: "Discard" }).click();
    await dialog.waitFor({ state: "hidden" });
  });

  it("warns that no column says where the accounts are, and does not call that a success", async () => {
    const { page } = await openApp();
    const dialog = await chooseImport(page, { name: "two.csv", text: "Name,Sales\nA,5\nB,6\n" });
    await dialog.getByText("No column says where the accounts are", { exact: true }).waitFor();
    await dialog.getByRole("button", { name: IMPORT_BUTTON }).click();
    await dialog.getByRole("button", { name: "Open plan" }).waitFor();
    await dialog.locator(".report-headline").getByRole("img", { name: "Warning" }).waitFor();
  });

  it("leaves the open plan as it is until the import is confirmed", async () => {
    const { page } = await openApp();
    await importFile(page, accounts);
    const dialog = await chooseImport(page, { name: "two.csv", text: "Name,City\nA,Boston\nB,Austin\n" });
    await dialog.getByRole("button", { name: IMPORT_BUTTON }).click();
    await dialog.getByRole("button", { name: "Open plan" }).waitFor();
    await dialog.getByRole("button", { name: "Close" }).click();
    await dialog.getByRole("button", { name: "Discard" }).click();
    await dialog.waitFor({ state: "hidden" });
    expect(await rowCount(page)).toBe(4);
    await importFile(page, { name: "two.csv", text: "Name,City\nA,Boston\nB,Austin\n" });
    await expect.poll(() => rowCount(page)).toBe(2);
  });
});

const DATA = "../shared/data";

describe.skipIf(!existsSync(DATA))("real files (needs ../shared/data)", () => {
  it.each([
    ["adventureworks/derived_accounts.csv", 701],
    ["hospitals/hospitals.csv", 7581],
    ["superstore/superstore.csv", 4910],
    ["breweries/breweries.csv", 11822],
    ["salesforce-dataloader/accountData.csv", 423],
    ["nhs-gp/practices.csv", 6658],
  ])("%s goes through whole: %i accounts", async (path, count) => {
    const { page } = await openApp();
    await importFile(page, `${DATA}/${path}`);
    expect(await rowCount(page)).toBe(count);
  });
});

/** Rows of the accounts sheet, its header left out. */
async function rowCount(page: Page): Promise<number> {
  const grid = page.getByRole("grid", { name: "Accounts" });
  return Number(await grid.getAttribute("aria-rowcount")) - 1;
}

/** Presses Tab until the control has the focus. */
async function tabTo(page: Page, control: ReturnType<Page["locator"]>): Promise<void> {
  await control.waitFor();
  for (let presses = 0; presses < 150; presses++) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("Expected the control within 150 presses of Tab, never got there.");
}
