import type { Frame } from "./frame";

/** Side of a cell of the raster in CSS pixels. */
export const HEAT_CELL_PX = 3;
/** How far one account spreads, in CSS pixels: the standard deviation of its kernel. */
const SPREAD_PX = 16;
/** Box blurs whose sum is nearly a bell curve (central limit theorem). */
const BLURS = 3;

/** Density over a frame, cell by cell. */
export interface HeatRaster {
  readonly columns: number;
  readonly rows: number;
  /** Weight per cell, row by row. */
  readonly values: Float32Array;
  readonly largest: number;
}

/** Spreads the weights of points (mercator units; NaN is left out) over the frame. */
export function heatRaster(
  frame: Frame,
  { xs, ys }: { readonly xs: Float64Array; readonly ys: Float64Array },
  weights: Float64Array,
): HeatRaster {
  const radius = boxRadius(SPREAD_PX / HEAT_CELL_PX);
  // Points just outside shine in, so the raster is wider than the frame while it is made.
  const rim = BLURS * radius;
  const columns = Math.ceil(frame.width / HEAT_CELL_PX);
  const rows = Math.ceil(frame.height / HEAT_CELL_PX);
  const wide = columns + 2 * rim;
  const high = rows + 2 * rim;
  let cells = new Float32Array(wide * high);
  for (let point = 0; point < xs.length; point++) {
    const column = Math.floor((xs[point]! * frame.worldSize - frame.left) / HEAT_CELL_PX) + rim;
    const row = Math.floor((ys[point]! * frame.worldSize - frame.top) / HEAT_CELL_PX) + rim;
    if (column >= 0 && row >= 0 && column < wide && row < high) {
      const weight = weights[point]!;
      if (weight > 0) cells[row * wide + column]! += weight;
    }
  }
  let spare = new Float32Array(cells.length);
  for (let blur = 0; blur < BLURS; blur++) {
    blurLines(cells, spare, high, wide, wide, 1, radius);
    [cells, spare] = [spare, cells];
    blurLines(cells, spare, wide, high, 1, wide, radius);
    [cells, spare] = [spare, cells];
  }
  const values = new Float32Array(columns * rows);
  let largest = 0;
  for (let row = 0; row < rows; row++) {
    const from = (row + rim) * wide + rim;
    values.set(cells.subarray(from, from + columns), row * columns);
  }
  for (const value of values) if (value > largest) largest = value;
  return { columns, rows, values, largest };
}

/** Half the width of a box of which `BLURS` make a bell of this standard deviation. */
function boxRadius(deviation: number): number {
  return Math.max(1, Math.round((Math.sqrt((12 * deviation * deviation) / BLURS + 1) - 1) / 2));
}

/** Means over boxes along each of `lines` lines, with a running sum, so that the radius costs nothing. */
function blurLines(
  from: Float32Array,
  to: Float32Array,
  lines: number,
  length: number,
  lineStep: number,
  step: number,
  radius: number,
): void {
  const part = 1 / (2 * radius + 1);
  for (let line = 0; line < lines; line++) {
    const start = line * lineStep;
    let sum = 0;
    for (let i = 0; i < Math.min(radius, length); i++) sum += from[start + i * step]!;
    for (let i = 0; i < length; i++) {
      if (i + radius < length) sum += from[start + (i + radius) * step]!;
      if (i - radius - 1 >= 0) sum -= from[start + (i - radius - 1) * step]!;
      to[start + i * step] = sum > 0 ? sum * part : 0;
    }
  }
}
