import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { openApp, temporaryProfile } from "./helpers/open-app";
import {
  expectFigures,
  isSaved,
  openSamplePlan,
  planIsShown,
  selectFirstRows,
  sheet,
  sheetRow,
  shownFigures,
} from "./helpers/plan-window";

it("keeps edits over a reload, and can still undo them", async () => {
  const { page } = await openApp();
  await openSamplePlan(page);
  const before = await shownFigures(page);
  await assignFirstRows(page, 20);
  const after = await shownFigures(page);
  expect(after).not.toEqual(before);

  await page.reload();
  await planIsShown(page);
  await expectFigures(page, after);
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expectFigures(page, before);

  await page.reload();
  await planIsShown(page);
  await expectFigures(page, before);
  await page.getByRole("button", { name: "Redo", exact: true }).click();
  await expectFigures(page, after);
});

it("loses nothing when the browser is killed right after Saved", async () => {
  const profile = await temporaryProfile();
  const first = await openApp({ profile });
  await openSamplePlan(first.page);
  await assignFirstRows(first.page, 20);
  await editFirstName(first.page, "Renamed before the crash");
  await isSaved(first.page);
  const figures = await shownFigures(first.page);
  await first.kill();

  const second = await openApp({ profile });
  await planIsShown(second.page);
  await expectFigures(second.page, figures);
  await sheetRow(second.page, 1).getByRole("gridcell", { name: "Renamed before the crash" }).waitFor();
  await assignFirstRows(second.page, 40);
  const more = await shownFigures(second.page);
  await second.kill();

  const third = await openApp({ profile });
  await planIsShown(third.page);
  await expectFigures(third.page, more);
});

it("lets one tab edit while another follows, and hands over when asked", async () => {
  const { page: first, newTab } = await openApp();
  await openSamplePlan(first);
  const second = await newTab();
  await planIsShown(second);
  const banner = /open in another tab/;
  await second.getByText(banner).waitFor();
  const before = await shownFigures(first);
  await expectFigures(second, before);
  expect(await second.getByRole("button", { name: "Optimize", exact: true }).isDisabled()).toBe(true);

  await assignFirstRows(first, 20);
  const after = await shownFigures(first);
  await expectFigures(second, after);

  await second.getByRole("button", { name: "Edit here instead" }).click();
  await second.getByText(banner).waitFor({ state: "detached" });
  await first.getByText(banner).waitFor();
  await second.getByRole("button", { name: "Undo", exact: true }).click();
  await expectFigures(second, before);
  await expectFigures(first, before);
  await isSaved(second);
});

it("copies and deletes plans, asking first", async () => {
  const { page } = await openApp();
  await openSamplePlan(page);
  await page.getByRole("button", { name: "Plan menu" }).click();
  await page.getByRole("menuitem", { name: "New plan" }).click();
  const plans = page.getByRole("region", { name: "Plans on this device" });
  const name = "Sample: national expansion";
  await plans.getByRole("button", { name: `Copy ${name}`, exact: true }).click();
  await plans.getByRole("button", { name: `Copy ${name} (copy)`, exact: true }).waitFor();

  const remove = plans.getByRole("button", { name: `Delete ${name}`, exact: true });
  const question = page.getByRole("dialog", { name: `Delete ${name}?` });
  await remove.click();
  await question.getByRole("button", { name: "Keep it" }).click();
  await question.waitFor({ state: "detached" });
  await remove.click();
  await question.getByRole("button", { name: "Delete for good" }).click();
  await remove.waitFor({ state: "detached" });

  await page.reload();
  await plans.getByRole("button", { name: new RegExp(`^${name} \\(copy\\)`) }).click();
  await planIsShown(page);
  expect(Object.keys((await shownFigures(page)).territories)).toHaveLength(24);
  expect(await page.getByRole("textbox", { name: "Plan name" }).inputValue()).toBe(`${name} (copy)`);
});

/** Assigns the first rows of the sheet to the first territory by name, and waits until that is on the disk. */
async function assignFirstRows(page: Page, count: number): Promise<void> {
  const [name] = Object.keys((await shownFigures(page)).territories);
  await selectFirstRows(page, count);
  await page.keyboard.press("Control+Shift+A");
  const dialog = page.getByRole("dialog", { name: `Assign ${count} accounts to…` });
  await dialog.getByRole("option", { name: name! }).click();
  await dialog.waitFor({ state: "detached" });
  await isSaved(page);
}

async function editFirstName(page: Page, name: string): Promise<void> {
  await sheet(page).focus();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("F2");
  await page.keyboard.press("Control+a");
  await page.keyboard.type(name);
  await page.keyboard.press("Enter");
}
