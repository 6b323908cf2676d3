import { eachNeighbor, piecesOf } from "./contiguity";
import { type ExactModel, type ExactRow, planOfSolution } from "./exact";
import type { Plan } from "./plan";
import { NONE } from "./problem";

/**
 * Rows that a solution breaks where its territories do not hang together: two blocks of one territory in different pieces need one
 * of the blocks around the smaller piece between them. Empty where the problem asks for no contiguity or all is whole. Pieces that
 * locks hold apart are left apart.
 */
export function separators(model: ExactModel, values: ArrayLike<number>): ExactRow[] {
  const { plan, opensCenters } = model;
  const { contiguity, blocks, problem } = plan;
  if (!contiguity) return [];
  planOfSolution(model, values);
  const columnOf = new Map<number, number>();
  for (let column = 0; column < model.blockOf.length; column++)
    columnOf.set(
      model.blockOf[column]! * (blocks.count + problem.territoryCount) + model.placeOf[column]!,
      column,
    );
  const placeOfTerritory = (territory: number, piece: Uint32Array): number => {
    if (!opensCenters) return territory;
    const block = piece[0]!;
    for (let column = 0; column < model.blockOf.length; column++)
      if (model.blockOf[column] === block && values[column]! > 0.5) return model.placeOf[column]!;
    return -1;
  };
  const column = (block: number, place: number): number =>
    columnOf.get(block * (blocks.count + problem.territoryCount) + place) ?? -1;
  const rows: ExactRow[] = [];
  for (let territory = 0; territory < problem.territoryCount; territory++) {
    const pieces = piecesOf(contiguity, plan, territory);
    const parts = new Map<number, Uint32Array[]>();
    for (const piece of pieces) {
      const part = contiguity.partOf[piece[0]!]!;
      parts.set(part, [...(parts.get(part) ?? []), piece]);
    }
    for (const together of parts.values()) {
      if (together.length < 2) continue;
      const place = placeOfTerritory(territory, together[0]!);
      const center = opensCenters ? place : -1;
      const root = rootOf(plan, together, center);
      const anchor = anchorOf(plan, root, center);
      const reach = reachOf(plan, root, (block) => column(block, place) >= 0 || plan.of[block] === territory);
      for (const piece of together) {
        if (piece === root) continue;
        const isLocked = [piece, root].every((own) => own.some((block) => blocks.fixedTo[block] !== NONE));
        if (isLocked && !reach.has(piece[0]!)) continue;
        const around = borderOf(plan, piece);
        for (const block of piece) rows.push(separator(block, place, anchor, around, column, opensCenters));
      }
    }
  }
  return rows;
}

function rootOf({ blocks }: Plan, pieces: readonly Uint32Array[], center: number): Uint32Array {
  let root = pieces[0]!;
  let rank = -1;
  for (const piece of pieces) {
    const held = piece.includes(center) ? 2 : piece.some((block) => blocks.fixedTo[block] !== NONE) ? 1 : 0;
    const own = held * blocks.count + piece.length;
    if (own > rank) {
      rank = own;
      root = piece;
    }
  }
  return root;
}

/** The block of the root piece that others hang on to: the center, else a locked one, else the first. */
function anchorOf({ blocks }: Plan, root: Uint32Array, center: number): number {
  if (root.includes(center)) return center;
  return root.find((block) => blocks.fixedTo[block] !== NONE) ?? root[0]!;
}

/** The blocks that could hang together with a piece if all that may come came. */
function reachOf({ contiguity }: Plan, piece: Uint32Array, mayCome: (block: number) => boolean): Set<number> {
  const reached = new Set<number>(piece);
  for (const block of reached)
    eachNeighbor(contiguity!, block, (neighbor) => {
      if (!reached.has(neighbor) && mayCome(neighbor)) reached.add(neighbor);
    });
  return reached;
}

function borderOf({ contiguity }: Plan, piece: Uint32Array): number[] {
  const inside = new Set(piece);
  const border = new Set<number>();
  for (const block of piece)
    eachNeighbor(contiguity!, block, (neighbor) => {
      if (!inside.has(neighbor)) border.add(neighbor);
    });
  return [...border].sort((a, b) => a - b);
}

/** x_block + x_anchor − Σ x_around ≤ 1, without the anchor where it is the center (then it is there whenever the block is). */
function separator(
  block: number,
  place: number,
  anchor: number,
  around: readonly number[],
  column: (block: number, place: number) => number,
  opensCenters: boolean,
): ExactRow {
  const columns: number[] = [];
  const values: number[] = [];
  let most = 1;
  const add = (of: number, value: number): void => {
    const at = column(of, place);
    if (at < 0) return;
    columns.push(at);
    values.push(value);
  };
  add(block, 1);
  // A block without a column is either fixed here, and counts as there, or can never be.
  if (column(block, place) < 0) most--;
  if (opensCenters && anchor === place) most--;
  else {
    add(anchor, 1);
    if (column(anchor, place) < 0) most--;
  }
  for (const neighbor of around) add(neighbor, -1);
  return { columns, values, least: Number.NEGATIVE_INFINITY, most };
}
