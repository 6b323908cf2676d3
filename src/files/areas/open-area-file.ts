import { unzipSync } from "fflate";
import { decodeText } from "../csv/decode-text";
import { AREA_LIMITS, type AreaFile, AreaFileRefused } from "./area-file";
import { readGeoJson } from "./read-geojson";
import { readKml } from "./read-kml";

/** Unpacked bytes per packed one; map files reach about 20. */
const MOST_RATIO = 200;
const RATIO_FREE_BYTES = 2 ** 20;
const ENCRYPTED = 1;

/** Reads GeoJSON, TopoJSON, KML or KMZ, told by the content. Throws `AreaFileRefused` where the bytes are none of them. */
export function openAreaFile(bytes: Uint8Array): AreaFile {
  if (bytes.length > AREA_LIMITS.bytes) throw tooBig();
  if (bytes.length === 0)
    throw new AreaFileRefused("This file is empty.", "Choose a file with areas as GeoJSON or KML.");
  const content = bytes[0] === 0x50 && bytes[1] === 0x4b ? packedKml(bytes) : bytes;
  const { text } = decodeText(content);
  const start = text.slice(0, 1_000).trimStart();
  if (start.startsWith("{")) return readGeoJson(text);
  if (start.startsWith("<")) return readKml(text);
  throw new AreaFileRefused(
    "This file is neither GeoJSON nor KML.",
    "Export the areas as GeoJSON or KML. From a shapefile: mapshaper or QGIS, Save as GeoJSON.",
  );
}

function tooBig(): AreaFileRefused {
  return new AreaFileRefused(
    `Files of up to ${AREA_LIMITS.bytes / 1024 / 1024} MB can be read.`,
    "Simplify the areas in the program they come from, then import them again.",
  );
}

/** The first KML of a KMZ. Its size is known before it is unpacked, and nothing else in it is touched. */
function packedKml(bytes: Uint8Array): Uint8Array {
  let found: string | null = null;
  let members: Record<string, Uint8Array>;
  try {
    members = unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        if (found !== null || !/\.kml$/i.test(name)) return false;
        if (originalSize > AREA_LIMITS.bytes) throw tooBig();
        if (originalSize > RATIO_FREE_BYTES && originalSize > size * MOST_RATIO)
          throw new AreaFileRefused(
            "This KMZ unpacks to far more than a map holds.",
            "Export the areas as KML.",
          );
        found = name;
        return true;
      },
    });
  } catch (error) {
    if (error instanceof AreaFileRefused) throw error;
    throw new AreaFileRefused("This KMZ is damaged, or encrypted.", "Export the areas as KML.");
  }
  const kml = found === null ? undefined : members[found];
  if (!kml || isEncrypted(bytes)) {
    throw new AreaFileRefused(
      "This archive holds no KML that can be read.",
      "Export the areas as KML or GeoJSON.",
    );
  }
  return kml;
}

/** By the flags of the first local header (PKWARE APPNOTE 4.4.4). */
function isEncrypted(bytes: Uint8Array): boolean {
  return (bytes[6]! & ENCRYPTED) !== 0;
}
