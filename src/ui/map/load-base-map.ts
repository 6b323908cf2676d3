import { decodeOutlines } from "../../geodata/outlines";
import outlinesUrl from "../../geodata/packed/outlines.bin?url";
import { type BaseMap, projectOutlines } from "./base-map";

let loading: Promise<BaseMap> | null = null;

/** Reads the outlines that are served with the page; once, however many maps ask. A failed read is tried again next time. */
export function loadBaseMap(): Promise<BaseMap> {
  loading ??= readBaseMap().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function readBaseMap(): Promise<BaseMap> {
  const response = await fetch(outlinesUrl);
  if (!response.ok) throw new Error(`Expected the outlines of the base map, got status ${response.status}.`);
  return projectOutlines(decodeOutlines(await response.arrayBuffer()));
}
