import { fitModel } from "../../src/model/fit/fit-model";
import { figures } from "../../src/model/metrics/figures";
import { previewMove } from "../../src/model/metrics/move-effect";
import { seededRandom } from "../../src/model/sample/dice";
import { assignTargets, rankTargets, targetFits } from "../../src/model/suggest/assign-targets";
import { selectionSums } from "../../src/model/views/selection-sums";
import { viewColumnOf } from "../../src/model/views/view-column";
import { BENCH_SEED, largePlan } from "./large-plan";
import { printTable, quantile, sizesOf } from "./report";

export const title =
  "what a drag, Assign to… and the status bar count, in ms (aims: a target 4, opening 100, a step of the sums 16)";

export async function run(args: readonly string[]): Promise<void> {
  const rows = [];
  for (const size of sizesOf(args)) {
    for (const territories of size >= 100_000 ? [24, 500] : [24]) {
      for (const moved of [1, 50_000]) if (moved < size) rows.push(measure(size, territories, moved));
    }
  }
  console.log(
    `seed ${BENCH_SEED}, random accounts, 3 measures; targets: every territory, the mean and the slowest`,
  );
  printTable(rows);
  printTable(sizesOf(args).map(measureSums));
}

function measure(size: number, territories: number, count: number) {
  const random = seededRandom(BENCH_SEED);
  const { plan, path } = largePlan(size, territories);
  const counted = figures(plan, path);
  const picked = new Set<number>();
  while (picked.size < count) picked.add(Math.floor(random() * size));
  const accounts = [...picked];
  const once = () => {
    const start = performance.now();
    const preview = previewMove(plan, path, counted, accounts);
    const previewed = performance.now();
    const each: number[] = [];
    for (let slot = 1; slot <= territories; slot++) {
      const from = performance.now();
      preview.to(slot);
      preview.from(slot);
      each.push(performance.now() - from);
    }
    const asked = performance.now();
    const { targets } = assignTargets(plan, path, counted, accounts);
    rankTargets(targets, "recommended");
    const ranked = performance.now();
    const fits = targetFits(fitModel(plan, path), plan, path, accounts);
    while (!fits.next().done);
    return { preview: previewed - start, each, rank: ranked - asked, fit: performance.now() - ranked };
  };
  once();
  const { preview, each, rank, fit } = once();
  return {
    accounts: size,
    territories,
    moved: count,
    "preview begins": preview.toFixed(2),
    "target, median": quantile(each, 0.5).toFixed(3),
    "target, slowest": Math.max(...each).toFixed(3),
    "ranks all": rank.toFixed(2),
    "fits, in slices": fit.toFixed(2),
  };
}

/** Every cell of thirty columns: the sample's own, over again. */
function measureSums(size: number) {
  const { plan } = largePlan(size, 24);
  const own = plan.tables.accounts.columns;
  const selected = Array.from({ length: 30 }, (_, i) => {
    const column = own[i % own.length]!;
    return { type: column.type, view: () => viewColumnOf(column), spans: [{ first: 0, last: size - 1 }] };
  });
  const entries = Uint32Array.from({ length: size }, (_, row) => row);
  let steps: number[] = [];
  for (let round = 0; round < 3; round++) {
    steps = [];
    const sums = selectionSums(selected, entries);
    for (let done = false; !done; ) {
      const start = performance.now();
      done = sums.next().done === true;
      steps.push(performance.now() - start);
    }
  }
  return {
    accounts: size,
    columns: 30,
    "sums of all, ms": steps.reduce((sum, ms) => sum + ms, 0).toFixed(1),
    "longest step, ms": Math.max(...steps).toFixed(2),
  };
}
