/** A line or ring as longitude, latitude, longitude, … in degrees. */
type Coordinates = Float64Array | readonly number[];

/** Shifts longitudes by whole turns so that no step is longer than half a turn. */
function unwrapped(line: Coordinates): number[] {
  const result = Array.from(line);
  for (let i = 2; i < result.length; i += 2) {
    const step = result[i]! - result[i - 2]!;
    result[i]! -= 360 * Math.round(step / 360);
  }
  return result;
}

/** Where the step from `a` to `b` crosses the meridian at `longitude`. */
const latitudeAt = (longitude: number, aX: number, aY: number, bX: number, bY: number): number =>
  aY + ((longitude - aX) / (bX - aX)) * (bY - aY);

/** The pieces of a line between −180° and 180°; a crossing ends one piece and starts the next. */
export function cutLine(line: Coordinates): Float64Array[] {
  const points = unwrapped(line);
  const turnOf = (x: number) => Math.floor((x + 180) / 360);
  const pieces: Float64Array[] = [];
  let piece: number[] = [];
  let turn = turnOf(points[0] ?? 0);
  for (let i = 0; i < points.length; i += 2) {
    const x = points[i]!;
    const y = points[i + 1]!;
    // a point exactly on the meridian belongs to the piece that reaches it
    while (x < 360 * turn - 180 || x > 360 * turn + 180) {
      const east = x > 360 * turn + 180;
      const edge = 360 * turn + (east ? 180 : -180);
      const crossing = latitudeAt(edge, points[i - 2]!, points[i - 1]!, x, y);
      piece.push(edge - 360 * turn, crossing);
      if (piece.length > 2) pieces.push(Float64Array.from(piece));
      turn += east ? 1 : -1;
      piece = [edge - 360 * turn, crossing];
    }
    piece.push(x - 360 * turn, y);
  }
  if (piece.length > 2) pieces.push(Float64Array.from(piece));
  return pieces;
}

/**
 * The parts of a closed ring (first point repeated at the end) between −180° and 180°, each closed along
 * the meridian. A ring around a pole is closed over that pole, south where it lies south.
 */
export function cutRing(ring: Coordinates): Float64Array[] {
  let points = unwrapped(ring);
  const startX = points[0] ?? 0;
  const startY = points[1] ?? 0;
  const endX = points.at(-2) ?? 0;
  if (Math.abs(endX - startX) > 180) {
    const pole = startY < 0 ? -90 : 90;
    points = [...points, endX, pole, startX, pole, startX, startY];
  }
  const xs = points.filter((_, i) => i % 2 === 0);
  const firstTurn = Math.floor((Math.min(...xs) + 180) / 360);
  const lastTurn = Math.ceil((Math.max(...xs) + 180) / 360) - 1;
  if (firstTurn === 0 && lastTurn <= 0) return [Float64Array.from(points)];
  const parts: Float64Array[] = [];
  for (let turn = firstTurn; turn <= lastTurn; turn++) {
    const part = clip(clip(points, 360 * turn - 180, 1), 360 * turn + 180, -1);
    if (part.length >= 8)
      parts.push(Float64Array.from(part, (value, i) => (i % 2 === 0 ? value - 360 * turn : value)));
  }
  return parts;
}

/** Sutherland and Hodgman's clipping against one meridian; `side` 1 keeps what lies east of it. */
function clip(points: readonly number[], meridian: number, side: 1 | -1): number[] {
  const kept: number[] = [];
  for (let i = 0; i + 3 < points.length; i += 2) {
    const [aX, aY, bX, bY] = [points[i]!, points[i + 1]!, points[i + 2]!, points[i + 3]!];
    const aInside = (aX - meridian) * side >= 0;
    const bInside = (bX - meridian) * side >= 0;
    if (aInside) kept.push(aX, aY);
    if (aInside !== bInside) kept.push(meridian, latitudeAt(meridian, aX, aY, bX, bY));
  }
  if (kept.length > 0 && (kept[0] !== kept.at(-2) || kept[1] !== kept.at(-1))) kept.push(kept[0]!, kept[1]!);
  return kept;
}
