/** Place of each number among those that count, the largest being 1 and equal ones sharing a place; NaN for blanks and rows left out. */
export function descendingRanks(values: Float64Array, leftOut: Uint8Array | null): Float64Array {
  return groupRanks(values, leftOut, new Uint16Array(values.length).fill(1), 2);
}

/** The same within groups, by number; group 0 is none. */
export function groupRanks(
  values: Float64Array,
  leftOut: Uint8Array | null,
  groupOf: Uint16Array,
  groups: number,
): Float64Array {
  const counts = (row: number) => groupOf[row] !== 0 && !leftOut?.[row] && !Number.isNaN(values[row]!);
  const starts = new Uint32Array(groups + 1);
  for (let row = 0; row < values.length; row++) if (counts(row)) starts[groupOf[row]! + 1]!++;
  for (let group = 0; group < groups; group++) starts[group + 1]! += starts[group]!;

  // Each group's numbers lie together, in rising order.
  const sorted = new Float64Array(starts[groups]!);
  const next = starts.slice();
  for (let row = 0; row < values.length; row++) {
    if (counts(row)) sorted[next[groupOf[row]!]!++] = values[row]!;
  }
  for (let group = 1; group < groups; group++) sorted.subarray(starts[group]!, starts[group + 1]!).sort();

  const ranks = new Float64Array(values.length).fill(Number.NaN);
  for (let row = 0; row < values.length; row++) {
    if (!counts(row)) continue;
    const group = groupOf[row]!;
    const end = starts[group + 1]!;
    ranks[row] = end - firstAbove(sorted, values[row]!, starts[group]!, end) + 1;
  }
  return ranks;
}

/** First place from `from` to before `end` whose number is larger; `end` where none is. */
function firstAbove(sorted: Float64Array, value: number, from: number, end: number): number {
  let low = from;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
