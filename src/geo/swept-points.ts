import { type PointIndex, pointsInBox } from "./point-index";

/** Points at most `radius` from the way of a brush between two positions, in no particular order. */
export function pointsNearSegment(
  index: PointIndex,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  radius: number,
): Uint32Array {
  const around = pointsInBox(
    index,
    Math.min(x0, x1) - radius,
    Math.min(y0, y1) - radius,
    Math.max(x0, x1) + radius,
    Math.max(y0, y1) + radius,
  );
  return around.filter(
    (point) => squaredToSegment(index.xs[point]!, index.ys[point]!, x0, y0, x1, y1) <= radius * radius,
  );
}

/** Square of the distance from a point to the nearest one of a segment. */
export function squaredToSegment(
  x: number,
  y: number,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
): number {
  const dx = x1 - x0;
  const dy = y1 - y0;
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - x0) * dx + (y - y0) * dy) / length));
  const toX = x0 + along * dx - x;
  const toY = y0 + along * dy - y;
  return toX * toX + toY * toY;
}
