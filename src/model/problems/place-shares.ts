import type { TerritorySlot } from "../alignment";
import type { AccountNeighbors } from "./account-neighbors";

/** Who has how many accounts at each place: the shares of a place are those from `start[place]` up to `start[place + 1]`. */
export interface PlaceShares {
  readonly start: Uint32Array;
  readonly slots: Uint16Array;
  readonly counts: Uint32Array;
}

/** A place where ten thousand accounts stand costs no more than its accounts, and later as much as it has territories. */
export function placeShares(
  { graph, start, accounts }: AccountNeighbors,
  territoryOf: Uint16Array,
): PlaceShares {
  const shareStart = new Uint32Array(graph.placeCount + 1);
  const slots: TerritorySlot[] = [];
  const counts: number[] = [];
  for (let place = 0; place < graph.placeCount; place++) {
    const first = slots.length;
    if (start[place + 1]! - start[place]! === 1) {
      slots.push(territoryOf[accounts[start[place]!]!]!);
      counts.push(1);
    } else {
      const at = new Map<TerritorySlot, number>();
      for (let i = start[place]!; i < start[place + 1]!; i++) {
        const slot = territoryOf[accounts[i]!]!;
        const known = at.get(slot);
        if (known === undefined) {
          at.set(slot, slots.push(slot) - 1);
          counts.push(1);
        } else counts[known]!++;
      }
    }
    shareStart[place] = first;
  }
  shareStart[graph.placeCount] = slots.length;
  return { start: shareStart, slots: Uint16Array.from(slots), counts: Uint32Array.from(counts) };
}
