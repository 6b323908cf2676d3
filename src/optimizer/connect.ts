import { eachNeighbor, piecesOf } from "./contiguity";
import { type Meter, spend } from "./meter";
import { isAllowed, moveBlock, type Plan, pairCost, recountPieces } from "./plan";
import { NONE } from "./problem";

/** A block that could join a territory it lies beside, and what it would cost there. */
interface Join {
  readonly cost: number;
  readonly block: number;
  readonly territory: number;
}

/**
 * Makes the territories of a group whole: each keeps its bulkiest piece on each part of the map (and all with locked blocks), and
 * the other pieces are shared out block by block among the neighbors, cheapest first. Blocks that no territory of the group can
 * take stay where they are; `plan.pieces` then says so.
 */
export function* connect(plan: Plan, group: readonly number[], meter: Meter): Generator<void, void> {
  const { contiguity, blocks } = plan;
  if (!contiguity) return;
  const origin = new Map<number, number>();
  for (const territory of group) {
    for (const block of loosePieces(plan, territory)) origin.set(block, territory);
    if (spend(meter, 8 * plan.size[territory]!)) yield;
  }
  if (origin.size > 0) {
    for (const block of origin.keys()) moveBlock(plan, block, NONE);
    const inside = new Set(group);
    const heap: Join[] = [];
    const offer = (block: number, territory: number): void => {
      if (isAllowed(plan, block, territory))
        push(heap, { cost: pairCost(plan, block, territory), block, territory });
    };
    for (const block of origin.keys()) {
      eachNeighbor(contiguity, block, (neighbor) => {
        const territory = plan.of[neighbor]!;
        if (inside.has(territory)) offer(block, territory);
      });
    }
    for (let join = pop(heap); join; join = pop(heap)) {
      const { block, territory } = join;
      if (plan.of[block] !== NONE) continue;
      moveBlock(plan, block, territory);
      eachNeighbor(contiguity, block, (neighbor) => {
        if (plan.of[neighbor] === NONE && blocks.fixedTo[neighbor] === NONE && origin.has(neighbor))
          offer(neighbor, territory);
      });
      if (spend(meter, 20)) yield;
    }
    for (const [block, territory] of origin) if (plan.of[block] === NONE) moveBlock(plan, block, territory);
  }
  recountPieces(plan, group);
}

/** The blocks of a territory outside the pieces that it keeps. */
function loosePieces(plan: Plan, territory: number): number[] {
  const { fixedTo, bulk } = plan.blocks;
  const { partOf } = plan.contiguity!;
  const pieces = piecesOf(plan.contiguity!, plan, territory);
  if (pieces.length < 2) return [];
  const bulkOf = (piece: Uint32Array): number => piece.reduce((sum, block) => sum + bulk[block]!, 0);
  const isHeld = (piece: Uint32Array): boolean => piece.some((block) => fixedTo[block] !== NONE);
  const ranked = pieces
    .map((piece) => ({ piece, held: isHeld(piece), bulk: bulkOf(piece) }))
    .sort((a, b) => Number(b.held) - Number(a.held) || b.bulk - a.bulk || a.piece[0]! - b.piece[0]!);
  const kept = new Set<number>();
  const loose: number[] = [];
  for (const { piece, held } of ranked) {
    const part = partOf[piece[0]!]!;
    if (held || !kept.has(part)) kept.add(part);
    else loose.push(...piece);
  }
  return loose;
}

function before(a: Join, b: Join): boolean {
  if (a.cost !== b.cost) return a.cost < b.cost;
  return a.block !== b.block ? a.block < b.block : a.territory < b.territory;
}

function push(heap: Join[], join: Join): void {
  let at = heap.push(join) - 1;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (!before(join, heap[parent]!)) break;
    heap[at] = heap[parent]!;
    at = parent;
  }
  heap[at] = join;
}

function pop(heap: Join[]): Join | undefined {
  const top = heap[0];
  const last = heap.pop();
  if (!last || heap.length === 0) return top;
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && before(heap[child + 1]!, heap[child]!)) child++;
    if (!before(heap[child]!, last)) break;
    heap[at] = heap[child]!;
    at = child;
  }
  heap[at] = last;
  return top;
}
