import { writeFileSync } from "node:fs";
import loadHighs, { type Highs } from "highs";
import { type BoundProgress, boundOf } from "../../src/optimizer/bound";
import { exactModel } from "../../src/optimizer/exact";
import type { Problem } from "../../src/optimizer/problem";
import type { SearchProgress } from "../../src/optimizer/progress";
import { createRandom } from "../../src/optimizer/random";
import { search } from "../../src/optimizer/search";
import { solveExact } from "../../src/worker/solve-exact";
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
  /** Whether HiGHS gets the same time on the same instances. */
  readonly highs: boolean;
  readonly only: RegExp;
}

/** Larger instances make models that HiGHS does not get started on in such times. */
const MOST_HIGHS_UNITS = 200;

interface Row {
  readonly name: string;
  readonly kind: string;
  readonly seconds: number;
  readonly seed: number;
  readonly cost: number;
  readonly best: number | null;
  readonly gapPercent: number | null;
  /** The product's own bound for any plan, and how far above it the cost is. */
  readonly bound: number | null;
  readonly boundGapPercent: number | null;
  readonly boundKind: string;
  readonly boundSeconds: number;
  /** The bound that the instance's file gives. */
  readonly publishedBound: number | null;
  /** What HiGHS finds alone in the same time: cost of a plan that meets all rules, and its bound. */
  readonly highsCost: number | null;
  readonly highsBound: number | null;
  readonly violations: number;
  readonly contiguous: boolean | null;
}

/**
 * `[folder] [--seconds 10] [--seed 1] [--json FILE] [--highs] [--only PATTERN]`: solves every instance of the folder through the
 * product's search, bounds it as long again (at most 10 s), and has each plan checked by the independent verifier; with `--highs` the
 * solver gets the same time alone. Without a folder, times the search on generated accounts. Writes tables to stdout.
 */
export async function runOptimizerBench(args: readonly string[]): Promise<void> {
  const settings = settingsOf(args);
  if (settings.folder === undefined) benchClustered(settings);
  else benchInstances(settings.folder, settings, settings.highs ? await loadHighs() : null);
}

function settingsOf(args: readonly string[]): Settings {
  const option = (name: string): string | undefined => {
    const at = args.indexOf(name);
    return at < 0 ? undefined : args[at + 1];
  };
  const folder = args.find((arg, at) => !arg.startsWith("--") && !/^--(?!highs)/.test(args[at - 1] ?? ""));
  return {
    folder,
    seconds: Number(option("--seconds") ?? 10),
    seed: Number(option("--seed") ?? 1),
    json: option("--json"),
    highs: args.includes("--highs"),
    only: new RegExp(option("--only") ?? "."),
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

function benchInstances(folder: string, settings: Settings, highs: Highs | null): void {
  const { seconds, seed } = settings;
  const instances = readInstances(folder).filter(({ name }) => settings.only.test(name));
  console.log(`${instances.length} instances, ${seconds} s each, seed ${seed}`);
  const columns = [
    "name",
    "cost",
    "best",
    "gap %",
    "bound",
    "bound gap %",
    "violations",
    "contiguous",
    "seconds",
  ];
  print(highs ? [...columns, "highs", "highs gap %", "highs bound"] : columns);
  const rows: Row[] = [];
  for (const instance of instances) {
    const problem = problemOfInstance(instance);
    if (typeof problem === "string") {
      print([instance.name, `skipped: ${problem}`]);
      continue;
    }
    const { last, elapsed } = runFor(problem, seconds, seed);
    const bound = boundFor(problem, last, Math.min(seconds, 10));
    const alone =
      highs && instance.points.length <= MOST_HIGHS_UNITS
        ? highsFor(highs, instance, problem, last, seconds)
        : null;
    const row = rowOf(instance, last, elapsed, seed, bound, alone);
    rows.push(row);
    const cells = [
      row.name,
      fixed(row.cost, 2),
      fixed(row.best, 2),
      fixed(row.gapPercent, 2),
      fixed(row.bound, 2),
      fixed(row.boundGapPercent, 2),
      String(row.violations),
      row.contiguous === null ? "–" : row.contiguous ? "yes" : "no",
      fixed(row.seconds, 1),
    ];
    const highsGap = row.highsCost === null ? null : 100 * (row.highsCost / row.cost - 1);
    print(highs ? [...cells, fixed(row.highsCost, 2), fixed(highsGap, 2), fixed(row.highsBound, 2)] : cells);
  }
  printMeans(rows);
  if (settings.json) writeFileSync(settings.json, rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
}

interface BoundRun extends BoundProgress {
  readonly seconds: number;
}

/** Lets the bound climb for some seconds, as its worker would. */
function boundFor(
  problem: Problem,
  { assignment, centers, cost }: SearchProgress,
  seconds: number,
): BoundRun | null {
  const start = performance.now();
  let last: BoundProgress | null = null;
  for (const progress of boundOf(
    problem,
    { mode: "fresh", keep: 1 },
    { assignment, centers, cost: cost.total },
  )) {
    last = progress;
    if (performance.now() - start > 1000 * seconds) break;
  }
  return last && { ...last, seconds: (performance.now() - start) / 1000 };
}

interface HighsRun {
  readonly cost: number | null;
  readonly bound: number | null;
}

/** What HiGHS finds by itself, without a plan to start from; only a plan that the verifier accepts counts. */
function highsFor(
  highs: Highs,
  instance: Instance,
  problem: Problem,
  last: SearchProgress,
  seconds: number,
): HighsRun | null {
  const start = {
    assignment: last.assignment,
    centers: last.centers,
    cost: last.cost.total,
    feasible: false,
  };
  const model = exactModel(problem, { mode: "fresh", keep: 1 }, start, undefined, MOST_HIGHS_UNITS);
  if (model?.scope !== "all-plans") return null;
  const { plan, bound } = solveExact(highs, model, start, seconds, () => performance.now() / 1000);
  const verdict = plan && verify(instance, plan.assignment);
  const isValid = verdict && verdict.violations === 0 && verdict.contiguous !== false;
  return {
    cost: isValid ? verdict.cost : null,
    bound: Number.isFinite(bound) ? bound * (instance.objectiveScale ?? 1) : null,
  };
}

function rowOf(
  instance: Instance,
  { assignment }: SearchProgress,
  elapsed: number,
  seed: number,
  own: BoundRun | null,
  alone: HighsRun | null,
): Row {
  const { cost, violations, contiguous } = verify(instance, assignment);
  const best = instance.best ?? null;
  const bound = own && Number.isFinite(own.bound) ? own.bound * (instance.objectiveScale ?? 1) : null;
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
    boundKind: own?.kind ?? "none",
    boundSeconds: own?.seconds ?? 0,
    publishedBound: instance.bound ?? null,
    violations,
    contiguous,
    highsCost: alone?.cost ?? null,
    highsBound: alone?.bound ?? null,
  };
}

function printMeans(rows: readonly Row[]): void {
  console.log("");
  print(["kind", "instances", "valid", "mean gap %", "worst gap %", "median bound gap %", "contiguous"]);
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
      fixed(median(boundGaps), 2),
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

function median(numbers: readonly number[]): number | null {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? null;
}

function fixed(value: number | null, digits: number): string {
  return value === null ? "–" : value.toFixed(digits);
}

function print(cells: readonly string[]): void {
  console.log(cells.map((cell, at) => (at === 0 ? cell.padEnd(30) : cell.padStart(14))).join(" "));
}
