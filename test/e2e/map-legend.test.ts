import type { Locator, Page } from "playwright-core";
import { expect, it } from "vitest";
import { openApp } from "./helpers/open-app";
import { openSamplePlan } from "./helpers/plan-window";
import { smallStreetMap } from "./helpers/small-street-map";

it("draws territories as areas and accounts as points, and the legend switches each of them", async () => {
  const { page } = await openApp();
  await openSamplePlan(page);
  await region(page).getByRole("button", { name: "Legend" }).click();
  await expect.poll(() => painted(page, "areas")).toBeGreaterThan(5_000);
  await expect.poll(() => painted(page, "points")).toBeGreaterThan(500);

  for (const [sign, pane] of [
    ["Areas", "areas"],
    ["Accounts", "points"],
  ] as const) {
    await box(page, sign).uncheck();
    await expect.poll(() => painted(page, pane)).toBe(0);
    await box(page, sign).check();
    await expect.poll(() => painted(page, pane)).toBeGreaterThan(500);
  }

  const plain = await painted(page, "labels");
  await box(page, "Territory names").uncheck();
  await expect.poll(() => painted(page, "labels")).toBeLessThan(plain);
  expect(await box(page, "Counts beside names").isDisabled()).toBe(true);
  await box(page, "Rep homes").uncheck();
  await expect.poll(() => painted(page, "labels")).toBe(0);
});

it("shows a heat map and indexes with their scales, one at a time, and sizes accounts by a measure", async () => {
  const { page } = await openApp();
  await openSamplePlan(page);
  await region(page).getByRole("button", { name: "Legend" }).click();
  const shown = region(page).getByRole("combobox", { name: "Show on the map" });

  await shown.selectOption({ label: "Potential heat map" });
  await expect.poll(() => painted(page, "heat")).toBeGreaterThan(5_000);
  await region(page)
    .getByText(/^\$[\d.]+[KM]? per 100 sq mi$/)
    .waitFor();
  // Points would hide it.
  expect(await painted(page, "points")).toBe(0);

  await shown.selectOption({ label: "Potential index" });
  await expect.poll(() => region(page).locator(".leaflet-heat-pane canvas").count()).toBe(0);
  await region(page).getByText("100 on target").waitFor();

  await shown.selectOption({ label: "Territories" });
  await expect.poll(() => painted(page, "points")).toBeGreaterThan(500);
  const alike = await painted(page, "points");
  await region(page).getByRole("combobox", { name: "Size accounts by" }).selectOption({ label: "Revenue" });
  expect(
    await region(page).getByRole("list", { name: "Size by Revenue" }).getByRole("listitem").count(),
  ).toBe(3);
  await expect.poll(() => painted(page, "points")).not.toBe(alike);
});

it("opens a street map from the disk, keeps it without a request, and removes it", async () => {
  const { page } = await openApp();
  await openSamplePlan(page);
  await region(page).getByRole("button", { name: "Legend" }).click();
  const buffer = smallStreetMap("<a href='https://example.com' onclick='x()'>Mapmakers</a>");
  const file = { name: "world.pmtiles", mimeType: "application/octet-stream", buffer };
  await region(page).getByLabel("Street map file").setInputFiles(file);
  await expect.poll(() => painted(page, "streets")).toBeGreaterThan(10_000);
  await region(page).getByText("Mapmakers").waitFor();

  await page.reload();
  await region(page).getByText("Mapmakers").waitFor();
  await expect.poll(() => painted(page, "streets")).toBeGreaterThan(10_000);
  await region(page).getByRole("button", { name: "Legend" }).click();
  await region(page).getByRole("button", { name: "Remove the street map" }).click();
  await expect.poll(() => painted(page, "streets")).toBe(0);

  // What is no street map is said to be none, and nothing is kept of it.
  await region(page)
    .getByLabel("Street map file")
    .setInputFiles({ ...file, name: "letter.pmtiles", buffer: Buffer.from("Dear reader") });
  await page.getByText("letter.pmtiles is not a PMTiles file, or it is damaged.").waitFor();
  await region(page).getByRole("button", { name: "Open a street map…" }).waitFor();
});

function region(page: Page): Locator {
  return page.getByRole("region", { name: "Map", exact: true });
}

function box(page: Page, name: string): Locator {
  return region(page).getByRole("checkbox", { name, exact: true });
}

/** Pixels on a canvas of the map that are not clear. */
function painted(page: Page, pane: string): Promise<number> {
  return page.evaluate((name) => {
    const canvas = document.querySelector<HTMLCanvasElement>(`.leaflet-${name}-pane canvas`);
    const context = canvas?.getContext("2d");
    if (!canvas || !context) return 0;
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    let count = 0;
    for (let i = 3; i < data.length; i += 4) if (data[i]! > 0) count++;
    return count;
  }, pane);
}
