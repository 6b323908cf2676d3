/** Cells along each side of the square that the curve fills: 2^15 cells of a continent are 100 m wide. */
const SIDE = 1 << 15;

/** Key of a point without a place. */
export const NOWHERE = 0xffffffff;

/**
 * Place of each point along a Hilbert curve through the square around all points, 0 to 2^30 − 1: points that follow each other along the
 * curve are close on the plane. {@link NOWHERE} where a coordinate is not finite. The caller owns the array.
 */
export function hilbertKeys(xs: Float64Array, ys: Float64Array): Uint32Array {
  let [left, right] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let point = 0; point < xs.length; point++) {
    const [x, y] = [xs[point]!, ys[point]!];
    if (!Number.isFinite(x) || !Number.isFinite(y)) continue;
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < low) low = y;
    if (y > high) high = y;
  }
  const size = Math.max(right - left, high - low);
  const scale = size > 0 ? (SIDE - 1) / size : 0;
  const keys = new Uint32Array(xs.length);
  for (let point = 0; point < xs.length; point++) {
    const [x, y] = [xs[point]!, ys[point]!];
    const known = Number.isFinite(x) && Number.isFinite(y);
    keys[point] = known ? hilbertKey(Math.floor((x - left) * scale), Math.floor((y - low) * scale)) : NOWHERE;
  }
  return keys;
}

/** Place along the curve of one cell: quadrant by quadrant, each turned so that the curve does not jump. */
function hilbertKey(column: number, row: number): number {
  let x = column;
  let y = row;
  let key = 0;
  for (let half = SIDE >> 1; half > 0; half >>= 1) {
    const right = (x & half) === 0 ? 0 : 1;
    const upper = (y & half) === 0 ? 0 : 1;
    key = (key << 2) | ((3 * right) ^ upper);
    if (upper === 0) {
      const across = right === 1 ? SIDE - 1 - x : x;
      x = right === 1 ? SIDE - 1 - y : y;
      y = across;
    }
  }
  return key;
}
