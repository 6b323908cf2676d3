import { recenter, setCenter } from "./centers";
import type { Plan } from "./plan";

/**
 * What territories would cost if their centers followed each exchange at once, for territories of a few blocks each: there one block
 * more or less moves the center so far that the cost at the old one says little.
 */
export interface FollowingCenters {
  readonly plan: Plan;
  /** Travel of each territory at its present center, without what does not depend on centers. */
  readonly travel: Float64Array;
  /** For each block the travel of its whole territory if it were the center; used by the item rule only. */
  readonly asCenter: Float64Array;
}

/** Mean number of blocks in a territory up to which following is worth its time. */
const FEW_BLOCKS = 60;

/** Null where centers do not follow, follow in another way than to the mean or an item, or territories are large. */
export function makeFollowingCenters(plan: Plan): FollowingCenters | null {
  const { blocks, problem } = plan;
  if (blocks.count > FEW_BLOCKS * problem.territoryCount || plan.fixedCenter.includes(1)) return null;
  if (problem.surface === "sphere" || problem.centerRule === "least-travel") return null;
  if (blocks.atOneSpot.includes(0) || plan.costsMoreThanTravel) return null;
  const following: FollowingCenters = {
    plan,
    travel: new Float64Array(problem.territoryCount),
    asCenter: new Float64Array(blocks.count),
  };
  for (let territory = 0; territory < problem.territoryCount; territory++) {
    if (problem.centerRule === "item") countAsCenters(following, territory);
    follow(following, territory, -1, -1);
  }
  return following;
}

/** What a territory's travel changes by if one block leaves and another comes (−1 for none) and the center follows. */
export function travelChange(
  following: FollowingCenters,
  territory: number,
  leaving: number,
  coming: number,
): number {
  const { plan, travel } = following;
  const after =
    plan.problem.centerRule === "item"
      ? travelToItem(following, territory, leaving, coming)
      : travelToMean(plan, territory, leaving, coming);
  return after - travel[territory]!;
}

/** Moves the center of a territory after an exchange (the blocks have moved in the plan) and brings its cost up to date. */
export function follow(
  { plan, travel, asCenter }: FollowingCenters,
  territory: number,
  left: number,
  came: number,
): void {
  const { first, next, blocks } = plan;
  const { visits, places } = blocks;
  if (plan.problem.centerRule !== "item") {
    recenter(plan, territory);
    travel[territory] = plan.cost[territory]!;
    return;
  }
  let best = -1;
  let own = 0;
  for (let block = first[territory]!; block >= 0; block = next[block]!) {
    if (block === came) continue;
    if (left >= 0) asCenter[block]! -= visits[left]! * between(plan, left, block);
    if (came >= 0) {
      const away = between(plan, came, block);
      asCenter[block]! += visits[came]! * away;
      own += visits[block]! * away;
    }
  }
  if (came >= 0) asCenter[came] = own;
  for (let block = first[territory]!; block >= 0; block = next[block]!) {
    if (Number.isNaN(places[3 * block]!)) continue;
    if (
      best < 0 ||
      asCenter[block]! < asCenter[best]! ||
      (asCenter[block] === asCenter[best] && block < best)
    )
      best = block;
  }
  if (best < 0) return;
  setCenter(plan, territory, places[3 * best]!, places[3 * best + 1]!, places[3 * best + 2]!);
  travel[territory] = asCenter[best]!;
  plan.cost[territory] = asCenter[best]!;
}

function countAsCenters({ plan, asCenter }: FollowingCenters, territory: number): void {
  const { first, next, blocks } = plan;
  for (let center = first[territory]!; center >= 0; center = next[center]!) {
    let sum = 0;
    for (let block = first[territory]!; block >= 0; block = next[block]!)
      sum += blocks.visits[block]! * between(plan, block, center);
    asCenter[center] = sum;
  }
}

function travelToItem(
  { plan, asCenter }: FollowingCenters,
  territory: number,
  leaving: number,
  coming: number,
): number {
  const { first, next, blocks } = plan;
  const { visits, places } = blocks;
  const leavingVisits = leaving < 0 ? 0 : visits[leaving]!;
  const comingVisits = coming < 0 ? 0 : visits[coming]!;
  let least = Number.POSITIVE_INFINITY;
  let toComing = 0;
  for (let block = first[territory]!; block >= 0; block = next[block]!) {
    if (block === leaving) continue;
    let sum = asCenter[block]!;
    if (leaving >= 0) sum -= leavingVisits * between(plan, leaving, block);
    if (coming >= 0) {
      const away = between(plan, coming, block);
      sum += comingVisits * away;
      toComing += visits[block]! * away;
    }
    if (sum < least && !Number.isNaN(places[3 * block]!)) least = sum;
  }
  if (coming >= 0 && toComing < least) least = toComing;
  return least === Number.POSITIVE_INFINITY ? 0 : least;
}

function travelToMean(plan: Plan, territory: number, leaving: number, coming: number): number {
  const { first, next, blocks } = plan;
  const { visits, places } = blocks;
  let x = 0;
  let y = 0;
  let z = 0;
  let weight = 0;
  for (
    let block = coming >= 0 ? coming : first[territory]!;
    block >= 0;
    block = block === coming ? first[territory]! : next[block]!
  ) {
    if (block === leaving || Number.isNaN(places[3 * block]!)) continue;
    const pull = visits[block]! + 1e-9;
    x += pull * places[3 * block]!;
    y += pull * places[3 * block + 1]!;
    z += pull * places[3 * block + 2]!;
    weight += pull;
  }
  if (!(weight > 0)) return 0;
  x /= weight;
  y /= weight;
  z /= weight;
  let sum = 0;
  for (
    let block = coming >= 0 ? coming : first[territory]!;
    block >= 0;
    block = block === coming ? first[territory]! : next[block]!
  ) {
    if (block === leaving || Number.isNaN(places[3 * block]!)) continue;
    const dx = places[3 * block]! - x;
    const dy = places[3 * block + 1]! - y;
    const dz = places[3 * block + 2]! - z;
    sum += visits[block]! * measured(plan, dx * dx + dy * dy + dz * dz);
  }
  return sum;
}

function between(plan: Plan, a: number, b: number): number {
  const { places } = plan.blocks;
  const dx = places[3 * a]! - places[3 * b]!;
  const dy = places[3 * a + 1]! - places[3 * b + 1]!;
  const dz = places[3 * a + 2]! - places[3 * b + 2]!;
  return measured(plan, dx * dx + dy * dy + dz * dz);
}

/** The distance in the problem's sense of a squared one; 0 if that is unknown. */
function measured({ problem }: Plan, squared: number): number {
  if (!(squared > 0)) return 0;
  if (problem.distance === "straight") return Math.sqrt(squared) * problem.kmPerUnit;
  if (problem.distance === "squared") return squared * problem.kmPerUnit * problem.kmPerUnit;
  return Math.floor(Math.sqrt(squared) * problem.kmPerUnit);
}
