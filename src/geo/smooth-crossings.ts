import type { AreaMesh } from "./area-mesh";

/** Rounds of pulling the lines taut. */
const ROUNDS = 4;
/** How much of the way to where a line would be straight a crossing goes in one round. */
const PULL = 0.7;
/** A crossing keeps at least this part of its edge away from either place. */
const LEAST_PART = 0.25;

/** Where borders run: a point on every edge they cross, and one inside every triangle where three meet. */
export interface Corners {
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  /** Triangles where three labels meet. */
  readonly junctions: readonly number[];
  /** Position in `junctions` by triangle; −1 for all others. */
  readonly junctionOf: Int32Array;
  /** Where the lines meet, by junction. */
  readonly meetX: Float64Array;
  readonly meetY: Float64Array;
}

/**
 * Pulls borders taut: each crossing slides along its edge towards the straight line between those before and after it. As every
 * crossing stays on its edge, between the two places that it parts, lines can neither cross nor leave a place on the wrong side.
 */
export function smoothCrossings(
  { triangles, halfedges, coordinates }: AreaMesh,
  crossingOf: Int32Array,
  edgeOf: Uint32Array,
): Corners {
  const count = edgeOf.length;
  const junctionOf = new Int32Array(triangles.length / 3).fill(-1);
  const junctions: number[] = [];
  // Before and after each crossing: another crossing, or ~junction.
  const beside = new Int32Array(2 * count);
  const besideIn = (edge: number): number => {
    const triangle = (edge / 3) | 0;
    const first = 3 * triangle;
    let other = -1;
    for (let side = first; side < first + 3; side++) {
      if (side === edge || crossingOf[side]! < 0) continue;
      if (other < 0) {
        other = crossingOf[side]!;
        continue;
      }
      if (junctionOf[triangle]! < 0) junctionOf[triangle] = junctions.push(triangle) - 1;
      return ~junctionOf[triangle]!;
    }
    return other;
  };
  const fromX = new Float64Array(count);
  const fromY = new Float64Array(count);
  const alongX = new Float64Array(count);
  const alongY = new Float64Array(count);
  const xs = new Float64Array(count);
  const ys = new Float64Array(count);
  for (let crossing = 0; crossing < count; crossing++) {
    const edge = edgeOf[crossing]!;
    const other = halfedges[edge]!;
    const a = 2 * triangles[edge]!;
    const b = 2 * triangles[other]!;
    fromX[crossing] = coordinates[a]!;
    fromY[crossing] = coordinates[a + 1]!;
    alongX[crossing] = coordinates[b]! - coordinates[a]!;
    alongY[crossing] = coordinates[b + 1]! - coordinates[a + 1]!;
    xs[crossing] = fromX[crossing]! + alongX[crossing]! / 2;
    ys[crossing] = fromY[crossing]! + alongY[crossing]! / 2;
    beside[2 * crossing] = besideIn(edge);
    beside[2 * crossing + 1] = besideIn(other);
  }
  const meetX = new Float64Array(junctions.length);
  const meetY = new Float64Array(junctions.length);
  const meet = () => {
    for (let junction = 0; junction < junctions.length; junction++) {
      const side = 3 * junctions[junction]!;
      const a = crossingOf[side]!;
      const b = crossingOf[side + 1]!;
      const c = crossingOf[side + 2]!;
      meetX[junction] = (xs[a]! + xs[b]! + xs[c]!) / 3;
      meetY[junction] = (ys[a]! + ys[b]! + ys[c]!) / 3;
    }
  };
  const parts = new Float64Array(count).fill(0.5);
  for (let round = 0; round < ROUNDS; round++) {
    meet();
    for (let crossing = 0; crossing < count; crossing++) {
      const before = beside[2 * crossing]!;
      const after = beside[2 * crossing + 1]!;
      const beforeX = before >= 0 ? xs[before]! : meetX[~before]!;
      const beforeY = before >= 0 ? ys[before]! : meetY[~before]!;
      const towardsX = (after >= 0 ? xs[after]! : meetX[~after]!) - beforeX;
      const towardsY = (after >= 0 ? ys[after]! : meetY[~after]!) - beforeY;
      const turn = alongX[crossing]! * towardsY - alongY[crossing]! * towardsX;
      if (turn === 0) continue;
      const straight =
        ((beforeX - fromX[crossing]!) * towardsY - (beforeY - fromY[crossing]!) * towardsX) / turn;
      const wanted = Math.max(LEAST_PART, Math.min(1 - LEAST_PART, straight));
      parts[crossing]! += PULL * (wanted - parts[crossing]!);
    }
    for (let crossing = 0; crossing < count; crossing++) {
      xs[crossing] = fromX[crossing]! + parts[crossing]! * alongX[crossing]!;
      ys[crossing] = fromY[crossing]! + parts[crossing]! * alongY[crossing]!;
    }
  }
  meet();
  return { xs, ys, junctions, junctionOf, meetX, meetY };
}
