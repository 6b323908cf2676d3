import type { GeometryCollection, GeometryObject, Topology } from "topojson-specification";
import { LineRole, type OutlineLayer } from "../outline-file";
import { greatLakes } from "./great-lakes";
import { absoluteArcs, compact, polygonsOf } from "./outlines";
import { type Point, simplifyLine } from "./simplify";

/** Details below this many square degrees are dropped; the source knows places to some 3 km. */
const DETAIL = 0.0015;

/** The larger rivers of the world, as lines. */
export function riverLayer(topology: Topology): OutlineLayer {
  const lines = absoluteArcs(topology);
  const used = new Set(geometriesOf(topology, "rivers").flatMap(arcsOf).map(arcIndex));
  const rivers = [...used].sort((a, b) => a - b).map((arc) => simplifyLine(lines[arc]!, DETAIL));
  return {
    arcs: rivers.map((line) => Float64Array.from(line.flat())),
    roles: Uint8Array.from(rivers, () => LineRole.river),
    shapes: [],
  };
}

/** Lakes that lie within the outlines of countries and states. The Great Lakes are left out: these outlines end at their shores. */
export function inlandLakeLayer(topology: Topology): OutlineLayer {
  const lines = absoluteArcs(topology).map((line) => simplifyLine(line, DETAIL));
  const great = greatLakes().lines.map(boxOf);
  const shapes = geometriesOf(topology, "lakes").flatMap((geometry) => {
    const polygons = polygonsOf(geometry);
    const shore = polygons.flat(2).flatMap((arc) => lines[arcIndex(arc)]!);
    return shore.length === 0 || great.some((box) => isWithin(middleOf(shore), box))
      ? []
      : [{ code: "", name: "", polygons }];
  });
  return compact(lines, shapes, () => LineRole.coast);
}

const geometriesOf = (topology: Topology, object: string): GeometryObject[] =>
  (topology.objects[object] as GeometryCollection).geometries;

function arcsOf(geometry: GeometryObject): number[] {
  if (geometry.type === "LineString") return geometry.arcs;
  return geometry.type === "MultiLineString" ? geometry.arcs.flat() : [];
}

const arcIndex = (reference: number): number => (reference < 0 ? ~reference : reference);

interface Box {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

function boxOf(line: readonly Point[]): Box {
  const longitudes = line.map(([longitude]) => longitude);
  const latitudes = line.map(([, latitude]) => latitude);
  return {
    west: Math.min(...longitudes),
    east: Math.max(...longitudes),
    south: Math.min(...latitudes),
    north: Math.max(...latitudes),
  };
}

function middleOf(line: readonly Point[]): Point {
  const { west, east, south, north } = boxOf(line);
  return [(west + east) / 2, (south + north) / 2];
}

const isWithin = ([longitude, latitude]: Point, { west, east, south, north }: Box): boolean =>
  longitude > west && longitude < east && latitude > south && latitude < north;
