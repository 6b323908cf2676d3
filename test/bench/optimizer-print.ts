/** One row of a table on stdout: the first cell to the left, the others to the right. */
export function print(cells: readonly string[]): void {
  console.log(cells.map((cell, at) => (at === 0 ? cell.padEnd(30) : cell.padStart(14))).join(" "));
}

/** A number with that many decimals, or a dash. */
export function fixed(value: number | null, digits: number): string {
  return value === null ? "–" : value.toFixed(digits);
}
