import type { NeighborGraph } from "../geo/neighbor-graph";
import type { Blocks } from "./blocks";
import type { Problem } from "./problem";

/**
 * Which blocks lie beside each other: a block stands on the places of its items, and blocks on one place or on neighboring ones
 * touch. A territory is whole if its blocks hang together within each connected part of the map; parts that the map itself
 * separates (islands) may be held together freely, and blocks without a place belong to no part.
 */
export interface Contiguity {
  readonly graph: NeighborGraph;
  /** Places of a block are `places[placesFrom[block]]` up to the next; most have one. */
  readonly placesFrom: Uint32Array;
  readonly places: Uint32Array;
  /** Blocks on a place, in the same way. */
  readonly blocksFrom: Uint32Array;
  readonly blocks: Uint32Array;
  /** Connected part of the map that a block is in; −1 without a place. */
  readonly partOf: Int32Array;
  readonly partCount: number;
  readonly walk: Walk;
}

/** Scratch of the searches below: what they have seen carries the number of the search. */
interface Walk {
  number: number;
  readonly seen: Uint32Array;
  readonly expanded: Uint32Array;
  readonly collected: Uint32Array;
  readonly queue: Uint32Array;
  /** Number of the first search of a count in which the block was found. */
  readonly counted: Uint32Array;
}

/** Territories as the checks below see them. A plan is one. */
export interface Division {
  readonly of: Uint16Array;
  readonly first: Int32Array;
  readonly next: Int32Array;
}

/** The blocks' side of the problem's neighbor graph; null where the problem does not ask for contiguity. */
export function makeContiguity(problem: Problem, blocks: Blocks): Contiguity | null {
  const { neighbors: graph } = problem;
  if (!graph) return null;
  const pairs: [number[], number[]] = [[], []];
  const lastBlock = new Int32Array(graph.placeCount).fill(-1);
  for (let block = 0; block < blocks.count; block++) {
    for (let i = blocks.start[block]!; i < blocks.start[block + 1]!; i++) {
      const place = graph.placeOf[blocks.members[i]!]!;
      if (place >= graph.placeCount || lastBlock[place] === block) continue;
      lastBlock[place] = block;
      pairs[0].push(block);
      pairs[1].push(place);
    }
  }
  const byBlock = rows(blocks.count, pairs[0], pairs[1]);
  const byPlace = rows(graph.placeCount, pairs[1], pairs[0]);
  const contiguity: Contiguity = {
    graph,
    placesFrom: byBlock.from,
    places: byBlock.values,
    blocksFrom: byPlace.from,
    blocks: byPlace.values,
    partOf: new Int32Array(blocks.count).fill(-1),
    partCount: 0,
    walk: {
      number: 0,
      seen: new Uint32Array(blocks.count),
      expanded: new Uint32Array(graph.placeCount),
      collected: new Uint32Array(graph.placeCount),
      queue: new Uint32Array(blocks.count),
      counted: new Uint32Array(blocks.count),
    },
  };
  const everything = new Uint16Array(blocks.count);
  let partCount = 0;
  for (let block = 0; block < blocks.count; block++) {
    if (contiguity.partOf[block]! >= 0 || byBlock.from[block] === byBlock.from[block + 1]) continue;
    const reached = flood(contiguity, everything, block, 0);
    for (let i = 0; i < reached; i++) contiguity.partOf[contiguity.walk.queue[i]!] = partCount;
    partCount++;
  }
  return { ...contiguity, partCount };
}

function rows(count: number, keys: readonly number[], entries: readonly number[]) {
  const from = new Uint32Array(count + 1);
  for (const key of keys) from[key + 1]!++;
  for (let key = 0; key < count; key++) from[key + 1]! += from[key]!;
  const next = from.slice(0, count);
  const values = new Uint32Array(keys.length);
  for (let i = 0; i < keys.length; i++) values[next[keys[i]!]!++] = entries[i]!;
  return { from, values };
}

/**
 * Collects in `walk.queue` the blocks of a territory that hang together with `start`, and returns how many. Stops early
 * where all `wanted` ones are among them.
 */
function flood(
  { graph, placesFrom, places, blocksFrom, blocks, walk }: Contiguity,
  of: Uint16Array,
  start: number,
  territory: number,
  wanted?: ReadonlyArray<number>,
): number {
  const { seen, expanded, collected, queue } = walk;
  const number = ++walk.number;
  let length = 0;
  let missing = wanted ? wanted.length : Number.POSITIVE_INFINITY;
  const found = (block: number): void => {
    seen[block] = number;
    queue[length++] = block;
    if (wanted?.includes(block)) missing--;
  };
  const collect = (place: number): void => {
    if (collected[place] === number) return;
    collected[place] = number;
    for (let i = blocksFrom[place]!; i < blocksFrom[place + 1]!; i++) {
      const block = blocks[i]!;
      if (of[block] === territory && seen[block] !== number) found(block);
    }
  };
  found(start);
  for (let at = 0; at < length && missing > 0; at++) {
    const block = queue[at]!;
    for (let i = placesFrom[block]!; i < placesFrom[block + 1]!; i++) {
      const place = places[i]!;
      if (expanded[place] === number) continue;
      expanded[place] = number;
      collect(place);
      for (let k = graph.start[place]!; k < graph.start[place + 1]!; k++) collect(graph.neighbors[k]!);
    }
  }
  return length;
}

/** Whether a block lies beside (or on one place with) another block of the territory. */
export function touches(
  { graph, placesFrom, places, blocksFrom, blocks }: Contiguity,
  of: Uint16Array,
  block: number,
  territory: number,
): boolean {
  const holds = (place: number): boolean => {
    for (let i = blocksFrom[place]!; i < blocksFrom[place + 1]!; i++) {
      if (of[blocks[i]!] === territory && blocks[i] !== block) return true;
    }
    return false;
  };
  for (let i = placesFrom[block]!; i < placesFrom[block + 1]!; i++) {
    const place = places[i]!;
    if (holds(place)) return true;
    for (let k = graph.start[place]!; k < graph.start[place + 1]!; k++) {
      if (holds(graph.neighbors[k]!)) return true;
    }
  }
  return false;
}

/** Calls `visit` with each block beside, or on one place with, a block; with some more than once. */
export function eachNeighbor(
  { graph, placesFrom, places, blocksFrom, blocks }: Contiguity,
  block: number,
  visit: (neighbor: number) => void,
): void {
  const on = (place: number): void => {
    for (let i = blocksFrom[place]!; i < blocksFrom[place + 1]!; i++) {
      if (blocks[i] !== block) visit(blocks[i]!);
    }
  };
  for (let i = placesFrom[block]!; i < placesFrom[block + 1]!; i++) {
    on(places[i]!);
    for (let k = graph.start[places[i]!]!; k < graph.start[places[i]! + 1]!; k++) on(graph.neighbors[k]!);
  }
}

/**
 * Whether a territory hangs together no worse than before `moved` came or left. `of` already has them where they go; the lists do
 * not. Looks at the blocks around the moved ones first, and walks on only until those are found to hang together.
 */
export function staysWhole(
  contiguity: Contiguity,
  { of, first, next }: Division,
  territory: number,
  piecesBefore: number,
  moved: readonly number[],
): boolean {
  if (piecesBefore > 0) {
    const arrived = moved.filter((block) => of[block] === territory);
    // Rare: only locks on several pieces leave a territory so.
    return extraPieces(contiguity, { of, first, next }, territory, arrived) <= piecesBefore;
  }
  const { partOf } = contiguity;
  const seam: number[] = [];
  const add = (block: number): void => {
    if (of[block] === territory && !seam.includes(block)) seam.push(block);
  };
  for (const block of moved) {
    if (partOf[block]! < 0) continue;
    if (of[block] !== territory) {
      eachNeighbor(contiguity, block, add);
      continue;
    }
    add(block);
    // One block that was here before, for the newcomers to hang on to.
    for (let other = first[territory]!; other >= 0; other = next[other]!) {
      if (of[other] !== territory || partOf[other] !== partOf[block]) continue;
      add(other);
      break;
    }
  }
  while (seam.length > 1) {
    const part = partOf[seam[0]!]!;
    const own = contiguity.partCount > 1 ? seam.filter((block) => partOf[block] === part) : seam;
    if (own.length > 1) {
      flood(contiguity, of, own[0]!, territory, own);
      const { seen, number } = contiguity.walk;
      if (own.some((block) => seen[block] !== number)) return false;
    }
    if (own.length === seam.length) return true;
    const rest = seam.filter((block) => partOf[block] !== part);
    seam.splice(0, seam.length, ...rest);
  }
  return true;
}

/**
 * In how many pieces a territory is beyond one per part of the map that it has blocks in. `arrived` counts as well: blocks that
 * are already in it by `of` but not in its list.
 */
export function extraPieces(
  contiguity: Contiguity,
  division: Division,
  territory: number,
  arrived: readonly number[] = [],
): number {
  const parts = new Set<number>();
  let pieces = 0;
  eachPiece(contiguity, division, territory, arrived, (block) => {
    parts.add(contiguity.partOf[block]!);
    pieces++;
  });
  return pieces - parts.size;
}

/** The pieces of a territory as sorted lists of blocks; those without a place are left out. */
export function piecesOf(contiguity: Contiguity, division: Division, territory: number): Uint32Array[] {
  const pieces: Uint32Array[] = [];
  eachPiece(contiguity, division, territory, [], (_, length) => {
    pieces.push(contiguity.walk.queue.slice(0, length).sort());
  });
  return pieces;
}

function eachPiece(
  contiguity: Contiguity,
  { of, first, next }: Division,
  territory: number,
  arrived: readonly number[],
  visit: (block: number, length: number) => void,
): void {
  const { partOf, walk } = contiguity;
  const round = walk.number + 1;
  const look = (block: number): void => {
    if (of[block] !== territory || partOf[block]! < 0 || walk.counted[block]! >= round) return;
    const length = flood(contiguity, of, block, territory);
    for (let i = 0; i < length; i++) walk.counted[walk.queue[i]!] = round;
    visit(block, length);
  };
  for (const block of arrived) look(block);
  for (let block = first[territory]!; block >= 0; block = next[block]!) look(block);
}
