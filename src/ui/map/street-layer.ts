import * as leaflet from "leaflet";
import { FileSource, PMTiles } from "pmtiles";
import { leafletLayer } from "protomaps-leaflet";

/** A street map ready to be laid under the areas. */
export interface StreetLayer {
  readonly layer: leaflet.Layer;
  /** Whom the file says to name, as plain text. */
  readonly credit: string;
}

/** Tiles hold vectors (the format's "tile type" 1). */
const VECTOR_TILES = 1;

/**
 * Opens a `.pmtiles` file of vector tiles with OpenStreetMap's layers; reads from the file only, and asks no network for anything. Rejects,
 * in words for the planner, where it cannot be drawn.
 */
export async function openStreetLayer(file: File, pane: string, dark: boolean): Promise<StreetLayer> {
  const tiles = new PMTiles(new FileSource(file));
  const header = await tiles.getHeader().catch(() => {
    throw new Error(`${file.name} is not a PMTiles file, or it is damaged.`);
  });
  if (header.tileType !== VECTOR_TILES) {
    throw new Error(`${file.name} holds pictures; only PMTiles files of vector tiles can be drawn.`);
  }
  // The layer looks for Leaflet there.
  Object.assign(window, { L: leaflet });
  const layer = leafletLayer({
    url: tiles,
    flavor: dark ? "dark" : "light",
    lang: "en",
    maxDataZoom: header.maxZoom,
    pane,
    attribution: "",
  } as Parameters<typeof leafletLayer>[0]) as unknown as leaflet.Layer;
  return { layer, credit: await creditOf(tiles) };
}

async function creditOf(tiles: PMTiles): Promise<string> {
  const metadata: unknown = await tiles.getMetadata().catch(() => null);
  const said =
    metadata && typeof metadata === "object" && "attribution" in metadata ? metadata.attribution : "";
  if (typeof said !== "string") return "";
  // Often it is markup. Its tags are left out rather than parsed: a parser would already look at what they ask for.
  return said
    .replace(/<[^>]*>/g, "")
    .replaceAll("&copy;", "©")
    .replaceAll("&amp;", "&")
    .trim();
}
