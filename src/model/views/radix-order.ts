const DIGIT_BITS = 11;
const DIGIT_SIZE = 1 << DIGIT_BITS;

/**
 * The rows in ascending order of their key, equal keys in the order given. Keys run parallel to `rows`. Neither array is
 * changed. Time is linear, with one pass for every 11 bits of the largest key.
 */
export function radixOrder(rows: Uint32Array, keys: Uint32Array): Uint32Array {
  let largest = 0;
  for (let i = 0; i < keys.length; i++) if (keys[i]! > largest) largest = keys[i]!;

  // Two pairs of own arrays take turns; the caller's are only ever read.
  let rowsRead: Uint32Array = rows;
  let keysRead: Uint32Array = keys;
  let rowsWritten: Uint32Array = new Uint32Array(rows.length);
  let keysWritten: Uint32Array = new Uint32Array(rows.length);
  let passes = 0;
  const starts = new Uint32Array(DIGIT_SIZE);
  for (let shift = 0; shift < 32 && largest >>> shift > 0; shift += DIGIT_BITS) {
    starts.fill(0);
    for (let i = 0; i < keysRead.length; i++) starts[(keysRead[i]! >>> shift) & (DIGIT_SIZE - 1)]!++;
    let start = 0;
    for (let digit = 0; digit < DIGIT_SIZE; digit++) {
      const count = starts[digit]!;
      starts[digit] = start;
      start += count;
    }
    for (let i = 0; i < keysRead.length; i++) {
      const key = keysRead[i]!;
      const at = starts[(key >>> shift) & (DIGIT_SIZE - 1)]!++;
      rowsWritten[at] = rowsRead[i]!;
      keysWritten[at] = key;
    }
    const [rowsDone, keysDone] = [rowsRead, keysRead];
    [rowsRead, keysRead] = [rowsWritten, keysWritten];
    [rowsWritten, keysWritten] =
      passes === 0 ? [new Uint32Array(rows.length), new Uint32Array(rows.length)] : [rowsDone, keysDone];
    passes++;
  }
  return passes === 0 ? rows.slice() : rowsRead;
}
