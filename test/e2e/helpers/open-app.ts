import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { expect, inject, onTestFinished } from "vitest";

export interface OpenOptions {
  /** Address to open; the served build unless a test serves its own. */
  readonly url?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: "light" | "dark";
  /** Touch and a phone's pixels. */
  readonly touch?: boolean;
  /** Profile of an earlier window, to find again what it stored. Made and removed by the test. */
  readonly profile?: string;
  /** Messages a test provokes on purpose. */
  readonly expectedProblems?: readonly RegExp[];
}

/** A browser window with the planner in it. The database lies on the disk, as a planner's does. */
export interface OpenedApp {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Console errors, uncaught errors, policy violations and requests to other origins so far. */
  readonly problems: readonly string[];
  /** Opens another tab of the same browser, watched in the same way. */
  newTab(): Promise<Page>;
  /** Closes the window as a person does. */
  close(): Promise<void>;
  /** Ends the browser without a chance to store anything. */
  kill(): Promise<void>;
}

const ARGS = [
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/**
 * Opens the planner in a fresh profile. At the end of the test the window is closed, and the test fails if there was
 * a console error, an uncaught error, a policy violation or a request to another origin.
 */
export async function openApp(options: OpenOptions = {}): Promise<OpenedApp> {
  const url = options.url ?? inject("siteUrl");
  const profile = options.profile ?? (await temporaryProfile());
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: inject("browserPath"),
    args: ARGS,
    viewport: options.viewport ?? { width: 1440, height: 900 },
    colorScheme: options.colorScheme ?? "light",
    hasTouch: options.touch ?? false,
    isMobile: options.touch ?? false,
    acceptDownloads: true,
    locale: "en-US",
    timezoneId: "UTC",
  });
  const problems: string[] = [];
  await watchContext(context, new URL(url).origin, problems);
  const page = context.pages()[0] ?? (await context.newPage());
  watchPage(page, problems);
  context.on("page", (tab) => watchPage(tab, problems));
  const close = () => context.close().catch(() => {});
  onTestFinished(async () => {
    await close();
    const expected = options.expectedProblems ?? [];
    expect(problems.filter((problem) => !expected.some((pattern) => pattern.test(problem)))).toEqual([]);
  });
  await page.goto(url);
  return {
    page,
    context,
    problems,
    async newTab() {
      const tab = await context.newPage();
      await tab.goto(url);
      return tab;
    },
    close,
    kill: () => killBrowser(context),
  };
}

/** A profile folder that outlives a window; removed at the end of the test. */
export async function temporaryProfile(): Promise<string> {
  const profile = await mkdtemp(join(tmpdir(), "evenfield-profile-"));
  onTestFinished(() => rm(profile, { recursive: true, force: true, maxRetries: 5 }));
  return profile;
}

/** Waits until the page is served by its service worker, so that it would also open without a network. */
export async function waitUntilOffline(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");
}

async function watchContext(context: BrowserContext, origin: string, problems: string[]): Promise<void> {
  context.on("request", (request) => {
    const target = new URL(request.url());
    const own = target.origin === origin || ["data:", "blob:"].includes(target.protocol);
    if (!own) problems.push(`request to another origin: ${request.url()}`);
  });
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      console.error(
        `policy violation: ${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile ?? ""}:${event.lineNumber}:${event.columnNumber}`,
      );
    });
  });
}

function watchPage(page: Page, problems: string[]): void {
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => problems.push(`uncaught: ${error.stack ?? error.message}`));
  page.on("crash", () => problems.push("the page crashed"));
}

async function killBrowser(context: BrowserContext): Promise<void> {
  const browser = context.browser();
  if (!browser) throw new Error("Expected a browser behind the context, got none.");
  const devtools = await browser.newBrowserCDPSession();
  const { processInfo } = await devtools.send("SystemInfo.getProcessInfo");
  const closed = new Promise((done) => context.once("close", done));
  for (const { type, id } of processInfo) if (type === "browser") process.kill(id, "SIGKILL");
  await closed;
}
