import { gapAbove } from "../../src/optimizer/bound";
import { type ClusteredCase, clusteredProblem } from "./optimizer-cases";
import { fixed, print } from "./optimizer-print";
import { fewestMoves, movedItems, type RepairCase, repairOf } from "./optimizer-repair";
import { boundFor, runFor } from "./optimizer-run";

interface Limits {
  readonly seconds?: number | undefined;
  readonly seed: number;
}

interface GeneratedCase {
  /** How long it runs unless told otherwise. */
  readonly seconds: number;
  readonly shapes: readonly ClusteredCase[];
  /** Whose reps leave each plan, by turns; absent: plans from scratch. */
  readonly losses?: readonly Pick<RepairCase, "leaving" | "refilled">[];
}

/** Cases by name. Seeds of the accounts differ where chance may make a case easy. */
export const GENERATED: Readonly<Record<string, GeneratedCase>> = {
  usual: {
    seconds: 10,
    shapes: [
      { items: 1_000, territories: 10, tolerance: 0.05, seed: 1 },
      { items: 1_200, territories: 24, tolerance: 0.1, seed: 1 },
      { items: 10_000, territories: 50, tolerance: 0.05, seed: 1 },
    ],
  },
  large: {
    seconds: 60,
    shapes: [{ items: 100_000, territories: 500, tolerance: 0.05, seed: 1 }],
  },
  heavy: {
    seconds: 30,
    shapes: [1, 2, 3].map((seed) => ({
      items: 100_000,
      territories: 500,
      tolerance: 0.02,
      heaviest: 0.6,
      heavy: 1,
      seed,
    })),
  },
  repair: {
    seconds: 2,
    shapes: [1, 2, 3].map((seed) => ({ items: 10_000, territories: 100, tolerance: 0.05, seed })),
    losses: [{ leaving: [3, 4] }, { leaving: [10, 70] }, { leaving: [10, 70], refilled: true }],
  },
};

/** Times the search on a named case and prints a table. */
export function runGenerated(name: string, limits: Limits): void {
  const { shapes, losses, seconds } = GENERATED[name]!;
  const time = limits.seconds ?? seconds;
  console.log(
    `\n${name}: clustered accounts, log-normal sizes, two measures, ${time} s each, seed ${limits.seed}`,
  );
  if (losses)
    benchRepairs(
      shapes.flatMap((shape) => losses.map((loss) => ({ ...shape, ...loss }))),
      time,
      limits.seed,
    );
  else benchFresh(shapes, time, limits.seed);
}

function benchFresh(shapes: readonly ClusteredCase[], seconds: number, seed: number): void {
  const columns = ["first plan s", "feasible s", "cost then", "cost at end", "violation", "bound gap %"];
  print(["n × p ± of seed", ...columns, "steps", "longest step ms", "peak MB"]);
  for (const shape of shapes) {
    const problem = clusteredProblem(shape);
    const { last, firstPlan, firstFeasible, firstFeasibleCost, longestStepMs } = runFor(
      problem,
      seconds,
      seed,
    );
    // Before the bound, which needs memory of its own.
    const peak = process.resourceUsage().maxRSS / 1024;
    const bound = boundFor(problem, last, seconds);
    const gap = bound && gapAbove(last.cost.total, bound);
    print([
      `${shape.items} × ${shape.territories} ± ${100 * shape.tolerance} % ${shape.seed}`,
      fixed(firstPlan, 2),
      fixed(firstFeasible, 2),
      fixed(firstFeasibleCost, 0),
      fixed(last.cost.total, 0),
      last.feasible ? "none" : `${(100 * last.totalViolation).toFixed(2)} %`,
      `${fixed(gap && 100 * gap, 2)}${bound ? ` ${bound.kind[0]}` : ""}`,
      String(last.iterations),
      fixed(longestStepMs, 0),
      fixed(peak, 0),
    ]);
  }
  console.log(
    "Bound gap: f for any centers, l for the plan's own. Peak: resident memory of the process so far.",
  );
}

function benchRepairs(cases: readonly RepairCase[], seconds: number, seed: number): void {
  print([
    "n × p of seed, leaving",
    "have to move",
    "moved",
    "ratio",
    "balanced s",
    "violation",
    "travel",
    "longest step ms",
  ]);
  for (const shape of cases) {
    const { problem, options } = repairOf(shape);
    const { last, firstFeasible, longestStepMs } = runFor(problem, seconds, seed, options);
    const least = fewestMoves(problem);
    const moved = movedItems(problem, last.assignment);
    print([
      `${shape.items} × ${shape.territories} ${shape.seed}, ${shape.leaving.join(" and ")}${shape.refilled ? " refilled" : ""}`,
      String(least),
      String(moved),
      fixed(moved / least, 3),
      fixed(firstFeasible, 2),
      last.feasible ? "none" : `${(100 * last.totalViolation).toFixed(2)} %`,
      fixed(last.cost.travel, 0),
      fixed(longestStepMs, 0),
    ]);
  }
}
