import type { Locator, Page } from "playwright-core";
import { expect, it } from "vitest";
import { openApp } from "./helpers/open-app";
import {
  balanceScore,
  expectFigures,
  exportedRows,
  isSaved,
  openSamplePlan,
  sheet,
  sheetRow,
  shownFigures,
  territory,
} from "./helpers/plan-window";

it("makes the suggested moves worth what they promise, lists them, and takes them back", async () => {
  const { page } = await openApp();
  await openSamplePlan(page);
  const before = await shownFigures(page);

  await page.getByRole("button", { name: "Suggestions" }).click();
  const first = page.getByRole("list", { name: "Suggested moves" }).getByRole("listitem").first();
  const promised = Number(/Balance [\d.]+ → ([\d.]+)/.exec(await first.innerText())![1]);
  const title = (await first.getByRole("button", { name: /^Do it/ }).getAttribute("aria-label"))!;
  await first.getByRole("button", { name: /^Do it/ }).click();
  await expect.poll(async () => Number(await balanceScore(page).innerText())).toBe(Math.round(promised));

  await page.getByRole("tab", { name: /^Moves/ }).click();
  const names = /from (.+) to (.+)$/.exec(title)!;
  await sheetRow(page, 1, "Moves").getByText(names[1]!, { exact: true }).waitFor();
  await sheetRow(page, 1, "Moves").getByText(names[2]!, { exact: true }).waitFor();

  await sheet(page, "Moves").focus();
  await page.keyboard.press("Control+a");
  await page.getByRole("button", { name: "Move back" }).click();
  await page.getByText("Nothing differs from the baseline").waitFor();
  await expectFigures(page, before);
});

it("compares scenarios as a count over their exports does", async () => {
  const { page } = await openApp();
  await openSamplePlan(page);
  const was = await exportedRows(page);
  await page.getByRole("button", { name: "New scenario" }).click();
  await page.getByRole("button", { name: "Suggestions" }).click();
  for (let i = 0; i < 3; i++) {
    const next = page.getByRole("button", { name: /^Do it/ }).first();
    const title = await next.getAttribute("aria-label");
    await next.click();
    await expect.poll(() => next.getAttribute("aria-label")).not.toBe(title);
  }
  const is = await exportedRows(page);

  await page.getByRole("tab", { name: "Scenario 1", exact: true }).click({ button: "right" });
  await page.getByRole("menuitem", { name: "Compare scenarios…" }).click();
  const dialog = page.getByRole("dialog", { name: "Compare scenarios" });
  await dialog.getByRole("checkbox", { name: "Current" }).check();
  await expect.poll(() => cells(dialog, "Territories")).toEqual(["24", "24", "24"]);

  const held = was.filter((row) => row.Rep !== "").length;
  const lost = was.filter((row, i) => row.Rep !== "" && row.Rep !== is[i]!.Rep).length;
  expect(lost).toBeGreaterThan(3);
  const share = `${((100 * lost) / held).toFixed(1)} %`;
  expect(await cells(dialog, "Accounts with another rep than the baseline's")).toEqual([
    "0.0 %",
    "0.0 %",
    share,
  ]);
  const reps = [...new Set(was.map((row) => row.Rep!))].filter((rep) => rep !== "");
  for (const rep of reps) {
    const had = was.map((row) => row.Rep === rep);
    const has = is.map((row) => row.Rep === rep);
    const count = (holds: (row: number) => boolean) => [...had.keys()].filter(holds).length;
    const counts = [
      count((row) => had[row]!),
      count((row) => had[row]! && has[row]!),
      count((row) => !had[row]! && has[row]!),
      count((row) => had[row]! && !has[row]!),
      count((row) => has[row]!),
    ];
    const shown = (await cells(dialog, rep)).map((text) => Number(text.split(" ")[0]!.replace("–", "0")));
    expect([rep, ...shown]).toEqual([rep, ...counts]);
  }
});

it("publishes a scenario from a day on, and keeps it as it was", async () => {
  const { page } = await openApp();
  await openSamplePlan(page);
  const tab = page.getByRole("tablist", { name: "Scenarios" }).getByRole("tab", { name: /^Current/ });
  const publish = async (day: string) => {
    await tab.click({ button: "right" });
    await page.getByRole("menuitem", { name: "Publish scenario…" }).click();
    const dialog = page.getByRole("dialog", { name: "Publish Current" });
    await dialog.getByLabel("In force from").fill(day);
    await dialog.getByRole("button", { name: "Publish", exact: true }).click();
  };
  await publish("2020-01-01");
  await tab.getByText("published").waitFor();
  await publish("2099-01-01");
  await isSaved(page);
  await page.reload();
  await tab.click({ button: "right" });
  await page.getByRole("menuitem", { name: "Publish scenario…" }).click();
  const rows = page.getByRole("dialog", { name: "Publish Current" }).getByRole("row");
  expect(await rows.nth(1).innerText()).toMatch(/Jan 1, 2099\s+–\s+–\s+planned/);
  expect(await rows.nth(2).innerText()).toMatch(/Jan 1, 2020\s+Dec 31, 2098\s+–\s+in force/);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Archived scenarios" }).click();
  await page.getByRole("menuitem", { name: "Restore Current (published)" }).first().waitFor();
});

it("merges territories, and shares out the accounts of a rep who leaves, touching little else", async () => {
  const { page } = await openApp();
  await openSamplePlan(page);
  const before = await shownFigures(page);
  const [stays, goes] = Object.keys(before.territories);

  let dialog = await somethingChanges(page);
  await dialog.getByRole("radio", { name: "Two territories become one" }).check();
  await dialog.getByLabel("This one stays, with its rep").selectOption(stays!);
  await dialog.getByLabel("This one goes into it").selectOption(goes!);
  await dialog.getByRole("button", { name: "Merge" }).click();
  await territory(page, goes!).waitFor({ state: "detached" });
  const merged = (await shownFigures(page)).territories[stays!]!.accounts;
  expect(merged).toBe(before.territories[stays!]!.accounts + before.territories[goes!]!.accounts);
  await page.keyboard.press("Control+z");
  await expectFigures(page, before);

  const was = await exportedRows(page);
  const leaver = was.find((row) => row.Territory === stays)!.Rep!;
  dialog = await somethingChanges(page);
  await dialog.getByLabel("Who leaves").selectOption(leaver);
  await dialog.getByRole("button", { name: "Find a proposal" }).click();
  await page.getByRole("button", { name: "Accept proposal" }).click({ timeout: 60_000 });
  await territory(page, stays!).waitFor({ state: "detached" });
  const is = await exportedRows(page);
  expect(is.filter((row) => row.Rep === leaver)).toEqual([]);
  const others = was.filter((row) => row.Rep !== leaver && row.Rep !== "").length;
  const kept = was.filter((row, i) => row.Rep !== leaver && row.Rep !== "" && row.Rep === is[i]!.Rep).length;
  expect(kept / others).toBeGreaterThan(0.5);
  expect(new Set(is.map((row) => row.Territory).filter((name) => name !== "")).size).toBe(23);
});

/** The cells of the row with this header. */
async function cells(dialog: Locator, header: string): Promise<string[]> {
  const row = dialog
    .getByRole("row")
    .filter({ has: dialog.page().getByRole("rowheader", { name: header, exact: true }) });
  return row.getByRole("cell").allInnerTexts();
}

async function somethingChanges(page: Page): Promise<Locator> {
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: /action/i }).fill("something changes");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Something changes" });
  await dialog.waitFor();
  return dialog;
}
