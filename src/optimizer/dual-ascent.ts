/**
 * Climbs a concave function by subgradients: Polyak's steps towards a target, directions deflected by the one before
 * (Camerini, Fratta & Maffioli 1975), steps shortened where the climb stalls. The function's value is a valid bound at any point, so
 * the climb may go wrong without harm.
 */
export interface DualAscent {
  /** Where to evaluate next; {@link climb} moves it. */
  readonly point: Float64Array;
  readonly bestPoint: Float64Array;
  readonly bestGradient: Float64Array;
  best: number;
  readonly direction: Float64Array;
  /** Share of the Polyak step. */
  pace: number;
  stalled: number;
}

/** Paces: at first, after a stall, and below which there is nothing to gain. */
const FIRST_PACE = 1.2;
const SLOWER = 0.7;
const LEAST_PACE = 0.001;
/** Share of the remaining gap that counts as progress. */
const PROGRESS = 0.002;

/** Starts at a point, which it takes over; `pace` is the share of the way to the target that the first step aims at. */
export function startAscent(point: Float64Array, pace = FIRST_PACE): DualAscent {
  return {
    point,
    bestPoint: point.slice(),
    bestGradient: new Float64Array(point.length),
    best: Number.NEGATIVE_INFINITY,
    direction: new Float64Array(point.length),
    pace,
    stalled: 0,
  };
}

/**
 * Notes the value and subgradient at the point and moves it one step towards `target` (a value known to be reachable or beyond).
 * `scale`, if given, is a positive length for each coordinate. False if no step is left to try.
 */
export function climb(
  ascent: DualAscent,
  value: number,
  gradient: Float64Array,
  target: number,
  patience: number,
  scale?: Float64Array,
): boolean {
  const { point, bestPoint, bestGradient, direction } = ascent;
  if (value > ascent.best) {
    const gained = value - ascent.best;
    if (gained > PROGRESS * Math.max(target - value, 0)) ascent.stalled = 0;
    else ascent.stalled++;
    ascent.best = value;
    bestPoint.set(point);
    bestGradient.set(gradient);
  } else ascent.stalled++;
  const restarts = ascent.stalled >= patience;
  if (restarts) {
    ascent.stalled = 0;
    ascent.pace *= SLOWER;
    if (ascent.pace < LEAST_PACE) return false;
    point.set(bestPoint);
    direction.fill(0);
  }
  const uphill = restarts ? bestGradient : gradient;

  let along = 0;
  let before = 0;
  for (let i = 0; i < point.length; i++) {
    const length = scale ? scale[i]! : 1;
    along += uphill[i]! * direction[i]! * length * length;
    before += direction[i]! * direction[i]! * length * length;
  }
  const turn = along < 0 ? (-1.5 * along) / before : 0;
  let norm = 0;
  for (let i = 0; i < point.length; i++) {
    const length = scale ? scale[i]! : 1;
    direction[i] = uphill[i]! + turn * direction[i]!;
    norm += direction[i]! * direction[i]! * length * length;
  }
  if (!(norm > 0)) return false;
  const step =
    (ascent.pace * Math.max(target - (restarts ? ascent.best : value), 1e-9 * Math.abs(target))) / norm;
  for (let i = 0; i < point.length; i++) {
    const length = scale ? scale[i]! : 1;
    point[i]! += step * length * length * direction[i]!;
  }
  return true;
}
