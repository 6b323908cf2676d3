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

/**
 * `isInRing` for many points of one ring: its edges are sorted into bands from south to north, so that a point meets only those beside it.
 */
export function ringTest(ring: Ring): (x: number, y: number) => boolean {
  const corners = ring.length / 2;
  const { minY, maxY } = boxOfRing(ring);
  const bands = Math.min(1024, corners);
  const height = (maxY - minY) / bands;
  if (!(height > 0)) return () => false;
  const bandOf = (y: number) => Math.min(bands - 1, Math.max(0, Math.floor((y - minY) / height)));
  const edgesOf: number[][] = Array.from({ length: bands }, () => []);
  for (let corner = 0; corner < corners; corner++) {
    const a = ring[2 * corner + 1]!;
    const b = ring[2 * ((corner + corners - 1) % corners) + 1]!;
    for (let band = bandOf(Math.min(a, b)); band <= bandOf(Math.max(a, b)); band++)
      edgesOf[band]!.push(corner);
  }
  return (x, y) => {
    if (!(y >= minY && y <= maxY)) return false;
    let inside = false;
    for (const corner of edgesOf[bandOf(y)]!) {
      const before = (corner + corners - 1) % corners;
      const [nextX, nextY] = [ring[2 * corner]!, ring[2 * corner + 1]!];
      const [previousX, previousY] = [ring[2 * before]!, ring[2 * before + 1]!];
      if (nextY > y === previousY > y) continue;
      if (x < nextX + ((y - nextY) * (previousX - nextX)) / (previousY - nextY)) inside = !inside;
    }
    return inside;
  };
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
