import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type IncomingHttpHeaders } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, it, onTestFinished } from "vitest";
import { openApp } from "./helpers/open-app";
import { openSamplePlan } from "./helpers/plan-window";
import { buildSite, serveSite } from "./helpers/site";

/** A gray tile of one pixel. */
const TILE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==",
  "base64",
);

/** An online map of this machine, which remembers what was asked of it. */
async function serveTiles() {
  const asked: { path: string; headers: IncomingHttpHeaders }[] = [];
  const state = { asked, broken: false };
  const server = createServer((request, response) => {
    asked.push({ path: request.url ?? "", headers: request.headers });
    if (state.broken) response.writeHead(503).end();
    else response.writeHead(200, { "Content-Type": "image/png", "Cache-Control": "no-store" }).end(TILE);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (!address || typeof address === "string") throw new Error("Expected a port, got none.");
  return { state, origin: `http://127.0.0.1:${address.port}` };
}

/** A site whose host offers the tiles of `origin`. */
async function serveSiteWithTiles(origin: string): Promise<string> {
  const variables = { VITE_TILE_ADDRESS: `${origin}/{z}/{x}/{y}.png`, VITE_TILE_CREDIT: "© Test tiles" };
  const folder = await mkdtemp(join(tmpdir(), "evenfield-tiles-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await buildSite(folder, variables);
  Object.assign(process.env, variables);
  const site = await serveSite(folder).finally(() => {
    for (const name of Object.keys(variables)) delete process.env[name];
  });
  onTestFinished(() => site.close());
  return site.url;
}

const mapRegion = (page: Page) => page.getByRole("region", { name: "Map", exact: true });

async function onlineSwitch(page: Page) {
  const box = mapRegion(page).getByRole("checkbox", { name: /^Online map/ });
  if (!(await box.isVisible())) await mapRegion(page).getByRole("button", { name: "Legend" }).click();
  await box.waitFor();
  return box;
}

it("asks the online map for nothing before it is switched on, and remembers that it was", async () => {
  const { state, origin } = await serveTiles();
  const url = await serveSiteWithTiles(origin);
  const { page } = await openApp({
    url,
    expectedProblems: [/^request to another origin: http:\/\/127\.0\.0\.1:\d+\/\d+\/\d+\/\d+\.png$/, /503/],
  });
  await openSamplePlan(page);
  const box = await onlineSwitch(page);
  expect(await box.isChecked()).toBe(false);
  await mapRegion(page).getByRole("button", { name: "Zoom in" }).click();
  expect(state.asked).toEqual([]);
  expect(await mapRegion(page).getByText("© Test tiles").count()).toBe(0);

  await box.check();
  await mapRegion(page).getByText("© Test tiles").waitFor();
  await expect
    .poll(() => page.locator(".leaflet-streets-pane img.leaflet-tile-loaded").count())
    .toBeGreaterThan(3);
  for (const { path, headers } of state.asked) {
    expect(path).toMatch(/^\/\d+\/\d+\/\d+\.png$/);
    // Which site asks, but not which plan is open in it.
    expect(headers.referer).toBe(url);
    expect(headers.cookie).toBeUndefined();
  }

  await page.reload();
  await mapRegion(page).getByText("© Test tiles").waitFor();
  expect(await (await onlineSwitch(page)).isChecked()).toBe(true);
  const note = mapRegion(page).getByText(/the one on this device is shown/);
  expect(await note.count()).toBe(0);
  state.broken = true;
  await mapRegion(page).getByRole("button", { name: "Zoom in" }).click();
  await note.waitFor();

  await (await onlineSwitch(page)).uncheck();
  await expect.poll(() => note.count()).toBe(0);
  state.asked.length = 0;
  await page.reload();
  expect(await (await onlineSwitch(page)).isChecked()).toBe(false);
  expect(state.asked).toEqual([]);
});
