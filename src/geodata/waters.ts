import { cutLine } from "./antimeridian";
import { decodeLayer } from "./outline-file";
import { type OutlineShape, toShape } from "./outlines";
import { openPackedFile } from "./packed-file";

/** Rivers and lakes of the base map. Nothing in it crosses the antimeridian. */
export interface Waters {
  /** Longitude and latitude in turn, in degrees. */
  readonly rivers: readonly Float64Array[];
  /** Lakes within the land; the Great Lakes are among the outlines. */
  readonly lakes: readonly OutlineShape[];
}

/** Reads the packed file `waters.bin`. */
export function decodeWaters(file: ArrayBuffer | Uint8Array): Waters {
  const reader = openPackedFile("waters", file);
  const rivers = decodeLayer(reader);
  const lakes = decodeLayer(reader);
  return {
    rivers: rivers.arcs.flatMap(cutLine),
    lakes: lakes.shapes.map((shape) => toShape(lakes, shape)),
  };
}
