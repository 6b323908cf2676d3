import { hilbertKeys, NOWHERE } from "../../geo/hilbert-order";
import { stereographic } from "../../geo/stereographic";
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
    const { xs, ys } = stereographic(places);
    const keys = hilbertKeys(xs, ys);
    const located = new Uint32Array(keys.length);
    const locatedKeys = new Uint32Array(keys.length);
    let count = 0;
    for (let row = 0; row < keys.length; row++) {
      if (keys[row] === NOWHERE) continue;
      located[count] = row;
      locatedKeys[count++] = keys[row]!;
    }
    const rows = radixOrder(located.subarray(0, count), locatedKeys.subarray(0, count));
    const ordered = new Float64Array(3 * rows.length);
    for (let i = 0; i < rows.length; i++) {
      for (let axis = 0; axis < 3; axis++) ordered[3 * i + axis] = places[3 * rows[i]! + axis]!;
    }
    return { rows, places: ordered };
  });
}
