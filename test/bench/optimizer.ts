import { writeFileSync } from "node:fs";
import loadHighs, { type Highs } from "highs";
import { exactModel } from "../../src/optimizer/exact";
import type { Problem } from "../../src/optimizer/problem";
import type { SearchProgress } from "../../src/optimizer/progress";
import { solveExact } from "../../src/worker/solve-exact";
import { GENERATED, runGenerated } from "./optimizer-generated";
import { type Instance, problemOfInstance, readInstances } from "./optimizer-instances";
import { fixed, print } from "./optimizer-print";
import { type BoundRun, boundFor, countProcessorTime, runFor } from "./optimizer-run";
import { verify } from "./optimizer-verifier";

interface Settings {
  readonly folder: string | undefined;
  /** Names of the generated cases to run without a folder; all if not given. */
  readonly cases: string | undefined;
  /** Undefined: as long as the case says. */
  readonly seconds: number | undefined;
  readonly seed: number;
  /** How long the bound of each plan climbs; without it, as long as the search but at most 10 s. */
  readonly boundSeconds: number | undefined;
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
 * `[folder] [--seconds 10] [--seed 1] [--processor] [--bound SECONDS] [--json FILE] [--highs] [--only PATTERN] [--case NAME,NAME]`: solves every instance of the folder through the
 * product's search, bounds it as long again (at most 10 s), and has each plan checked by the independent verifier; with `--highs` the
 * solver gets the same time alone. With `--processor`, seconds are the processor's. Without a folder, times the search on generated accounts. Writes tables to stdout.
 */
export async function runOptimizerBench(args: readonly string[]): Promise<void> {
  const settings = settingsOf(args);
  if (args.includes("--processor")) countProcessorTime();
  if (settings.folder === undefined) {
    for (const name of Object.keys(GENERATED)) {
      if (settings.cases === undefined || settings.cases.split(",").includes(name))
        runGenerated(name, settings);
    }
  } else benchInstances(settings.folder, settings, settings.highs ? await loadHighs() : null);
}

function settingsOf(args: readonly string[]): Settings {
  const option = (name: string): string | undefined => {
    const at = args.indexOf(name);
    return at < 0 ? undefined : args[at + 1];
  };
  const folder = args.find(
    (arg, at) => !arg.startsWith("--") && !/^--(?!highs|processor)/.test(args[at - 1] ?? ""),
  );
  return {
    folder,
    cases: option("--case"),
    seconds: option("--seconds") === undefined ? undefined : Number(option("--seconds")),
    seed: Number(option("--seed") ?? 1),
    boundSeconds: option("--bound") === undefined ? undefined : Number(option("--bound")),
    json: option("--json"),
    highs: args.includes("--highs"),
    only: new RegExp(option("--only") ?? "."),
  };
}

function benchInstances(folder: string, settings: Settings, highs: Highs | null): void {
  const { seconds = 10, seed } = settings;
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
    const bound = boundFor(problem, last, settings.boundSeconds ?? Math.min(seconds, 10));
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

function mean(numbers: readonly number[]): number | null {
  return numbers.length > 0 ? numbers.reduce((total, number) => total + number, 0) / numbers.length : null;
}

function median(numbers: readonly number[]): number | null {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? null;
}
