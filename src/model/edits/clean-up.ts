import { type TerritorySlot, territoryAt, UNASSIGNED } from "../alignment";
import { planOfLayer } from "../eligibility";
import type { Patch } from "../patch";
import { type AlignmentPath, alignmentAt, type Plan } from "../plan";
import { accountNeighbors } from "../problems/account-neighbors";
import { type Piece, strayPieces, territoryPieces } from "../problems/territory-pieces";
import { isLive } from "../table";
import { countOf, moveAll } from "./assign-accounts";

/** A piece is stray while it holds at most this part of its territory's accounts; a larger one is a place of its own. */
const STRAY_PART = 0.2;
/** Part of a stray piece's neighbors that must belong to the one that takes it. */
const SURROUNDED = 0.5;

const NO_PIECES: ReadonlyMap<TerritorySlot, readonly Piece[]> = new Map();

/**
 * Gives enclaves and stray pieces of the territories (of one, where `only` says which) to the territory around them. Locked accounts stay,
 * and so do pieces that no single neighbor surrounds.
 */
export function cleanUp(plan: Plan, path: AlignmentPath, only: TerritorySlot | null = null): Patch {
  const alignment = alignmentAt(plan, path);
  const { accounts } = planOfLayer(plan, path.layer).tables;
  const cause = { kind: "action", action: "clean-up" } as const;
  const moved: number[] = [];
  const to: TerritorySlot[] = [];
  const neighbors = accountNeighbors(accounts);
  const pieces = neighbors ? territoryPieces(neighbors, alignment.territoryOf) : NO_PIECES;
  for (const piece of strayPieces(pieces)) {
    if (only !== null && piece.slot !== only) continue;
    const whole = pieces.get(piece.slot)!.reduce((sum, part) => sum + part.accounts.length, 0);
    if (piece.beside === UNASSIGNED || piece.surrounded <= SURROUNDED) continue;
    if (piece.accounts.length > STRAY_PART * whole) continue;
    for (const account of piece.accounts) {
      if (alignment.locked[account] || !isLive(accounts, account)) continue;
      moved.push(account);
      to.push(piece.beside);
    }
  }
  const where = only === null ? "" : ` of ${territoryAt(alignment, only).name}`;
  return {
    label: `Clean up ${countOf(moved.length)}${where}`,
    cause,
    changes:
      moved.length > 0 ? [moveAll(plan, path, Uint32Array.from(moved), Uint16Array.from(to), "dragged")] : [],
  };
}
