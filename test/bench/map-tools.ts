import type { Page } from "playwright-core";
import { inTask, scriptClock, scriptMs, settled, withMapPages } from "./map-pages";
import { printTable, sizesOf } from "./report";

export const title =
  "tools of the map, script in ms: a frame of a brush stroke with its live effect (aim 20, for 50 frames a second), a lasso of 500 corners (aim 50)";

const TERRITORIES = 500;
const STROKE_STEPS = 40;
const CORNERS = 500;
/** Borders and what is drawn of them come after the points, in slices. */
const AREAS_MS = 1500;

export async function run(args: readonly string[]): Promise<void> {
  await withMapPages(async (openMap) => {
    const rows = [];
    for (const size of sizesOf(args)) {
      const page = await openMap("ours", size, TERRITORIES);
      rows.push({ accounts: size, ...(await measure(page, size)) });
      await page.close();
    }
    console.log(`1200 × 800, ${TERRITORIES} territories, seed 1; every account in view, areas on`);
    printTable(rows);
  });
}

async function measure(page: Page, size: number) {
  const session = await scriptClock(page);
  await inTask(page, "mount", size);
  await page.waitForTimeout(AREAS_MS + size / 50);
  await page.getByRole("button", { name: "Paint", exact: true }).click();
  await page.getByRole("slider", { name: "Brush size" }).fill("40");
  await page.mouse.move(700, 400);
  await page.mouse.down();
  await settled(page);
  const stroke = await scriptMs(page, session, async () => {
    for (let step = 1; step <= STROKE_STEPS; step++) {
      await page.mouse.move(700 + 6 * step, 400 + 2 * step);
      await settled(page);
    }
  });
  const painted = await page.getByRole("columnheader").first().textContent();
  const release = await scriptMs(page, session, () => page.mouse.up());

  await page.getByRole("button", { name: "Stop painting" }).click();
  await page.getByRole("button", { name: "Lasso", exact: true }).click();
  const corner = (i: number) => {
    const angle = (2 * Math.PI * i) / CORNERS;
    const radius = 240 + 30 * Math.sin(9 * angle);
    return [750 + radius * Math.cos(angle), 420 + radius * Math.sin(angle)] as const;
  };
  await page.mouse.move(...corner(0));
  await page.mouse.down();
  for (let i = 1; i < CORNERS; i++) await page.mouse.move(...corner(i));
  const lasso = await scriptMs(page, session, () => page.mouse.up());
  return {
    "stroke, a frame": stroke / STROKE_STEPS,
    painted: painted ?? "",
    release,
    "lasso of 500": lasso,
    selected: (await page.getByText(/^[\d,]+ selected$/).textContent()) ?? "",
  };
}
