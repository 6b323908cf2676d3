import { latitudeOfMercator, longitudeOfMercator, mercatorX, mercatorY } from "../../../geo/mercator";
import { nearestPoint, pointsInRing } from "../../../geo/point-index";
import { isInRing } from "../../../geo/polygon";
import { pointsNearSegment, squaredToSegment } from "../../../geo/swept-points";
import { createUnitLookup, type UnitLookup } from "../../../geodata/unit-lookup";
import type { UnitSet } from "../../../geodata/unit-set";
import { type Remembered, remembered } from "../../../model/metrics/remembered";
import type { Table } from "../../../model/table";
import type { AccountPoints } from "../account-points";
import { type UnitGround, unitRows } from "../unit-ground";

/** What can be painted, found by place. Places are in mercator units; units are rows of the table of units. */
export interface PaintGround {
  /** Under a brush on its way from one place to another. */
  readonly under: (x0: number, y0: number, x1: number, y1: number, radius: number) => ArrayLike<number>;
  /** Within a closed line: x and y in turn. */
  readonly within: (ring: Float64Array) => ArrayLike<number>;
  /** At a place, or nearest within `reach`; -1 where there is none. */
  readonly at: (x: number, y: number, reach: number, accept?: (found: number) => boolean) => number;
}

export function accountGround(points: AccountPoints): PaintGround {
  return {
    under: (x0, y0, x1, y1, radius) => pointsNearSegment(points.index(), x0, y0, x1, y1, radius),
    within: (ring) => pointsInRing(points.index(), ring),
    at: (x, y, reach, accept) => nearestPoint(points.index(), x, y, reach, accept),
  };
}

const memory: Remembered<UnitSet, PaintGround> = new WeakMap();

/** Units are under a brush where its middle enters them, or where it covers theirs; a line holds the units whose middle it holds. */
export function unitGround({ set }: Pick<UnitGround, "set">, units: Table): PaintGround {
  return remembered(memory, set, [units.ids, units.deleted], () => groundOf(set, units));
}

function groundOf(set: UnitSet, units: Table): PaintGround {
  const rowOf = unitRows(set, units);
  let lookup: UnitLookup | null = null;
  const unitAt = (x: number, y: number) => {
    lookup ??= createUnitLookup(set);
    const turned = x - Math.floor(x);
    return lookup.unitAt(longitudeOfMercator(turned), latitudeOfMercator(y));
  };
  const xs = new Float64Array(set.count);
  const ys = new Float64Array(set.count);
  for (let unit = 0; unit < set.count; unit++) {
    xs[unit] = mercatorX(set.centers[2 * unit]!);
    ys[unit] = mercatorY(set.centers[2 * unit + 1]!);
  }
  const rows = (found: Iterable<number>) => [...found].map((unit) => rowOf[unit]!).filter((row) => row >= 0);
  return {
    under: (x0, y0, x1, y1, radius) => {
      const found = new Set<number>();
      const steps = Math.max(1, Math.ceil(Math.hypot(x1 - x0, y1 - y0) / Math.max(radius / 2, 1e-9)));
      for (let step = 0; step <= Math.min(steps, MAX_STEPS); step++) {
        const part = step / Math.min(steps, MAX_STEPS);
        const unit = unitAt(x0 + part * (x1 - x0), y0 + part * (y1 - y0));
        if (unit >= 0) found.add(unit);
      }
      for (let unit = 0; unit < set.count; unit++)
        if (squaredToSegment(xs[unit]!, ys[unit]!, x0, y0, x1, y1) <= radius * radius) found.add(unit);
      return rows(found);
    },
    within: (ring) => {
      const found: number[] = [];
      for (let unit = 0; unit < set.count; unit++) if (isInRing(xs[unit]!, ys[unit]!, ring)) found.push(unit);
      return rows(found);
    },
    at: (x, y, reach, accept = () => true) => {
      const here = unitAt(x, y);
      const row = here >= 0 ? rowOf[here]! : -1;
      if (row >= 0 && accept(row)) return row;
      let nearest = -1;
      let least = reach * reach;
      for (let unit = 0; unit < set.count; unit++) {
        const squared = (xs[unit]! - x) ** 2 + (ys[unit]! - y) ** 2;
        if (squared > least || rowOf[unit]! < 0 || !accept(rowOf[unit]!)) continue;
        least = squared;
        nearest = rowOf[unit]!;
      }
      return nearest;
    },
  };
}

/** Places looked up along one piece of a brush's way. */
const MAX_STEPS = 200;
