import type { CellColoring } from "./planning/column-rule";

/** The least and the greatest number of a column; null where it holds none. */
export interface Extent {
  readonly least: number;
  readonly greatest: number;
}

/** The extent of the rows that are not left out. Kept with the values for as long as the same rows are left out. */
export function extentOf(values: Float64Array, hidden: Uint8Array | null): Extent | null {
  const before = known.get(values);
  if (before && before.hidden === hidden) return before.extent;
  let least = Infinity;
  let greatest = -Infinity;
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (hidden?.[row]) continue;
    // A blank is NaN, which no comparison takes.
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  const extent = least <= greatest ? { least, greatest } : null;
  known.set(values, { hidden, extent });
  return extent;
}

const known = new WeakMap<
  Float64Array,
  { readonly hidden: Uint8Array | null; readonly extent: Extent | null }
>();

/**
 * How strongly a number is colored: 0 = not at all, 1 = fully towards the high color, −1 = towards the low one; NaN for a blank. A
 * sequential scale goes from 0 to 1; a diverging one is 0 at its middle and as strong at either side as the farther end allows.
 */
export function heatOf(value: number, extent: Extent, coloring: CellColoring): number {
  if (Number.isNaN(value)) return Number.NaN;
  const { least, greatest } = extent;
  const sign = coloring.reversed ? -1 : 1;
  if (coloring.scale === "sequential") {
    const part = greatest > least ? (value - least) / (greatest - least) : 1;
    return coloring.reversed ? 1 - part : part;
  }
  const middle = coloring.middle ?? (least + greatest) / 2;
  const reach = Math.max(greatest - middle, middle - least);
  return reach > 0 ? (sign * (value - middle)) / reach : 0;
}

/** Where a bar begins and ends in its cell, in parts of the width: from 0, or where there are negative numbers from the place of 0. */
export function barOf(value: number, { least, greatest }: Extent): readonly [from: number, to: number] {
  if (Number.isNaN(value)) return [0, 0];
  const low = Math.min(0, least);
  const width = Math.max(0, greatest) - low;
  if (width === 0) return [0, 0];
  const zero = low === 0 ? 0 : -low / width;
  const at = (value - low) / width;
  return value < 0 ? [at, zero] : [zero, at];
}
