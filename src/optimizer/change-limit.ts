import type { Blocks } from "./blocks";
import { NONE, type Problem } from "./problem";

/** How much more an overrun counts than the imbalance it could relieve, so that the search turns back at the limit. */
const FIRMNESS = 10;

/** How much has changed hands in a plan, against the most that may. */
export interface ChangeBudget {
  readonly weights: Float64Array;
  readonly most: number;
  /** A tenth of what a territory counts for on average: overruns relative to it compare with other violations. */
  readonly unit: number;
  /** What the assigned blocks count for that are not with the rep they had; kept up to date by every move. */
  spent: number;
  /** What a unit costs (km) while prices balance the plan, so that the limit is met early; 0 while there is room. */
  price: number;
  gain: number;
  sign: number;
}

/** A budget for the problem's change limit with nothing spent; null where it sets none. */
export function makeChangeBudget({ changeLimit, baselineRep, territoryCount }: Problem): ChangeBudget | null {
  if (!changeLimit) return null;
  let total = 0;
  changeLimit.weights.forEach((weight, item) => {
    if (baselineRep[item] !== NONE) total += weight;
  });
  return {
    ...changeLimit,
    unit: total > 0 ? total / territoryCount / FIRMNESS : 1,
    spent: 0,
    price: 0,
    gain: 1,
    sign: 0,
  };
}

/** What a block counts for in a territory: the weight of its items that had another rep there. */
export function changeOf(
  budget: ChangeBudget,
  blocks: Blocks,
  { baselineRep, repOf }: Problem,
  block: number,
  territory: number,
): number {
  let change = 0;
  for (let i = blocks.start[block]!; i < blocks.start[block + 1]!; i++) {
    const item = blocks.members[i]!;
    const rep = baselineRep[item]!;
    if (rep !== NONE && repOf[territory] !== rep) change += budget.weights[item]!;
  }
  return change;
}

/** By how much the limit would be overrun if `more` were spent, in budget units; 0 within it. */
export function overrun({ spent, most, unit }: ChangeBudget, more = 0): number {
  const over = (spent + more - most) / unit;
  return over > 1e-9 ? over : 0;
}

/** One step of the price towards the limit; `typicalCost` is what a territory costs on average. */
export function stepChangePrice(budget: ChangeBudget, typicalCost: number): void {
  const gap = Math.max(-1, Math.min(1, (budget.spent - budget.most) / budget.unit));
  if (gap === 0 || (gap < 0 && budget.price === 0)) return;
  const direction = gap > 0 ? 1 : -1;
  if (budget.sign === direction) budget.gain = Math.min(100, 1.25 * budget.gain);
  else if (budget.sign !== 0) budget.gain = Math.max(0.02, 0.6 * budget.gain);
  budget.sign = direction;
  budget.price = Math.max(0, budget.price + (budget.gain * gap * typicalCost) / budget.unit);
}
