/**
 * Numbers going on: a single one counts by `step`, equal differences are kept exactly, and otherwise the straight line of least squares
 * through the numbers goes on, as in spreadsheets.
 */
export function numberSeries(values: readonly number[], step: number): (at: number) => number {
  const [first] = values as [number];
  const last = values.length - 1;
  const difference = last === 0 ? step : values[1]! - first;
  const places = Math.max(...values.map(decimals), last === 0 ? decimals(step) : 0);
  if (last <= 1 || values.every((value, i) => isNear(value, first + i * difference, places))) {
    // Steps of 0.1 do not add up in binary: the decimals of what is given say where to round.
    return (at) => rounded(first + at * difference, places);
  }
  const { base, slope } = trend(values);
  return (at) => rounded(base + at * slope, 12);
}

/** The straight line of least squares through the values at 0, 1, 2, … */
export function trend(values: readonly number[]): { readonly base: number; readonly slope: number } {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  let along = 0;
  let squares = 0;
  values.forEach((value, i) => {
    along += (i - middle) * (value - mean);
    squares += (i - middle) ** 2;
  });
  const slope = squares === 0 ? 0 : along / squares;
  return { base: mean - slope * middle, slope };
}

/** Digits behind the point of a number as it is written, at most 15. */
function decimals(value: number): number {
  const [digits = "", exponent = "0"] = String(Math.abs(value)).split("e");
  const behind = (digits.split(".")[1] ?? "").length - Number(exponent);
  return Math.max(0, Math.min(15, behind));
}

function isNear(a: number, b: number, places: number): boolean {
  return rounded(a, places) === rounded(b, places);
}

function rounded(value: number, places: number): number {
  if (!Number.isFinite(value) || Math.abs(value) >= 1e15) return value;
  const result = Number(value.toFixed(places));
  return result === 0 ? 0 : result;
}
