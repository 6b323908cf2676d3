import { distanceTo, type Plan, recountCost } from "./plan";

/** Above this many blocks, only those nearest to the mean are tried as an item center. */
const ITEM_TRIALS = 48;

/** Moves a free center to where the problem's rule puts it and recounts the territory's cost. Fixed ones stay. */
export function recenter(plan: Plan, territory: number, steps = 4): void {
  if (!plan.fixedCenter[territory] && toMean(plan, territory)) {
    const { centerRule, distance } = plan.problem;
    if (centerRule === "item") toItem(plan, territory);
    else if (centerRule === "least-travel" && distance !== "squared") toLeastTravel(plan, territory, steps);
  }
  recountCost(plan, territory);
}

/** False, and no center, if no block of the territory has a place. */
function toMean(plan: Plan, territory: number): boolean {
  const { places, visits } = plan.blocks;
  let x = 0;
  let y = 0;
  let z = 0;
  let weight = 0;
  for (let block = plan.first[territory]!; block >= 0; block = plan.next[block]!) {
    if (Number.isNaN(places[3 * block]!)) continue;
    // An unvisited block pulls a hair, so that a territory of only such blocks has a center too.
    const pull = visits[block]! + 1e-9;
    x += pull * places[3 * block]!;
    y += pull * places[3 * block + 1]!;
    z += pull * places[3 * block + 2]!;
    weight += pull;
  }
  if (!(weight > 0)) return false;
  setCenter(plan, territory, x / weight, y / weight, z / weight);
  return true;
}

/** Weiszfeld's iteration (1937) from the mean. The offset keeps it from dividing by zero on a block. */
function toLeastTravel(plan: Plan, territory: number, steps: number): void {
  const { places, visits } = plan.blocks;
  const { centers } = plan;
  for (let step = 0; step < steps; step++) {
    let x = 0;
    let y = 0;
    let z = 0;
    let weight = 0;
    for (let block = plan.first[territory]!; block >= 0; block = plan.next[block]!) {
      const dx = places[3 * block]! - centers[3 * territory]!;
      const dy = places[3 * block + 1]! - centers[3 * territory + 1]!;
      const dz = places[3 * block + 2]! - centers[3 * territory + 2]!;
      const squared = dx * dx + dy * dy + dz * dz;
      if (Number.isNaN(squared)) continue;
      const pull = visits[block]! / (Math.sqrt(squared) + 1e-7);
      x += pull * places[3 * block]!;
      y += pull * places[3 * block + 1]!;
      z += pull * places[3 * block + 2]!;
      weight += pull;
    }
    if (!(weight > 0)) return;
    setCenter(plan, territory, x / weight, y / weight, z / weight);
  }
}

/** The own block with the least sum of travel to it (1-median). */
function toItem(plan: Plan, territory: number): void {
  const { places } = plan.blocks;
  if (plan.size[territory]! <= ITEM_TRIALS) {
    toBestOf(plan, territory, ownPlaced(plan, territory));
    return;
  }
  if (plan.problem.distance !== "squared") toLeastTravel(plan, territory, 6);
  const trials: { block: number; away: number }[] = [];
  for (let block = plan.first[territory]!; block >= 0; block = plan.next[block]!) {
    if (Number.isNaN(places[3 * block]!)) continue;
    const away = distanceTo(
      plan,
      places[3 * block]!,
      places[3 * block + 1]!,
      places[3 * block + 2]!,
      territory,
    );
    trials.push({ block, away });
  }
  trials.sort((a, b) => a.away - b.away || a.block - b.block);
  toBestOf(
    plan,
    territory,
    trials.slice(0, ITEM_TRIALS).map(({ block }) => block),
  );
}

function ownPlaced(plan: Plan, territory: number): number[] {
  const own: number[] = [];
  for (let block = plan.first[territory]!; block >= 0; block = plan.next[block]!) {
    if (!Number.isNaN(plan.blocks.places[3 * block]!)) own.push(block);
  }
  return own;
}

function toBestOf(plan: Plan, territory: number, trials: readonly number[]): void {
  const { places, visits } = plan.blocks;
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (const block of trials) {
    setCenter(plan, territory, places[3 * block]!, places[3 * block + 1]!, places[3 * block + 2]!);
    let cost = 0;
    for (let other = plan.first[territory]!; other >= 0 && cost < least; other = plan.next[other]!) {
      cost +=
        visits[other]! *
        distanceTo(plan, places[3 * other]!, places[3 * other + 1]!, places[3 * other + 2]!, territory);
    }
    if (cost < least || (cost === least && block < best)) {
      least = cost;
      best = block;
    }
  }
  if (best >= 0) setCenter(plan, territory, places[3 * best]!, places[3 * best + 1]!, places[3 * best + 2]!);
}

/** On a sphere the mean of places lies under the ground: back to the surface. */
export function setCenter(plan: Plan, territory: number, x: number, y: number, z: number): void {
  const length = plan.problem.surface === "sphere" ? Math.sqrt(x * x + y * y + z * z) : 1;
  const stretch = length > 1e-9 ? 1 / length : 1;
  plan.centers[3 * territory] = x * stretch;
  plan.centers[3 * territory + 1] = y * stretch;
  plan.centers[3 * territory + 2] = z * stretch;
}
