import { CROWD_CLASSES, crowdGrowth } from "./point-style";

/**
 * How large each account's point is, as a class: below `CROWD_CLASSES` by how many stand on its spot, from there on by a measure, in
 * steps of equal radius, so that the area of a point goes with its value.
 */
export interface PointSizes {
  /** By account row. */
  readonly classes: Uint8Array;
  /** The value of the largest class: all but a few of the accounts are below. 0 where no account has any. */
  readonly largest: number;
}

const STEPS = 32;
/** Part of the accounts whose values may lie above the largest class, so that one giant does not make all others dots. */
const ABOVE = 0.005;
const SMALLEST_GROWTH = 0.45;
const LARGEST_GROWTH = 3.6;

/** Number of all classes. */
export const SIZE_CLASSES = CROWD_CLASSES + STEPS;

/** The value that all but a few of those above 0 do not pass; 0 where none is above 0. */
export function usualLargest(values: Float64Array): number {
  const positive = values.filter((value) => value > 0).sort();
  return positive[Math.max(0, Math.ceil(positive.length * (1 - ABOVE)) - 1)] ?? 0;
}

/** Sizes points by the accounts' values, by account row; what is not above 0 gets the smallest point. */
export function pointSizes(values: Float64Array): PointSizes {
  const largest = usualLargest(values);
  const classes = new Uint8Array(values.length).fill(CROWD_CLASSES);
  if (largest === 0) return { classes, largest };
  for (let account = 0; account < values.length; account++) {
    const part = Math.sqrt(Math.max(0, Math.min(1, values[account]! / largest)));
    classes[account] = CROWD_CLASSES + (Number.isNaN(part) ? 0 : Math.round(part * (STEPS - 1)));
  }
  return { classes, largest };
}

/** How many times as wide as the plain point one of a class is. */
export function sizeGrowth(sizeClass: number): number {
  if (sizeClass < CROWD_CLASSES) return crowdGrowth(sizeClass);
  return Math.max(SMALLEST_GROWTH, (LARGEST_GROWTH * (sizeClass - CROWD_CLASSES)) / (STEPS - 1));
}

/** How many times as wide as the plain point that of a value is, for a legend. */
export function growthOfValue(value: number, largest: number): number {
  return Math.max(SMALLEST_GROWTH, LARGEST_GROWTH * Math.sqrt(Math.min(1, value / largest)));
}

/** Round values for a legend: the largest class's rounded down to one or two digits, and a quarter and a tenth of it. */
export function legendValues(largest: number): number[] {
  if (!(largest > 0)) return [];
  const power = 10 ** Math.floor(Math.log10(largest));
  const step = [5, 2, 1].find((candidate) => candidate * power <= largest) ?? 1;
  return [step * power, (step * power) / 4, (step * power) / 10];
}
