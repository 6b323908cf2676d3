import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { dropFiles, importFile } from "./helpers/import-file";
import { openApp } from "./helpers/open-app";

const CSV = [
  "Account ID,Account Name,City,State,Zip,Owner,Annual Revenue",
  '0001,"Acme, Inc.",Boston,MA,02139,Ann Lee,1200',
  "0002,=1+1,Austin,TX,73301,Ben Ode,$800.50",
  "0003,+1-555-0100,Denver,CO,80202,Ann Lee,450",
].join("\r\n");
const accounts = { name: "West: 2025.csv", text: CSV };

describe("the export of accounts", () => {
  it("gives every original column as it came, with territory and rep, formulas escaped", async () => {
    const { page } = await openApp();
    await importFile(page, accounts);
    const { name, bytes } = await exportFile(page, "Accounts with territories");
    expect(name).toMatch(/^West.*\.csv$/);
    expect(name).not.toContain(":");
    const lines = bytes.toString("utf8").trimEnd().split("\r\n");
    expect(lines[0]).toMatch(
      /^Account ID,Account Name,City,State,Zip,Owner,Annual Revenue,Territory,Rep(,|$)/,
    );
    expect(lines[1]).toMatch(/^0001,"Acme, Inc\.",Boston,MA,02139,Ann Lee,1200,Ann Lee,Ann Lee(,|$)/);
    expect(lines[2]).toMatch(/^0002,'=1\+1,Austin,TX,73301,Ben Ode,\$800\.50,Ben Ode,Ben Ode(,|$)/);
    expect(lines[3]).toMatch(/^0003,'\+1-555-0100,/);
    expect(lines).toHaveLength(4);
  });

  it("comes back through the import as it was", async () => {
    const { page } = await openApp();
    await importFile(page, accounts);
    const first = await exportFile(page, "Accounts with territories");
    await importFile(page, { name: "again.csv", text: first.bytes });
    const second = await exportFile(page, "Accounts with territories");
    const originals = (file: { bytes: Buffer }) =>
      file.bytes
        .toString("utf8")
        .split("\r\n")
        .map((line) => line.split(",").slice(0, 7));
    expect(originals(second)).toEqual(originals(first));
  });

  it("says how many cells are escaped, and can leave them exactly as they are", async () => {
    const { page } = await openApp();
    await importFile(page, accounts);
    const { bytes } = await exportFile(page, "Accounts with territories", async (dialog) => {
      await dialog.getByText("2 cells get one").waitFor();
      await dialog.getByRole("radio", { name: /^A CRM or another program/ }).check();
    });
    const lines = bytes.toString("utf8").trimEnd().split("\r\n");
    expect(lines[2]).toMatch(/^0002,=1\+1,Austin,/);
    expect(lines[3]).toMatch(/^0003,\+1-555-0100,/);
  });

  it("can be written for spreadsheets with a decimal comma", async () => {
    const { page } = await openApp();
    await importFile(page, accounts);
    const { bytes } = await exportFile(page, "Territories summary", async (dialog) => {
      await dialog.getByLabel("Cells and numbers").selectOption(";");
    });
    const [header, first] = bytes.toString("utf8").split("\r\n");
    expect(header).toMatch(/^\ufeff?Territory;Region;Rep;Accounts;/);
    expect(first?.replaceAll('"', "")).toMatch(/^Ann Lee;;Ann Lee;2;2;1,5;133,33;/);
  });
});

describe("the plan file", () => {
  it("opens again as the same plan, and the same plan gives the same bytes", async () => {
    const { page } = await openApp();
    await importFile(page, accounts);
    const first = await exportFile(page, "Plan file");
    const second = await exportFile(page, "Plan file");
    expect(first.name).toMatch(/\.evenfield$/);
    expect(second.bytes.equals(first.bytes)).toBe(true);

    await dropFiles(page, [{ name: first.name, text: first.bytes }]);
    const dialog = page.getByRole("dialog", { name: "Open plan file" });
    await dialog.getByRole("button", { name: "Replace" }).click();
    await dialog.waitFor({ state: "hidden" });
    const third = await exportFile(page, "Plan file");
    expect(third.bytes.equals(first.bytes)).toBe(true);
  });

  it("stands beside the saved plan when both are kept", async () => {
    const { page } = await openApp();
    await importFile(page, accounts);
    const { bytes } = await exportFile(page, "Plan file");
    const before = await page.getByLabel("Plan name").inputValue();
    await dropFiles(page, [{ name: "copy.evenfield", text: bytes }]);
    await page.getByRole("dialog").getByRole("button", { name: "Keep both" }).click();
    await expect.poll(() => page.getByLabel("Plan name").inputValue()).toBe(`${before} (2)`);
  });

  it("opens only with its passphrase", async () => {
    const { page } = await openApp();
    await importFile(page, accounts);
    const { bytes } = await exportFile(page, "Plan file", async (dialog) => {
      await dialog.getByLabel("Protect it with a passphrase").check();
      await dialog.getByLabel("Passphrase", { exact: true }).fill("correct horse");
      expect(await dialog.getByRole("button", { name: "Save file" }).isDisabled()).toBe(true);
      await dialog.getByLabel("The same again").fill("correct horse");
    });
    expect(bytes.toString("latin1")).toMatch(/^age-encryption\.org/);

    await dropFiles(page, [{ name: "locked.evenfield", text: bytes }]);
    const dialog = page.getByRole("dialog", { name: "Open plan file" });
    await dialog.getByLabel("Passphrase").fill("wrong");
    await page.keyboard.press("Enter");
    await dialog.getByRole("alert").waitFor();
    await dialog.getByLabel("Passphrase").fill("correct horse");
    await page.keyboard.press("Enter");
    await dialog.getByRole("button", { name: "Replace" }).waitFor();
  });

  it("is refused whole when it is damaged or none, and nothing changes", async () => {
    const { page } = await openApp();
    await importFile(page, accounts);
    const { bytes } = await exportFile(page, "Plan file");
    const flipped = Buffer.from(bytes);
    const middle = Math.floor(flipped.length / 2);
    flipped[middle] = flipped[middle]! ^ 1;
    const dialog = page.getByRole("dialog", { name: "Open plan file" });
    for (const [text, words] of [
      [flipped, /damaged/i],
      [bytes.subarray(0, bytes.length - 500), /damaged/i],
      [Buffer.from(CSV), /not a plan/i],
    ] as const) {
      await dropFiles(page, [{ name: "other.evenfield", text }]);
      await expect.poll(() => dialog.getByRole("alert").textContent()).toMatch(words);
      await dialog.getByRole("button", { name: "Close" }).last().click();
      await dialog.waitFor({ state: "hidden" });
    }
    const after = await exportFile(page, "Plan file");
    expect(after.bytes.equals(bytes)).toBe(true);
  });
});

type Dialog = ReturnType<Page["getByRole"]>;

/** Exports through the dialog, and reads what was downloaded. */
async function exportFile(page: Page, what: string, prepare?: (dialog: Dialog) => Promise<void>) {
  await page.getByRole("button", { name: "Export" }).click();
  const dialog = page.getByRole("dialog", { name: "Export" });
  await dialog.getByRole("radio", { name: what }).check();
  await prepare?.(dialog);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    dialog.getByRole("button", { name: "Save file" }).click(),
  ]);
  await dialog.waitFor({ state: "hidden" });
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}
