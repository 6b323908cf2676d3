import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { openApp } from "./helpers/open-app";
import {
  drag,
  expectFigures,
  exportedRows,
  findProposal,
  meter,
  openSamplePlan,
  panel,
  selectFirstRows,
  sheet,
  sheetRow,
  shownFigures,
  territory,
} from "./helpers/plan-window";

it("creates, changes and deletes a territory, and brings it back", async () => {
  const { page } = await openApp();
  await openSamplePlan(page);
  await panel(page).getByRole("button", { name: "New territory" }).click();
  const creating = page.getByRole("dialog", { name: "New territory" });
  await creating.getByRole("textbox", { name: "Name" }).fill("Alaska");
  await creating.getByRole("button", { name: "Create territory" }).click();
  await territory(page, "Alaska").waitFor();
  expect(await territory(page, "Alaska").getByText("0 accounts").count()).toBe(1);

  await drag(page, sheetRow(page, 1).getByRole("gridcell").first(), territory(page, "Alaska"));
  await drag(page, sheetRow(page, 2).getByRole("gridcell").first(), territory(page, "Alaska"));
  await expect.poll(async () => (await shownFigures(page)).territories.Alaska?.accounts).toBe(2);
  const indexBefore = Number(await meter(page, "Alaska", "Accounts").getAttribute("aria-valuenow"));

  await chooseFor(page, "Alaska", "Name, color, rep…");
  const changing = page.getByRole("dialog", { name: "Alaska" });
  await changing.getByRole("textbox", { name: "Name" }).fill("Far North");
  await changing.getByLabel("Color").fill("#123456");
  await changing.getByRole("combobox", { name: "Rep" }).selectOption({ label: "Claire Moreau" });
  await changing.getByRole("textbox", { name: "Target share, %" }).fill("50");
  await changing.getByRole("button", { name: "Save" }).click();
  await territory(page, "Far North").getByText("Claire Moreau").waitFor();
  // Half the target, so twice the index (but for what 23 other shares gain).
  const indexAfter = Number(await meter(page, "Far North", "Accounts").getAttribute("aria-valuenow"));
  expect(Math.abs(indexAfter - 2 * indexBefore)).toBeLessThanOrEqual(1);

  await chooseFor(page, "Far North", "Name, color, rep…");
  const again = page.getByRole("dialog", { name: "Far North" });
  expect(await again.getByLabel("Color").inputValue()).toBe("#123456");
  await again.getByRole("button", { name: "Cancel" }).click();
  await again.waitFor({ state: "detached" });

  const before = await shownFigures(page);
  const rows = await exportedRows(page);
  expect(rows.filter((row) => row.Territory === "Far North").map((row) => row.Rep)).toEqual([
    "Claire Moreau",
    "Claire Moreau",
  ]);
  await chooseFor(page, "Far North", "Delete territory");
  await territory(page, "Far North").waitFor({ state: "detached" });
  const without = await exportedRows(page);
  expect(without.filter((row) => row.Territory === "")).toHaveLength(
    rows.filter((row) => row.Territory === "").length + 2,
  );
  await page.keyboard.press("Control+z");
  await expectFigures(page, before);
  expect(await exportedRows(page)).toEqual(rows);
});

it("keeps locked accounts where they are, and says so", async () => {
  const { page } = await openApp();
  await openSamplePlan(page);
  await selectFirstRows(page, 12);
  await page.keyboard.press("Control+Shift+K");
  await page.getByText("Locked 12 accounts.", { exact: true }).first().waitFor();
  const before = await shownFigures(page);
  const rows = await exportedRows(page);

  await drag(page, sheetRow(page, 1).getByRole("gridcell").first(), territory(page, "Capital"));
  await page
    .getByText(/12 accounts locked/)
    .first()
    .waitFor();
  await expectFigures(page, before);

  await page.getByRole("button", { name: "Optimize", exact: true }).click();
  const settings = page.getByRole("dialog", { name: "Optimize territories" });
  await settings.getByText("12 accounts locked: they stay where they are.").waitFor();
  await settings.getByRole("radio", { name: /^Draw freely/ }).check();
  const dialog = await findProposal(page);
  await dialog.getByRole("button", { name: "Accept proposal" }).click();
  await dialog.waitFor({ state: "detached" });
  const after = await exportedRows(page);
  const territories = (of: typeof rows) => of.map((row) => row.Territory);
  expect(territories(after.slice(0, 12))).toEqual(territories(rows.slice(0, 12)));
  expect(territories(after)).not.toEqual(territories(rows));
});

it("scores what the planner says must be balanced", async () => {
  const { page } = await openApp();
  await openSamplePlan(page);
  const before = await shownFigures(page);
  await panel(page).getByRole("button", { name: "Measures" }).click();
  const dialog = page.getByRole("dialog", { name: "Measures to balance" });
  await dialog.getByRole("combobox", { name: "Add a measure" }).selectOption({ label: "Employees" });
  const scores = () =>
    dialog
      .getByRole("row")
      .filter({ has: page.getByRole("spinbutton") })
      .evaluateAll((rows) =>
        rows.map((row) => ({
          weight: Number(row.querySelector<HTMLInputElement>("input[aria-label^='Weight of']")?.value),
          score: Number(row.querySelectorAll("td")[3]?.textContent),
        })),
      );
  await expect.poll(async () => (await scores()).length).toBe(4);
  await setNumber(dialog.getByRole("spinbutton", { name: "Weight of Employees" }), "5");
  await setNumber(dialog.getByRole("spinbutton", { name: "Weight of Accounts" }), "0");
  await setNumber(dialog.getByRole("spinbutton", { name: "Tolerance of Employees in percent" }), "25");
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
  expect(await focused()).toBe("Remove Employees");
  await dialog.getByRole("spinbutton", { name: "Weight of Potential" }).focus();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowDown");
  expect(await focused()).toBe("Weight of Potential");
  const now = await scores();
  expect(now.map(({ weight }) => weight)).toEqual([0, 2, 1, 5]);
  const weights = now.reduce((sum, { weight }) => sum + weight, 0);
  const mean = now.reduce((sum, { weight, score }) => sum + weight * score, 0) / weights;
  await dialog.getByRole("button", { name: "Done" }).click();
  await dialog.waitFor({ state: "detached" });
  const after = await shownFigures(page);
  expect(Math.abs(after.score - mean)).toBeLessThanOrEqual(1);
  expect(after.score).not.toBe(before.score);
  expect(Object.keys(after.territories.Capital!.indexes)).toEqual([
    "Accounts",
    "Potential",
    "Revenue",
    "Employees",
  ]);
  await panel(page)
    .getByText(/within ±25 %/)
    .waitFor();

  for (let i = 0; i < 6; i++) await page.keyboard.press("Control+z");
  await expectFigures(page, before);
});

it("takes back what the message speaks of, and nothing done since", async () => {
  const { page } = await openApp();
  await openSamplePlan(page);
  await selectFirstRows(page, 1);
  await page.keyboard.press("Control+Shift+K");
  const notice = page.locator(".notice");
  await notice.getByText("Locked 1 account.", { exact: true }).waitFor();
  await notice.getByRole("button", { name: "Undo" }).waitFor();
  await panel(page).getByRole("button", { name: "New territory" }).click();
  await page
    .getByRole("dialog", { name: "New territory" })
    .getByRole("button", { name: "Create territory" })
    .click();
  await notice.waitFor({ state: "detached" });
});

it("keeps a proposal to the scenario it was made for", async () => {
  const { page } = await openApp();
  await openSamplePlan(page);
  const tabs = page.getByRole("tablist", { name: "Scenarios" });
  const tab = (name: string) => tabs.getByRole("tab", { name, exact: true });
  await page.getByRole("button", { name: "New scenario" }).click();
  await tab("Scenario 1").and(page.locator("[aria-selected=true]")).waitFor();
  const before = await shownFigures(page);
  await page.getByRole("button", { name: "Optimize", exact: true }).click();
  const dialog = await findProposal(page);
  await tab("Current").click();
  await page.getByText("Accept or discard the proposal first.").first().waitFor();
  expect(await tab("Scenario 1").getAttribute("aria-selected")).toBe("true");
  expect(await page.getByRole("button", { name: "New scenario", exact: true }).isDisabled()).toBe(true);
  await dialog.getByRole("button", { name: "Accept proposal" }).click();
  await dialog.waitFor({ state: "detached" });
  const after = await shownFigures(page);
  expect(after.score).toBeGreaterThan(before.score);
  await tab("Current").click();
  await expectFigures(page, before);
});

it("keeps scenarios apart", async () => {
  const { page } = await openApp();
  await openSamplePlan(page);
  const current = await shownFigures(page);
  const tabs = page.getByRole("tablist", { name: "Scenarios" });
  const tab = (name: string) => tabs.getByRole("tab", { name, exact: true });
  await page.getByRole("button", { name: "New scenario" }).click();
  await tab("Scenario 1").and(page.locator("[aria-selected=true]")).waitFor();
  await expectFigures(page, current);

  await sheet(page).focus();
  await page.keyboard.press("Control+a");
  await chooseFor(page, "Capital", "Move the selected accounts here");
  await expect.poll(async () => (await shownFigures(page)).territories.Capital?.accounts).toBe(1200);
  const changed = await shownFigures(page);
  await tab("Current").click();
  await expectFigures(page, current);
  await tab("Scenario 1").click();
  await expectFigures(page, changed);

  await tab("Scenario 1").dblclick();
  const renaming = page.getByRole("dialog", { name: "Scenario Scenario 1" });
  await renaming.getByRole("textbox", { name: "Name" }).fill("All in one");
  await renaming.getByRole("button", { name: "Save" }).click();
  await tab("All in one").waitFor();

  await tab("All in one").dblclick();
  await page
    .getByRole("dialog", { name: "Scenario All in one" })
    .getByRole("button", { name: "Delete scenario" })
    .click();
  await tab("All in one").waitFor({ state: "detached" });
  await expectFigures(page, current);
  await page.keyboard.press("Control+z");
  await tab("All in one").click();
  await expectFigures(page, changed);
});

async function chooseFor(page: Page, territoryName: string, item: string): Promise<void> {
  await territory(page, territoryName)
    .getByRole("button", { name: `Actions for ${territoryName}` })
    .click();
  await page.getByRole("menuitem", { name: item, exact: true }).click();
}

async function setNumber(field: ReturnType<Page["getByRole"]>, value: string): Promise<void> {
  await field.fill(value);
  await field.press("Tab");
}
