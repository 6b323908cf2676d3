import { writeFileSync } from "node:fs";
import type { Problem } from "../../src/optimizer/problem";
import type { SearchProgress } from "../../src/optimizer/progress";
import { createRandom } from "../../src/optimizer/random";
import { search } from "../../src/optimizer/search";
import { type ClusteredCase, clusteredProblem } from "./optimizer-cases";
import { type Instance, problemOfInstance, readInstances } from "./optimizer-instances";
import { verify } from "./optimizer-verifier";

/** Sizes a planner may meet: a small company, the sample, a large team, the largest that stays within its budgets. */
const CLUSTERED: readonly ClusteredCase[] = [
  { items: 1_000, territories: 10, tolerance: 0.05, seed: 1 },
  { items: 1_200, territories: 24, tolerance: 0.1, seed: 1 },
  { items: 10_000, territories: 50, tolerance: 0.05, seed: 1 },
  { items: 100_000, territories: 500, tolerance: 0.05, seed: 1 },
];

interface Settings {
  readonly folder: string | undefined;
  readonly seconds: number;
  readonly seed: number;
  readonly json: string | undefined;
}

interface Row {
  readonly name: string;
  readonly kind: string;
  readonly seconds: number;
  readonly seed: number;
  readonly cost: number;
  readonly best: number | null;
  readonly gapPercent: number | null;
  readonly bound: number | null;
  readonly boundGapPercent: number | null;
  readonly violations: number;
  readonly contiguous: boolean | null;
}

/**
 * `[folder] [--seconds 10] [--seed 1] [--json FILE]`: solves every instance of the folder through the product's search and has each
 * plan checked by the independent verifier; without a folder, times the search on generated accounts. Writes tables to stdout.
 */
export function runOptimizerBench(args: readonly string[]): void {
  const settings = settingsOf(args);
  if (settings.folder === undefined) benchClustered(settings);
  else benchInstances(settings.folder, settings);
}

function settingsOf(args: readonly string[]): Settings {
  const option = (name: string): string | undefined => {
    const at = args.indexOf(name);
    return at < 0 ? undefined : args[at + 1];
  };
  const folder = args.find((arg, at) => !arg.startsWith("--") && !args[at - 1]?.startsWith("--"));
  return {
    folder,
    seconds: Number(option("--seconds") ?? 10),
    seed: Number(option("--seed") ?? 1),
    json: option("--json"),
  };
}

function benchClustered({ seconds, seed }: Settings): void {
  console.log(
    `Generated accounts, clustered, log-normal sizes, two measures, ${seconds} s each, seed ${seed}`,
  );
  print([
    "n × p",
    "±",
    "first plan s",
    "feasible s",
    "cost then",
    "cost at end",
    "violation",
    "steps",
    "longest step ms",
  ]);
  for (const shape of CLUSTERED) {
    const run = runFor(clusteredProblem(shape), seconds, seed);
    print([
      `${shape.items} × ${shape.territories}`,
      `${100 * shape.tolerance} %`,
      fixed(run.firstPlan, 2),
      fixed(run.firstFeasible, 2),
      fixed(run.firstFeasibleCost, 0),
      run.firstPlan === null ? "–" : fixed(run.last.cost.total, 0),
      run.firstPlan === null
        ? "no plan yet"
        : run.last.violation
          ? `${(100 * run.last.violation.relative).toFixed(2)} %`
          : "none",
      String(run.last.iterations),
      fixed(run.longestStepMs, 0),
    ]);
  }
}

function benchInstances(folder: string, settings: Settings): void {
  const { seconds, seed } = settings;
  const instances = readInstances(folder);
  console.log(`${instances.length} instances, ${seconds} s each, seed ${seed}`);
  print(["name", "cost", "best", "gap %", "bound gap %", "violations", "contiguous", "seconds"]);
  const rows: Row[] = [];
  for (const instance of instances) {
    const problem = problemOfInstance(instance);
    if (typeof problem === "string") {
      print([instance.name, `skipped: ${problem}`]);
      continue;
    }
    const { last, elapsed } = runFor(problem, seconds, seed);
    const row = rowOf(instance, last, elapsed, seed);
    rows.push(row);
    print([
      row.name,
      fixed(row.cost, 2),
      fixed(row.best, 2),
      fixed(row.gapPercent, 2),
      fixed(row.boundGapPercent, 2),
      String(row.violations),
      row.contiguous === null ? "–" : row.contiguous ? "yes" : "no",
      fixed(row.seconds, 1),
    ]);
  }
  printMeans(rows);
  if (settings.json) writeFileSync(settings.json, rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
}

function rowOf(instance: Instance, { assignment }: SearchProgress, elapsed: number, seed: number): Row {
  const { cost, violations, contiguous } = verify(instance, assignment);
  const best = instance.best ?? null;
  const bound = instance.bound ?? null;
  return {
    name: instance.name,
    kind: instance.kind,
    seconds: elapsed,
    seed,
    cost,
    best,
    gapPercent: best === null ? null : 100 * (cost / best - 1),
    bound,
    boundGapPercent: bound === null ? null : 100 * (cost / bound - 1),
    violations,
    contiguous,
  };
}

function printMeans(rows: readonly Row[]): void {
  console.log("");
  print(["kind", "instances", "valid", "mean gap %", "worst gap %", "mean bound gap %", "contiguous"]);
  for (const kind of new Set(rows.map((row) => row.kind))) {
    const own = rows.filter((row) => row.kind === kind);
    const gaps = own.flatMap((row) => (row.gapPercent === null ? [] : [row.gapPercent]));
    const boundGaps = own.flatMap((row) => (row.boundGapPercent === null ? [] : [row.boundGapPercent]));
    const asked = own.filter((row) => row.contiguous !== null);
    print([
      kind,
      String(own.length),
      String(own.filter((row) => row.violations === 0).length),
      fixed(mean(gaps), 2),
      fixed(gaps.length > 0 ? Math.max(...gaps) : null, 2),
      fixed(mean(boundGaps), 2),
      asked.length > 0 ? `${asked.filter((row) => row.contiguous).length} of ${asked.length}` : "–",
    ]);
  }
}

interface Run {
  readonly last: SearchProgress;
  readonly elapsed: number;
  readonly firstPlan: number | null;
  readonly firstFeasible: number | null;
  readonly firstFeasibleCost: number | null;
  readonly longestStepMs: number;
}

/** Lets a search run for some seconds, as the worker would. */
function runFor(problem: Problem, seconds: number, seed: number): Run {
  const start = performance.now();
  let before = start;
  let last: SearchProgress | undefined;
  let firstPlan: number | null = null;
  let firstFeasible: number | null = null;
  let firstFeasibleCost: number | null = null;
  let longestStepMs = 0;
  for (const progress of search(problem, { mode: "fresh", keep: 1 }, createRandom(seed))) {
    const now = performance.now();
    longestStepMs = Math.max(longestStepMs, now - before);
    before = now;
    last = progress;
    if (progress.phase !== "seeding") firstPlan ??= (now - start) / 1000;
    if (progress.feasible && firstFeasible === null) {
      firstFeasible = (now - start) / 1000;
      firstFeasibleCost = progress.cost.total;
    }
    if (now - start > 1000 * seconds) break;
  }
  if (!last) throw new Error("Expected a report, got none.");
  return {
    last,
    elapsed: (before - start) / 1000,
    firstPlan,
    firstFeasible,
    firstFeasibleCost,
    longestStepMs,
  };
}

function mean(numbers: readonly number[]): number | null {
  return numbers.length > 0 ? numbers.reduce((total, number) => total + number, 0) / numbers.length : null;
}

function fixed(value: number | null, digits: number): string {
  return value === null ? "–" : value.toFixed(digits);
}

function print(cells: readonly string[]): void {
  console.log(cells.map((cell, at) => (at === 0 ? cell.padEnd(30) : cell.padStart(14))).join(" "));
}
