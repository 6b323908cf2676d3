import { mercatorX, mercatorY } from "../../geo/mercator";
import { type Box, boxOfRing } from "../../geo/polygon";
import type { Outlines } from "../../geodata/outlines";
import type { Waters } from "../../geodata/waters";

/** A line or closed ring in mercator units, x and y in turn, with the box around it. */
export interface MapLine {
  readonly points: Float64Array;
  readonly box: Box;
}

/** A word on the base map. */
export interface MapLabel {
  readonly text: string;
  readonly kind: "country" | "state" | "city";
  readonly x: number;
  readonly y: number;
  /** Shown from this zoom up to, but not at, that one. */
  readonly fromZoom: number;
  readonly untilZoom: number;
}

/** The bundled outlines, projected once and ready to draw. */
export interface BaseMap {
  readonly countries: readonly MapLine[];
  /** By ring of `countries`: the number of the country, from 1; 0 is the country of the states. */
  readonly countryOf: Uint16Array;
  readonly lakes: readonly MapLine[];
  readonly states: readonly MapLine[];
  readonly coasts: readonly MapLine[];
  readonly countryBorders: readonly MapLine[];
  readonly stateBorders: readonly MapLine[];
  /** The most important first. */
  readonly labels: readonly MapLabel[];
}

/** Rivers and the lakes within the land, projected once and ready to draw. */
export interface BaseWaters {
  readonly rivers: readonly MapLine[];
  readonly lakes: readonly MapLine[];
}

/** Projects rivers and lakes. */
export function projectWaters(waters: Waters): BaseWaters {
  return {
    rivers: waters.rivers.map(projectLine),
    lakes: waters.lakes.flatMap(({ rings }) => rings.map(projectLine)),
  };
}

/** From which zoom cities of rank 1, 2 and 3 are named. */
const CITY_ZOOM = { 1: 4.5, 2: 5.5, 3: 6.75 };
const STATES_FROM_ZOOM = 4.25;
/** An area is named once it is so wide. */
const AREA_WIDTH_PX = 70;

/** The outlines have only its states, and those are named as soon as there is room. */
const UNITED_STATES: MapLabel = {
  text: "United States",
  kind: "country",
  x: mercatorX(-98.5),
  y: mercatorY(39.5),
  fromZoom: 2,
  untilZoom: STATES_FROM_ZOOM,
};

/** Projects the outlines. */
export function projectOutlines(outlines: Outlines): BaseMap {
  const rings = (shapes: Outlines["countries"]) => shapes.flatMap((shape) => shape.rings.map(projectLine));
  return {
    countries: rings(outlines.countries),
    countryOf: Uint16Array.from(outlines.countries.flatMap(({ rings: own }, i) => own.map(() => i + 1))),
    lakes: rings(outlines.lakes),
    states: rings(outlines.states),
    coasts: outlines.coasts.map(projectLine),
    countryBorders: outlines.countryBorders.map(projectLine),
    stateBorders: outlines.stateBorders.map(projectLine),
    labels: [
      UNITED_STATES,
      ...areaLabels(outlines.countries, "country"),
      ...areaLabels(outlines.states, "state"),
      ...outlines.cities.map((city): MapLabel => {
        const at = { x: mercatorX(city.longitude), y: mercatorY(city.latitude) };
        return { text: city.name, kind: "city", ...at, fromZoom: CITY_ZOOM[city.rank], untilZoom: 99 };
      }),
    ],
  };
}

/** Projects a line given in degrees. */
export function projectLine(degrees: Float64Array): MapLine {
  const points = new Float64Array(degrees.length);
  for (let i = 0; i < degrees.length; i += 2) {
    points[i] = mercatorX(degrees[i]!);
    points[i + 1] = mercatorY(degrees[i + 1]!);
  }
  return { points, box: boxOfRing(points) };
}

/** Names of areas, the widest first. */
function areaLabels(shapes: Outlines["countries"], kind: "country" | "state"): MapLabel[] {
  const least = kind === "state" ? STATES_FROM_ZOOM : 0;
  const labels: MapLabel[] = [];
  for (const shape of shapes) {
    const largest = shape.rings.map(projectLine).sort((a, b) => boxArea(b.box) - boxArea(a.box))[0];
    if (!largest) continue;
    const wideEnough = Math.log2(AREA_WIDTH_PX / 256 / (largest.box.maxX - largest.box.minX));
    labels.push({
      text: shape.name,
      kind,
      ...centerOfRing(largest.points),
      fromZoom: Math.max(least, wideEnough),
      untilZoom: kind === "state" ? 8 : 6.5,
    });
  }
  return labels.sort((a, b) => a.fromZoom - b.fromZoom);
}

function boxArea({ minX, minY, maxX, maxY }: Box): number {
  return (maxX - minX) * (maxY - minY);
}

/** Center of gravity of a ring's area; its first point where it has none. */
function centerOfRing(ring: Float64Array): { x: number; y: number } {
  const originX = ring[0] ?? 0;
  const originY = ring[1] ?? 0;
  let area = 0;
  let x = 0;
  let y = 0;
  for (let i = 0, before = ring.length - 2; i < ring.length; before = i, i += 2) {
    const x0 = ring[before]! - originX;
    const y0 = ring[before + 1]! - originY;
    const x1 = ring[i]! - originX;
    const y1 = ring[i + 1]! - originY;
    const cross = x0 * y1 - x1 * y0;
    area += cross;
    x += (x0 + x1) * cross;
    y += (y0 + y1) * cross;
  }
  if (area === 0) return { x: originX, y: originY };
  return { x: originX + x / (3 * area), y: originY + y / (3 * area) };
}
