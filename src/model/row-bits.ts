/** A set of rows: row r is bit r & 31 of word r >> 5. The bits behind the last row are 0. */
export type RowBits = Uint32Array;

/** No rows of a table with `count` rows. */
export function noRows(count: number): RowBits {
  return new Uint32Array((count + 31) >>> 5);
}

/** All rows of a table, deleted ones left out where their flags are given. */
export function allRows(count: number, deleted: Uint8Array | null = null): RowBits {
  const bits = noRows(count).fill(0xffffffff);
  if (count & 31) bits[bits.length - 1] = 2 ** (count & 31) - 1;
  if (deleted) for (let row = 0; row < count; row++) if (deleted[row]) bits[row >> 5]! &= ~(1 << (row & 31));
  return bits;
}

export function hasRow(bits: RowBits, row: number): boolean {
  return ((bits[row >> 5]! >>> (row & 31)) & 1) === 1;
}

/** Keeps of `bits` only the rows that `others` has too, in place. */
export function keepRows(bits: RowBits, others: RowBits): RowBits {
  for (let word = 0; word < bits.length; word++) bits[word]! &= others[word]!;
  return bits;
}

/** Adds the rows of `others`, in place. */
export function addRows(bits: RowBits, others: RowBits): RowBits {
  for (let word = 0; word < bits.length; word++) bits[word]! |= others[word]!;
  return bits;
}

/** Takes the rows of `others` out, in place. */
export function dropRows(bits: RowBits, others: RowBits): RowBits {
  for (let word = 0; word < bits.length; word++) bits[word]! &= ~others[word]!;
  return bits;
}

export function countRows(bits: RowBits): number {
  let count = 0;
  for (let word = 0; word < bits.length; word++) count += onesIn(bits[word]!);
  return count;
}

/** How many rows the two sets share. */
export function countShared(a: RowBits, b: RowBits): number {
  let count = 0;
  for (let word = 0; word < a.length; word++) {
    const both = a[word]! & b[word]!;
    if (both !== 0) count += onesIn(both);
  }
  return count;
}

/** Row numbers, ascending. */
export function rowsOf(bits: RowBits): Uint32Array {
  const rows = new Uint32Array(countRows(bits));
  let next = 0;
  for (let word = 0; word < bits.length; word++) {
    for (let rest = bits[word]!; rest !== 0; rest &= rest - 1) {
      rows[next++] = 32 * word + 31 - Math.clz32(rest & -rest);
    }
  }
  return rows;
}

/** 1 for each row of the set, by row number. */
export function flagsOf(bits: RowBits, count: number): Uint8Array {
  const flags = new Uint8Array(count);
  for (let row = 0; row < count; row++) flags[row] = (bits[row >> 5]! >>> (row & 31)) & 1;
  return flags;
}

/** Ones of a 32-bit word, counted in parallel (Hacker's Delight, 5-1). */
function onesIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
