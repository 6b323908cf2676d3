import type { GeometryCollection, GeometryObject, Topology } from "topojson-specification";
import { countryCode } from "../countries";
import { LineRole, type OutlineLayer, type PackedShape } from "../outline-file";
import { US_STATES, usStateIndex } from "../us-states";
import { greatLakes } from "./great-lakes";
import { type Point, simplifyLine } from "./simplify";

const UNITED_STATES = "United States of America";
/** Territories that the file of states draws too. */
const DRAWN_AS_STATES = new Set(["PR", "VI", "GU", "AS", "MP"]);

/** Details below this many square degrees are dropped from country lines; about 25 km² at mid-latitudes. */
const WORLD_DETAIL = 0.003;
const STATE_DETAIL = 0.00004;

/** Countries without the US, which the states draw, and without its territories. */
export function worldLayer(topology: Topology): OutlineLayer {
  const shapes = packShapes(topology, "countries", (name) => countryCode(name) ?? "");
  const ofUs = new Set(arcsOf(shapes.filter((shape) => shape.name === UNITED_STATES)));
  const others = shapes.filter((shape) => shape.name !== UNITED_STATES && !DRAWN_AS_STATES.has(shape.code));
  // lines shared with the US keep their detail, so that both layers meet
  const lines = absoluteArcs(topology).map((line, arc) =>
    simplifyLine(line, ofUs.has(arc) ? 0 : WORLD_DETAIL),
  );
  // the source closes Antarctica with a line along the pole
  const atPole = (arc: number) => lines[arc]!.every(([, latitude]) => latitude < -89);
  return compact(lines, others, (arc, uses) => {
    if (ofUs.has(arc) || atPole(arc)) return LineRole.hidden;
    return uses > 1 ? LineRole.border : LineRole.coast;
  });
}

/** US states and territories. */
export function stateLayer(topology: Topology): OutlineLayer {
  const shapes = packShapes(topology, "states", (name) => US_STATES[usStateIndex(name)]?.code ?? "");
  const lines = absoluteArcs(topology).map((line) => simplifyLine(line, STATE_DETAIL));
  return compact(lines, shapes, (_, uses) => (uses > 1 ? LineRole.border : LineRole.coast));
}

/** The Great Lakes, as far as the country outlines hide them. */
export function lakeLayer(): OutlineLayer {
  const { lines, shapes } = greatLakes();
  return compact(lines, shapes, () => LineRole.hidden);
}

const arcIndex = (reference: number): number => (reference < 0 ? ~reference : reference);

const arcsOf = (shapes: readonly PackedShape[]): number[] =>
  shapes.flatMap((shape) => shape.polygons.flat(2).map(arcIndex));

/** The source shortens names to fit a map. */
const SHORTENED: readonly (readonly [RegExp, string])[] = [
  [/\bIs\.$/, "Islands"],
  [/^N\. Mariana/, "Northern Mariana"],
  [/^S\. Sudan/, "South Sudan"],
  [/^S\. Geo\. and the Islands/, "South Georgia & South Sandwich Islands"],
  [/^W\. Sahara/, "Western Sahara"],
  [/^Eq\./, "Equatorial"],
  [/^Fr\. S\. Antarctic Lands/, "French Southern Territories"],
  [/^Fr\./, "French"],
  [/^Br\. Indian Ocean Ter\./, "British Indian Ocean Territory"],
  [/\bRep\.$/, "Republic"],
  [/^Central African Rep\./, "Central African Republic"],
  [/^Dem\. Rep\. Congo/, "Democratic Republic of the Congo"],
  [/^St\. Vin\. and Gren\./, "Saint Vincent and Grenadines"],
  [/\bHerz\./, "Herzegovina"],
  [/\bBarb\.$/, "Barbuda"],
  [/^Pitcairn/, "Pitcairn"],
  [/^Faeroe/, "Faroe"],
  [/^Macedonia$/, "North Macedonia"],
  [/^eSwatini/, "Eswatini"],
  [/^Wallis and Futuna Islands/, "Wallis & Futuna"],
  [/^Åland$/, "Åland Islands"],
];

/** A country's name in full. */
export const spelledOut = (name: string): string =>
  SHORTENED.reduce((longer, [pattern, full]) => longer.replace(pattern, full), name);

/** The source's name of a shape; empty where it has none. */
export const propertyName = (properties: object | null | undefined): string =>
  properties && "name" in properties ? String(properties.name ?? "") : "";

/** Polygons of rings of arcs; none where the geometry is no area. */
export function polygonsOf(geometry: GeometryObject): PackedShape["polygons"] {
  if (geometry.type === "Polygon") return [geometry.arcs];
  return geometry.type === "MultiPolygon" ? geometry.arcs : [];
}

function packShapes(topology: Topology, object: string, codeOf: (name: string) => string): PackedShape[] {
  const collection = topology.objects[object] as GeometryCollection;
  return collection.geometries.flatMap((geometry) => {
    const name = spelledOut(propertyName(geometry.properties));
    const polygons = polygonsOf(geometry);
    return polygons.length > 0 ? [{ code: codeOf(name), name, polygons }] : [];
  });
}

/** TopoJSON's quantized, delta-encoded arcs in degrees. */
export function absoluteArcs({ arcs, transform }: Topology): Point[][] {
  if (!transform) throw new Error("Expected a quantized topology.");
  const [scaleX, scaleY] = transform.scale;
  const [offsetX, offsetY] = transform.translate;
  return arcs.map((arc) => {
    let x = 0;
    let y = 0;
    return arc.map(([dx = 0, dy = 0]): Point => {
      x += dx;
      y += dy;
      return [x * scaleX + offsetX, y * scaleY + offsetY];
    });
  });
}

/** Keeps only the lines that shapes use, renumbered, with a role for each. */
export function compact(
  lines: readonly (readonly Point[])[],
  shapes: readonly PackedShape[],
  roleOf: (arc: number, uses: number) => number,
): OutlineLayer {
  const uses = new Map<number, number>();
  for (const arc of arcsOf(shapes)) uses.set(arc, (uses.get(arc) ?? 0) + 1);
  const used = [...uses.keys()].sort((a, b) => a - b);
  const position = new Map(used.map((arc, i) => [arc, i]));
  const renumber = (reference: number) => {
    const arc = position.get(arcIndex(reference))!;
    return reference < 0 ? ~arc : arc;
  };
  return {
    arcs: used.map((arc) => Float64Array.from(lines[arc]!.flat())),
    roles: Uint8Array.from(used, (arc) => roleOf(arc, uses.get(arc)!)),
    shapes: shapes.map((shape) => ({
      ...shape,
      polygons: shape.polygons.map((rings) => rings.map((ring) => ring.map(renumber))),
    })),
  };
}
