import { recenter, setCenter } from "./centers";
import { lineCuts, targetShare } from "./cuts";
import { matchTerritories } from "./match-territories";
import { type Meter, spend } from "./meter";
import { type Plan, recount } from "./plan";
import { NONE } from "./problem";
import type { Random } from "./random";

/** The present territories as the start: each block where it is locked or is now; the rest comes by nearest center later. */
export function* seedFromCurrent(plan: Plan, random: Random, meter: Meter): Generator<void, void> {
  const { blocks, problem } = plan;
  for (let block = 0; block < blocks.count; block++) {
    plan.of[block] = blocks.fixedTo[block] !== NONE ? blocks.fixedTo[block]! : blocks.current[block]!;
  }
  recount(plan);
  for (let territory = 0; territory < problem.territoryCount; territory++) {
    recenter(plan, territory);
    if (spend(meter, 8 * plan.size[territory]!)) yield;
  }
  seedEmptyTerritories(plan, random);
}

/**
 * New territories by line cuts. A cut piece takes the number of the territory whose home or locked items are nearest; the
 * others are matched to the current territories by what they would keep, so that labels carry over.
 */
export function* seedFresh(plan: Plan, random: Random, meter: Meter): Generator<void, void> {
  const { blocks, problem } = plan;
  const { territoryCount } = problem;
  const placed: number[] = [];
  for (let block = 0; block < blocks.count; block++) {
    if (!Number.isNaN(blocks.places[3 * block]!)) placed.push(block);
  }
  const numbers = Uint16Array.from({ length: territoryCount }, (_, territory) => territory);
  plan.of.fill(NONE);
  if (plan.fixedCenter.includes(0) && placed.length > 0) {
    const piece = new Uint16Array(blocks.count).fill(NONE);
    const cuts = lineCuts(
      plan,
      Uint32Array.from(placed),
      territoryCount,
      targetShare(plan, numbers),
      random,
      (block, number) => {
        piece[block] = number;
      },
    );
    for (const looked of cuts) if (spend(meter, 4 * looked)) yield;
    const territoryOfPiece = namePieces(plan, piece);
    if (spend(meter, territoryCount * territoryCount)) yield;
    for (const block of placed) plan.of[block] = territoryOfPiece[piece[block]!]!;
  }
  for (let block = 0; block < blocks.count; block++) {
    if (blocks.fixedTo[block] !== NONE) plan.of[block] = blocks.fixedTo[block]!;
  }
  recount(plan);
  for (let territory = 0; territory < territoryCount; territory++) {
    recenter(plan, territory);
    if (spend(meter, 8 * plan.size[territory]!)) yield;
  }
  seedEmptyTerritories(plan, random);
}

/** Territory of each cut piece. */
function namePieces(plan: Plan, piece: Uint16Array): Uint16Array {
  const { blocks, problem } = plan;
  const { territoryCount } = problem;
  const means = meanPlaces(plan, piece);
  const anchors = meanPlaces(plan, blocks.fixedTo);
  for (let territory = 0; territory < territoryCount; territory++) {
    if (plan.fixedCenter[territory])
      anchors.set(plan.centers.subarray(3 * territory, 3 * territory + 3), 3 * territory);
  }
  const pairs: { piece: number; territory: number; away: number }[] = [];
  for (let territory = 0; territory < territoryCount; territory++) {
    if (Number.isNaN(anchors[3 * territory]!)) continue;
    for (let number = 0; number < territoryCount; number++) {
      const dx = means[3 * number]! - anchors[3 * territory]!;
      const dy = means[3 * number + 1]! - anchors[3 * territory + 1]!;
      const dz = means[3 * number + 2]! - anchors[3 * territory + 2]!;
      const away = dx * dx + dy * dy + dz * dz;
      if (!Number.isNaN(away)) pairs.push({ piece: number, territory, away });
    }
  }
  pairs.sort((a, b) => a.away - b.away || a.piece - b.piece || a.territory - b.territory);
  const territoryOfPiece = new Uint16Array(territoryCount).fill(NONE);
  const taken = new Uint8Array(territoryCount);
  for (const { piece: number, territory } of pairs) {
    if (taken[territory] || territoryOfPiece[number] !== NONE) continue;
    taken[territory] = 1;
    territoryOfPiece[number] = territory;
  }
  const hasCurrent = blocks.current.some((territory) => territory !== NONE);
  const kept = !hasCurrent
    ? territoryOfPiece.slice().fill(NONE)
    : matchTerritories({
        proposed: piece,
        proposedCount: territoryCount,
        existing: blocks.current,
        existingCount: territoryCount,
        worth: keepWorth(plan),
        blocked: (number, territory) => territoryOfPiece[number] !== NONE || taken[territory] === 1,
      });
  for (let number = 0; number < territoryCount; number++) {
    const match = kept[number]!;
    if (territoryOfPiece[number] !== NONE || match === NONE || taken[match]) continue;
    territoryOfPiece[number] = match;
    taken[match] = 1;
  }
  let free = 0;
  for (let number = 0; number < territoryCount; number++) {
    if (territoryOfPiece[number] !== NONE) continue;
    while (taken[free]) free++;
    taken[free] = 1;
    territoryOfPiece[number] = free;
  }
  return territoryOfPiece;
}

/** What keeping a block is worth: the disruption prices of its items, or their number where nothing has a price. */
function keepWorth(plan: Plan): Float64Array {
  const { blocks, problem } = plan;
  const priced = problem.disruptionPrice.some((price) => price > 0);
  const worth = new Float64Array(blocks.count);
  for (let item = 0; item < problem.itemCount; item++) {
    worth[blocks.blockOf[item]!]! += priced ? problem.disruptionPrice[item]! : 1;
  }
  return worth;
}

function meanPlaces(plan: Plan, groupOf: Uint16Array): Float64Array {
  const { blocks, problem } = plan;
  const means = new Float64Array(3 * problem.territoryCount);
  const counts = new Float64Array(problem.territoryCount);
  for (let block = 0; block < blocks.count; block++) {
    const group = groupOf[block]!;
    if (group === NONE || Number.isNaN(blocks.places[3 * block]!)) continue;
    counts[group]!++;
    for (let axis = 0; axis < 3; axis++) means[3 * group + axis]! += blocks.places[3 * block + axis]!;
  }
  return means.map((sum, i) => sum / counts[(i - (i % 3)) / 3]!);
}

/**
 * A free territory without a placed block gets its center in the fullest one, at a block drawn by chance but far from that
 * one's center, so that the next sweep splits it.
 */
export function seedEmptyTerritories(plan: Plan, random: Random): void {
  const { blocks, problem, centers } = plan;
  const { territoryCount } = problem;
  const shareTaken = new Float64Array(territoryCount).fill(1);
  for (let territory = 0; territory < territoryCount; territory++) {
    if (!Number.isNaN(centers[3 * territory]!)) continue;
    let fullest = -1;
    let most = 0;
    for (let other = 0; other < territoryCount; other++) {
      const bulk = fullnessOf(plan, other) / shareTaken[other]!;
      if (plan.size[other]! > 1 && bulk > most) {
        most = bulk;
        fullest = other;
      }
    }
    const seed = fullest < 0 ? random.below(blocks.count) : farBlock(plan, fullest, random);
    if (fullest >= 0) shareTaken[fullest]!++;
    if (seed < 0 || Number.isNaN(blocks.places[3 * seed] ?? Number.NaN)) continue;
    setCenter(
      plan,
      territory,
      blocks.places[3 * seed]!,
      blocks.places[3 * seed + 1]!,
      blocks.places[3 * seed + 2]!,
    );
  }
}

function fullnessOf(plan: Plan, territory: number): number {
  const { measureCount } = plan.blocks;
  let fullness = measureCount === 0 ? plan.size[territory]! : 0;
  for (let at = territory * measureCount; at < (territory + 1) * measureCount; at++) {
    fullness += plan.sums[at]! * plan.scale[at]!;
  }
  return fullness;
}

/** The farthest from the center of a few blocks drawn by chance; −1 if none has a place. */
function farBlock(plan: Plan, territory: number, random: Random): number {
  const { places } = plan.blocks;
  const own: number[] = [];
  for (let block = plan.first[territory]!; block >= 0; block = plan.next[block]!) {
    if (!Number.isNaN(places[3 * block]!)) own.push(block);
  }
  let farthest = -1;
  let away = -1;
  for (let draw = 0; draw < 3 && own.length > 0; draw++) {
    const block = own[random.below(own.length)]!;
    const dx = places[3 * block]! - plan.centers[3 * territory]!;
    const dy = places[3 * block + 1]! - plan.centers[3 * territory + 1]!;
    const dz = places[3 * block + 2]! - plan.centers[3 * territory + 2]!;
    const squared = dx * dx + dy * dy + dz * dz;
    if (squared > away) {
      away = squared;
      farthest = block;
    }
  }
  return farthest;
}
