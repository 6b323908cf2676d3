import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { chromium, type Page } from "playwright-core";
import { build, preview } from "vite";
import { findOrInstallBrowser } from "../browser.mjs";

const OUT = resolve("node_modules/.bench/pages");

/**
 * Builds `test/bench/pages/` as the planner is built, serves it, and opens it in a headless Chromium whose database lies on the
 * disk. `measure` calls a function that a file there exports as `page.evaluate` would, with an argument that JSON can carry.
 */
export async function withBrowserPage(
  work: (measure: <Result>(name: string, argument: unknown) => Promise<Result>, page: Page) => Promise<void>,
): Promise<void> {
  const executablePath = findOrInstallBrowser();
  if (!executablePath) throw new Error("Expected a browser, got none. Set CHROME_PATH to one.");
  await build({
    logLevel: "error",
    build: {
      outDir: OUT,
      emptyOutDir: true,
      rollupOptions: { input: resolve("test/bench/pages/bench.html") },
    },
  });
  const server = await preview({
    logLevel: "error",
    build: { outDir: OUT },
    preview: { host: "127.0.0.1", port: 0, open: false },
  });
  const profile = await mkdtemp(join(tmpdir(), "evenfield-bench-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    viewport: { width: 1440, height: 900 },
  });
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    const address = server.httpServer.address();
    if (!address || typeof address === "string") throw new Error("Expected a port, got none.");
    await page.goto(`http://127.0.0.1:${address.port}/test/bench/pages/bench.html`);
    await work(async <Result>(name: string, argument: unknown) => {
      await page.waitForFunction(() => "measure" in window);
      return page.evaluate(([called, passed]) => window.measure(called, passed), [
        name,
        argument,
      ] as const) as Promise<Result>;
    }, page);
  } finally {
    await context.close();
    await server.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    await rm(OUT, { recursive: true, force: true });
  }
}
