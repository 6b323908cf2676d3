import { nearestPoint, pointsInBox, pointsInRing, pointsWithin } from "../../geo/point-index";
import { NOTHING_SELECTED, type RowSelection, selectRows, withRows } from "../../session/row-selection";
import type { AccountPoints } from "./account-points";
import type { SelectionMode, Stroke } from "./map-strokes";

/** Where the view lies on the map: its top left corner and the world's side, in CSS pixels. */
export interface View {
  readonly left: number;
  readonly top: number;
  readonly worldSize: number;
}

/** Accounts that stand on one spot of the screen, in the order in which they are drawn, the topmost last. */
export type AccountStack = readonly number[];

/** Two points closer than this, in CSS pixels, cannot be told apart. */
const SAME_SPOT_PX = 1;

/** No account's point reaches further, in CSS pixels. */
const MAX_REACH_PX = 40;

/**
 * The accounts on the spot nearest to a position of the view whose point reaches there, `reachOf` in CSS pixels; empty
 * where there is none.
 */
export function stackAt(
  points: AccountPoints,
  view: View,
  x: number,
  y: number,
  reachOf: (account: number) => number,
  accept: (account: number) => boolean,
): AccountStack {
  const index = points.index();
  const { worldSize } = view;
  const atX = (x + view.left) / worldSize;
  const atY = (y + view.top) / worldSize;
  const reaches = (account: number) =>
    Math.hypot(points.xs[account]! - atX, points.ys[account]! - atY) * worldSize <= reachOf(account);
  const nearest = nearestPoint(
    index,
    atX,
    atY,
    MAX_REACH_PX / worldSize,
    (account) => accept(account) && reaches(account),
  );
  if (nearest < 0) return [];
  const spot = pointsWithin(index, points.xs[nearest]!, points.ys[nearest]!, SAME_SPOT_PX / worldSize);
  return [...spot.filter(accept).sort()];
}

/** How many territories the accounts of a stack are in; Unassigned does not count. */
export function territoriesIn(stack: AccountStack, territoryOf: Uint16Array): number {
  const slots = new Set(stack.map((account) => territoryOf[account] ?? 0));
  slots.delete(0);
  return slots.size;
}

/** The one of a stack that a click selects: the topmost, and with each further click on the same spot the one below. */
export function nextOfStack(stack: AccountStack, selection: RowSelection): number | null {
  const last = stack.length - 1;
  if (last < 0) return null;
  const current = selection.count === 1 ? stack.findIndex((account) => selection.flags[account] === 1) : -1;
  return stack[current > 0 ? current - 1 : last]!;
}

/** The accounts inside a box or lasso. */
export function accountsInStroke(
  points: AccountPoints,
  view: View,
  stroke: Stroke,
  accept: (account: number) => boolean,
): Uint32Array {
  const ring = Float64Array.from(
    stroke.ring,
    (pixel, i) => (pixel + (i % 2 === 0 ? view.left : view.top)) / view.worldSize,
  );
  if (stroke.tool === "lasso") return pointsInRing(points.index(), ring).filter(accept);
  const [x0, y0, , , x1, y1] = ring as unknown as [number, number, number, number, number, number];
  const box = [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)] as const;
  return pointsInBox(points.index(), ...box).filter(accept);
}

/** The selection after accounts were picked. Toggling takes out those that were selected and adds the others. */
export function pickedSelection(
  selection: RowSelection,
  rowCount: number,
  picked: ArrayLike<number> & Iterable<number>,
  mode: SelectionMode,
): RowSelection {
  if (mode === "replace") return picked.length === 0 ? NOTHING_SELECTED : selectRows(rowCount, picked);
  if (mode === "add") return withRows(selection, rowCount, picked);
  const wasSelected = [...picked].filter((account) => selection.flags[account] === 1);
  const wasNot = [...picked].filter((account) => selection.flags[account] !== 1);
  return withRows(withRows(selection, rowCount, wasNot), rowCount, wasSelected, false);
}
