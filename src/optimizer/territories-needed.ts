import { explainInfeasible, type InfeasibleFact } from "./explain-infeasible";
import type { Problem } from "./problem";
import type { SearchOptions } from "./progress";
import { createRandom } from "./random";
import { search } from "./search";

/** The least number of territories for which a plan is known, and why one fewer is not enough. */
export interface NeededCount {
  readonly kind: "enough";
  readonly count: number;
  /** What the sums alone ask for. */
  readonly bySum: number;
  /** About the problem with one fewer; empty where only the search found no plan for it, or fewer were never asked about. */
  readonly facts: readonly InfeasibleFact[];
  readonly because: "sum" | "facts" | "not-found";
}

/** No number is enough, or none was found up to `tried`. */
export interface NoCount {
  readonly kind: "none";
  readonly tried: number;
  readonly facts: readonly InfeasibleFact[];
}

/** Numbers beyond the first without a contradiction that are searched before giving up. */
const MOST_TRIES = 40;

/**
 * Finds the least number of territories, all like the first of `problem`, for which the plain facts allow a plan and a search finds one. Numbers
 * below those of the locks in `problem` are not asked about. Yields the number it is trying, and what the sums alone ask for, after each step; repeatable with the same seed.
 */
export function* territoriesNeeded(
  problem: Problem,
  options: SearchOptions,
  seed: number,
  steps: number,
): Generator<{ readonly count: number; readonly bySum: number }, NeededCount | NoCount> {
  const bySum = countBySum(problem);
  const least = Math.max(bySum, problem.territoryCount);
  let facts: readonly InfeasibleFact[] = [];
  let because: NeededCount["because"] = "sum";
  let searched = 0;
  for (let count = least; count <= Math.max(problem.itemCount, least); count++) {
    yield { count, bySum };
    const trial = withTerritories(problem, count);
    const against = explainInfeasible(trial);
    if (against.length > 0) {
      facts = against;
      because = "facts";
      if (against.some(isHopeless)) return { kind: "none", tried: count, facts };
      continue;
    }
    let isEnough = false;
    for (const { feasible, iterations } of search(trial, options, createRandom(seed))) {
      isEnough = feasible;
      if (feasible || iterations >= steps) break;
      yield { count, bySum };
    }
    if (isEnough) return { kind: "enough", count, bySum, facts, because };
    facts = [];
    because = "not-found";
    if (++searched >= MOST_TRIES) return { kind: "none", tried: count, facts };
  }
  return { kind: "none", tried: Math.max(problem.itemCount, least), facts };
}

/** More territories do not help against these. */
function isHopeless({ kind }: InfeasibleFact): boolean {
  return kind !== "too-much-in-all" && kind !== "too-many-large" && kind !== "locks-change-too-much";
}

/** The sum of each capped measure over its cap, rounded up; at least 1. */
function countBySum({ measures }: Problem): number {
  let most = 1;
  for (const { values, most: caps } of measures) {
    const cap = caps[0]!;
    if (!Number.isFinite(cap) || !(cap > 0)) continue;
    const total = values.reduce((sum, value) => sum + value, 0);
    most = Math.max(most, Math.ceil(total / cap - 1e-9));
  }
  return most;
}

/** The problem with so many territories, the added ones like the first but free and nobody's. */
function withTerritories(problem: Problem, count: number): Problem {
  const extended = (own: Float64Array) =>
    Float64Array.from({ length: count }, (_, territory) => own[territory] ?? own[0]!);
  const centers = new Float64Array(3 * count).fill(Number.NaN);
  centers.set(problem.centers);
  const repOf = new Uint16Array(count).fill(0xffff);
  repOf.set(problem.repOf);
  return {
    ...problem,
    territoryCount: count,
    centers,
    repOf,
    measures: problem.measures.map((measure) => ({
      ...measure,
      target: extended(measure.target),
      least: extended(measure.least),
      most: extended(measure.most),
    })),
  };
}
