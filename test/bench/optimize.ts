import { join, resolve } from "node:path";
import { type Browser, type CDPSession, chromium } from "playwright-core";
import { build, preview } from "vite";
import { findBrowser } from "../browser.mjs";
import { printTable, quantile, sizesOf } from "./report";

export const title =
  "the page while the optimizer runs: longest tasks of its main thread in ms of processor time (aim 16)";

const ROOT = resolve(process.cwd());
const OUT = join(ROOT, "node_modules/.bench/optimize-page");
const WATCH_MS = 15_000;

export async function run(args: readonly string[]): Promise<void> {
  const executablePath = findBrowser();
  if (!executablePath) {
    console.log("Left out: no Chromium found; set CHROME_PATH.");
    return;
  }
  await build({
    configFile: join(ROOT, "vite.config.ts"),
    logLevel: "error",
    build: { outDir: OUT, emptyOutDir: true, rollupOptions: { input: "test/bench/pages/optimize.html" } },
  });
  const server = await preview({
    configFile: false,
    logLevel: "error",
    build: { outDir: OUT },
    preview: { host: "127.0.0.1", port: 0 },
  });
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  try {
    const rows = [];
    for (const size of sizesOf(args)) {
      const territories = Math.max(10, Math.round(size / 200));
      const address = `${server.resolvedUrls?.local[0]}test/bench/pages/optimize.html`;
      rows.push({
        accounts: size,
        territories,
        ...(await watch(browser, `${address}?accounts=${size}&territories=${territories}`)),
      });
    }
    console.log(`1440 × 900, the first ${WATCH_MS / 1000} s after the first plan`);
    printTable(rows);
  } finally {
    await browser.close();
    await server.close();
  }
}

async function watch(browser: Browser, url: string) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(url);
  await page.getByRole("button", { name: "Optimize", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Optimize territories" });
  const session = await page.context().newCDPSession(page);
  await dialog.getByRole("button", { name: "Find a better plan" }).click();
  await dialog.getByRole("row", { name: /^Balance score/ }).waitFor({ timeout: 60_000 });
  const tasks = await tasksDuring(session, () => page.waitForTimeout(WATCH_MS));
  await page.close();
  return {
    tasks: tasks.length,
    "over 16": tasks.filter((ms) => ms > 16).length,
    "over 50": tasks.filter((ms) => ms > 50).length,
    p99: quantile(tasks, 0.99),
    longest: Math.max(...tasks),
  };
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds of the thread's processor time. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** Processor time of every task of the page's main thread in milliseconds. */
async function tasksDuring(session: CDPSession, act: () => Promise<void>): Promise<number[]> {
  const events: TraceEvent[] = [];
  session.on("Tracing.dataCollected", ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: ["toplevel", "__metadata"], excludedCategories: ["*"] },
  });
  await act();
  const complete = new Promise<void>((done) => session.once("Tracing.tracingComplete", () => done()));
  await session.send("Tracing.end");
  await complete;
  const main = new Set(
    events
      .filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain")
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const ofMain = events.filter(({ ph, pid, tid }) => ph === "X" && main.has(`${pid} ${tid}`));
  return ofMain.filter(({ name }) => name.endsWith("RunTask")).map(({ tdur }) => (tdur ?? 0) / 1000);
}
