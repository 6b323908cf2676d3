import { type TerritorySlot, UNASSIGNED } from "../../../model/alignment";
import type { PaintGround } from "./paint-ground";

/** Two territories whose border was grabbed. */
export interface Grabbed {
  readonly x: number;
  readonly y: number;
  readonly sides: readonly [TerritorySlot, TerritorySlot];
}

/** What pulling comes to: `slot` grows by what it takes from the other side. */
export interface Pulled {
  readonly slot: TerritorySlot;
  readonly taken: readonly number[];
}

/**
 * The border nearest to a press: between the territory that has what is nearest, and the one that has what is nearest of all others. Null
 * where no second territory lies within `reach`. Unassigned is a side like any other.
 */
export function grabBoundary(
  ground: PaintGround,
  slotOf: (found: number) => TerritorySlot,
  x: number,
  y: number,
  reach: number,
): Grabbed | null {
  const first = ground.at(x, y, reach);
  if (first < 0) return null;
  const own = slotOf(first);
  const second = ground.at(x, y, reach, (found) => slotOf(found) !== own);
  return second < 0 ? null : { x, y, sides: [own, slotOf(second)] };
}

/**
 * The border pulled from where it was grabbed to the pointer: everything of the side that the pointer has come into, within `radius` of the
 * way between the two, goes to the other side. Nothing moves where the pointer is in neither.
 */
export function pullBoundary(
  ground: PaintGround,
  slotOf: (found: number) => TerritorySlot,
  { x, y, sides }: Grabbed,
  toX: number,
  toY: number,
  radius: number,
): Pulled {
  const [a, b] = sides;
  const at = ground.at(toX, toY, radius * NEAR, (found) => slotOf(found) === a || slotOf(found) === b);
  if (at < 0) return { slot: UNASSIGNED, taken: [] };
  const losing = slotOf(at);
  const slot = losing === a ? b : a;
  const taken = Array.from(ground.under(x, y, toX, toY, radius)).filter((found) => slotOf(found) === losing);
  return { slot, taken };
}

/** How many brushes away from the pointer what it came to may lie. */
const NEAR = 6;
