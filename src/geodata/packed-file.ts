import { gunzipSync, gzipSync } from "fflate";
import { ByteReader, ByteWriter } from "./byte-planes";

/** What a packed file holds; the first field of the file, so that a mixed-up address is noticed. */
export type PackedKind = "us-postal" | "us-cities" | "world-cities" | "outlines" | "waters" | "units";

/** Raised when the shape of a packed file changes. Files are rebuilt with the site, so no old one is ever read. */
const VERSION = 1;

/**
 * Compresses a packed file. We compress it ourselves because static hosts rarely compress binary files;
 * the time field stays zero, so the same content gives the same bytes.
 */
export function sealPackedFile(kind: PackedKind, content: Uint8Array): Uint8Array {
  const plain = new ByteWriter().text(`evenfield ${kind} ${VERSION}`).raw(content).bytes();
  return gzipSync(plain, { level: 9, mtime: 0 });
}

/** A reader positioned after the file's header. Throws if the file is not of that kind and version. */
export function openPackedFile(kind: PackedKind, file: ArrayBuffer | Uint8Array): ByteReader {
  const reader = new ByteReader(gunzipSync(file instanceof Uint8Array ? file : new Uint8Array(file)));
  const expected = `evenfield ${kind} ${VERSION}`;
  const got = reader.text();
  if (got !== expected) throw new Error(`Expected a packed file "${expected}", got "${got}".`);
  return reader;
}
