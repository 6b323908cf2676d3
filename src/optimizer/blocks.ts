import { NONE, type Problem } from "./problem";

/**
 * What the search moves: an item, or a group that moves whole. Amounts are in units of the mean target of their measure, so
 * that 1 is about a territory's worth of anything and measures compare.
 */
export interface Blocks {
  readonly count: number;
  readonly measureCount: number;
  /** Items of a block are `members[start[block]]` up to `start[block + 1]`. */
  readonly start: Uint32Array;
  readonly members: Uint32Array;
  /** Block of each item. */
  readonly blockOf: Uint32Array;
  /** Visit-weighted mean place at 3 × block; NaN if no member has one. */
  readonly places: Float64Array;
  readonly visits: Float64Array;
  /** 1 if all members lie at one spot, so that `places` and `visits` say all about their travel. */
  readonly atOneSpot: Uint8Array;
  /** Normalized amounts at block × measureCount + measure. */
  readonly amounts: Float64Array;
  /** Sum of a block's normalized amounts over the measures: its bulk. */
  readonly bulk: Float64Array;
  /** Territory it cannot leave, or NONE. */
  readonly fixedTo: Uint16Array;
  /** Territory most of its items are in now, or NONE. */
  readonly current: Uint16Array;
  /** Mean target of each measure: multiply a normalized amount by it to get the measure's unit. */
  readonly unitOf: Float64Array;
}

/** Whether items without a place stay where they are: in a repair they do, in a fresh plan there is no "where". */
export function makeBlocks(problem: Problem, keepUnplaced: boolean): Blocks {
  const { itemCount, territoryCount, measures, places } = problem;
  const measureCount = measures.length;
  const blockOf = new Uint32Array(itemCount);
  const count = numberBlocks(problem, blockOf);

  const start = new Uint32Array(count + 1);
  for (const block of blockOf) start[block + 1]!++;
  for (let block = 0; block < count; block++) start[block + 1]! += start[block]!;
  const next = start.slice(0, count);
  const members = new Uint32Array(itemCount);
  for (let item = 0; item < itemCount; item++) members[next[blockOf[item]!]!++] = item;

  const unitOf = Float64Array.from(measures, ({ target }) => {
    let total = 0;
    for (const value of target) total += Math.abs(value);
    return total > 0 && Number.isFinite(total) ? total / territoryCount : 1;
  });
  const blocks: Blocks = {
    count,
    measureCount,
    start,
    members,
    blockOf,
    places: new Float64Array(3 * count),
    visits: new Float64Array(count),
    atOneSpot: new Uint8Array(count),
    amounts: new Float64Array(count * measureCount),
    bulk: new Float64Array(count),
    fixedTo: new Uint16Array(count).fill(NONE),
    current: new Uint16Array(count).fill(NONE),
    unitOf,
  };
  for (let item = 0; item < itemCount; item++) {
    const block = blockOf[item]!;
    for (let measure = 0; measure < measureCount; measure++) {
      const amount = measures[measure]!.values[item]! / unitOf[measure]!;
      blocks.amounts[block * measureCount + measure]! += amount;
      blocks.bulk[block]! += amount;
    }
  }
  for (let block = 0; block < count; block++) {
    const from = start[block]!;
    const to = start[block + 1]!;
    placeBlock(places, problem.visits, blocks, block, from, to);
    blocks.current[block] =
      to - from === 1 ? problem.current[members[from]!]! : mostCommon(problem.current, members, from, to);
    const lock = lockOf(problem.lockedTo, members, from, to);
    if (lock !== NONE) blocks.fixedTo[block] = lock;
    else if (keepUnplaced && Number.isNaN(blocks.places[3 * block]!))
      blocks.fixedTo[block] = blocks.current[block]!;
  }
  return blocks;
}

/** Locks come first: a group locked to one territory follows its lock, one locked apart leaves its locked items where they are. */
function numberBlocks({ itemCount, groupOf, lockedTo }: Problem, blockOf: Uint32Array): number {
  if (!groupOf) {
    for (let item = 0; item < itemCount; item++) blockOf[item] = item;
    return itemCount;
  }
  const lockOfGroup = new Map<number, number>();
  for (let item = 0; item < itemCount; item++) {
    const group = groupOf[item]!;
    if (group >= 0 && lockedTo[item] !== NONE && !lockOfGroup.has(group))
      lockOfGroup.set(group, lockedTo[item]!);
  }
  let count = 0;
  const blockOfGroup = new Map<number, number>();
  // Locked items first, so that their free relatives find the block they follow.
  const place = (item: number): void => {
    const group = groupOf[item]!;
    const lock = lockedTo[item]!;
    const known =
      group >= 0 && (lock === NONE || lockOfGroup.get(group) === lock) ? blockOfGroup.get(group) : undefined;
    const block = known ?? count++;
    blockOf[item] = block;
    if (group >= 0 && (lock === NONE || lockOfGroup.get(group) === lock)) blockOfGroup.set(group, block);
  };
  for (let item = 0; item < itemCount; item++) if (lockedTo[item] !== NONE) place(item);
  for (let item = 0; item < itemCount; item++) if (lockedTo[item] === NONE) place(item);
  return count;
}

function placeBlock(
  places: Float64Array,
  visits: Float64Array,
  blocks: Blocks,
  block: number,
  from: number,
  to: number,
): void {
  let x = 0;
  let y = 0;
  let z = 0;
  let weight = 0;
  let trips = 0;
  let first = -1;
  let together = 1;
  for (let i = from; i < to; i++) {
    const item = blocks.members[i]!;
    if (Number.isNaN(places[3 * item]!)) continue;
    if (first < 0) first = item;
    else if (
      places[3 * item] !== places[3 * first] ||
      places[3 * item + 1] !== places[3 * first + 1] ||
      places[3 * item + 2] !== places[3 * first + 2]
    ) {
      together = 0;
    }
    // An item that nobody visits still says where its group is.
    const share = visits[item]! + 1e-9;
    x += share * places[3 * item]!;
    y += share * places[3 * item + 1]!;
    z += share * places[3 * item + 2]!;
    weight += share;
    trips += visits[item]!;
  }
  const spot = together === 1 && first >= 0;
  blocks.places[3 * block] = spot ? places[3 * first]! : x / weight;
  blocks.places[3 * block + 1] = spot ? places[3 * first + 1]! : y / weight;
  blocks.places[3 * block + 2] = spot ? places[3 * first + 2]! : z / weight;
  blocks.visits[block] = trips;
  blocks.atOneSpot[block] = together;
}

/** The lock of a block: all its locked members have the same. */
function lockOf(lockedTo: Uint16Array, members: Uint32Array, from: number, to: number): number {
  for (let i = from; i < to; i++) {
    const lock = lockedTo[members[i]!]!;
    if (lock !== NONE) return lock;
  }
  return NONE;
}

function mostCommon(current: Uint16Array, members: Uint32Array, from: number, to: number): number {
  const counts = new Map<number, number>();
  let winner = NONE;
  for (let i = from; i < to; i++) {
    const territory = current[members[i]!]!;
    if (territory === NONE) continue;
    const tally = (counts.get(territory) ?? 0) + 1;
    counts.set(territory, tally);
    if (winner === NONE || tally > counts.get(winner)!) winner = territory;
  }
  return winner;
}
