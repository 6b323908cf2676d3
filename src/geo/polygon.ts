/** A closed ring as x, y, x, y …; the last point need not repeat the first. May cross itself (even–odd rule). */
export type Ring = Float64Array | readonly number[];

export interface Box {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

/** True if the point lies inside by the even–odd rule: cast a ray to +x and count crossings. NaN lies outside. */
export function isInRing(x: number, y: number, ring: Ring): boolean {
  let inside = false;
  let previousX = ring[ring.length - 2]!;
  let previousY = ring[ring.length - 1]!;
  for (let i = 0; i < ring.length; i += 2) {
    const nextX = ring[i]!;
    const nextY = ring[i + 1]!;
    // Half-open in y, so a ray through a corner counts it once.
    if (nextY > y !== previousY > y) {
      const crossing = nextX + ((y - nextY) * (previousX - nextX)) / (previousY - nextY);
      if (x < crossing) inside = !inside;
    }
    previousX = nextX;
    previousY = nextY;
  }
  return inside;
}

/** The smallest box around a ring; empty rings give an inverted box that holds nothing. */
export function boxOfRing(ring: Ring): Box {
  let minX = Number.POSITIVE_INFINITY;
  let minY = Number.POSITIVE_INFINITY;
  let maxX = Number.NEGATIVE_INFINITY;
  let maxY = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < ring.length; i += 2) {
    minX = Math.min(minX, ring[i]!);
    maxX = Math.max(maxX, ring[i]!);
    minY = Math.min(minY, ring[i + 1]!);
    maxY = Math.max(maxY, ring[i + 1]!);
  }
  return { minX, minY, maxX, maxY };
}
