import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { hears, mapRegion, mapSurface, mapTool, spotOnMap } from "./helpers/map-window";
import { openApp } from "./helpers/open-app";
import { openSamplePlan, selectFirstRows, shownFigures } from "./helpers/plan-window";

const scale = (page: Page) => mapRegion(page).locator(".map-scale").textContent();

/** The bytes that a choice of the menu of pictures saves, and the file's name. */
async function savedPicture(page: Page, choice: string): Promise<{ name: string; bytes: Buffer }> {
  const download = page.waitForEvent("download");
  await mapTool(page, "Save or print the map").click();
  await page.getByRole("menuitem", { name: choice }).click();
  const saved = await download;
  return { name: saved.suggestedFilename(), bytes: await readFile(await saved.path()) };
}

it("finds a town without a network and flies there", async () => {
  const { page, context } = await openApp();
  await openSamplePlan(page);
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");
  await context.setOffline(true);
  const before = await scale(page);
  await mapSurface(page).focus();
  await page.keyboard.press("s");
  const box = mapRegion(page).getByRole("combobox", { name: "Find a place" });
  await box.fill("Boise");
  await mapRegion(page)
    .getByRole("option", { name: /^Boise.*ID|^Boise.*Idaho/ })
    .first()
    .waitFor();
  await page.keyboard.press("Enter");
  await hears(page, /^The map shows Boise/);
  await expect.poll(() => scale(page)).not.toBe(before);
  await page.keyboard.press("Escape");
  await box.waitFor({ state: "detached" });
  expect(await mapSurface(page).evaluate((map) => map === document.activeElement)).toBe(true);
});

it("measures the way through places, by pointer and by keyboard", async () => {
  const { page } = await openApp();
  await openSamplePlan(page);
  await mapTool(page, "Measure a distance").click();
  const bar = mapRegion(page).getByRole("region", { name: "Measure a distance" });
  for (const across of [0.35, 0.55]) {
    const { x, y } = await spotOnMap(page, across, 0.5);
    await page.mouse.click(x, y);
  }
  const first = Number(
    /^([\d,.]+) mi in a straight line/
      .exec(await hears(page, /mi in a straight line/))![1]!
      .replaceAll(",", ""),
  );
  // A fifth of the map's width, by its scale.
  expect(first).toBeGreaterThan(100);
  await mapSurface(page).focus();
  await page.keyboard.press("Enter");
  await expect
    .poll(async () => Number((await bar.locator("strong").innerText()).replace(/[^\d.]/g, "")))
    .toBeGreaterThan(first);
  await page.keyboard.press("Backspace");
  await expect
    .poll(async () => Number((await bar.locator("strong").innerText()).replace(/[^\d.]/g, "")))
    .toBe(first);
  await page.keyboard.press("Escape");
  await bar.waitFor({ state: "detached" });
  expect((await shownFigures(page)).score).toBeGreaterThan(0);
});

it("zooms to what is selected, by button and by key", async () => {
  const { page } = await openApp();
  await openSamplePlan(page);
  const before = await scale(page);
  await selectFirstRows(page, 1);
  const bars = page.getByRole("toolbar", { name: "Selected accounts" });
  await bars.first().getByRole("button", { name: "Zoom to selected" }).click();
  await expect.poll(() => scale(page)).not.toBe(before);
  const near = await scale(page);
  await mapTool(page, "Fit all").click();
  await expect.poll(() => scale(page)).not.toBe(near);
  await mapSurface(page).focus();
  await page.keyboard.press("z");
  await expect.poll(() => scale(page)).toBe(near);
});

it("saves the map as PNG and SVG with legend, scale and title, and nothing to fetch", async () => {
  const { page } = await openApp();
  await openSamplePlan(page);
  const png = await savedPicture(page, "Save as PNG");
  expect(png.name).toMatch(/\.png$/);
  const drawn = await drawnPicture(page, png.bytes);
  const box = (await mapSurface(page).boundingBox())!;
  // Sharp on paper, with the legend beside the map.
  expect(drawn.width).toBeGreaterThan(2 * box.width);
  expect(drawn.height).toBeGreaterThan(2 * box.height);

  const svg = await savedPicture(page, "Save as SVG");
  expect(svg.name).toMatch(/\.svg$/);
  const shown = await page.evaluate((markup) => {
    const parsed = new DOMParser().parseFromString(markup, "image/svg+xml");
    const all = [...parsed.querySelectorAll("*")];
    return {
      error: parsed.querySelector("parsererror")?.textContent ?? null,
      texts: [...parsed.querySelectorAll("text")].map((element) => element.textContent ?? ""),
      scripts: parsed.querySelectorAll("script, foreignObject").length,
      values: all.flatMap((element) => [...element.attributes].map(({ name, value }) => `${name}=${value}`)),
    };
  }, svg.bytes.toString("utf8"));
  expect(shown.error).toBeNull();
  expect(shown.scripts).toBe(0);
  // It refers to its own parts and to nothing outside of the file.
  const addresses = shown.values.filter((value) => /^xmlns|:\/\/|\bhref=|\bsrc=|url\(/.test(value));
  expect(
    addresses.filter((value) => !/^xmlns[^=]*=|=url\(#\w+\)$|href=(?:#|data:image\/)/.test(value)),
  ).toEqual([]);
  expect(shown.values.filter((value) => /^on/i.test(value))).toEqual([]);
  for (const wanted of ["Sample: national expansion", "Territories, Potential index"])
    expect(shown.texts).toContain(wanted);
  const names = Object.keys((await shownFigures(page)).territories);
  for (const name of names) expect(shown.texts).toContain(name);
  expect(shown.texts.some((each) => /^\d+ mi$/.test(each))).toBe(true);

  // Both are drawn in the territories' colors.
  const colors = new Set(shown.values.flatMap((value) => /^fill=(#[0-9a-f]{6})$/i.exec(value)?.[1] ?? []));
  expect(colors.size).toBeGreaterThan(10);
  const missing = [...colors].filter((color) => !drawn.colors.includes(color.toLowerCase()));
  expect(missing).toEqual([]);
});

/** Size and colors of a picture, as a browser draws it. */
function drawnPicture(
  page: Page,
  bytes: Buffer,
): Promise<{ width: number; height: number; colors: string[] }> {
  return page.evaluate(async (base64) => {
    const data = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([data], { type: "image/png" }));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext("2d")!;
    context.drawImage(image, 0, 0);
    const pixels = context.getImageData(0, 0, image.width, image.height).data;
    const colors = new Set<number>();
    for (let i = 0; i < pixels.length; i += 4)
      colors.add((pixels[i]! << 16) | (pixels[i + 1]! << 8) | pixels[i + 2]!);
    return {
      width: image.width,
      height: image.height,
      colors: [...colors].map((color) => `#${color.toString(16).padStart(6, "0")}`),
    };
  }, bytes.toString("base64"));
}

it("prints the picture alone, on one page", async () => {
  const { page } = await openApp();
  await openSamplePlan(page);
  await page.evaluate(() => {
    window.print = () => {};
  });
  await mapTool(page, "Save or print the map").click();
  await page.getByRole("menuitem", { name: "Print" }).click();
  await page.locator("img.print-picture").waitFor({ state: "attached" });
  await page.emulateMedia({ media: "print" });
  expect(await page.locator("img.print-picture").isVisible()).toBe(true);
  expect(await mapSurface(page).isVisible()).toBe(false);
  const paper = await page.pdf({ format: "A4", landscape: true });
  expect(paper.toString("latin1").match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await page.emulateMedia({ media: "screen" });
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await page.locator("img.print-picture").waitFor({ state: "detached" });
});
