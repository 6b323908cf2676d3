import { withBrowserPage } from "./browser-page";
import type { ImportTimes } from "./pages/measure-import";
import { printTable, quantile, sizesOf } from "./report";

export const title =
  "a CSV of 30 columns to the open plan, in ms, beside PapaParse alone (aim: twice its time)";

const ROUNDS = 3;

export async function run(args: readonly string[]): Promise<void> {
  const rows: Record<string, string | number>[] = [];
  await withBrowserPage(async (measure, page) => {
    for (const size of sizesOf(args)) {
      for (const withCoordinates of [true, false]) {
        const rounds: ImportTimes[] = [];
        for (let round = 0; round < ROUNDS; round++) {
          rounds.push(await measure<ImportTimes>("measureImport", { size, withCoordinates }));
          await page.reload();
        }
        rows.push(rowOf(size, withCoordinates, rounds));
      }
    }
  });
  console.log(`seed 2026, median of ${ROUNDS} in headless Chromium, the file in memory`);
  printTable(rows);
}

function rowOf(size: number, withCoordinates: boolean, rounds: readonly ImportTimes[]) {
  const median = (read: (times: ImportTimes) => number) => quantile(rounds.map(read));
  return {
    accounts: size,
    places: withCoordinates ? "in the file" : "by postal code",
    MB: median((times) => times.megabytes),
    PapaParse: median((times) => times.papaMs),
    preview: median((times) => times.previewMs),
    "then open": median((times) => times.buildMs),
    "times PapaParse": median((times) => (times.previewMs + times.buildMs) / times.papaMs),
  };
}
