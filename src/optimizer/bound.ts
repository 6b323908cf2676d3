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
  const isFree = problem.centers.some((place) => Number.isNaN(place));
  if (!isFree) return boundFixedCenters(problem, options, incumbent);
  const { count } = makeBlocks(problem, options.mode === "repair");
  if (count <= MOST_FREE_BLOCKS) return boundFreeCenters(problem, options, incumbent);
  return boundFixedCenters(problem, options, incumbent);
}

/** How far above the bound a cost is, as a share of the bound (0.01 = 1 %); null where the bound says nothing yet. */
export function gapAbove(cost: number, { bound }: Pick<BoundProgress, "bound">): number | null {
  if (!(bound > 0) || !Number.isFinite(bound)) return cost <= bound ? 0 : null;
  return Math.max(0, cost / bound - 1);
}
