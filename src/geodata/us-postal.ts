import type { ByteReader, ByteWriter } from "./byte-planes";
import { openPackedFile } from "./packed-file";

/** Positions of codes are kept to a thousandth of a degree, about 100 m. */
const SCALE = 1000;
const CODES = 100_000;

/** Every US postal code with its position and state, in ascending order of code. The arrays run in parallel. */
export interface UsPostalTable {
  /** The five digits as a number: 2139 is 02139. */
  readonly codes: Uint32Array;
  /** Degrees. */
  readonly latitude: Float64Array;
  readonly longitude: Float64Array;
  /** Position in US_STATES. */
  readonly state: Uint8Array;
  /** Index of a code by its number, -1 where the code does not exist. 100,000 entries. */
  readonly indexOfCode: Int32Array;
}

export type UsPostalColumns = Pick<UsPostalTable, "codes" | "latitude" | "longitude" | "state">;

/** Writes the table: a bitmap of the codes that exist, then states and positions in code order. */
export function encodeUsPostal(writer: ByteWriter, table: UsPostalColumns): ByteWriter {
  const bitmap = new Uint8Array(CODES / 8);
  for (const code of table.codes) bitmap[code >> 3]! |= 1 << (code & 7);
  const thousandths = (degrees: Float64Array) =>
    Int32Array.from(degrees, (value) => Math.round(value * SCALE));
  return writer
    .raw(bitmap)
    .raw(table.state)
    .deltas(thousandths(table.latitude))
    .deltas(thousandths(table.longitude));
}

/** Reads the packed file `us-postal.bin`. */
export function decodeUsPostal(file: ArrayBuffer | Uint8Array): UsPostalTable {
  return readTable(openPackedFile("us-postal", file));
}

function readTable(reader: ByteReader): UsPostalTable {
  const bitmap = reader.raw(CODES / 8);
  const indexOfCode = new Int32Array(CODES).fill(-1);
  let count = 0;
  for (let code = 0; code < CODES; code++) {
    if ((bitmap[code >> 3]! >> (code & 7)) & 1) indexOfCode[code] = count++;
  }
  const codes = new Uint32Array(count);
  for (let code = 0; code < CODES; code++) if (indexOfCode[code]! >= 0) codes[indexOfCode[code]!] = code;
  const degrees = (values: Int32Array) => Float64Array.from(values, (value) => value / SCALE);
  return {
    codes,
    state: reader.raw(count).slice(),
    latitude: degrees(reader.deltas(count)),
    longitude: degrees(reader.deltas(count)),
    indexOfCode,
  };
}
