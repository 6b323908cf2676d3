import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { openApp, waitUntilOffline } from "./helpers/open-app";
import { type Site, serveCopy } from "./helpers/site";

const NEW_TITLE = "Evenfield, newer";

it("offers a newer version, and changes every tab over when the planner accepts", async () => {
  const site = await serveCopy();
  const { page, newTab } = await openApp({ url: site.url });
  await waitUntilOffline(page);
  const other = await newTab();
  await publishNewer(site);

  await lookForUpdate(page);
  await page.getByRole("button", { name: "Update and reload" }).waitFor();
  await page.reload();
  expect(await page.title()).not.toBe(NEW_TITLE);

  await page.getByRole("button", { name: "Update and reload" }).click();
  await expect.poll(() => page.title().catch(() => ""), { timeout: 20_000 }).toBe(NEW_TITLE);
  await expect.poll(() => other.title().catch(() => ""), { timeout: 20_000 }).toBe(NEW_TITLE);
  await site.close();
});

/** Puts another version in the place of the site: another page, and a worker that knows of it. */
async function publishNewer(site: Site): Promise<void> {
  const index = join(site.folder, "index.html");
  const page = await readFile(index, "utf8");
  await writeFile(index, page.replace(/<title>[^<]*<\/title>/, `<title>${NEW_TITLE}</title>`));
  const worker = join(site.folder, "sw.js");
  const code = await readFile(worker, "utf8");
  const newer = code.replace(/(url:"index\.html",revision:")[^"]*"/, '$1newer"');
  expect(newer).not.toBe(code);
  await writeFile(worker, newer);
}

async function lookForUpdate(page: Page): Promise<void> {
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
}
