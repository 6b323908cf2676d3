import { expect, it } from "vitest";
import { openApp, waitUntilOffline } from "./helpers/open-app";
import { serveCopy } from "./helpers/site";

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
  const { page } = await openApp();
  await waitUntilOffline(page);
  const missing = await page.evaluate(async () => {
    const loaded = performance.getEntriesByType("resource").map((entry) => entry.name);
    const stored = await Promise.all(loaded.map((url) => caches.match(url, { ignoreSearch: true })));
    return loaded.filter((url, i) => !stored[i] && !/\/(sw\.js|manifest\.webmanifest)$/.test(url));
  });
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
