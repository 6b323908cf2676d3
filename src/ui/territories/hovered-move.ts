import { createSignal } from "solid-js";

/** Index that each measure would have after the move under the pointer, in the order of the plan's measures, by slot. */
export type IndexesAfter = ReadonlyMap<number, readonly number[]>;

const [indexesAfter, setIndexesAfter] = createSignal<IndexesAfter | null>(null);

/** What the territory bars show as to come; null while nothing is dragged over a territory. */
export { indexesAfter, setIndexesAfter };
