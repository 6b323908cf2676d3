import type { Locator, Page } from "playwright-core";
import { expect, it } from "vitest";
import { expectNoSeriousProblem } from "./helpers/accessibility";
import { openApp } from "./helpers/open-app";
import { isSaved, openSamplePlan, planIsShown, sheet } from "./helpers/plan-window";

async function openUnits(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: "Planning", exact: true }).click();
  await page.getByRole("menuitem", { name: "Units…" }).click();
  return page.getByRole("dialog", { name: "Units", exact: true });
}

async function useUnits(dialog: Locator, name: string): Promise<void> {
  await dialog.getByRole("combobox", { name: "Units", exact: true }).selectOption({ label: name });
  await dialog.getByRole("button", { name: "Use these units" }).click();
  await dialog.getByRole("table", { name: "Units" }).waitFor();
}

const coverage = (dialog: Locator) => dialog.getByRole("status", { name: "Coverage" });
const exceptions = async (dialog: Locator) =>
  Number.parseInt(
    (await dialog.getByRole("status", { name: "Exceptions" }).innerText()).replaceAll(",", ""),
    10,
  );

/** The unit with most accounts: its name, accounts, and the list of territories. */
async function firstUnit(dialog: Locator) {
  const row = dialog.getByRole("table", { name: "Units" }).getByRole("row").nth(1);
  const name = await row.getByRole("rowheader").innerText();
  const accounts = Number((await row.getByRole("cell").nth(1).innerText()).replaceAll(",", ""));
  return { name, accounts, territory: row.getByRole("combobox") };
}

it("aligns the plan by counties, gives one away with its accounts, and takes it back", async () => {
  const { page } = await openApp();
  await openSamplePlan(page);
  const dialog = await openUnits(page);
  await dialog.getByText("The plan uses no units yet.").waitFor();
  await useUnits(dialog, "US counties");
  expect(await coverage(dialog).innerText()).toMatch(/US counties: 3,2\d\d, with 1,(1[5-9]\d|200) accounts/);
  await expectNoSeriousProblem(page);
  const before = await exceptions(dialog);
  const unit = await firstUnit(dialog);
  expect(unit.accounts).toBeGreaterThan(0);
  const held = await unit.territory.inputValue();
  const options = await unit.territory
    .locator("option")
    .evaluateAll((all) => all.map((option) => (option as HTMLOptionElement).value));
  const other = options.find((value) => value !== held && value !== "0")!;
  await unit.territory.selectOption(other);
  await page
    .getByText(/^Gave 1 unit to .* with \d+ accounts?\.?$/)
    .first()
    .waitFor();
  // Its exceptions went along.
  expect(await exceptions(dialog)).toBeLessThanOrEqual(before);
  await dialog.getByRole("button", { name: "Give free units to their neighbors" }).click();
  await page
    .getByText(/^Gave 2,\d\d\d free units to their neighbors/)
    .first()
    .waitFor();
  await dialog.getByRole("button", { name: "Done" }).click();
  await page.getByRole("button", { name: "Undo", exact: true }).first().click();

  const headers = sheet(page).getByRole("columnheader");
  await page.getByRole("group", { name: "Panes" }).getByRole("button", { name: "Map" }).click();
  await headers.filter({ hasText: "Exception" }).first().waitFor();
  await page.getByRole("button", { name: "Undo", exact: true }).first().click();
  const again = await openUnits(page);
  expect(await (await firstUnit(again)).territory.inputValue()).toBe(held);
  expect(await exceptions(again)).toBe(before);
  await again.getByRole("button", { name: "Done" }).click();

  await isSaved(page);
  await page.reload();
  await sheet(page).waitFor();
  const reopened = await openUnits(page);
  expect(await exceptions(reopened)).toBe(before);
});

it("reads areas of the planner's own and their potential, and keeps both with the plan", async () => {
  const { page } = await openApp();
  await openSamplePlan(page);
  const dialog = await openUnits(page);
  const half = (west: number, east: number) => ({
    type: "Polygon",
    coordinates: [
      [
        [west, 15],
        [east, 15],
        [east, 72],
        [west, 72],
        [west, 15],
      ],
    ],
  });
  const areas = {
    type: "FeatureCollection",
    features: [
      { type: "Feature", properties: { district: "West", nr: "W" }, geometry: half(-179, -95) },
      { type: "Feature", properties: { district: "East", nr: "E" }, geometry: half(-95, -60) },
    ],
  };
  await dialog
    .locator('input[type="file"]')
    .first()
    .setInputFiles({
      name: "districts.geojson",
      mimeType: "application/geo+json",
      buffer: Buffer.from(JSON.stringify(areas)),
    });
  await dialog.getByText("districts.geojson: 2 areas.").waitFor();
  await dialog.getByRole("combobox", { name: "Code" }).selectOption({ label: "nr" });
  await dialog.getByRole("button", { name: "Use these areas" }).click();
  await dialog.getByRole("table", { name: "Units" }).waitFor();
  expect(await coverage(dialog).innerText()).toContain("districts: 2, with 1,200 accounts in 2 of them");

  await dialog
    .locator('input[type="file"]')
    .last()
    .setInputFiles({
      name: "market.csv",
      mimeType: "text/csv",
      buffer: Buffer.from("district,Market\nW,1000\nEast,3000\nNowhere,50\n"),
    });
  await dialog.getByText(/2 rows matched, together 4,000\. 1 not matched, together 50\./).waitFor();
  await dialog.getByText("Line 4: Nowhere (50)").waitFor();
  const shown = dialog.getByRole("combobox", { name: "Figures in column" }).locator("option:checked");
  expect(await shown.innerText()).toBe("Market");
  await dialog.getByRole("button", { name: "Import potential", exact: true }).last().click();
  await dialog.getByRole("columnheader", { name: "Market" }).waitFor();
  await dialog.getByRole("button", { name: "Done" }).click();
  await isSaved(page);

  await page.reload();
  await planIsShown(page);
  const again = await openUnits(page);
  await again.getByRole("cell", { name: "3,000" }).waitFor();
  await again.getByRole("button", { name: "Done" }).click();
});

it("says what is wrong with a file of areas", async () => {
  const { page } = await openApp();
  await openSamplePlan(page);
  const dialog = await openUnits(page);
  const bomb =
    '<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY a "ha">]><kml><Document><name>&a;</name></Document></kml>';
  await dialog
    .locator('input[type="file"]')
    .first()
    .setInputFiles({
      name: "bad.kml",
      mimeType: "application/vnd.google-earth.kml+xml",
      buffer: Buffer.from(bomb),
    });
  await dialog.getByRole("alert").filter({ hasText: "Invalid KML" }).waitFor();
  // and nothing else happened
  await dialog.getByText("The plan uses no units yet.").waitFor();
});
