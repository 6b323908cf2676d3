import { cutRing } from "./antimeridian";
import type { OutlineLayer } from "./outline-file";
import { joinArcs } from "./outlines";
import { ringAreaKm2, ringCenter } from "./ring-measures";

/** `us-county`, `us-zip3`, `us-state`, `country`, `region:` and an ISO code, or `own:` and an id of the planner's own areas. */
export type UnitSetId = string;

/** What a set is called and what one of its units is called, before its areas are loaded. */
export interface UnitSetFacts {
  readonly id: UnitSetId;
  /** "US counties". */
  readonly name: string;
  /** "County"; the header of the column that says where an account lies. */
  readonly unit: string;
  /** True where nobody publishes the borders and these are our own estimate. */
  readonly approximate: boolean;
}

/** Areas that can be assigned whole. Units are numbered from 0; neighbors share arcs, so that their borders are drawn once. */
export interface UnitSet extends UnitSetFacts {
  readonly count: number;
  /** Unique within the set: five-digit FIPS, three digits, postal abbreviation, ISO 3166-1 alpha-2, or the planner's own. */
  readonly codes: readonly string[];
  /** Unique within the set: "Cook County, IL". */
  readonly names: readonly string[];
  /** Lines of longitude and latitude in turn, in degrees; may cross the antimeridian. */
  readonly arcs: readonly Float64Array[];
  /** Polygons of rings of arcs of each unit; `~n` is arc n backwards. None where a unit has no area, such as a code for mail only. */
  readonly polygons: readonly (readonly (readonly (readonly number[])[])[])[];
  /** The one or two units along each arc: 2 × arc and 2 × arc + 1; -1 where there is none. */
  readonly sides: Int32Array;
  /** West, south, east, north in degrees at 4 × unit; an inverted box where a unit has no area. */
  readonly boxes: Float64Array;
  /** Longitude and latitude of a place inside at 2 × unit, for a label; NaN where a unit has no area. */
  readonly centers: Float64Array;
  readonly areasKm2: Float64Array;
  /** Units that share a piece of border or a corner: `neighbors[start[unit]]` up to `start[unit + 1]`, in rising order. */
  readonly start: Uint32Array;
  readonly neighbors: Uint32Array;
  /** 1 where the neighbor at the same place in `neighbors` shares only a corner. */
  readonly cornerOnly: Uint8Array;
  /** Closed rings of a unit as longitude, latitude, …, cut at the antimeridian; fill them by the even-odd rule. Shared: do not write. */
  readonly ringsOf: (unit: number) => readonly Float64Array[];
}

/** A set from its packed layer: boxes, centers, areas and neighbors are computed here, in about 100 ms for the counties. */
export function unitSetOf(
  facts: UnitSetFacts,
  { arcs, shapes }: Pick<OutlineLayer, "arcs" | "shapes">,
): UnitSet {
  const count = shapes.length;
  const rings: (readonly Float64Array[] | undefined)[] = new Array(count);
  const ringsOf = (unit: number): readonly Float64Array[] => {
    rings[unit] ??= shapes[unit]!.polygons.flatMap((polygon) =>
      polygon.flatMap((ring) => cutRing(joinArcs(arcs, ring))),
    );
    return rings[unit]!;
  };
  const boxes = new Float64Array(4 * count);
  const centers = new Float64Array(2 * count);
  const areasKm2 = new Float64Array(count);
  for (let unit = 0; unit < count; unit++) {
    boxes.set(boxOf(ringsOf(unit)), 4 * unit);
    centers.set(ringCenter(ringsOf(unit)), 2 * unit);
    areasKm2[unit] = Math.abs(ringsOf(unit).reduce((sum, ring) => sum + ringAreaKm2(ring), 0));
  }
  const sides = sidesOf(
    arcs.length,
    shapes.map(({ polygons }) => polygons),
  );
  return {
    id: facts.id,
    name: facts.name,
    unit: facts.unit,
    approximate: facts.approximate,
    count,
    codes: shapes.map(({ code }) => code),
    names: shapes.map(({ name }) => name),
    arcs,
    polygons: shapes.map(({ polygons }) => polygons),
    sides,
    boxes,
    centers,
    areasKm2,
    ...neighborsOf(count, arcs, sides),
    ringsOf,
  };
}

function boxOf(rings: readonly Float64Array[]): [number, number, number, number] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i += 2) {
      west = Math.min(west, ring[i]!);
      east = Math.max(east, ring[i]!);
      south = Math.min(south, ring[i + 1]!);
      north = Math.max(north, ring[i + 1]!);
    }
  }
  return [west, south, east, north];
}

/** A third unit along an arc (areas that overlap) is left out: two are all that a border can tell apart. */
function sidesOf(arcCount: number, polygons: UnitSet["polygons"]): Int32Array {
  const sides = new Int32Array(2 * arcCount).fill(-1);
  polygons.forEach((shape, unit) => {
    for (const polygon of shape) {
      for (const ring of polygon) {
        for (const reference of ring) {
          const arc = reference < 0 ? ~reference : reference;
          if (sides[2 * arc] === -1) sides[2 * arc] = unit;
          else if (sides[2 * arc] !== unit && sides[2 * arc + 1] === -1) sides[2 * arc + 1] = unit;
        }
      }
    }
  });
  return sides;
}

function neighborsOf(
  count: number,
  arcs: readonly Float64Array[],
  sides: Int32Array,
): Pick<UnitSet, "start" | "neighbors" | "cornerOnly"> {
  // true where the two share more than a corner
  const lists = Array.from({ length: count }, () => new Map<number, boolean>());
  const meet = (a: number, b: number, border: boolean): void => {
    if (a < 0 || b < 0 || a === b) return;
    lists[a]!.set(b, border || lists[a]!.get(b) === true);
    lists[b]!.set(a, border || lists[b]!.get(a) === true);
  };
  for (let i = 0; i < sides.length; i += 2) meet(sides[i]!, sides[i + 1]!, true);
  for (const units of unitsAtEnds(arcs, sides)) {
    for (const a of units) for (const b of units) if (a < b) meet(a, b, false);
  }
  const start = new Uint32Array(count + 1);
  lists.forEach((list, unit) => {
    start[unit + 1] = start[unit]! + list.size;
  });
  const neighbors = new Uint32Array(start[count]!);
  const cornerOnly = new Uint8Array(start[count]!);
  lists.forEach((list, unit) => {
    [...list]
      .sort(([a], [b]) => a - b)
      .forEach(([neighbor, border], i) => {
        neighbors[start[unit]! + i] = neighbor;
        cornerOnly[start[unit]! + i] = border ? 0 : 1;
      });
  });
  return { start, neighbors, cornerOnly };
}

/** The units that meet at each end of a line. */
function unitsAtEnds(arcs: readonly Float64Array[], sides: Int32Array): Iterable<ReadonlySet<number>> {
  const ends = new Map<string, Set<number>>();
  arcs.forEach((arc, i) => {
    for (const at of [0, arc.length - 2]) {
      const key = `${arc[at]} ${arc[at + 1]}`;
      const units = ends.get(key) ?? new Set();
      for (const unit of [sides[2 * i]!, sides[2 * i + 1]!]) if (unit >= 0) units.add(unit);
      ends.set(key, units);
    }
  });
  return ends.values();
}
