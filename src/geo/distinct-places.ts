/** Points grouped by exactly equal coordinates. Places count from 0 in the order of their first point. */
export interface DistinctPlaces {
  readonly placeCount: number;
  /** Place of each point; 0xffffffff where a coordinate is not finite. */
  readonly placeOf: Uint32Array;
  /** First point of each place. */
  readonly pointOf: Uint32Array;
}

/** Groups coincident points, by sorting, so that any number of them at one spot costs no more than elsewhere. */
export function distinctPlaces(xs: Float64Array, ys: Float64Array): DistinctPlaces {
  const order = new Uint32Array(xs.length);
  let placed = 0;
  for (let point = 0; point < xs.length; point++) {
    if (Number.isFinite(xs[point]!) && Number.isFinite(ys[point]!)) order[placed++] = point;
  }
  const sorted = order.subarray(0, placed).sort((a, b) => xs[a]! - xs[b]! || ys[a]! - ys[b]! || a - b);
  const firstOf = new Uint32Array(xs.length).fill(0xffffffff);
  for (let i = 0; i < placed; i++) {
    const point = sorted[i]!;
    const before = i > 0 ? sorted[i - 1]! : point;
    const same = i > 0 && xs[point] === xs[before] && ys[point] === ys[before];
    firstOf[point] = same ? firstOf[before]! : point;
  }
  // Numbered by first point rather than by x, so that the numbering does not move with the map.
  const placeOf = new Uint32Array(xs.length).fill(0xffffffff);
  const pointOf: number[] = [];
  for (let point = 0; point < xs.length; point++) {
    const first = firstOf[point]!;
    if (first === 0xffffffff) continue;
    if (first === point) {
      placeOf[point] = pointOf.length;
      pointOf.push(point);
    } else placeOf[point] = placeOf[first]!;
  }
  return { placeCount: pointOf.length, placeOf, pointOf: Uint32Array.from(pointOf) };
}
