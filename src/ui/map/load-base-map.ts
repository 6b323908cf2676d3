import { LineRole } from "../../geodata/outline-file";
import { decodeOutlines, linesOf } from "../../geodata/outlines";
import outlinesUrl from "../../geodata/packed/outlines.bin?url";
import countiesUrl from "../../geodata/packed/us-counties.bin?url";
import watersUrl from "../../geodata/packed/waters.bin?url";
import { decodeUnits } from "../../geodata/unit-file";
import { decodeWaters } from "../../geodata/waters";
import {
  type BaseMap,
  type BaseWaters,
  type MapLine,
  projectLine,
  projectOutlines,
  projectWaters,
} from "./base-map";

let outlines: Promise<BaseMap> | null = null;
let waters: Promise<BaseWaters> | null = null;
let counties: Promise<readonly MapLine[]> | null = null;

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

/** Reads the borders between the counties of the US in the same way: they are wanted only by those who look closely. */
export function loadCountyLines(): Promise<readonly MapLine[]> {
  counties ??= read(countiesUrl, countyLines).catch((error: unknown) => {
    counties = null;
    throw error;
  });
  return counties;
}

function countyLines(file: ArrayBuffer): MapLine[] {
  return [...decodeUnits(file).values()].flatMap((layer) => linesOf(layer, LineRole.border)).map(projectLine);
}

async function read<Map>(url: string, decode: (file: ArrayBuffer) => Map): Promise<Map> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`Expected a part of the base map, got status ${response.status}.`);
  return decode(await response.arrayBuffer());
}
