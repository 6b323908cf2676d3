import { deflateSync } from "fflate";
import { crc32 } from "../../model/crc32";
import { sealArchive } from "./archive-seal";

/** Members that deflate better than this are stored as they are, and on reading such a ratio is a bomb. */
export const MAX_RATIO = 100;
/** The ratio is of no account for members of fewer bytes. */
export const RATIO_FREE_BYTES = 2 ** 20;

export const LOCAL_HEADER = 0x04034b50;
export const DIRECTORY_HEADER = 0x02014b50;
export const END_RECORD = 0x06054b50;
export const LOCAL_HEADER_BYTES = 30;
export const DIRECTORY_HEADER_BYTES = 46;
export const END_RECORD_BYTES = 22;

export const STORED = 0;
export const DEFLATED = 8;

/** Fixed, so that the same plan gives the same bytes: 1980-01-01 00:00 as DOS date and time. */
const MEMBER_TIME = 0x0021_0000;
/** Half the time of the usual 6 for 1.3 % more bytes, on 100,000 accounts × 30 columns. */
const DEFLATE_LEVEL = 3;

const VERSION_NEEDED = 20;
const UTF8_NAME = 0x0800;

/** The part of a header that the local and the directory entry of a member share. */
interface Entry {
  readonly name: Uint8Array;
  readonly method: number;
  readonly crc: number;
  readonly packed: Uint8Array;
  readonly size: number;
}

/** A sealed ZIP of the members in their order (PKWARE APPNOTE 6.3, without extras). `onBytes` hears what is done. */
export function writeArchive(
  members: ReadonlyMap<string, Uint8Array>,
  onBytes?: (bytes: number) => void,
): Uint8Array<ArrayBuffer> {
  const entries: Entry[] = [];
  for (const [name, bytes] of members) {
    entries.push(packMember(name, bytes));
    onBytes?.(bytes.length);
  }
  const bodyBytes = sum(entries, (entry) => LOCAL_HEADER_BYTES + entry.name.length + entry.packed.length);
  const directoryBytes = sum(entries, (entry) => DIRECTORY_HEADER_BYTES + entry.name.length);
  const archive = new Uint8Array(bodyBytes + directoryBytes + END_RECORD_BYTES);
  const view = new DataView(archive.buffer);
  let at = 0;
  let directoryAt = bodyBytes;
  for (const entry of entries) {
    view.setUint32(directoryAt, DIRECTORY_HEADER, true);
    view.setUint16(directoryAt + 4, VERSION_NEEDED, true);
    writeEntry(view, directoryAt + 6, entry);
    view.setUint32(directoryAt + 42, at, true);
    archive.set(entry.name, directoryAt + DIRECTORY_HEADER_BYTES);
    directoryAt += DIRECTORY_HEADER_BYTES + entry.name.length;

    view.setUint32(at, LOCAL_HEADER, true);
    writeEntry(view, at + 4, entry);
    archive.set(entry.name, at + LOCAL_HEADER_BYTES);
    archive.set(entry.packed, at + LOCAL_HEADER_BYTES + entry.name.length);
    at += LOCAL_HEADER_BYTES + entry.name.length + entry.packed.length;
  }
  view.setUint32(directoryAt, END_RECORD, true);
  view.setUint16(directoryAt + 8, entries.length, true);
  view.setUint16(directoryAt + 10, entries.length, true);
  view.setUint32(directoryAt + 12, directoryBytes, true);
  view.setUint32(directoryAt + 16, bodyBytes, true);
  return sealArchive(archive);
}

function packMember(name: string, bytes: Uint8Array): Entry {
  const deflated = deflateSync(bytes, { level: DEFLATE_LEVEL });
  const suspicious = bytes.length > RATIO_FREE_BYTES && bytes.length > deflated.length * MAX_RATIO;
  const stored = suspicious || deflated.length >= bytes.length;
  return {
    name: new TextEncoder().encode(name),
    method: stored ? STORED : DEFLATED,
    crc: crc32(bytes),
    packed: stored ? bytes : deflated,
    size: bytes.length,
  };
}

/** The 26 bytes from "version needed" to "extra length", which stand in both headers. */
function writeEntry(view: DataView, at: number, entry: Entry): void {
  view.setUint16(at, VERSION_NEEDED, true);
  view.setUint16(at + 2, UTF8_NAME, true);
  view.setUint16(at + 4, entry.method, true);
  view.setUint32(at + 6, MEMBER_TIME, true);
  view.setUint32(at + 10, entry.crc, true);
  view.setUint32(at + 14, entry.packed.length, true);
  view.setUint32(at + 18, entry.size, true);
  view.setUint16(at + 22, entry.name.length, true);
}

function sum<Item>(items: readonly Item[], value: (item: Item) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}
