import { join, resolve } from "node:path";
import { type CDPSession, chromium, type Page } from "playwright-core";
import { build, preview } from "vite";
import { findBrowser } from "../browser.mjs";
import type { MapBench } from "./pages/map-page";

declare global {
  interface Window {
    mapBench: MapBench;
  }
}

const ROOT = resolve(process.cwd());
const OUT = join(ROOT, "node_modules/.bench/map-page");

/** Opens a page of one of the kinds of maps in `pages/map-page.tsx`, ready to be mounted. */
export type OpenMap = (kind: string, accounts: number, territories: number) => Promise<Page>;

/** Builds and serves the maps to measure and starts a browser; says so where there is none. */
export async function withMapPages(work: (openMap: OpenMap) => Promise<void>): Promise<void> {
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
    await work(async (kind, accounts, territories) => {
      const page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
      page.on("pageerror", (error) => console.error(error));
      const address = server.resolvedUrls?.local[0] ?? "";
      await page.goto(
        `${address}test/bench/pages/map.html?kind=${kind}&accounts=${accounts}&territories=${territories}`,
      );
      await page.waitForFunction(() => "mapBench" in window);
      return page;
    });
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Counts the processor's time on the page's own thread: what else the machine does meanwhile is not counted. */
export async function scriptClock(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  return session;
}

/** Runs it in a task of the page: what the debugger evaluates by itself is not counted as script. */
export function inTask(page: Page, action: keyof MapBench, accounts: number): Promise<void> {
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
export async function scriptMs(
  page: Page,
  session: CDPSession,
  act: () => Promise<unknown>,
): Promise<number> {
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

/** Waits for the second frame from now. */
export function settled(page: Page): Promise<void> {
  return page.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  );
}
