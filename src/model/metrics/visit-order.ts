import { hilbertKeys } from "../../geo/hilbert-order";
import { placeOfVector } from "../../geo/unit-vectors";
import { radixOrder } from "../views/radix-order";
import { type Remembered, remembered } from "./remembered";

/** The accounts that have a place, one after the other along a space-filling curve, each near the one before. */
export interface VisitOrder {
  readonly rows: Uint32Array;
  /** x, y, z of each, in that order: read in one stride. */
  readonly places: Float64Array;
}

const memory: Remembered<Float64Array, VisitOrder> = new WeakMap();

/** The order for the places of a table (`placesOf`); made once for them, since it does not depend on the alignment. */
export function visitOrder(places: Float64Array): VisitOrder {
  return remembered(memory, places, [], () => {
    const count = places.length / 3;
    const longitudes = new Float64Array(count);
    const latitudes = new Float64Array(count);
    let [middle, known] = [0, 0];
    for (let row = 0; row < count; row++) {
      const place = placeOfVector(places[3 * row]!, places[3 * row + 1]!, places[3 * row + 2]!);
      longitudes[row] = place.longitude;
      latitudes[row] = place.latitude;
      if (Number.isNaN(place.latitude)) continue;
      middle += place.latitude;
      known++;
    }
    // Degrees of longitude shrink towards the poles; one factor for all keeps the squares square where most accounts are.
    const shrink = known > 0 ? Math.cos(((middle / known) * Math.PI) / 180) : 1;
    const keys = hilbertKeys(
      longitudes.map((degrees) => degrees * shrink),
      latitudes,
    );
    const located = new Uint32Array(count).map((_, row) => row).filter((row) => keys[row] !== 0xffffffff);
    const rows = radixOrder(
      located,
      located.map((row) => keys[row]!),
    );
    const ordered = new Float64Array(3 * rows.length);
    for (let i = 0; i < rows.length; i++) {
      for (let axis = 0; axis < 3; axis++) ordered[3 * i + axis] = places[3 * rows[i]! + axis]!;
    }
    return { rows, places: ordered };
  });
}
