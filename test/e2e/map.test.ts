import type { Locator, Page } from "playwright-core";
import { expect, it } from "vitest";
import { openApp } from "./helpers/open-app";
import { exportedRows, middleOf, openSamplePlan, shownFigures } from "./helpers/plan-window";

it("tells who and what an account is, and selects it with a click", async () => {
  const { page } = await openApp();
  await openSamplePlan(page);
  const rows = await exportedRows(page);
  const { x, y, note } = await findAccount(page);
  const row = rows.find((candidate) => note.startsWith(`${candidate.Account}Territory`))!;
  expect(note).toContain(row.Territory);
  expect(note).toContain(row.Rep);
  expect(note).toContain(`${row.City}, ${row.State}`);
  expect(note).toContain(dollars(row.Potential!));

  await page.mouse.click(x, y);
  await selectionBar(page).getByText("1 selected").waitFor();
  expect(await exportedRows(page, "The 1 selected")).toEqual([row]);

  const empty = await emptyCorner(page);
  await page.mouse.click(empty.x, empty.y);
  await selectionBar(page).waitFor({ state: "detached" });
});

it("selects with a box and with a lasso, and assigns what is selected", async () => {
  const { page } = await openApp();
  await openSamplePlan(page);
  const rows = await exportedRows(page);
  const { x, y, note } = await findAccount(page);
  const ring = [
    { x: x - 40, y: y - 30 },
    { x: x + 40, y: y - 30 },
    { x: x + 40, y: y + 30 },
    { x: x - 40, y: y + 30 },
  ];

  await page.keyboard.down("Shift");
  await stroke(page, [ring[0]!, ring[2]!]);
  await page.keyboard.up("Shift");
  const boxed = await exportedRows(page, /^The [\d,]+ selected$/);
  expect(boxed.some((row) => note.startsWith(`${row.Account}Territory`))).toBe(true);
  expect(boxed.length).toBeGreaterThan(1);
  expect(boxed).toEqual(rows.filter(within(boxed)));

  await selectionBar(page).getByRole("button", { name: "Clear" }).click();
  await selectionBar(page).waitFor({ state: "detached" });
  const lasso = page.getByRole("button", { name: "Lasso" });
  await lasso.click();
  await stroke(page, [...ring, ring[0]!]);
  await selectionBar(page).getByText(`${boxed.length} selected`).waitFor();
  expect(await exportedRows(page, /^The [\d,]+ selected$/)).toEqual(boxed);

  const before = await shownFigures(page);
  await selectionBar(page).getByRole("button", { name: "Assign to…" }).click();
  const dialog = page.getByRole("dialog", { name: `Assign ${boxed.length} accounts to…` });
  await dialog.getByRole("option", { name: /^Florida/ }).click();
  const arriving = boxed.filter((row) => row.Territory !== "Florida").length;
  expect(arriving).toBeGreaterThan(0);
  await expect
    .poll(async () => (await shownFigures(page)).territories.Florida!.accounts)
    .toBe(before.territories.Florida!.accounts + arriving);
});

/** Moves the pointer over the map until it stands on one account alone, and reads the note. */
async function findAccount(page: Page): Promise<{ x: number; y: number; note: string }> {
  const map = surface(page);
  const box = (await map.boundingBox())!;
  const note = map.getByRole("tooltip");
  for (let y = box.y + box.height * 0.45; y < box.y + box.height * 0.6; y += 5) {
    for (let x = box.x + box.width * 0.4; x < box.x + box.width * 0.75; x += 5) {
      await page.mouse.move(x, y);
      await nextFrames(page);
      const text = (await note.isVisible()) ? ((await note.textContent()) ?? "") : "";
      if (text !== "" && !text.includes("accounts here")) return { x, y, note: text };
    }
  }
  throw new Error("Expected an account in the middle of the map, got none.");
}

function nextFrames(page: Page): Promise<void> {
  return page.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  );
}

async function stroke(page: Page, way: readonly { x: number; y: number }[]): Promise<void> {
  const [start, ...rest] = way;
  await page.mouse.move(start!.x, start!.y);
  await page.mouse.down();
  for (const { x, y } of rest) await page.mouse.move(x, y, { steps: 8 });
  await page.mouse.up();
}

/** Somewhere far from every account: the sea at the lower left. */
async function emptyCorner(page: Page): Promise<{ x: number; y: number }> {
  const { x } = await middleOf(surface(page));
  const box = (await surface(page).boundingBox())!;
  return { x: (box.x + x) / 2, y: box.y + box.height * 0.8 };
}

function surface(page: Page): Locator {
  return page.getByRole("region", { name: "Map", exact: true }).getByRole("application");
}

function selectionBar(page: Page): Locator {
  return page.getByRole("toolbar", { name: "Selected accounts" });
}

/** Whether a row lies in the smallest box of latitude and longitude around others. */
function within(others: readonly Record<string, string>[]) {
  const latitudes = others.map((row) => Number(row.Latitude));
  const longitudes = others.map((row) => Number(row.Longitude));
  const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)];
  const [west, east] = [Math.min(...longitudes), Math.max(...longitudes)];
  return (row: Record<string, string>) => {
    const [latitude, longitude] = [Number(row.Latitude), Number(row.Longitude)];
    return latitude >= south && latitude <= north && longitude >= west && longitude <= east;
  };
}

function dollars(amount: string): string {
  return new Intl.NumberFormat("en-US", {
    style: "currency",
    currency: "USD",
    maximumFractionDigits: 0,
  }).format(Number(amount));
}
