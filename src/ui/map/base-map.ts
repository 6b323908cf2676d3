import { mercatorX, mercatorY } from "../../geo/mercator";
import { type Box, boxOfRing } from "../../geo/polygon";
import type { Outlines } from "../../geodata/outlines";

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
  /** Cities: 1 for a world city to 3 for a regional center. Areas: how wide they are in mercator units. */
  readonly weight: number;
}

/** The bundled outlines, projected once and ready to draw. */
export interface BaseMap {
  readonly countries: readonly MapLine[];
  readonly lakes: readonly MapLine[];
  readonly states: readonly MapLine[];
  readonly coasts: readonly MapLine[];
  readonly countryBorders: readonly MapLine[];
  readonly stateBorders: readonly MapLine[];
  /** The most important first. */
  readonly labels: readonly MapLabel[];
}

/** Projects the outlines. */
export function projectOutlines(outlines: Outlines): BaseMap {
  const rings = (shapes: Outlines["countries"]) => shapes.flatMap((shape) => shape.rings.map(projectLine));
  return {
    countries: rings(outlines.countries),
    lakes: rings(outlines.lakes),
    states: rings(outlines.states),
    coasts: outlines.coasts.map(projectLine),
    countryBorders: outlines.countryBorders.map(projectLine),
    stateBorders: outlines.stateBorders.map(projectLine),
    labels: [
      ...areaLabels(outlines.countries, "country"),
      ...areaLabels(outlines.states, "state"),
      ...outlines.cities.map((city): MapLabel => {
        const x = mercatorX(city.longitude);
        return { text: city.name, kind: "city", x, y: mercatorY(city.latitude), weight: city.rank };
      }),
    ],
  };
}

function projectLine(degrees: Float64Array): MapLine {
  const points = new Float64Array(degrees.length);
  for (let i = 0; i < degrees.length; i += 2) {
    points[i] = mercatorX(degrees[i]!);
    points[i + 1] = mercatorY(degrees[i + 1]!);
  }
  return { points, box: boxOfRing(points) };
}

function areaLabels(shapes: Outlines["countries"], kind: "country" | "state"): MapLabel[] {
  const labels: MapLabel[] = [];
  for (const shape of shapes) {
    const largest = shape.rings
      .map((ring) => ({ ring: projectLine(ring), area: 0 }))
      .map(({ ring }) => ({ ring, area: boxArea(ring.box) }))
      .sort((a, b) => b.area - a.area)[0];
    if (!largest) continue;
    const { x, y } = centerOfRing(largest.ring.points);
    const { minX, maxX } = largest.ring.box;
    labels.push({ text: shape.name, kind, x, y, weight: maxX - minX });
  }
  return labels.sort((a, b) => b.weight - a.weight);
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
