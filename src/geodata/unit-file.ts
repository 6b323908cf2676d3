import { ByteWriter } from "./byte-planes";
import { decodeLayer, encodeLayer, type OutlineLayer } from "./outline-file";
import { openPackedFile, sealPackedFile } from "./packed-file";

/** Layers of units by the id of their set. */
export type UnitLayers = ReadonlyMap<string, OutlineLayer>;

/** Packs layers into one file, with positions to 1 / `scale` degree. */
export function encodeUnits(layers: UnitLayers, scale: number): Uint8Array {
  const writer = new ByteWriter().text(JSON.stringify([...layers.keys()]));
  for (const layer of layers.values()) encodeLayer(writer, layer, scale);
  return sealPackedFile("units", writer.bytes());
}

/** Reads what `encodeUnits` wrote. Throws where the file is none. */
export function decodeUnits(file: ArrayBuffer | Uint8Array): UnitLayers {
  const reader = openPackedFile("units", file);
  const ids = JSON.parse(reader.text()) as string[];
  return new Map(ids.map((id) => [id, decodeLayer(reader)]));
}
