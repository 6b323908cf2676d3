import { makeBlocks } from "./blocks";
import { boundFixedCenters } from "./bound-fixed-centers";
import { boundFreeCenters, MOST_FREE_BLOCKS } from "./bound-free-centers";
import type { Problem } from "./problem";
import type { SearchOptions } from "./progress";

/**
 * What a bound speaks of. `fixed-centers`: every plan, as all centers are given. `free-centers`: every plan, wherever its centers are.
 * `listed-centers`: only plans whose territories keep the centers of the plan it was started with.
 */
export type BoundKind = "fixed-centers" | "free-centers" | "listed-centers";

/** A plan to hold against the bound: its territories, centers and cost (km) as the search reports them. */
export interface Incumbent {
  readonly assignment: Uint16Array;
  readonly centers: Float64Array;
  readonly cost: number;
}

/** The best bound so far: no plan of that kind that meets every bound costs less (km). Contiguity only makes plans dearer. */
export interface BoundProgress {
  readonly kind: BoundKind;
  /** Never falls. −Infinity until the first is known; Infinity if it proves that no such plan exists. */
  readonly bound: number;
  readonly iterations: number;
}

/** Yields the best bound so far after every few milliseconds of work; `next(cost)` tells it of a cheaper plan. */
export type BoundSteps = Generator<BoundProgress, void, number | undefined>;

/**
 * The strongest bound that the problem's size allows, started from a plan of the search. Pure and repeatable like the search: the
 * caller owns the clock. Ends where the bound meets the plan's cost or cannot grow any more.
 */
export function boundOf(problem: Problem, options: SearchOptions, incumbent: Incumbent): BoundSteps {
  return canBeFree(problem, options)
    ? boundFreeCenters(problem, options, incumbent)
    : boundFixedCenters(problem, options, incumbent);
}

/** Whether centers are free and few enough blocks for a bound over all of them. */
function canBeFree(problem: Problem, options: SearchOptions): boolean {
  return (
    problem.centers.some((place) => Number.isNaN(place)) &&
    makeBlocks(problem, options.mode === "repair").count <= MOST_FREE_BLOCKS
  );
}

/** A bound beside the plan it is held against. */
export interface BoundReport extends BoundProgress {
  /** Cost of the latest plan (km); for `listed-centers`, of the plan whose centers are meant. */
  readonly cost: number;
  /** Share of the bound by which that cost lies above it: "within x of the best possible". Null until a bound is known. */
  readonly gap: number | null;
}

/** Reports of free centers between two looks at the latest plan's own centers. */
const RELIST = 600;

/**
 * Bounds for a search that goes on: first for the plan's own centers, which takes a moment, then, where centers are free and the
 * problem is small enough, for any centers; now and then again for the centers of the latest plan. `next(plan)` tells it of a better
 * plan. Ends when there is nothing left to prove about the latest.
 */
export function* boundsDuring(
  problem: Problem,
  options: SearchOptions,
  first: Incumbent,
): Generator<BoundReport, void, Incumbent | undefined> {
  let latest = first;
  let listed: Incumbent | null = null;
  let open = canBeFree(problem, options) ? boundFreeCenters(problem, options, first) : null;
  while (listed !== latest || open) {
    if (listed !== latest) {
      listed = latest;
      for (const progress of boundFixedCenters(problem, options, listed))
        latest = (yield reportOf(progress, listed.cost)) ?? latest;
    }
    for (let step = 0; open && step < RELIST; step++) {
      const { done, value } = open.next(latest.cost);
      if (done) open = null;
      else latest = (yield reportOf(value, latest.cost)) ?? latest;
    }
  }
}

function reportOf(progress: BoundProgress, cost: number): BoundReport {
  return { ...progress, cost, gap: gapAbove(cost, progress) };
}

/** How far above the bound a cost is, as a share of the bound (0.01 = 1 %); null where the bound says nothing yet. */
export function gapAbove(cost: number, { bound }: Pick<BoundProgress, "bound">): number | null {
  if (!(bound > 0) || !Number.isFinite(bound)) return cost <= bound ? 0 : null;
  return Math.max(0, cost / bound - 1);
}
