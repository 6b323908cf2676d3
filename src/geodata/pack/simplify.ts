/** Longitude and latitude in degrees. */
export type Point = readonly [longitude: number, latitude: number];

/**
 * Visvalingam's line simplification: repeatedly drops the point whose triangle with its neighbors is
 * smallest, until none is below `minArea` (square degrees, shrunk towards the poles as the land is).
 * End points stay, and a closed line keeps at least four points, so shapes that share lines still fit.
 */
export function simplifyLine(line: readonly Point[], minArea: number): Point[] {
  const kept = [...line];
  const first = line[0];
  const last = line.at(-1);
  const least = first && last && first[0] === last[0] && first[1] === last[1] ? 4 : 2;
  const areas = kept.map((_, i) => triangleArea(kept, i));
  while (kept.length > least) {
    let smallest = 1;
    for (let i = 2; i < kept.length - 1; i++) if (areas[i]! < areas[smallest]!) smallest = i;
    const area = areas[smallest]!;
    if (area >= minArea) break;
    kept.splice(smallest, 1);
    areas.splice(smallest, 1);
    // a neighbor may not become cheaper than what was dropped before it
    for (const i of [smallest - 1, smallest]) areas[i] = Math.max(area, triangleArea(kept, i));
  }
  return kept;
}

function triangleArea(line: readonly Point[], i: number): number {
  const a = line[i - 1];
  const b = line[i]!;
  const c = line[i + 1];
  // ends, and lines across the antimeridian, are never dropped
  if (!a || !c || Math.abs(a[0] - b[0]) > 180 || Math.abs(c[0] - b[0]) > 180) return Number.POSITIVE_INFINITY;
  const doubled = (b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1]);
  return (Math.abs(doubled) / 2) * Math.cos((b[1] * Math.PI) / 180);
}
