import { rm } from "node:fs/promises";
import { resolve } from "node:path";
import { chromium, type Page } from "playwright-core";
import { build, preview } from "vite";
import { findOrInstallBrowser } from "../browser.mjs";

export const title = "a sheet of 30 columns in Chromium, ms";

/** What a sheet of the synthetic plan takes, in ms unless said otherwise. Script times are until the DOM is changed. */
export interface GridTimes {
  readonly mount: number;
  readonly scrollSlow: ScrollTimes;
  readonly scrollFast: ScrollTimes;
  readonly scrollSideways: ScrollTimes;
  readonly sortNumbers: FirstAndNext;
  readonly sortUniqueText: FirstAndNext;
  readonly filterText: FirstAndNext;
  /** A cell of a column that no figure reads. */
  readonly editCell: number;
  readonly reassign5000: number;
  /** MB after a collection, the plan included. */
  readonly heapMb: number;
}

export interface ScrollTimes {
  /** Main thread per frame: script, style, layout and paint. */
  readonly task: number;
  readonly p95Frame: number;
  /** Frames over 20 ms among 150. */
  readonly slowFrames: number;
}

export interface FirstAndNext {
  readonly first: number;
  readonly next: number;
}

const FRAMES = 150;

/**
 * Measures the Accounts sheet on the page that `test/ui/grid/harness` builds to, served at `url`. The browser must be
 * started with `--js-flags=--expose-gc` and `--enable-precise-memory-info`.
 */
export async function benchGrid(page: Page, url: string, rows: number, columns = 30): Promise<GridTimes> {
  await page.goto(`${url}?rows=${rows}&columns=${columns}&territories=500`);
  await page.waitForFunction("window.mountMs !== undefined");
  const mount = await evaluate<number>(page, "mountMs");
  // The first scroll through compiles what the next ones run.
  await scroll(page, 0, 700);
  const scrollSlow = await scroll(page, 0, 30);
  const scrollFast = await scroll(page, 0, 3000);
  const scrollSideways = await scroll(page, 60, 0);
  return {
    mount,
    scrollSlow,
    scrollFast,
    scrollSideways,
    sortNumbers: await sort(page, "Revenue"),
    sortUniqueText: await sort(page, "Account name"),
    filterText: {
      first: await evaluate(page, timed(quickFilter("granite"))),
      next: await evaluate(page, timed(quickFilter("granite f"))),
    },
    editCell: await editCell(page),
    reassign5000: await evaluate(page, timed("reassign(5000, 3)")),
    heapMb: await evaluate(page, "(gc(), performance.memory.usedJSHeapSize / 1e6)"),
  };
}

/** Prints the times at 100,000 and 250,000 rows, or at the row counts given ("10k"). */
export async function runGridBench(args: readonly string[]): Promise<void> {
  const executablePath = findOrInstallBrowser();
  if (!executablePath) throw new Error("Expected a browser, got none. Set CHROME_PATH to one.");
  const outDir = resolve("node_modules/.bench/grid");
  const page = "test/ui/grid/harness/index.html";
  await build({
    logLevel: "error",
    build: { outDir, emptyOutDir: true, rollupOptions: { input: resolve(page) } },
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
    args: ["--no-sandbox", "--enable-precise-memory-info", "--js-flags=--expose-gc"],
  });
  try {
    const sizes = args.length > 0 ? args.map((size) => Number.parseInt(size, 10) * 1000) : [100_000, 250_000];
    for (const rows of sizes) {
      const tab = await browser.newPage({ viewport: { width: 1400, height: 900 } });
      printTimes(rows, await benchGrid(tab, `http://127.0.0.1:${address.port}/${page}`, rows));
      await tab.close();
    }
  } finally {
    await browser.close();
    await server.close();
    await rm(outDir, { recursive: true, force: true });
  }
}

function printTimes(rows: number, times: GridTimes): void {
  console.log(`${rows.toLocaleString("en-US")} rows`);
  for (const [name, value] of Object.entries(times)) {
    const figures = typeof value === "number" ? [["", value]] : Object.entries(value);
    const words = figures.map(([label, figure]) => `${label} ${Number(figure).toFixed(1)}`.trim());
    console.log(`  ${name.padEnd(16)} ${words.join(", ")}`);
  }
}

async function scroll(page: Page, dx: number, dy: number): Promise<ScrollTimes> {
  const client = await page.context().newCDPSession(page);
  await client.send("Performance.enable");
  const taskSeconds = async () => {
    const { metrics } = await client.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN;
  };
  await evaluate(page, "document.querySelector('.grid').scrollTo(0, 0)");
  const before = await taskSeconds();
  const frames = await evaluate<number[]>(
    page,
    `new Promise((resolve) => {
      const grid = document.querySelector(".grid");
      const frames = [];
      let last = performance.now();
      const step = (now) => {
        frames.push(now - last);
        last = now;
        if (frames.length > ${FRAMES}) return resolve(frames.slice(1));
        grid.scrollTop += ${dy};
        grid.scrollLeft += frames.length % 40 < 20 ? ${dx} : -${dx};
        requestAnimationFrame(step);
      };
      requestAnimationFrame(step);
    })`,
  );
  const task = ((await taskSeconds()) - before) * 1000;
  await client.detach();
  const ordered = frames.toSorted((a, b) => a - b);
  return {
    task: task / FRAMES,
    p95Frame: ordered[Math.floor(FRAMES * 0.95)]!,
    slowFrames: frames.filter((ms) => ms > 20).length,
  };
}

/** First ascending, which ranks the values; then descending, which has the ranks; then unsorted again. */
async function sort(page: Page, header: string): Promise<FirstAndNext> {
  await evaluate(page, "document.querySelector('.grid').scrollTo(0, 0)");
  await page.locator(`.grid-head-label[title="${header}"]`).waitFor();
  const click = timed(`document.querySelector('.grid-head-label[title="${header}"]').click()`);
  const times = { first: await evaluate<number>(page, click), next: await evaluate<number>(page, click) };
  await evaluate(page, click);
  return times;
}

function quickFilter(text: string): string {
  return `{
    const input = document.querySelector(".grid-quick-input");
    input.value = ${JSON.stringify(text)};
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }`;
}

async function editCell(page: Page): Promise<number> {
  await evaluate(page, quickFilter(""));
  const cell = page.locator('.grid-row[data-position="2"] [data-column="city"]');
  let best = Number.POSITIVE_INFINITY;
  for (const text of ["Utica", "Boise", "Salem"]) {
    await cell.dblclick();
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type(text);
    const enter = `document.querySelector(".cell-editor-input").dispatchEvent(
      new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }))`;
    best = Math.min(best, await evaluate<number>(page, timed(enter)));
  }
  return best;
}

function timed(script: string): string {
  return `(() => { const started = performance.now(); ${script}; return performance.now() - started; })()`;
}

function evaluate<Result>(page: Page, script: string): Promise<Result> {
  return page.evaluate(script) as Promise<Result>;
}
