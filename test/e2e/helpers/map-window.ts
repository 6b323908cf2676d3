import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

/** A place on the screen, in CSS pixels. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

export function mapRegion(page: Page): Locator {
  return page.getByRole("region", { name: "Map", exact: true });
}

export function mapSurface(page: Page): Locator {
  return mapRegion(page).getByRole("application");
}

/** A button of the map's toolbar. */
export function mapTool(page: Page, name: string): Locator {
  return mapRegion(page)
    .getByRole("toolbar", { name: "Map tools" })
    .getByRole("button", { name, exact: true });
}

export function paintBar(page: Page): Locator {
  return mapRegion(page).getByRole("region", { name: "Paint territories" });
}

/** What screen readers heard last. */
export async function lastHeard(page: Page): Promise<string> {
  const text = (await page.getByRole("status", { name: "Announcements" }).textContent()) ?? "";
  return text.replaceAll("\u200b", "");
}

/** Waits until screen readers heard something of this kind. */
export async function hears(page: Page, what: RegExp): Promise<string> {
  await expect.poll(() => lastHeard(page)).toMatch(what);
  return lastHeard(page);
}

/** A place on the map by parts of its width and height. */
export async function spotOnMap(page: Page, across: number, down: number): Promise<Spot> {
  const box = (await mapSurface(page).boundingBox())!;
  return { x: box.x + across * box.width, y: box.y + down * box.height };
}

/** Drags along a way; `before` is done with the button still down. */
export async function dragAlong(
  page: Page,
  way: readonly Spot[],
  before: () => Promise<unknown> = async () => {},
): Promise<void> {
  const [start, ...rest] = way;
  await page.mouse.move(start!.x, start!.y);
  await page.mouse.down();
  for (const { x, y } of rest) await page.mouse.move(x, y, { steps: 8 });
  await before();
  await page.mouse.up();
}

/** Draws with the tool in the hand around everything on the map. */
export async function dragOverAll(page: Page): Promise<void> {
  await dragAlong(page, [await spotOnMap(page, 0.02, 0.15), await spotOnMap(page, 0.9, 0.97)]);
}

/** Scans the map from left to right for a place where `found` holds; throws where there is none. */
export async function findOnMap(page: Page, found: (spot: Spot) => Promise<boolean>): Promise<Spot> {
  for (const down of [0.5, 0.46, 0.54]) {
    for (let across = 0.3; across < 0.8; across += 0.008) {
      const spot = await spotOnMap(page, across, down);
      await page.mouse.move(spot.x, spot.y);
      await nextFrames(page);
      if (await found(spot)) return spot;
    }
  }
  throw new Error("Expected to find a place on the map, found none.");
}

/** Zooms out one step, and waits until the map has come to rest. */
export async function zoomOut(page: Page): Promise<void> {
  const scale = mapRegion(page).locator(".map-scale");
  const before = await scale.textContent();
  await mapRegion(page).getByRole("button", { name: "Zoom out", exact: true }).click();
  await expect.poll(() => scale.textContent()).not.toBe(before);
  await expect.poll(() => mapSurface(page).locator(".leaflet-zoom-anim").count()).toBe(0);
}

/** Waits until the page has drawn what happened. */
export function nextFrames(page: Page): Promise<void> {
  return page.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  );
}

/** The pointer's look over the map. */
export function cursorOnMap(page: Page): Promise<string> {
  return mapSurface(page).evaluate((element) => getComputedStyle(element).cursor);
}
