import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { damaged, Refusal } from "./refusal";

const END_RECORD_BYTES = 22;
const SEAL_WORDS = "evenfield sha256 ";
const SEAL_BYTES = SEAL_WORDS.length + 64;

/**
 * Writes a digest of all bytes before it into the archive's comment, where every ZIP tool shows it: the members'
 * digests do not cover names, times and the directory itself. The archive must end with an end record without comment.
 */
export function sealArchive(archive: Uint8Array): Uint8Array<ArrayBuffer> {
  const sealed = new Uint8Array(archive.length + SEAL_BYTES);
  sealed.set(archive);
  sealed[archive.length - 2] = SEAL_BYTES;
  sealed.set(new TextEncoder().encode(SEAL_WORDS), archive.length);
  const digestAt = sealed.length - 64;
  const digest = bytesToHex(sha256(sealed.subarray(0, digestAt)));
  sealed.set(new TextEncoder().encode(digest), digestAt);
  return sealed;
}

/** Where the end record of a sealed archive begins. Throws a refusal unless every byte is as it was written. */
export function checkSeal(bytes: Uint8Array): number {
  const digestAt = bytes.length - 64;
  const wordsAt = bytes.length - SEAL_BYTES;
  if (wordsAt < END_RECORD_BYTES || ascii(bytes, wordsAt, digestAt) !== SEAL_WORDS) throw unsealed(bytes);
  if (bytesToHex(sha256(bytes.subarray(0, digestAt))) !== ascii(bytes, digestAt, bytes.length)) {
    throw damaged("its digest does not match its content");
  }
  return wordsAt - END_RECORD_BYTES;
}

/** Tells a plan file that lost its seal from a file of another kind, by the first member's name. */
function unsealed(bytes: Uint8Array): Refusal {
  if (bytes.length === 0) return new Refusal("not-a-plan", "This file is empty.");
  if (ascii(bytes, 30, 39) === "plan.json") {
    return damaged("its end is missing, or it was changed outside Evenfield");
  }
  return new Refusal("not-a-plan", "This is not an Evenfield plan file.");
}

function ascii(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}
