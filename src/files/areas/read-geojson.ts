import { feature } from "topojson-client";
import type { Topology } from "topojson-specification";
import {
  AREA_LIMITS,
  type AreaFeature,
  type AreaFile,
  AreaFileRefused,
  type AreaRing,
  NOTHING_SKIPPED,
  type SkippedParts,
  VertexCount,
} from "./area-file";

/** JSON as it may come from anywhere. */
type Json = { readonly [key: string]: unknown };

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Reads a FeatureCollection, a Feature, a bare geometry (RFC 7946, and the `crs` member of 2008) or a TopoJSON topology. The geometries of a
 * bare collection are areas each. Throws `AreaFileRefused` where the text is none of them.
 */
export function readGeoJson(text: string): AreaFile {
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch (error) {
    const lines = featuresByLine(text);
    if (lines) return readGeoJson(JSON.stringify({ type: "FeatureCollection", features: lines }));
    const reason = error instanceof Error ? error.message : String(error);
    throw new AreaFileRefused(
      `Invalid GeoJSON: ${reason.slice(0, 160)}`,
      "Export the areas as GeoJSON again.",
    );
  }
  if (!isObject(root)) throw notGeoJson();
  const skipped = { ...NOTHING_SKIPPED };
  const vertices = new VertexCount();
  const features = featuresOf(root)
    .flatMap(bareParts)
    .map((each) => readFeature(each, skipped, vertices));
  const filled = features.filter(({ polygons }) => polygons.length > 0);
  return { features: filled, system: systemOf(root), skipped };
}

/** Stands before each record of a sequence (RFC 7464). */
const RECORD_SEPARATOR = "\u001e";

/** A feature a line, as ogr2ogr writes GeoJSONSeq (RFC 8142, with or without its separators); null where the text is not so. */
function featuresByLine(text: string): unknown[] | null {
  const lines = text
    .replaceAll(RECORD_SEPARATOR, "")
    .split("\n")
    .map((line) => line.trim());
  const filled = lines.filter((line) => line !== "");
  if (filled.length < 2 || !filled.every((line) => line.startsWith("{") && line.endsWith("}"))) return null;
  try {
    return filled.map((line) => JSON.parse(line) as unknown);
  } catch {
    return null;
  }
}

const notGeoJson = () =>
  new AreaFileRefused(
    "This JSON file is no GeoJSON: it has no features.",
    "Choose a file with the areas as GeoJSON or KML.",
  );

function featuresOf(root: Json): readonly Json[] {
  switch (root.type) {
    case "FeatureCollection":
      if (!Array.isArray(root.features)) throw notGeoJson();
      return root.features.filter(isObject);
    case "Feature":
      return [root];
    case "Topology":
      return topologyFeatures(root);
    case "Point":
    case "MultiPoint":
    case "LineString":
    case "MultiLineString":
    case "Polygon":
    case "MultiPolygon":
    case "GeometryCollection":
      return [{ type: "Feature", properties: {}, geometry: root }];
    default:
      throw notGeoJson();
  }
}

/** The geometries of a collection that nothing names as one area. */
function bareParts(feature: Json, _: number, all: readonly Json[]): readonly Json[] {
  const { geometry, properties, id } = feature;
  const isNamed = id !== undefined || (isObject(properties) && Object.keys(properties).length > 0);
  if (all.length > 1 || isNamed || !isObject(geometry) || geometry.type !== "GeometryCollection")
    return [feature];
  const { geometries } = geometry;
  if (!Array.isArray(geometries) || geometries.length < 2) return [feature];
  return geometries.filter(isObject).map((inner) => ({ type: "Feature", properties: {}, geometry: inner }));
}

function topologyFeatures(root: Json): readonly Json[] {
  try {
    const topology = root as unknown as Topology;
    return Object.values(topology.objects).flatMap((object) => {
      const made = feature(topology, object) as unknown as Json;
      return made.type === "FeatureCollection" ? (made.features as Json[]) : [made];
    });
  } catch {
    throw new AreaFileRefused("Invalid TopoJSON.", "Export the areas as GeoJSON instead.");
  }
}

function readFeature(
  { geometry, properties, id }: Json,
  skipped: SkippedParts,
  vertices: VertexCount,
): AreaFeature {
  const polygons: AreaRing[][] = [];
  if (isObject(geometry)) readGeometry(geometry, polygons, skipped, vertices, 0);
  else skipped.empty++;
  const texts: Record<string, string> = {};
  if (isObject(properties)) for (const [key, value] of Object.entries(properties)) texts[key] = textOf(value);
  if (typeof id === "string" || typeof id === "number") texts.id ??= String(id);
  return { properties: texts, polygons };
}

/** Values that are no single cell of a table stay out of sight. */
function textOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? String(value)
    : "";
}

function readGeometry(
  geometry: Json,
  polygons: AreaRing[][],
  skipped: SkippedParts,
  vertices: VertexCount,
  depth: number,
): void {
  const { type, coordinates, geometries } = geometry;
  if (type === "Polygon") addPolygon(coordinates, polygons, skipped, vertices);
  else if (type === "MultiPolygon" && Array.isArray(coordinates)) {
    if (coordinates.length === 0) skipped.empty++;
    for (const polygon of coordinates) addPolygon(polygon, polygons, skipped, vertices);
  } else if (type === "GeometryCollection" && Array.isArray(geometries)) {
    if (depth >= AREA_LIMITS.depth) {
      throw new AreaFileRefused(
        `This file has geometry collections nested more than ${AREA_LIMITS.depth} deep.`,
        "Export the areas without nested collections.",
      );
    }
    if (geometries.length === 0) skipped.empty++;
    for (const inner of geometries)
      if (isObject(inner)) readGeometry(inner, polygons, skipped, vertices, depth + 1);
  } else skipped.notAreas++;
}

function addPolygon(
  coordinates: unknown,
  polygons: AreaRing[][],
  skipped: SkippedParts,
  vertices: VertexCount,
): void {
  if (!Array.isArray(coordinates) || coordinates.length === 0) {
    skipped.empty++;
    return;
  }
  const rings: AreaRing[] = [];
  for (const [i, points] of coordinates.entries()) {
    const ring = readRing(points);
    if (ring) {
      vertices.add(ring.length / 2);
      rings.push(ring);
      continue;
    }
    skipped.badRings++;
    // holes without their outer ring would become land
    if (i === 0) return;
  }
  polygons.push(rings);
}

/** Heights and measures behind the first two numbers are left out; null where a position is no two finite numbers. */
function readRing(points: unknown): AreaRing | null {
  if (!Array.isArray(points)) return null;
  const ring: AreaRing = [];
  for (const point of points) {
    if (!Array.isArray(point)) return null;
    const [x, y] = point;
    if (typeof x !== "number" || typeof y !== "number" || !Number.isFinite(x) || !Number.isFinite(y))
      return null;
    ring.push(x, y);
  }
  return ring;
}

function systemOf({ crs }: Json): string | null {
  if (!isObject(crs) || !isObject(crs.properties)) return null;
  const name = crs.properties.name ?? crs.properties.code;
  return typeof name === "string" || typeof name === "number" ? String(name) : null;
}
