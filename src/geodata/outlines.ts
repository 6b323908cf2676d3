import { cutLine, cutRing } from "./antimeridian";
import { decodeLayer, type LabelCity, LineRole, type OutlineLayer, type PackedShape } from "./outline-file";
import { openPackedFile } from "./packed-file";

/** A land area to fill. Rings are closed, longitude and latitude in turn, in degrees; fill them by the even-odd rule. */
export interface OutlineShape {
  /** Two-letter code of the country or US state; empty where there is none. */
  readonly code: string;
  readonly name: string;
  readonly rings: readonly Float64Array[];
}

/** The bundled base map. Nothing in it crosses the antimeridian. Lines hold longitude and latitude in turn, in degrees. */
export interface Outlines {
  /** Every country but the United States. */
  readonly countries: readonly OutlineShape[];
  /** US states and territories: in finer detail, and ending at the shore of the Great Lakes. */
  readonly states: readonly OutlineShape[];
  /** Water that the countries cover and whose far shore the states bring: the Great Lakes. Draw after countries, before states. */
  readonly lakes: readonly OutlineShape[];
  readonly countryBorders: readonly Float64Array[];
  readonly stateBorders: readonly Float64Array[];
  /** Shores of the countries and outer edge of the states. */
  readonly coasts: readonly Float64Array[];
  /** Cities to label, the most important first. */
  readonly cities: readonly LabelCity[];
}

/** Reads the packed file `outlines.bin`. */
export function decodeOutlines(file: ArrayBuffer | Uint8Array): Outlines {
  const reader = openPackedFile("outlines", file);
  const world = decodeLayer(reader);
  const states = decodeLayer(reader);
  const lakes = decodeLayer(reader);
  const cities = JSON.parse(reader.text()) as LabelCity[];
  return {
    countries: world.shapes.map((shape) => toShape(world, shape)),
    states: states.shapes.map((shape) => toShape(states, shape)),
    lakes: lakes.shapes.map((shape) => toShape(lakes, shape)),
    countryBorders: linesOf(world, LineRole.border),
    stateBorders: linesOf(states, LineRole.border),
    coasts: [...linesOf(world, LineRole.coast), ...linesOf(states, LineRole.coast)],
    cities,
  };
}

/** The shape with its rings in degrees. */
export function toShape({ arcs }: OutlineLayer, { code, name, polygons }: PackedShape): OutlineShape {
  return {
    code,
    name,
    rings: polygons.flatMap((rings) => rings.flatMap((ring) => cutRing(joinArcs(arcs, ring)))),
  };
}

/** The points of a ring; where two arcs meet their common point appears once. */
export function joinArcs(arcs: readonly Float64Array[], ring: readonly number[]): number[] {
  const points: number[] = [];
  for (const reference of ring) {
    const arc = arcs[reference < 0 ? ~reference : reference]!;
    const count = arc.length / 2;
    for (let i = points.length === 0 ? 0 : 1; i < count; i++) {
      const point = reference < 0 ? count - 1 - i : i;
      points.push(arc[2 * point]!, arc[2 * point + 1]!);
    }
  }
  return points;
}

/** The lines of a role, cut where they cross the antimeridian. */
export const linesOf = ({ arcs, roles }: OutlineLayer, role: number): Float64Array[] =>
  arcs.filter((_, i) => roles[i] === role).flatMap(cutLine);
