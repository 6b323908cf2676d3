import { nearestBorder } from "../../../geo/areas";
import { squaredToSegment } from "../../../geo/swept-points";
import { type TerritorySlot, UNASSIGNED } from "../../../model/alignment";
import type { MapScene } from "../map-scene";
import type { PaintGround } from "./paint-ground";
import { type Grabbed, grabBoundary } from "./pull-boundary";

/** Where no border is drawn, one lies between accounts so near, in CSS pixels. */
export const UNDRAWN_REACH_PX = 80;

type Shown = Pick<MapScene, "areas" | "units">;

/** The two territories on either side of the drawn border nearest to a place in mercator units; null where none lies within `reach`. */
export function sidesNear(
  scene: Shown,
  x: number,
  y: number,
  reach: number,
): readonly [TerritorySlot, TerritorySlot] | null {
  const areas = scene.areas();
  if (areas) {
    const spot = nearestBorder(areas.borders, x, y, reach);
    return spot && [areas.borders.left[spot.line]!, areas.borders.right[spot.line]!];
  }
  let nearest: readonly [TerritorySlot, TerritorySlot] | null = null;
  let least = reach * reach;
  for (const { points, sides } of unitBorders(scene)) {
    for (let i = 2; i < points.length; i += 2) {
      const squared = squaredToSegment(x, y, points[i - 2]!, points[i - 1]!, points[i]!, points[i + 1]!);
      if (squared > least) continue;
      least = squared;
      nearest = sides;
    }
  }
  return nearest;
}

/** The border to grab at a place in mercator units: the one drawn within reach, else the one between what lies within that of the undrawn. */
export function borderAt(
  scene: Shown,
  ground: PaintGround,
  slotOf: (found: number) => TerritorySlot,
  x: number,
  y: number,
  reach: { readonly drawn: number; readonly undrawn: number },
): Grabbed | null {
  const sides = sidesNear(scene, x, y, reach.drawn);
  return sides ? { x, y, sides } : grabBoundary(ground, slotOf, x, y, reach.undrawn);
}

/** The border between two territories as drawn now: lines of mercator units, x and y in turn. */
export function linesBetween(
  scene: Shown,
  [a, b]: readonly [TerritorySlot, TerritorySlot],
): readonly Float64Array[] {
  const parts = (left: number, right: number) => (left === a && right === b) || (left === b && right === a);
  const areas = scene.areas();
  if (!areas) {
    const lines: Float64Array[] = [];
    for (const { points, sides } of unitBorders(scene)) if (parts(...sides)) lines.push(points);
    return lines;
  }
  const { lineCount, left, right, start, points } = areas.borders;
  const lines: Float64Array[] = [];
  for (let line = 0; line < lineCount; line++)
    if (parts(left[line]!, right[line]!))
      lines.push(points.subarray(2 * start[line]!, 2 * start[line + 1]!) as Float64Array);
  return lines;
}

/** The borders of units that two different territories meet at. */
function* unitBorders(
  scene: Shown,
): Generator<{ points: Float64Array; sides: readonly [TerritorySlot, TerritorySlot] }> {
  const ground = scene.units.ground();
  const looks = scene.units.looks();
  if (!ground || !looks || !scene.units.areTerritories()) return;
  const slotOf = (unit: number) => (unit < 0 ? UNASSIGNED : looks.slotOf(unit));
  for (const [arc, parts] of ground.arcs.entries()) {
    const sides = [slotOf(ground.set.sides[2 * arc]!), slotOf(ground.set.sides[2 * arc + 1]!)] as const;
    if (sides[0] === sides[1]) continue;
    for (const { points } of parts) yield { points, sides };
  }
}
