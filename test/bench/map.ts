import type { Page } from "playwright-core";
import { inTask, scriptClock, scriptMs, settled, withMapPages } from "./map-pages";
import { printTable, quantile, sizesOf } from "./report";

export const title =
  "accounts on the map, script in ms: mount (aim 300), a frame of a drag (aim 8), 5,000 recolored (aim 16), new borders (aim 50)";

const TERRITORIES = 500;
/** Borders and what is drawn of them come after the points, in slices. */
const BORDERS_MS = 600;
const BORDER_ROUNDS = 6;
const DRAG_STEPS = 40;
const RECOLORS = 12;

const KINDS: Readonly<Record<string, string>> = {
  ours: "evenfield",
  glify: "leaflet.glify",
  circles: "L.circleMarker",
};

export async function run(args: readonly string[]): Promise<void> {
  await withMapPages(async (openMap) => {
    const rows = [];
    for (const size of sizesOf(args)) {
      for (const kind of Object.keys(KINDS)) {
        const page = await openMap(kind, size, TERRITORIES);
        rows.push({
          accounts: size,
          map: KINDS[kind] ?? kind,
          ...(await measure(page, size, kind === "ours")),
        });
        await page.close();
      }
    }
    console.log(`1200 × 800, ${TERRITORIES} territories, seed 1; every account in view`);
    printTable(rows);
  });
}

async function measure(page: Page, size: number, isOurs: boolean) {
  const session = await scriptClock(page);
  const mount = await scriptMs(page, session, () => inTask(page, "mount", size));
  const areas = page.getByLabel("Areas", { exact: true });
  if (isOurs) await page.waitForTimeout(BORDERS_MS + size / 50);
  await page.mouse.move(600, 400);
  await page.mouse.down();
  const drag = await scriptMs(page, session, async () => {
    for (let step = 1; step <= DRAG_STEPS; step++) {
      await page.mouse.move(600 + 6 * step, 400 + 2 * step);
      await settled(page);
    }
  });
  const release = await scriptMs(page, session, () => page.mouse.up());
  const borders: number[] = [];
  const scattered: number[] = [];
  const recolors: number[] = [];
  const accounts = Math.min(5_000, Math.floor(size / 2));
  for (const [action, times] of [
    ["district", borders],
    ["recolor", scattered],
  ] as const) {
    for (let i = 0; isOurs && i < BORDER_ROUNDS; i++) {
      times.push(
        await scriptMs(page, session, async () => {
          await inTask(page, action, accounts);
          await page.waitForTimeout(BORDERS_MS);
        }),
      );
    }
  }
  // Without areas, to see what the points alone take.
  if (isOurs) await areas.uncheck();
  for (let i = 0; i < RECOLORS; i++) {
    recolors.push(await scriptMs(page, session, () => inTask(page, "recolor", accounts)));
  }
  return {
    mount,
    "drag frame": drag / DRAG_STEPS,
    release,
    recolored: accounts,
    "recolor median": quantile(recolors),
    "recolor p95": quantile(recolors, 0.95),
    "new borders": isOurs ? quantile(borders) - quantile(recolors) : Number.NaN,
    "borders, scattered": isOurs ? quantile(scattered) - quantile(recolors) : Number.NaN,
  };
}
