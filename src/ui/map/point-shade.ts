import { sequentialColor } from "./color-scale";
import { usualLargest } from "./point-size";
import { cssColor, type Rgb } from "./rgb";

/** How strongly each account's point is colored by a measure. */
export interface PointShades {
  /** By account row: 1 (weakest) to `SHADES`; 0 where the account has nothing of it. */
  readonly classes: Uint8Array;
  /** The value of the strongest class: all but a few of the accounts are below. 0 where no account has any. */
  readonly largest: number;
}

/** Number of shades. */
export const SHADES = 24;
/** The palest colors of the scale would not be seen on the land. */
const FIRST_PART = 0.16;

/** Shades points by the accounts' values, by account row, in steps of equal square roots: what accounts bring is mostly small. */
export function pointShades(values: Float64Array): PointShades {
  const largest = usualLargest(values);
  const classes = new Uint8Array(values.length);
  for (let account = 0; account < values.length; account++) {
    const value = values[account]!;
    if (value > 0) classes[account] = 1 + Math.round(Math.sqrt(Math.min(1, value / largest)) * (SHADES - 1));
  }
  return { classes, largest };
}

/** The color of a part (0–1) of the scale of shades. */
export function shadeColor(part: number, dark: boolean): Rgb {
  return sequentialColor(FIRST_PART + (1 - FIRST_PART) * part, dark);
}

/** Colors by class, `rgb(…)`; the first, of those that have nothing, is never seen. */
export function shadeColors(dark: boolean): string[] {
  return Array.from({ length: SHADES + 1 }, (_, shade) =>
    cssColor(shadeColor(Math.max(0, shade - 1) / (SHADES - 1), dark)),
  );
}

/** The value in the middle of the scale. */
export function middleShade(largest: number): number {
  return largest / 4;
}
