/**
 * Permanent id of a row: a random integer below 2^53, so that a table's ids fit one Float64Array.
 * Two copies of a plan that grow apart by 100,000 rows each collide with a chance of about one in a million.
 */
export type RowId = number;

/** Source of randomness: a number in [0, 1). `Math.random` for people, a seeded generator for the sample and tests. */
export type Random = () => number;

const ID_ALPHABET = "0123456789abcdefghijklmnopqrstuv";
const ROW_ID_LENGTH = 11;

/** Makes `count` row ids, each distinct and none of `taken`. */
export function makeRowIds(count: number, random: Random, taken?: { has(id: RowId): boolean }): Float64Array {
  const ids = new Float64Array(count);
  const made = new Set<RowId>();
  for (let row = 0; row < count; row++) {
    let id = randomRowId(random);
    while (made.has(id) || taken?.has(id)) id = randomRowId(random);
    made.add(id);
    ids[row] = id;
  }
  return ids;
}

function randomRowId(random: Random): RowId {
  return Math.floor(random() * 0x200000) * 0x100000000 + Math.floor(random() * 0x100000000) || 1;
}

/** A row id as it stands in files: eleven characters of 0–9 and a–v. */
export function formatRowId(id: RowId): string {
  let text = "";
  let rest = id;
  for (let digit = 0; digit < ROW_ID_LENGTH; digit++) {
    text = ID_ALPHABET[rest % 32]! + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

/** Reads `formatRowId` back; null for anything else. */
export function parseRowId(text: string): RowId | null {
  if (text.length !== ROW_ID_LENGTH) return null;
  let id = 0;
  for (const character of text) {
    const digit = ID_ALPHABET.indexOf(character);
    if (digit < 0) return null;
    id = id * 32 + digit;
  }
  return Number.isSafeInteger(id) && id > 0 ? id : null;
}

/** A new id for a record (territory, scenario, measure …): twelve characters of 0–9 and a–v. */
export function makeRecordId(random: Random): string {
  let text = "";
  for (let digit = 0; digit < 12; digit++) text += ID_ALPHABET[Math.floor(random() * 32)];
  return text;
}
