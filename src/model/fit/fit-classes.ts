import { type Alignment, primaryRep } from "../alignment";
import { classFit, type FitModel } from "./fit-model";

/**
 * Items that share the same relation to the territories, as the optimizer takes them (its `ItemClasses`): what an item of a class
 * costs (km) in a territory stands at class × territories + territory.
 */
export interface FitClasses {
  readonly of: Uint16Array;
  readonly count: number;
  readonly cost: Float64Array;
}

/** The optimizer counts classes in 16 bits. */
const MOST_CLASSES = 65_535;

/**
 * What it costs that accounts do not suit the rep of their territory: `km` where nothing of language, industry, seniority and skills
 * fits, nothing where all does, and the mean of the other territories where nothing is known. Distance and relationship are left out:
 * the optimizer counts them already. `rows` are the items' accounts, null for all; `slots` the territories, null for one without a rep yet. null where
 * there is nothing to tell accounts apart by.
 */
export function fitClasses(
  model: FitModel,
  alignment: Alignment,
  rows: ArrayLike<number> | null,
  slots: readonly (number | null)[],
  km: number,
): FitClasses | null {
  const classes = model.classExample.length;
  if (classes > MOST_CLASSES || model.reps.length === 0 || rows?.length === 0) return null;
  const cost = new Float64Array(classes * slots.length).fill(Number.NaN);
  const positions = new Map(model.reps.map(({ id }, position) => [id, position]));
  for (const [territory, slot] of slots.entries()) {
    const found = slot === null ? null : alignment.territories[slot];
    const id = found ? primaryRep(found) : null;
    const rep = id === null ? undefined : positions.get(id);
    if (rep === undefined) continue;
    const { points, weights } = classFit(model, rep);
    for (let kind = 0; kind < classes; kind++) {
      if (weights[kind]! > 0)
        cost[kind * slots.length + territory] = km * (1 - points[kind]! / weights[kind]!);
    }
  }
  let isTold = false;
  for (let kind = 0; kind < classes; kind++) {
    const costs = cost.subarray(kind * slots.length, (kind + 1) * slots.length);
    const known = costs.filter((value) => !Number.isNaN(value));
    const mean = known.length > 0 ? known.reduce((sum, value) => sum + value, 0) / known.length : 0;
    if (known.some((value) => value !== mean)) isTold = true;
    for (let territory = 0; territory < costs.length; territory++) {
      if (Number.isNaN(costs[territory]!)) costs[territory] = mean;
    }
  }
  if (!isTold) return null;
  const of = rows ? Uint16Array.from(rows, (row) => model.classOf[row]!) : Uint16Array.from(model.classOf);
  return { of, count: classes, cost };
}
