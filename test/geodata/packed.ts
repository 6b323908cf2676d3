import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { PackedFileName } from "../../src/geodata/pack/manifest";

/** Bytes of a packed file, which the build plugin has made before any test runs. */
export function packed(name: PackedFileName): Uint8Array {
  return readFileSync(fileURLToPath(new URL(`../../src/geodata/packed/${name}`, import.meta.url)));
}
