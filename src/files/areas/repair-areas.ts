import { kinks, polygon, unkinkPolygon } from "@turf/turf";
import { ringAreaKm2 } from "../../geodata/ring-measures";
import type { AreaFeature, AreaRing } from "./area-file";
import type { AreaPosition } from "./area-import";
import { toDegrees } from "./area-position";

/** Corners of the longest ring that is tried for crossings: the time grows with the square. */
const MOST_TRIED = 5_000;

/** What was done to an area. */
export interface RepairedArea {
  /** Closed rings, outer ones counterclockwise, holes clockwise. */
  readonly rings: readonly AreaRing[];
  readonly unclosed: boolean;
  readonly crossing: boolean;
  /** Rings that have no area. */
  readonly collapsed: number;
  readonly overAntimeridian: boolean;
}

/** An area in degrees with every ring closed, free of repeated points and crossings, and wound the usual way. */
export function repairArea({ polygons }: AreaFeature, position: AreaPosition): RepairedArea {
  const rings: AreaRing[] = [];
  let [unclosed, crossing, collapsed, overAntimeridian] = [false, false, 0, false];
  for (const parts of polygons) {
    const open = parts.some((ring) => !isClosed(ring));
    const cleaned = parts.map((ring) => cleanRing(ring, position));
    overAntimeridian ||= cleaned.some(crossesAntimeridian);
    const [outer] = cleaned;
    if (!outer || !hasArea(outer)) {
      collapsed++;
      continue;
    }
    unclosed ||= open;
    const solid = cleaned.filter((ring, i) => i === 0 || hasArea(ring));
    collapsed += cleaned.length - solid.length;
    const untied = withoutCrossings(solid);
    crossing ||= untied !== solid;
    untied.forEach((ring, i) => {
      const isOuter = untied !== solid || i === 0;
      rings.push(ringAreaKm2(ring) > 0 === isOuter ? ring : reversed(ring));
    });
  }
  return { rings, unclosed, crossing, collapsed, overAntimeridian };
}

function isClosed(ring: AreaRing): boolean {
  return ring.length > 2 && ring[0] === ring.at(-2) && ring[1] === ring.at(-1);
}

/** Closed, without points that repeat the one before. */
function cleanRing(ring: AreaRing, position: AreaPosition): AreaRing {
  const clean: AreaRing = [];
  for (let i = 0; i < ring.length; i += 2) {
    const [x, y] = toDegrees(ring[i]!, ring[i + 1]!, position);
    if (x !== clean.at(-2) || y !== clean.at(-1)) clean.push(x, y);
  }
  if (!isClosed(clean) && clean.length > 2) clean.push(clean[0]!, clean[1]!);
  return clean;
}

/** At least three different corners. */
function hasArea(ring: AreaRing): boolean {
  return ring.length >= 8;
}

function crossesAntimeridian(ring: AreaRing): boolean {
  for (let i = 2; i < ring.length; i += 2) {
    if (Math.abs(ring[i]! - ring[i - 2]!) > 180 || Math.abs(ring[i]!) > 180) return true;
  }
  return false;
}

/** The same rings where none crosses itself or another; else the simple rings that they make. Too long ones are left as they are. */
function withoutCrossings(rings: readonly AreaRing[]): readonly AreaRing[] {
  const corners = rings.reduce((sum, ring) => sum + ring.length / 2, 0);
  if (corners > MOST_TRIED) return rings;
  try {
    const shape = polygon(rings.map(pairs));
    if (kinks(shape).features.length === 0) return rings;
    return unkinkPolygon(shape).features.flatMap(({ geometry }) =>
      geometry.coordinates.slice(0, 1).map((ring) => ring.flatMap(([x, y]) => [x!, y!])),
    );
  } catch {
    // the library gives up on rings that touch themselves at a corner; they fill correctly as they are
    return rings;
  }
}

function pairs(ring: AreaRing): [number, number][] {
  return Array.from({ length: ring.length / 2 }, (_, i) => [ring[2 * i]!, ring[2 * i + 1]!]);
}

function reversed(ring: AreaRing): AreaRing {
  return pairs(ring).reverse().flat();
}
