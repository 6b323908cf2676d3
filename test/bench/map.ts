import { join, resolve } from "node:path";
import { type CDPSession, chromium, type Page } from "playwright-core";
import { build, preview } from "vite";
import { findBrowser } from "../browser.mjs";
import type { MapBench } from "./pages/map-page";
import { printTable, quantile, sizesOf } from "./report";

declare global {
  interface Window {
    mapBench: MapBench;
  }
}

export const title =
  "accounts on the map, script in ms: mount (aim 300), a frame of a drag (aim 8), 5,000 recolored (aim 16), new borders (aim 50)";

const ROOT = resolve(process.cwd());
const OUT = join(ROOT, "node_modules/.bench/map-page");
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
  const executablePath = findBrowser();
  if (!executablePath) {
    console.log("Left out: no Chromium found; set CHROME_PATH.");
    return;
  }
  await build({
    configFile: join(ROOT, "vite.config.ts"),
    logLevel: "error",
    build: { outDir: OUT, emptyOutDir: true, rollupOptions: { input: "test/bench/pages/map.html" } },
  });
  const server = await preview({
    configFile: false,
    logLevel: "error",
    build: { outDir: OUT },
    preview: { host: "127.0.0.1", port: 0 },
  });
  const browser = await chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--enable-unsafe-swiftshader"],
  });
  try {
    const rows = [];
    for (const size of sizesOf(args)) {
      for (const kind of Object.keys(KINDS)) {
        const page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
        page.on("pageerror", (error) => console.error(error));
        const address = server.resolvedUrls?.local[0] ?? "";
        await page.goto(
          `${address}test/bench/pages/map.html?kind=${kind}&accounts=${size}&territories=${TERRITORIES}`,
        );
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
  } finally {
    await browser.close();
    await server.close();
  }
}

async function measure(page: Page, size: number, isOurs: boolean) {
  const session = await page.context().newCDPSession(page);
  // The processor's time on the page's own thread: what else the machine does meanwhile is not counted.
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  await page.waitForFunction(() => "mapBench" in window);
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

/** Runs it in a task of the page: what the debugger evaluates by itself is not counted as script. */
function inTask(page: Page, action: keyof MapBench, accounts: number): Promise<void> {
  return page.evaluate(
    ([name, count]) =>
      new Promise<void>((done, fail) =>
        setTimeout(() => {
          try {
            window.mapBench[name](count);
            done();
          } catch (error) {
            fail(error);
          }
        }),
      ),
    [action, accounts] as const,
  );
}

/** Milliseconds of script that the page spends on something, up to the second frame after it. */
async function scriptMs(page: Page, session: CDPSession, act: () => Promise<unknown>): Promise<number> {
  await settled(page);
  const before = await scriptSeconds(session);
  await act();
  await settled(page);
  return 1000 * ((await scriptSeconds(session)) - before);
}

async function scriptSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "ScriptDuration")?.value ?? Number.NaN;
}

function settled(page: Page): Promise<void> {
  return page.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  );
}
