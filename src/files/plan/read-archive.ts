import { Inflate } from "fflate";
import { crc32 } from "../../model/crc32";
import {
  DEFLATED,
  DIRECTORY_HEADER,
  DIRECTORY_HEADER_BYTES,
  END_RECORD,
  LOCAL_HEADER,
  LOCAL_HEADER_BYTES,
  MAX_RATIO,
  RATIO_FREE_BYTES,
  STORED,
} from "./archive";
import { checkSeal } from "./archive-seal";
import { damaged, Refusal } from "./refusal";

/** Larger files are refused unread. */
export const MAX_FILE_BYTES = 512 * 2 ** 20;

const MAX_INFLATED_BYTES = 2 ** 30;
const MAX_MEMBERS = 20_000;
const ENCRYPTED = 1;
const INFLATE_STEP = 2 ** 16;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly at: number;
}

/**
 * The members of a sealed archive by name, in their order. Throws a refusal for anything `writeArchive` cannot have
 * written: sizes that lie, members that overlap, encryption, names that lead out of the archive, bombs.
 */
export function readArchive(
  bytes: Uint8Array,
  onBytes?: (bytes: number) => void,
): Map<string, Uint8Array<ArrayBuffer>> {
  if (bytes.length > MAX_FILE_BYTES) throw tooLarge(`it has ${megabytes(bytes.length)} MB`);
  const endAt = checkSeal(bytes);
  const entries = readDirectory(bytes, endAt);
  checkSizes(entries);
  const members = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const entry of entries) {
    if (members.has(entry.name)) throw damaged(`it holds "${entry.name}" twice`);
    members.set(entry.name, readMember(bytes, entry));
    onBytes?.(entry.size);
  }
  return members;
}

function readDirectory(bytes: Uint8Array, endAt: number): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint16(endAt + 8, true);
  const directoryAt = view.getUint32(endAt + 16, true);
  if (view.getUint32(endAt, true) !== END_RECORD) throw damaged("its directory has no end");
  if (count > MAX_MEMBERS) throw tooLarge(`it holds ${count} members`);
  const entries: Entry[] = [];
  let at = directoryAt;
  let expectedAt = 0;
  for (let i = 0; i < count; i++) {
    if (at + DIRECTORY_HEADER_BYTES > endAt) throw damaged("its directory is too short");
    const nameLength = view.getUint16(at + 28, true);
    const nameAt = at + DIRECTORY_HEADER_BYTES;
    const entry: Entry = {
      name: memberName(bytes.subarray(nameAt, nameAt + nameLength)),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    };
    const extras = view.getUint32(at + 30, true);
    if (view.getUint32(at, true) !== DIRECTORY_HEADER || extras !== 0)
      throw damaged("its directory is broken");
    if (view.getUint16(at + 8, true) & ENCRYPTED) throw damaged(`"${entry.name}" is encrypted`);
    if (entry.at !== expectedAt) throw damaged(`"${entry.name}" does not begin where it should`);
    const bodyAt = checkLocalHeader(view, entry, nameLength, directoryAt);
    expectedAt = bodyAt + entry.packedSize;
    entries.push({ ...entry, at: bodyAt });
    at = nameAt + nameLength;
  }
  if (expectedAt !== directoryAt || at !== endAt) throw damaged("its directory does not match its members");
  return entries;
}

/** Where the member's bytes begin. */
function checkLocalHeader(view: DataView, entry: Entry, nameLength: number, directoryAt: number): number {
  const bodyAt = entry.at + LOCAL_HEADER_BYTES + nameLength;
  if (bodyAt + entry.packedSize > directoryAt) throw damaged(`"${entry.name}" is cut off`);
  const agrees =
    view.getUint32(entry.at, true) === LOCAL_HEADER &&
    view.getUint32(entry.at + 18, true) === entry.packedSize &&
    view.getUint32(entry.at + 22, true) === entry.size &&
    view.getUint16(entry.at + 26, true) === nameLength &&
    view.getUint16(entry.at + 28, true) === 0;
  if (!agrees) throw damaged(`"${entry.name}" does not match the directory`);
  return bodyAt;
}

function checkSizes(entries: readonly Entry[]): void {
  let total = 0;
  for (const { name, size, packedSize } of entries) {
    total += size;
    if (size > RATIO_FREE_BYTES && size > packedSize * MAX_RATIO) {
      throw tooLarge(`"${name}" would grow to ${Math.round(size / packedSize)} times its size`);
    }
  }
  if (total > MAX_INFLATED_BYTES) throw tooLarge(`it would grow to ${megabytes(total)} MB`);
}

function readMember(bytes: Uint8Array, entry: Entry): Uint8Array<ArrayBuffer> {
  const packed = bytes.subarray(entry.at, entry.at + entry.packedSize);
  const member = entry.method === STORED ? packed.slice() : inflate(packed, entry);
  if (member.length !== entry.size || crc32(member) !== entry.crc) throw damaged(`"${entry.name}" is broken`);
  return member;
}

/** Inflates in steps, so that a member that lies about its size is stopped at its declared size. */
function inflate(packed: Uint8Array, { name, method, size }: Entry): Uint8Array<ArrayBuffer> {
  if (method !== DEFLATED) throw damaged(`"${name}" is packed in an unknown way`);
  const member = new Uint8Array(size);
  let length = 0;
  const stream = new Inflate((chunk) => {
    if (length + chunk.length > size) throw damaged(`"${name}" is larger than it says`);
    member.set(chunk, length);
    length += chunk.length;
  });
  try {
    for (let at = 0; at < packed.length; at += INFLATE_STEP) {
      stream.push(packed.subarray(at, at + INFLATE_STEP), at + INFLATE_STEP >= packed.length);
    }
  } catch (error) {
    throw error instanceof Refusal ? error : damaged(`"${name}" is broken`);
  }
  if (length !== size) throw damaged(`"${name}" is smaller than it says`);
  return member;
}

function memberName(bytes: Uint8Array): string {
  let name: string;
  try {
    name = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw damaged("a member's name is not text");
  }
  const steps = name.split("/");
  const strange =
    steps.some((step) => step === "" || step === "." || step === "..") ||
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused here.
    /[\\:\u0000-\u001f\u007f]/.test(name);
  if (strange) throw damaged(`a member has the unsafe name ${JSON.stringify(name)}`);
  return name;
}

function tooLarge(detail: string): Refusal {
  return new Refusal("too-large", `This plan file is too large to open: ${detail}.`);
}

function megabytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(0);
}
