const ranksByValues = new WeakMap<Float64Array, Uint32Array>();

/** Place of each row's number among the distinct numbers, from 1; 0 for blanks. Kept with the array; do not write to it. */
export function numberRanks(values: Float64Array): Uint32Array {
  let ranks = ranksByValues.get(values);
  if (!ranks) {
    ranks = rankNumbers(values);
    ranksByValues.set(values, ranks);
  }
  return ranks;
}

function rankNumbers(values: Float64Array): Uint32Array {
  const ranks = new Uint32Array(values.length);
  const distinct = distinctAscending(values);
  if (isSmallRange(distinct)) return rankByTable(values, distinct, ranks);
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (Number.isNaN(value)) continue;
    // Binary search for the number's place.
    let low = 0;
    let high = distinct.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (distinct[middle]! < value) low = middle + 1;
      else high = middle;
    }
    ranks[row] = low + 1;
  }
  return ranks;
}

function distinctAscending(values: Float64Array): Float64Array {
  const sorted = values.slice().sort();
  let count = 0;
  for (let i = 0; i < sorted.length; i++) {
    const value = sorted[i]!;
    // The typed array's sort puts NaN last, and tells −0 from 0, which compare as equal here.
    if (Number.isNaN(value)) break;
    if (count === 0 || value !== sorted[count - 1]) sorted[count++] = value;
  }
  return sorted.subarray(0, count);
}

const MAX_TABLE = 1 << 20;

function isSmallRange(distinct: Float64Array): boolean {
  const [first, last] = [distinct[0], distinct.at(-1)];
  if (first === undefined || last === undefined || !(last - first < MAX_TABLE)) return false;
  for (const value of distinct) if (!Number.isInteger(value)) return false;
  return true;
}

/** Whole numbers close together need no search: their rank stands in a table. */
function rankByTable(values: Float64Array, distinct: Float64Array, ranks: Uint32Array): Uint32Array {
  const first = distinct[0]!;
  const table = new Uint32Array(distinct.at(-1)! - first + 1);
  for (let i = 0; i < distinct.length; i++) table[distinct[i]! - first] = i + 1;
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (!Number.isNaN(value)) ranks[row] = table[value - first]!;
  }
  return ranks;
}
