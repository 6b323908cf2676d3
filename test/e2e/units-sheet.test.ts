import type { Locator, Page } from "playwright-core";
import { expect, it } from "vitest";
import { expectNoSeriousProblem } from "./helpers/accessibility";
import { openApp } from "./helpers/open-app";
import { openSamplePlan, sheet, sheetRow, shownFigures } from "./helpers/plan-window";

async function openUnits(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: "Planning", exact: true }).click();
  await page.getByRole("menuitem", { name: "Units…" }).click();
  return page.getByRole("dialog", { name: "Units", exact: true });
}

const unitsTab = (page: Page) => page.getByRole("tab", { name: /^Units/ });
const count = (text: string | undefined) => Number.parseInt((text ?? "").replaceAll(",", ""), 10);

/** What a row of the sheet of units shows first: name, territory and accounts. */
async function unitAt(page: Page, position: number) {
  const [name, territory, accounts] = await sheetRow(page, position, "Units")
    .getByRole("gridcell")
    .filter({ hasNot: page.getByRole("checkbox") })
    .allInnerTexts();
  return { name: name!.trim(), territory: territory!.trim(), accounts: count(accounts) };
}

it("gives units away in their sheet, by typing, pasting and choosing, and shows who is an exception", async () => {
  const { page, context } = await openApp({ viewport: { width: 1600, height: 900 } });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openSamplePlan(page);
  expect(await unitsTab(page).count()).toBe(0);
  const dialog = await openUnits(page);
  await dialog.getByRole("combobox", { name: "Units", exact: true }).selectOption({ label: "US counties" });
  await dialog.getByRole("button", { name: "Use these units" }).click();
  await dialog.getByRole("table", { name: "Units" }).waitFor();
  await dialog.getByRole("button", { name: "Done" }).click();
  await unitsTab(page).click();
  await sheet(page, "Units").waitFor();
  await expectNoSeriousProblem(page);

  // Those with most accounts come first; one is given away by its name, with its accounts.
  const first = await unitAt(page, 1);
  const second = await unitAt(page, 2);
  expect(first.accounts).toBeGreaterThan(second.accounts);
  const before = await shownFigures(page);
  await sheet(page, "Units").focus();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.type(`${second.territory}\n`);
  await expect.poll(() => unitAt(page, 1)).toEqual({ ...first, territory: second.territory });
  const after = await shownFigures(page);
  const gained = (name: string) => after.territories[name]!.accounts - before.territories[name]!.accounts;
  expect(gained(second.territory)).toBeGreaterThan(first.accounts / 2);
  expect(gained(first.territory)).toBeLessThan(0);
  await page.getByRole("button", { name: "Undo", exact: true }).first().click();
  await expect.poll(() => unitAt(page, 1)).toEqual(first);
  await expect.poll(() => shownFigures(page)).toEqual(before);

  // Two pasted names are one step.
  await page.evaluate(
    (names) => navigator.clipboard.writeText(names.join("\n")),
    [second.territory, first.territory],
  );
  await sheet(page, "Units").focus();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Control+v");
  await expect.poll(async () => (await unitAt(page, 2)).territory).toBe(first.territory);
  expect((await unitAt(page, 1)).territory).toBe(second.territory);
  await page.getByRole("button", { name: "Undo", exact: true }).first().click();
  await expect.poll(async () => [await unitAt(page, 1), await unitAt(page, 2)]).toEqual([first, second]);

  // A unit that is selected has its accounts selected, and goes where "Assign to…" says.
  await sheetRow(page, 2, "Units").getByText(second.name).click();
  await page.getByText(`${second.accounts} selected`, { exact: false }).first().waitFor();
  await page.getByRole("tabpanel", { name: "Units" }).getByRole("button", { name: "Assign to…" }).click();
  const choosing = page.getByRole("dialog", { name: "Assign 1 unit to…" });
  await choosing.getByRole("combobox").fill(first.territory);
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await unitAt(page, 2)).territory).toBe(first.territory);

  // Exceptions lead to the accounts; nobody's accounts are none.
  const exceptions = page
    .getByRole("tabpanel", { name: "Units" })
    .getByRole("button", { name: /exceptions? \(/ });
  const shown = count(await exceptions.innerText());
  expect(shown).toBeGreaterThan(0);
  await exceptions.click();
  await page.getByText(`${shown} accounts not in the territory of their unit`).first().waitFor();
  const territories = await sheet(page).getByRole("row").allInnerTexts();
  expect(territories.length).toBeGreaterThan(2);
  expect(territories.filter((text) => text.includes("Unassigned"))).toEqual([]);
});

it("says what is wrong with areas and figures before they are used", async () => {
  const { page } = await openApp();
  await openSamplePlan(page);
  const dialog = await openUnits(page);
  const choose = (which: "first" | "last", name: string, content: string) =>
    dialog
      .locator('input[type="file"]')
      [which]()
      .setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(content) });
  await choose(
    "first",
    "link.kml",
    '<kml xmlns="http://www.opengis.net/kml/2.2"><NetworkLink><Link><href>https://example.com/a.kml</href></Link></NetworkLink></kml>',
  );
  await dialog.getByRole("alert").filter({ hasText: "only links to another file" }).waitFor();
  await dialog.getByRole("alert").filter({ hasText: "Save Place As" }).waitFor();

  const half = (west: number, east: number) => [
    [west, 15],
    [east, 15],
    [east, 72],
    [west, 72],
  ];
  const area = (district: string, ring: number[][]) => ({
    type: "Feature",
    properties: { district },
    geometry: { type: "Polygon", coordinates: [ring] },
  });
  const features = [
    area("West", half(-179, -95)),
    area("East", half(-95, -60)),
    area("East", half(-94, -61)),
  ];
  await choose("first", "districts.geojson", JSON.stringify({ type: "FeatureCollection", features }));
  const repairs = dialog.getByRole("list", { name: "Repairs" });
  await repairs.getByText("3 areas were not closed; they are now").waitFor();
  await repairs.getByText(/^1 pair of areas overlaps; .*: East and East \(2\)$/).waitFor();
  // Nothing has happened yet.
  await dialog.getByText("The plan uses no units yet.").waitFor();
  await dialog.getByRole("button", { name: "Use these areas" }).click();
  await dialog.getByRole("table", { name: "Units" }).waitFor();
  const chosen = dialog.getByRole("combobox", { name: "Units", exact: true }).locator("option:checked");
  expect(await chosen.innerText()).toBe("districts");
  const exceptions = dialog.getByRole("status", { name: "Exceptions" });
  expect(await exceptions.innerText()).toMatch(/so many that the units mislead/);

  await choose("last", "market.csv", "district,Market\nWest,1000\nEast,-3000\nWest,1\n");
  await dialog
    .getByRole("alert")
    .filter({ hasText: "1 row has a figure below 0 and is left out: line 3." })
    .waitFor();
  await dialog.getByText("1 unit has several rows; they are summed.").waitFor();
  await dialog.getByRole("button", { name: "Import potential", exact: true }).last().click();
  await dialog.getByRole("button", { name: "Done" }).click();

  await unitsTab(page).click();
  const west = sheet(page, "Units").getByRole("row").filter({ hasText: "West" });
  await west.waitFor();
  await page
    .getByRole("tabpanel", { name: "Units" })
    .getByRole("button", { name: /exceptions \(.*\): more than 10 %/ })
    .waitFor();
  // As many columns as there are do not fit beside the map.
  await page.getByRole("group", { name: "Panes" }).getByRole("button", { name: "Map" }).click();
  await west.getByText("1,001").waitFor();
});
