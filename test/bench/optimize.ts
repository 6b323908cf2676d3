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
      const watched = await watch(browser, `${address}?accounts=${size}&territories=${territories}`);
      rows.push(...watched.map((row) => ({ accounts: size, territories, ...row })));
    }
    console.log(`1440 × 900; searching for ${WATCH_MS / 1000} s`);
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
  const ready = () =>
    dialog.getByRole("button", { name: "Accept proposal" }).and(dialog.locator(":enabled")).waitFor();
  const rows: ({ phase: string } & ReturnType<typeof figuresOf>)[] = [];
  const phase = async (name: string, act: () => Promise<unknown>) =>
    rows.push({ phase: name, ...figuresOf(await tasksDuring(session, act)) });
  await phase("start to first plan", async () => {
    await dialog.getByRole("button", { name: "Find a better plan" }).click();
    await dialog.getByRole("row", { name: /^Balance score/ }).waitFor({ timeout: 60_000 });
  });
  await phase("searching", () => page.waitForTimeout(WATCH_MS));
  await phase("stopping", async () => {
    await dialog.getByRole("button", { name: "Stop and keep the best" }).click();
    await ready();
  });
  await phase("looking at territories", async () => {
    await dialog.locator(".proposal-parts summary").filter({ hasText: "Territories" }).click();
    await dialog
      .getByRole("checkbox", { name: /^Accept the changes of/ })
      .first()
      .uncheck();
    await ready();
  });
  await phase("looking at moves", async () => {
    await page.locator("label").filter({ hasText: "Only moves" }).click();
    await dialog.locator(".proposal-parts summary").filter({ hasText: "Moves" }).click();
    await dialog.locator(".move").first().waitFor();
    await dialog.locator(".move").first().click();
    await page.waitForTimeout(1000);
  });
  await phase("accepting", async () => {
    await dialog.getByRole("button", { name: "Accept proposal" }).click();
    await dialog.waitFor({ state: "detached" });
    await page.waitForTimeout(1000);
  });
  await page.close();
  return rows;
}

function figuresOf(tasks: readonly number[]) {
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
async function tasksDuring(session: CDPSession, act: () => Promise<unknown>): Promise<number[]> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: object[] }) => events.push(...(value as TraceEvent[]));
  session.on("Tracing.dataCollected", collect);
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: ["toplevel", "__metadata"], excludedCategories: ["*"] },
  });
  await act();
  const complete = new Promise<void>((done) => session.once("Tracing.tracingComplete", () => done()));
  await session.send("Tracing.end");
  await complete;
  session.off("Tracing.dataCollected", collect);
  const main = new Set(
    events
      .filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain")
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const ofMain = events.filter(({ ph, pid, tid }) => ph === "X" && main.has(`${pid} ${tid}`));
  return ofMain.filter(({ name }) => name.endsWith("RunTask")).map(({ tdur }) => (tdur ?? 0) / 1000);
}
