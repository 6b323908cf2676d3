import { type Borders, boxOfLine } from "./borders";
import { isInRing } from "./polygon";

/** Rings around areas: those of a label together, by the even-odd rule, are its area with its holes. */
export interface AreaRings {
  readonly ringCount: number;
  /** By ring. */
  readonly labels: Uint16Array;
  /** Directed lines (2 × line, +1 for backwards) of a ring are `lines[start[ring]]` up to `start[ring + 1]`. */
  readonly start: Uint32Array;
  readonly lines: Uint32Array;
}

/** Joins borders to the rings of all labels but nobody's. */
export function ringsOfBorders(borders: Borders): AreaRings {
  const { lineCount, left, right, next } = borders;
  const done = new Uint8Array(2 * lineCount);
  const labels: number[] = [];
  const start: number[] = [0];
  const lines = new Uint32Array(2 * lineCount);
  let count = 0;
  for (let first = 0; first < 2 * lineCount; first++) {
    const label = first % 2 === 0 ? left[first >> 1]! : right[first >> 1]!;
    if (done[first] || label === 0) continue;
    for (let directed = first; !done[directed]; directed = next[directed]!) {
      done[directed] = 1;
      lines[count++] = directed;
    }
    labels.push(label);
    start.push(count);
  }
  return {
    ringCount: labels.length,
    labels: Uint16Array.from(labels),
    start: Uint32Array.from(start),
    lines: lines.slice(0, count),
  };
}

/** The corners of a ring, x and y in turn; where two lines meet their common point appears once. */
export function ringPoints(borders: Borders, rings: AreaRings, ring: number): Float64Array {
  const points: number[] = [];
  for (let i = rings.start[ring]!; i < rings.start[ring + 1]!; i++) {
    const directed = rings.lines[i]!;
    const line = directed >> 1;
    const first = borders.start[line]!;
    const count = borders.start[line + 1]! - first;
    // An open line leaves its last corner to the one that goes on from there.
    const taken = borders.closed[line] ? count : count - 1;
    for (let j = 0; j < taken; j++) {
      const corner = 2 * (directed % 2 === 0 ? first + j : first + count - 1 - j);
      points.push(borders.points[corner]!, borders.points[corner + 1]!);
    }
  }
  return Float64Array.from(points);
}

/** The label of the area that a place lies in; 0 outside of all. */
export function labelAt(borders: Borders, rings: AreaRings, x: number, y: number): number {
  const inside = new Map<number, boolean>();
  for (let ring = 0; ring < rings.ringCount; ring++) {
    if (!mayHold(borders, rings, ring, y)) continue;
    if (!isInRing(x, y, ringPoints(borders, rings, ring))) continue;
    const label = rings.labels[ring]!;
    inside.set(label, !inside.get(label));
  }
  for (const [label, is] of inside) if (is) return label;
  return 0;
}

function mayHold({ boxes }: Borders, rings: AreaRings, ring: number, y: number): boolean {
  let minY = Number.POSITIVE_INFINITY;
  let maxY = Number.NEGATIVE_INFINITY;
  for (let i = rings.start[ring]!; i < rings.start[ring + 1]!; i++) {
    const at = 4 * (rings.lines[i]! >> 1);
    minY = Math.min(minY, boxes[at + 1]!);
    maxY = Math.max(maxY, boxes[at + 3]!);
  }
  return y >= minY && y <= maxY;
}

/** A place on a border. */
export interface BorderSpot {
  readonly line: number;
  readonly x: number;
  readonly y: number;
  readonly distance: number;
}

/** The nearest place on any border at most `radius` away, or null. */
export function nearestBorder(borders: Borders, x: number, y: number, radius: number): BorderSpot | null {
  const { start, points, closed } = borders;
  let nearest: BorderSpot | null = null;
  for (let line = 0; line < borders.lineCount; line++) {
    const reach = nearest?.distance ?? radius;
    const { minX, minY, maxX, maxY } = boxOfLine(borders, line);
    if (x < minX - reach || x > maxX + reach || y < minY - reach || y > maxY + reach) continue;
    const first = start[line]!;
    const count = start[line + 1]! - first;
    const steps = closed[line] ? count : count - 1;
    for (let step = 0; step < steps; step++) {
      const from = 2 * (first + step);
      const to = 2 * (first + ((step + 1) % count));
      const alongX = points[to]! - points[from]!;
      const alongY = points[to + 1]! - points[from + 1]!;
      const length = alongX * alongX + alongY * alongY;
      const part =
        length > 0 ? ((x - points[from]!) * alongX + (y - points[from + 1]!) * alongY) / length : 0;
      const kept = Math.max(0, Math.min(1, part));
      const atX = points[from]! + kept * alongX;
      const atY = points[from + 1]! + kept * alongY;
      const distance = Math.hypot(atX - x, atY - y);
      if (distance <= (nearest?.distance ?? radius)) nearest = { line, x: atX, y: atY, distance };
    }
  }
  return nearest;
}

/** Two labels whose areas lie side by side, the lower first, and how long their common border is. */
export interface Neighbors {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

/** Which areas lie side by side, in rising order of their labels. Nobody is no neighbor. */
export function neighborsOf(borders: Borders): Neighbors[] {
  const lengths = new Map<number, number>();
  const { start, points, closed } = borders;
  for (let line = 0; line < borders.lineCount; line++) {
    const a = Math.min(borders.left[line]!, borders.right[line]!);
    const b = Math.max(borders.left[line]!, borders.right[line]!);
    if (a === 0) continue;
    let length = 0;
    const first = start[line]!;
    const count = start[line + 1]! - first;
    for (let i = closed[line] ? 0 : 1; i < count; i++) {
      const to = 2 * (first + i);
      const from = 2 * (first + ((i + count - 1) % count));
      length += Math.hypot(points[to]! - points[from]!, points[to + 1]! - points[from + 1]!);
    }
    const key = a * 65_536 + b;
    lengths.set(key, (lengths.get(key) ?? 0) + length);
  }
  return [...lengths]
    .sort(([one], [other]) => one - other)
    .map(([key, length]) => ({ a: Math.floor(key / 65_536), b: key % 65_536, length }));
}
