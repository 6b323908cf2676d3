/**
 * Counts work so that the search can pause in even steps without a clock. One unit is about one look at a block in a
 * territory, some tens of nanoseconds.
 */
export interface Meter {
  readonly perStep: number;
  spent: number;
}

/** Counts work done; true when a step is full and the caller should yield. */
export function spend(meter: Meter, work: number): boolean {
  meter.spent += work;
  if (meter.spent < meter.perStep) return false;
  meter.spent = 0;
  return true;
}
