import { NONE, type Problem } from "./problem";

/**
 * Prices that make relationships comparable with travel: on average an item is worth as many kilometers as its own travel costs now,
 * more or less in proportion to its weight (1 each, or revenue). `keep` in the search options scales them. All 1 × weight
 * where nothing has a place and a territory.
 */
export function disruptionPrices(
  problem: Pick<Problem, "itemCount" | "territoryCount" | "places" | "visits" | "current" | "kmPerUnit">,
  weights: Float64Array,
): Float64Array {
  const { itemCount, territoryCount, places, visits, current, kmPerUnit } = problem;
  const counts = new Float64Array(territoryCount);
  const means = new Float64Array(3 * territoryCount);
  const counted = (item: number): boolean => current[item] !== NONE && !Number.isNaN(places[3 * item]!);
  for (let item = 0; item < itemCount; item++) {
    if (!counted(item)) continue;
    counts[current[item]!]!++;
    for (let axis = 0; axis < 3; axis++) means[3 * current[item]! + axis]! += places[3 * item + axis]!;
  }
  let travel = 0;
  let travelers = 0;
  let weight = 0;
  for (let item = 0; item < itemCount; item++) {
    weight += weights[item]!;
    if (!counted(item)) continue;
    const territory = current[item]!;
    let squared = 0;
    for (let axis = 0; axis < 3; axis++) {
      const away = places[3 * item + axis]! - means[3 * territory + axis]! / counts[territory]!;
      squared += away * away;
    }
    travel += visits[item]! * Math.sqrt(squared) * kmPerUnit;
    travelers++;
  }
  const kilometers = travel > 0 ? travel / travelers : 1;
  const perWeight = weight > 0 ? (kilometers * itemCount) / weight : 0;
  return weights.map((value) => Math.max(0, value) * perWeight);
}
