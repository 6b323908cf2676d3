import { rm } from "node:fs/promises";
import { resolve } from "node:path";
import { type CDPSession, chromium, type Page } from "playwright-core";
import { build, preview } from "vite";
import { findOrInstallBrowser } from "../browser.mjs";
import { type GridDriver, OURS, PEER } from "./grid-drivers";
import { printTable, quantile } from "./report";

export const title =
  "30 columns beside ag-grid-community, ms of the main thread until the change is painted (script, style, layout, paint)";

const FRAMES = 150;
const TERRITORIES = 500;
const COLUMNS = 30;
const TOWNS = ["Utica", "Boise", "Salem", "Provo", "Tulsa", "Omaha"];

/** Prints the times at 100,000 rows, or at the row counts given ("10k"); 250,000 without the peer. */
export async function runGridBench(args: readonly string[]): Promise<void> {
  const executablePath = findOrInstallBrowser();
  if (!executablePath) throw new Error("Expected a browser, got none. Set CHROME_PATH to one.");
  const outDir = resolve("node_modules/.bench/grid");
  await build({
    logLevel: "error",
    build: {
      outDir,
      emptyOutDir: true,
      rollupOptions: { input: [OURS, PEER].map(({ page }) => resolve(page)) },
    },
  });
  const server = await preview({
    logLevel: "error",
    build: { outDir },
    preview: { host: "127.0.0.1", port: 0, open: false },
  });
  const address = server.httpServer.address();
  if (!address || typeof address === "string") throw new Error("Expected a port, got none.");
  const browser = await chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--enable-precise-memory-info", "--js-flags=--expose-gc"],
  });
  const sizes = args.length > 0 ? args.map((size) => Number.parseInt(size, 10) * 1000) : [100_000, 250_000];
  try {
    for (const rows of sizes) {
      console.log(`\n${rows.toLocaleString("en-US")} rows, ${TERRITORIES} territories`);
      const measured: Times[] = [];
      for (const driver of rows > 100_000 ? [OURS] : [OURS, PEER]) {
        // The peer brings its styles in ways that our own policy forbids.
        const page = await browser.newPage({ viewport: { width: 1400, height: 900 }, bypassCSP: true });
        const url = `http://127.0.0.1:${address.port}/${driver.page}`;
        measured.push(
          await measure(page, `${url}?rows=${rows}&columns=${COLUMNS}&territories=${TERRITORIES}`, driver),
        );
        await page.close();
      }
      print(measured);
    }
  } finally {
    await browser.close();
    await server.close();
    await rm(outDir, { recursive: true, force: true });
  }
}

type Times = Readonly<Record<string, number>>;

async function measure(page: Page, url: string, driver: GridDriver): Promise<Times> {
  await page.goto(url);
  await page.waitForFunction("window.mountMs !== undefined");
  const mount = await evaluate<number>(page, "mountMs");
  const client = await page.context().newCDPSession(page);
  await client.send("Performance.enable");
  await page.waitForSelector(driver.firstCell);
  // The first scroll through compiles what the next ones run.
  await scroll(page, client, driver, 0, 700);
  const slow = await scroll(page, client, driver, 0, 30);
  const fast = await scroll(page, client, driver, 0, 3000);
  const back = await scroll(page, client, driver, 0, -3000);
  const sideways = await scroll(page, client, driver, 60, 0);
  await evaluate(page, `document.querySelector("${driver.scroller}").scrollTo(0, 0)`);
  const cost = (script: string) => taskMs(page, client, script);
  const edits = [];
  for (const text of TOWNS) edits.push(await driver.editCell(page, text));
  const presses = [];
  for (const text of TOWNS) if (driver.pressEnter) presses.push(await driver.pressEnter(page, text));
  return {
    "mount to paint": mount,
    "slow scroll, a frame": slow.task,
    "fast scroll, a frame": fast.task,
    "fast scroll, worst of 150 frames": fast.worst,
    "fast scroll, frames over 20": fast.over,
    "fast scroll up, frames over 20": back.over,
    "sideways, a frame": sideways.task,
    "sort numbers, first": await cost(driver.sort("Revenue", "asc")),
    "sort numbers, next": await cost(driver.sort("Revenue", "desc")),
    "sort unique text, first": await cost(driver.sort("Account name", "asc")),
    "sort unique text, next": await cost(driver.sort("Account name", "desc")),
    ...(await unsorted(page, driver)),
    "filter text, first": await cost(driver.filter("granite")),
    "filter text, next": await cost(driver.filter("granite f")),
    ...(await unfiltered(page, driver)),
    "edit a cell (script)": Math.min(...edits),
    "edit a cell, Enter in its editor": presses.length > 0 ? Math.min(...presses) : Number.NaN,
    "reassign 5,000": await reassigned(cost, driver, 3),
    ...(await grouped(page, driver, cost)),
    "heap, MB": await evaluate(page, "(gc(), gc(), performance.memory.usedJSHeapSize / 1e6)"),
  };
}

/** Groups by territory, and moves accounts between the groups; both with a subtotal under every number in view. */
async function grouped(
  page: Page,
  driver: GridDriver,
  cost: (script: string) => Promise<number>,
): Promise<Times> {
  if (!driver.group) return {};
  return {
    "group by territory, with sums": await cost(await driver.group(page)),
    "reassign 5,000 in groups": await reassigned(cost, driver, 13),
  };
}

/** The middle one of five moves of the same accounts. */
async function reassigned(
  cost: (script: string) => Promise<number>,
  driver: GridDriver,
  territory: number,
): Promise<number> {
  const times = [];
  for (let i = 0; i < 5; i++) times.push(await cost(driver.reassign(5000, territory + i)));
  return quantile(times);
}

async function unsorted(page: Page, driver: GridDriver): Promise<Times> {
  await evaluate(page, driver.sort("Account name", null));
  return {};
}

async function unfiltered(page: Page, driver: GridDriver): Promise<Times> {
  await evaluate(page, driver.filter(""));
  return {};
}

/** Main-thread time of a script and of the two frames after it, less that of two frames in which nothing happens. */
async function taskMs(page: Page, client: CDPSession, script: string): Promise<number> {
  const idle = await taskDuring(page, client, "");
  return Math.max(0, (await taskDuring(page, client, script)) - idle);
}

async function taskDuring(page: Page, client: CDPSession, script: string): Promise<number> {
  const before = await taskSeconds(client);
  await evaluate(
    page,
    `new Promise((resolve) => { ${script}; requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 30))); })`,
  );
  return ((await taskSeconds(client)) - before) * 1000;
}

async function taskSeconds(client: CDPSession): Promise<number> {
  const { metrics } = await client.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN;
}

async function scroll(page: Page, client: CDPSession, driver: GridDriver, dx: number, dy: number) {
  const start = dy < 0 ? FRAMES * -dy : 0;
  await evaluate(page, `document.querySelector("${driver.scroller}").scrollTo(0, ${start})`);
  const before = await taskSeconds(client);
  const frames = await evaluate<number[]>(
    page,
    `new Promise((resolve) => {
      const down = document.querySelector("${driver.scroller}");
      const across = document.querySelector("${driver.sideways}");
      const frames = [];
      let last = performance.now();
      const step = (now) => {
        frames.push(now - last);
        last = now;
        if (frames.length > ${FRAMES}) return resolve(frames.slice(1));
        if (${dy} !== 0) down.scrollTop += ${dy};
        if (${dx} !== 0) across.scrollLeft += frames.length % 40 < 20 ? ${dx} : -${dx};
        requestAnimationFrame(step);
      };
      requestAnimationFrame(step);
    })`,
  );
  const task = ((await taskSeconds(client)) - before) * 1000;
  return {
    task: task / FRAMES,
    worst: Math.max(...frames),
    over: frames.filter((ms) => ms > 20).length,
  };
}

function print([ours, peer]: readonly Times[]): void {
  printTable(
    Object.entries(ours!).map(([name, value]) => {
      // What the peer does only for money has no time there.
      const other = peer?.[name];
      const beside = other === undefined ? ["–", "–"] : [other, ratio(other, value)];
      return {
        work: name,
        evenfield: value,
        ...(peer ? { "ag-grid": beside[0]!, "times better": beside[1]! } : {}),
      };
    }),
  );
}

function ratio(theirs: number, own: number): string {
  return own > 0 ? `${(theirs / own).toFixed(1)} ×` : "";
}

function evaluate<Result>(page: Page, script: string): Promise<Result> {
  return page.evaluate(script) as Promise<Result>;
}
