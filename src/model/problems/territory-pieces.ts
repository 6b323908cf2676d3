import { type TerritorySlot, UNASSIGNED } from "../alignment";
import type { AccountNeighbors } from "./account-neighbors";
import { lastOf } from "./last-of";
import { placeShares } from "./place-shares";

/** Accounts of one territory that hang together. */
export interface Piece {
  readonly slot: TerritorySlot;
  /** Account rows, ascending. */
  readonly accounts: readonly number[];
  /** The other territory that most of its neighbors belong to; Unassigned where there is none. */
  readonly beside: TerritorySlot;
  /** Part of the neighbors outside that belong to it, 0 to 1. */
  readonly surrounded: number;
}

/** Places looked at in one step: a few milliseconds. */
const STEP = 1500;

/** The pieces of every territory, Unassigned left out: by slot, the largest first. A territory in one piece has one. */
export function territoryPieces(
  neighbors: AccountNeighbors,
  territoryOf: Uint16Array,
): ReadonlyMap<TerritorySlot, readonly Piece[]> {
  return lastOf(territoryPieceSteps(neighbors, territoryOf));
}

/** The same in short steps, for a page that goes on meanwhile. */
export function* territoryPieceSteps(
  neighbors: AccountNeighbors,
  territoryOf: Uint16Array,
): Generator<void, ReadonlyMap<TerritorySlot, readonly Piece[]>> {
  const { graph, start, accounts } = neighbors;
  const shares = placeShares(neighbors, territoryOf);
  const piece = new Int32Array(shares.slots.length).fill(-1);
  const shareAt = (place: number, slot: TerritorySlot): number => {
    for (let share = shares.start[place]!; share < shares.start[place + 1]!; share++)
      if (shares.slots[share] === slot) return share;
    return -1;
  };
  const found: { slot: TerritorySlot; places: number[] }[] = [];
  yield;
  let looked = 0;
  for (let place = 0; place < graph.placeCount; place++) {
    for (let share = shares.start[place]!; share < shares.start[place + 1]!; share++) {
      const slot = shares.slots[share]!;
      if (piece[share] !== -1 || slot === UNASSIGNED) continue;
      const places = [place];
      piece[share] = found.length;
      for (let i = 0; i < places.length; i++) {
        if (++looked % STEP === 0) yield;
        const from = places[i]!;
        for (let edge = graph.start[from]!; edge < graph.start[from + 1]!; edge++) {
          const to = graph.neighbors[edge]!;
          const next = shareAt(to, slot);
          if (next < 0 || piece[next] !== -1) continue;
          piece[next] = found.length;
          places.push(to);
        }
      }
      found.push({ slot, places });
    }
  }
  const bySlot = new Map<TerritorySlot, Piece[]>();
  for (const { slot, places } of found) {
    const members: number[] = [];
    const around = new Map<TerritorySlot, number>();
    let outside = 0;
    for (const place of places) {
      if (++looked % STEP === 0) yield;
      for (let i = start[place]!; i < start[place + 1]!; i++)
        if (territoryOf[accounts[i]!] === slot) members.push(accounts[i]!);
      for (let edge = graph.start[place]!; edge < graph.start[place + 1]!; edge++) {
        const to = graph.neighbors[edge]!;
        for (let share = shares.start[to]!; share < shares.start[to + 1]!; share++) {
          const other = shares.slots[share]!;
          if (other === slot) continue;
          outside++;
          around.set(other, (around.get(other) ?? 0) + 1);
        }
      }
    }
    around.delete(UNASSIGNED);
    const [beside, edges] = [...around].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0] ?? [UNASSIGNED, 0];
    const list = bySlot.get(slot) ?? [];
    list.push({
      slot,
      accounts: members.sort((a, b) => a - b),
      beside,
      surrounded: outside === 0 ? 0 : edges / outside,
    });
    bySlot.set(slot, list);
  }
  for (const list of bySlot.values()) {
    looked += list.length;
    if (looked > STEP) {
      looked = 0;
      yield;
    }
    largestFirst(list);
  }
  return bySlot;
}

/** All pieces but the largest of each territory, the largest first. */
export function strayPieces(pieces: ReadonlyMap<TerritorySlot, readonly Piece[]>): Piece[] {
  return largestFirst([...pieces.values()].flatMap((list) => list.slice(1)));
}

/** By number of accounts, then by the first of them. */
function largestFirst(pieces: Piece[]): Piece[] {
  return pieces.sort((a, b) => b.accounts.length - a.accounts.length || a.accounts[0]! - b.accounts[0]!);
}
