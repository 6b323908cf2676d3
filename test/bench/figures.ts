import { assignAccounts } from "../../src/model/edits/assign-accounts";
import { makeRecordId } from "../../src/model/ids";
import type { Measure } from "../../src/model/measure";
import { figures } from "../../src/model/metrics/figures";
import { seededRandom } from "../../src/model/sample/dice";
import { Session } from "../../src/session/session";
import { BENCH_SEED, largePlan } from "./large-plan";
import { printTable, quantile, sizesOf } from "./report";

export const title = "a move of up to 5,000 accounts until every figure is updated, in ms (aim: 16)";

const MOVED = 5_000;
const MOVES = 60;

const WORKLOAD: Measure = {
  id: "workload",
  name: "Workload",
  source: { kind: "workload" },
  weight: 1,
  tolerance: 0.1,
};

export async function run(args: readonly string[]): Promise<void> {
  const rows = [];
  for (const size of sizesOf(args)) {
    for (const territories of size >= 100_000 ? [24, 500] : [24]) {
      for (const workload of [false, true]) rows.push(measure(size, territories, workload));
    }
  }
  console.log(
    `seed ${BENCH_SEED}, ${MOVES} moves each of random accounts to a random territory, 3 measures, baseline; "workload": hours with travel as a fourth`,
  );
  printTable(rows);
}

function measure(size: number, territories: number, workload: boolean) {
  const random = seededRandom(BENCH_SEED);
  const { plan: plain, path } = largePlan(size, territories);
  const plan = workload ? { ...plain, measures: [...plain.measures, WORKLOAD] } : plain;
  const session = new Session(plan, [], {
    now: () => 0,
    makeId: () => makeRecordId(random),
    author: () => "",
  });
  const moved = Math.min(MOVED, Math.floor(size / 2));
  const times: number[] = [];
  const undos: number[] = [];
  for (let move = 0; move < MOVES; move++) {
    const accounts = new Set<number>();
    while (accounts.size < moved) accounts.add(Math.floor(random() * size));
    const territory = 1 + Math.floor(random() * territories);
    const start = performance.now();
    session.edit(assignAccounts(session.plan, path, accounts, territory));
    const end = performance.now();
    session.undo();
    times.push(end - start);
    undos.push(performance.now() - end);
  }
  const start = performance.now();
  figures(session.plan, path);
  const scratch = performance.now() - start;
  return {
    accounts: size,
    territories,
    workload: workload ? "yes" : "no",
    moved,
    median: quantile(times),
    p95: quantile(times, 0.95),
    "undo median": quantile(undos),
    "from scratch": scratch,
  };
}
