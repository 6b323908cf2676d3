import { expect, it } from "vitest";
import { openApp } from "./helpers/open-app";
import { isSaved, openSamplePlan } from "./helpers/plan-window";

it("renames, archives, restores and deletes scenarios from their tabs, by keyboard and menu", async () => {
  const { page } = await openApp();
  await openSamplePlan(page);
  const tabs = page.getByRole("tablist", { name: "Scenarios" });
  const tab = (name: string) => tabs.getByRole("tab", { name, exact: true });
  const shown = (name: string) => tab(name).and(page.locator("[aria-selected=true]"));

  await tab("Current").click({ button: "right" });
  await page.getByRole("menuitem", { name: "Copy this scenario" }).click();
  await shown("Scenario 1").waitFor();

  await shown("Scenario 1").focus();
  await page.keyboard.press("F2");
  const dialog = page.getByRole("dialog", { name: "Scenario Scenario 1" });
  await dialog.getByRole("textbox", { name: "Name" }).fill("West first");
  await dialog.getByRole("textbox", { name: "Description" }).fill("For the talk in June");
  await dialog.getByRole("button", { name: "Save" }).click();
  await shown("West first").waitFor();
  expect(await tab("West first").getAttribute("title")).toBe("For the talk in June");
  await page.keyboard.press("Control+z");
  await shown("Scenario 1").waitFor();
  await page.keyboard.press("Control+y");

  await tab("West first").focus();
  await page.keyboard.press("ArrowLeft");
  await shown("Current").waitFor();
  await page.keyboard.press("End");
  await shown("West first").waitFor();
  await page.keyboard.press("Shift+F10");
  await page.getByRole("menuitem", { name: "Archive scenario" }).click();
  await tab("West first").waitFor({ state: "detached" });
  await shown("Current").waitFor();
  await page.getByRole("button", { name: "Archived scenarios" }).click();
  await page.getByRole("menuitem", { name: "Restore West first" }).click();
  await shown("West first").waitFor();

  await tab("West first").focus();
  await page.keyboard.press("Delete");
  await tab("West first").waitFor({ state: "detached" });
  await page.keyboard.press("Control+z");
  await tab("West first").waitFor();
  await isSaved(page);
  await page.reload();
  await tab("West first").waitFor();
});

it("never leaves a plan without a scenario to show", async () => {
  const { page } = await openApp();
  await openSamplePlan(page);
  const tab = page.getByRole("tablist", { name: "Scenarios" }).getByRole("tab", { name: "Current" });
  await tab.focus();
  await page.keyboard.press("Delete");
  expect(await tab.isVisible()).toBe(true);
  await tab.click({ button: "right" });
  expect(await page.getByRole("menuitem", { name: "Archive scenario" }).getAttribute("aria-disabled")).toBe(
    "true",
  );
});
