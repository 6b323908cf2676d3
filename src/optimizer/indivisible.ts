import type { Measure } from "./problem";

/** Equal items that do not come out even: whole ones are too many, or too few, for the bounds of the territories. */
export interface Indivisible {
  readonly kind: "indivisible";
  readonly measure: number;
  readonly side: "most" | "least";
  readonly count: number;
  readonly territories: number;
  /** Whole items that the territories have room for together (`most`), or must have (`least`). */
  readonly whole: number;
}

/** Bounds that miss a whole number by rounding only still admit it. */
const ROUNDING = 1e-9;

/**
 * Counts whole items where each brings the same amount: 701 over 20 territories of at most 35.4 find room for 35 in each, 700 in all.
 * Null where they differ, or where their number speaks against nothing.
 */
export function indivisible({ values, least, most }: Measure, measure: number): Indivisible | null {
  const unit = values[0] ?? 0;
  if (!(unit > 0) || values.some((value) => value !== unit)) return null;
  const count = values.length;
  const territories = most.length;
  const fact = { kind: "indivisible", measure, count, territories } as const;
  let room = 0;
  for (const bound of most) room += Math.max(0, Math.floor((bound / unit) * (1 + ROUNDING)));
  if (room < count) return { ...fact, side: "most", whole: room };
  let needed = 0;
  for (const bound of least) needed += Math.max(0, Math.ceil((bound / unit) * (1 - ROUNDING)));
  return needed > count ? { ...fact, side: "least", whole: needed } : null;
}
