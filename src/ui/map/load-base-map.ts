import { decodeOutlines } from "../../geodata/outlines";
import outlinesUrl from "../../geodata/packed/outlines.bin?url";
import watersUrl from "../../geodata/packed/waters.bin?url";
import { decodeWaters } from "../../geodata/waters";
import { type BaseMap, type BaseWaters, projectOutlines, projectWaters } from "./base-map";

let outlines: Promise<BaseMap> | null = null;
let waters: Promise<BaseWaters> | null = null;

/** Reads the outlines that are served with the page; once, however many maps ask. A failed read is tried again next time. */
export function loadBaseMap(): Promise<BaseMap> {
  outlines ??= read(outlinesUrl, (file) => projectOutlines(decodeOutlines(file))).catch((error: unknown) => {
    outlines = null;
    throw error;
  });
  return outlines;
}

/** Reads rivers and lakes in the same way. */
export function loadWaters(): Promise<BaseWaters> {
  waters ??= read(watersUrl, (file) => projectWaters(decodeWaters(file))).catch((error: unknown) => {
    waters = null;
    throw error;
  });
  return waters;
}

async function read<Map>(url: string, decode: (file: ArrayBuffer) => Map): Promise<Map> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`Expected a part of the base map, got status ${response.status}.`);
  return decode(await response.arrayBuffer());
}
