import { type Alignment, type TerritorySlot, territorySlots, UNASSIGNED } from "../alignment";
import { accountShares } from "../metrics/account-shares";
import type { Figures } from "../metrics/figures";
import { placesOf } from "../metrics/places";
import { kmBetween } from "../metrics/travel";
import type { Plan } from "../plan";
import type { Moves } from "./moves-between";

/** What a move does to one measure, in index points: what the account takes from the territory it left, and brings to the one it joined. */
export interface IndexPoints {
  readonly measure: string;
  /** By move; NaN where the territory is gone, is Unassigned or has no target. */
  readonly left: Float64Array;
  readonly joined: Float64Array;
}

/** What each move of a list does, all else as it is now. */
export interface MoveEffectsOf {
  /** In the order of the figures. */
  readonly index: readonly IndexPoints[];
  /** Kilometers, one way, from the account to the middle of the territory it left, as that lies now; NaN where either has no place. */
  readonly kmBefore: Float64Array;
  readonly kmAfter: Float64Array;
}

/** Measures the moves against the later alignment, whose figures these are. */
export function moveEffectsOf(
  moves: Moves,
  before: Alignment,
  after: Alignment,
  figures: Figures,
  plan: Plan,
): MoveEffectsOf {
  const slotById = new Map(territorySlots(after).map((slot) => [after.territories[slot]!.id, slot]));
  const slotNow = before.territories.map((territory) => slotById.get(territory?.id ?? "") ?? UNASSIGNED);
  const left = Uint16Array.from(moves.from, (slot) => slotNow[slot]!);
  const places = placesOf(plan.tables.accounts);
  const km = (slots: Uint16Array) =>
    Float64Array.from(slots, (slot, i) =>
      slot === UNASSIGNED ? Number.NaN : kmBetween(places, moves.accounts[i]!, figures.travel.centers, slot),
    );
  return {
    index: figures.measures.map(({ measure, targets }) => {
      const values = accountShares(plan, figures.path, measure);
      const points = (slots: Uint16Array, sign: number) =>
        Float64Array.from(slots, (slot, i) =>
          targets[slot]! > 0 ? (sign * 100 * values[moves.accounts[i]!]!) / targets[slot]! : Number.NaN,
        );
      return { measure: measure.id, left: points(left, -1), joined: points(moves.to, 1) };
    }),
    kmBefore: km(left),
    kmAfter: km(moves.to),
  };
}

/** The territory an account would go to next: the nearest but for the one it is in. */
export interface RunnerUp {
  readonly slot: TerritorySlot;
  /** From the account to its middle, one way. */
  readonly km: number;
  /** Index of each measure there with the account, in the order of the figures; NaN without a target. */
  readonly index: readonly number[];
}

/** The runner-up for one account, or null where the account or every other territory has no place. */
export function runnerUpOf(
  account: number,
  alignment: Alignment,
  figures: Figures,
  plan: Plan,
): RunnerUp | null {
  const places = placesOf(plan.tables.accounts);
  let nearest: TerritorySlot = UNASSIGNED;
  let least = Number.POSITIVE_INFINITY;
  for (const slot of territorySlots(alignment)) {
    if (slot === alignment.territoryOf[account]) continue;
    const km = kmBetween(places, account, figures.travel.centers, slot);
    if (km < least) {
      least = km;
      nearest = slot;
    }
  }
  if (nearest === UNASSIGNED) return null;
  const index = figures.measures.map(({ measure, totals, targets }) => {
    const value = accountShares(plan, figures.path, measure)[account]!;
    return targets[nearest]! > 0 ? (100 * (totals[nearest]! + value)) / targets[nearest]! : Number.NaN;
  });
  return { slot: nearest, km: least, index };
}
