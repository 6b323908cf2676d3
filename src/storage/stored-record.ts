import { crc32 } from "../model/crc32";
import { decodeValue, encodeValue } from "./binary-codec";
import type { StoredRecord } from "./schema";

/** A record is not what was stored. The message names it, for the planner. */
export class DamagedRecord extends Error {}

export function toRecord(value: unknown, count = 0): StoredRecord {
  const bytes = encodeValue(value);
  return { bytes, crc: crc32(bytes), count };
}

/** The value of a record. Throws `DamagedRecord` if it is missing or a bit of it has changed. */
export function fromRecord(record: StoredRecord | undefined, name: string): unknown {
  if (!record) throw new DamagedRecord(`${name} is missing`);
  if (!(record.bytes instanceof Uint8Array) || crc32(record.bytes) !== record.crc) {
    throw new DamagedRecord(`${name} does not match its checksum`);
  }
  try {
    return decodeValue(record.bytes);
  } catch {
    throw new DamagedRecord(`${name} cannot be read`);
  }
}
