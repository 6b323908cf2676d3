import { readdir } from "node:fs/promises";
import { join, relative } from "node:path";
import { expect, it } from "vitest";
import { openApp, waitUntilOffline } from "./helpers/open-app";
import { serveCopy } from "./helpers/site";

/** The worker itself, which the browser keeps, and what only the host reads. */
const NOT_STORED = ["sw.js", "_headers"];

it("loads, and stays whole when the server is gone", async () => {
  const site = await serveCopy();
  const { page, context } = await openApp({ url: site.url });
  expect(await page.title()).toContain("Evenfield");
  await page.locator("#app > *").first().waitFor();
  await waitUntilOffline(page);
  const online = await page.locator("#app").textContent();

  await site.close();
  await page.reload();
  await page.locator("#app > *").first().waitFor();
  await expect.poll(() => page.locator("#app").textContent()).toBe(online);

  const tab = await context.newPage();
  await tab.goto(`${site.url}?from=home-screen`);
  await tab.locator("#app > *").first().waitFor();
});

it("stores every file of the build for use without a network", async () => {
  const entries = await readdir("dist", { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative("dist", join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .filter((file) => !NOT_STORED.includes(file));
  expect(files.length).toBeGreaterThan(3);

  const { page } = await openApp();
  await waitUntilOffline(page);
  const missing = await page.evaluate(async (names) => {
    const stored = await Promise.all(names.map((name) => caches.match(name, { ignoreSearch: true })));
    return names.filter((_, i) => !stored[i]);
  }, files);
  expect(missing).toEqual([]);
});

it("can be installed", async () => {
  const { page, context } = await openApp();
  const devtools = await context.newCDPSession(page);
  const { errors, url } = await devtools.send("Page.getAppManifest");
  expect(errors).toEqual([]);
  const manifest = await page.evaluate(async (address) => (await fetch(address)).json(), url);
  expect(manifest).toMatchObject({ name: "Evenfield", display: "standalone" });
  const { installabilityErrors } = await devtools.send("Page.getInstallabilityErrors");
  // A window of its own for tests counts as private browsing in some versions of Chromium.
  expect(installabilityErrors.map((error) => error.errorId).filter((id) => id !== "in-incognito")).toEqual(
    [],
  );
});
