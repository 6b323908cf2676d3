import { withBrowserPage } from "./browser-page";
import { printTable, quantile, sizesOf } from "./report";

export const title =
  "a saved plan of 30 columns opened after a reload, in ms (aim: 1,000 at 100,000 accounts)";

const ROUNDS = 5;

export async function run(args: readonly string[]): Promise<void> {
  const rows: Record<string, number>[] = [];
  await withBrowserPage(async (measure, page) => {
    for (const size of sizesOf(args)) {
      const { id, saveMs } = await measure<{ id: string; saveMs: number }>("savePlan", size);
      const rounds: { openMs: number; figuresMs: number }[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        await page.reload();
        rounds.push(await measure("openPlan", id));
      }
      rows.push({
        accounts: size,
        save: saveMs,
        "read and verify": quantile(rounds.map((times) => times.openMs)),
        figures: quantile(rounds.map((times) => times.figuresMs)),
        "p95 in all": quantile(
          rounds.map((times) => times.openMs + times.figuresMs),
          0.95,
        ),
      });
    }
  });
  console.log(`seed 2026, median of ${ROUNDS} in headless Chromium, the database on the disk`);
  printTable(rows);
}
