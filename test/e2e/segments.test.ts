import { readFile } from "node:fs/promises";
import papaparse from "papaparse";
import type { Locator, Page } from "playwright-core";
import { expect, it } from "vitest";
import { openApp } from "./helpers/open-app";
import {
  isSaved,
  openSamplePlan,
  panel,
  planIsShown,
  selectFirstRows,
  sheet,
  sheetRow,
  territory,
} from "./helpers/plan-window";

async function run(page: Page, action: string): Promise<void> {
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").last().fill(action);
  await page.getByRole("option", { name: action }).first().waitFor();
  await page.keyboard.press("Enter");
}

it("makes segments from a template, limits a territory to one, and lists what is misplaced", async () => {
  const { page } = await openApp();
  await openSamplePlan(page);
  await run(page, "Segments");
  const list = page.getByRole("dialog", { name: "Segments", exact: true });
  await list.getByRole("combobox", { name: "New segments" }).selectOption({ label: "By type (Segment)" });
  await list.getByRole("button", { name: "Add segments" }).click();
  const editor = page.getByRole("dialog", { name: "Segments by Type" });
  const count = async (name: string) =>
    Number((await editor.getByRole("status", { name, exact: true }).innerText()).replaceAll(",", ""));
  const all = [
    "Accounts in Enterprise",
    "Accounts in Mid-market",
    "Accounts in Small business",
    "Accounts in Other",
  ];
  const counts = [];
  for (const name of all) counts.push(await count(name));
  expect(counts.reduce((sum, part) => sum + part, 0)).toBe(1200);
  // The first that is met counts: with every account the first segment takes all.
  const first = editor.getByRole("listitem").first();
  const firstName = await first.getByRole("textbox", { name: "Name of segment 1" }).inputValue();
  await first.getByRole("button", { name: "Remove test 1" }).click();
  await expect.poll(() => count(`Accounts in ${firstName}`)).toBe(1200);
  await editor.getByRole("button", { name: "Cancel" }).click();
  await list.getByRole("button", { name: "Done" }).click();
  const panes = page.getByRole("group", { name: "Panes" });
  await panes.getByRole("button", { name: "Map" }).click();
  await sheet(page).getByRole("columnheader", { name: /^Type/ }).first().waitFor();
  await panes.getByRole("button", { name: "Map" }).click();

  await page.getByRole("button", { name: "Actions for New York", exact: true }).click();
  await page.getByRole("menuitem", { name: "Name, color, rep…" }).click();
  const dialog = page.getByRole("dialog", { name: "New York" });
  await dialog.getByRole("checkbox", { name: "Enterprise" }).check();
  await dialog.getByRole("button", { name: "Save" }).click();
  const misplaced = page.getByRole("button", { name: /^\d+ misplaced$/ });
  const number = Number.parseInt(await misplaced.innerText(), 10);
  expect(number).toBeGreaterThan(0);
  await misplaced.click();
  await page
    .getByText(`${number} accounts in a territory that does not take their segment`)
    .first()
    .waitFor();

  // The menu warns before accounts go where they are not taken.
  await page.getByRole("button", { name: "Show all accounts again" }).click();
  await selectFirstRows(page, 1);
  await page.keyboard.press("Control+A");
  await page.keyboard.press("Control+Shift+A");
  const assign = page.getByRole("dialog", { name: /^Assign [\d,]+ accounts to…$/ });
  await assign.getByRole("combobox").fill("New York");
  await assign.getByText(/does not take the segment of [\d,]+ accounts/).waitFor();
  await page.keyboard.press("Escape");

  await isSaved(page);
  await page.reload();
  await planIsShown(page);
  await page.getByRole("button", { name: `${number} misplaced` }).waitFor();
  for (let i = 0; i < 2; i++) await page.keyboard.press("Control+z");
  await misplaced.waitFor({ state: "detached" });
});

it("locks an account with a reason through a day, and names one for a rep", async () => {
  const { page } = await openApp();
  await openSamplePlan(page);
  await selectFirstRows(page, 1);
  await run(page, "Lock with a reason…");
  const lock = page.getByRole("dialog", { name: "Lock 1 account" });
  await lock.getByRole("textbox", { name: "Reason" }).fill("Renewal in May");
  await lock.getByLabel(/^Last day/).fill("2001-01-01");
  await lock.getByText("That day is over").waitFor();
  expect(await lock.getByRole("button", { name: "Lock", exact: true }).isDisabled()).toBe(true);
  await lock.getByLabel(/^Last day/).fill("2199-05-31");
  await lock.getByRole("button", { name: "Lock", exact: true }).click();
  await page.getByText("Locked 1 account.").first().waitFor();
  const locked = sheetRow(page, 1).getByRole("img", { name: "Locked" });
  await restOn(page, locked);
  await page
    .locator(".cell-card")
    .getByText(/Locked.*Renewal in May/)
    .waitFor();

  await page.keyboard.press("Control+z");
  await locked.waitFor({ state: "detached" });
  await selectFirstRows(page, 1);
  await run(page, "Name for a rep…");
  const naming = page.getByRole("dialog", { name: "Name 1 account for a rep" });
  await naming.getByRole("combobox", { name: "Rep" }).selectOption({ label: "Omar Haddad" });
  await naming.getByRole("button", { name: "Name", exact: true }).click();
  await page.getByText("Named 1 account for a rep.").first().waitFor();
  const row = sheetRow(page, 1);
  await row.getByText("South Texas").waitFor();
  await row.getByRole("img", { name: "Locked" }).waitFor();
  await restOn(page, row.getByRole("img", { name: "Locked" }));
  await page
    .locator(".cell-card")
    .getByText(/[Nn]amed for Omar Haddad/)
    .waitFor();

  // Another rep gets the territory, and Omar another one: the account follows.
  const coverage = async (name: string, rep: string) => {
    await page.getByRole("button", { name: `Actions for ${name}`, exact: true }).click();
    await page.getByRole("menuitem", { name: "Name, color, rep…" }).click();
    const dialog = page.getByRole("dialog", { name });
    await dialog.getByRole("combobox", { name: "Rep" }).selectOption({ label: rep });
    await dialog.getByRole("button", { name: "Save" }).click();
    await dialog.waitFor({ state: "detached" });
  };
  await coverage("South Texas", "Claire Moreau");
  await run(page, "Named accounts");
  const named = page.getByRole("dialog", { name: "Named accounts" });
  await named.getByText("The rep has no territory").waitFor();
  await named.getByRole("button", { name: "Done" }).click();
  await coverage("New England", "Omar Haddad");
  await selectFirstRows(page, 1);
  await row.getByText("New England").waitFor();
});

it("lays a second layer of specialists over the accounts", async () => {
  const { page } = await openApp();
  await openSamplePlan(page);
  await run(page, "Layers");
  const layers = page.getByRole("dialog", { name: "Layers" });
  await layers.getByRole("button", { name: "New layer" }).click();
  await layers.getByRole("textbox", { name: "Name" }).fill("Experts");
  await layers.getByRole("button", { name: /Add a condition$/ }).click();
  await layers.getByText("Choose values").click();
  await layers.getByRole("checkbox", { name: /^Enterprise/ }).check();
  const text = await layers.getByText(/^Eligible accounts: [\d,]+$/).innerText();
  const eligible = Number(text.replaceAll(/\D/g, ""));
  expect(eligible).toBeGreaterThan(0);
  expect(eligible).toBeLessThan(1200);
  await layers.getByRole("button", { name: "Create layer" }).click();
  await layers.getByText(`${eligible} eligible · ${eligible} without a territory`).waitFor();
  await layers.getByRole("button", { name: "Done" }).click();
  await page.getByText(`${eligible} unassigned`).first().waitFor();
  await panel(page).getByText("No territories yet.").waitFor();
  await page.getByRole("combobox", { name: "Layer", exact: true }).selectOption({ label: "Sales" });
  await territory(page, "Chicago").waitFor();
});

it("works on a phone", async () => {
  const { page } = await openApp({ viewport: { width: 390, height: 844 }, touch: true });
  await page.getByRole("button", { name: "Open sample plan" }).tap();
  await page.getByRole("tab", { name: "Territories" }).last().tap();
  const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
  expect(await fits()).toBe(true);
  await panel(page).getByRole("button", { name: "New region" }).tap();
  const dialog = page.getByRole("dialog", { name: "New region" });
  await dialog.getByRole("textbox", { name: "Name" }).fill("Pocket");
  await dialog.getByRole("checkbox", { name: /^Chicago/ }).check();
  expect(await fits()).toBe(true);
  await dialog.getByRole("button", { name: "Create region" }).tap();
  await panel(page)
    .getByRole("region", { name: "Region Pocket" })
    .getByText("Region · 1 territory")
    .waitFor();
});

it("holds open deals back and saves who hands what to whom", async () => {
  const { page } = await openApp();
  await openSamplePlan(page);
  await territory(page, "New York").getByRole("button", { name: "New York", exact: true }).click();
  await page.keyboard.press("Control+Shift+A");
  await page.getByRole("dialog").getByRole("combobox").fill("New Jersey");
  await page.keyboard.press("Enter");
  await page
    .getByText(/^Moved \d+ accounts to New Jersey\./)
    .first()
    .waitFor();
  await run(page, "Hand-over");
  const dialog = page.getByRole("dialog", { name: "Hand-over" });
  await dialog.getByRole("combobox", { name: "From" }).selectOption({ index: 1 });
  await dialog.getByLabel(/^Hold open deals through/).fill("2199-05-30");
  await dialog.getByRole("button", { name: "Hold open deals" }).click();
  const held = dialog.getByRole("button", { name: /^Release [\d,]+$/ });
  const deals = Number.parseInt((await held.innerText()).replaceAll(/\D/g, ""), 10);
  expect(deals).toBeGreaterThan(0);
  const saving = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Save as CSV" }).click();
  const csv = await readFile(await (await saving).path(), "utf8");
  const { data } = papaparse.parse<Record<string, string>>(csv.replace(/^\ufeff/, ""), {
    header: true,
    skipEmptyLines: true,
  });
  expect(new Set(data.map((row) => `${row.From} > ${row.To}`))).toEqual(
    new Set(["Grace Lindqvist > Victor Petrov"]),
  );
  const kept = data.filter((row) => row.What === "Deal");
  expect(kept).toHaveLength(deals);
  expect(new Set(kept.map((row) => row.When))).toEqual(new Set(["2199-05-31"]));
  await held.click();
  await held.waitFor({ state: "detached" });
});

/** Brings an element into view, and only then the mouse onto it. */
async function restOn(page: Page, element: Locator): Promise<void> {
  await element.scrollIntoViewIfNeeded();
  const box = await element.boundingBox();
  if (!box) throw new Error("Expected an element in view, got none.");
  await page.mouse.move(4, 4);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 });
}
