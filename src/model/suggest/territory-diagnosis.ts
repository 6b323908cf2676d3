import { type TerritorySlot, territorySlots } from "../alignment";
import { accountShares } from "../metrics/account-shares";
import { deviationOf } from "../metrics/balance";
import type { Figures } from "../metrics/figures";
import { type AlignmentPath, alignmentAt, type Measure, type Plan } from "../plan";

/** An account's part of its territory. */
export interface Contribution {
  readonly account: number;
  /** In the measure's unit. */
  readonly value: number;
  /** Of the territory's total, 0 to 1. */
  readonly share: number;
  /** The territory's index without it. */
  readonly indexWithout: number;
}

/** A measure of a territory that lies outside its tolerance, and the accounts that weigh most in it. */
export interface Diagnosis {
  readonly slot: TerritorySlot;
  readonly measure: Measure;
  /** (value − target) ÷ target. */
  readonly deviation: number;
  /** In the measure's unit: too much above 0, missing below 0, both to the target. */
  readonly excess: number;
  readonly largest: readonly Contribution[];
}

/** Accounts named for each territory. */
const NAMED = 3;

/** What is off and why, the farthest from its target first. Measures without a weight are not judged. */
export function diagnoseTerritories(plan: Plan, path: AlignmentPath, figures: Figures): Diagnosis[] {
  const alignment = alignmentAt(plan, path);
  const off = figures.measures.flatMap(({ measure, totals, targets }) =>
    measure.weight <= 0
      ? []
      : territorySlots(alignment).flatMap((slot) => {
          const deviation = deviationOf(totals[slot]!, targets[slot]!);
          return Math.abs(deviation) > measure.tolerance + 1e-9
            ? [{ slot, measure, deviation, total: totals[slot]!, target: targets[slot]! }]
            : [];
        }),
  );
  const largest = largestAccounts(plan, path, alignment.territoryOf, alignment.territories.length, off);
  return off
    .map(({ slot, measure, deviation, total, target }): Diagnosis => {
      const values = accountShares(plan, path, measure);
      return {
        slot,
        measure,
        deviation,
        excess: total - target,
        largest: (largest.get(measure.id)?.[slot] ?? []).map((account) => ({
          account,
          value: values[account]!,
          share: values[account]! / total,
          indexWithout: (100 * (total - values[account]!)) / target,
        })),
      };
    })
    .sort((a, b) => Math.abs(b.deviation) - Math.abs(a.deviation));
}

/** By measure and slot, the accounts that bring most, largest first; ties by row. */
function largestAccounts(
  plan: Plan,
  path: AlignmentPath,
  territoryOf: Uint16Array,
  slots: number,
  off: readonly { readonly slot: TerritorySlot; readonly measure: Measure }[],
): Map<string, number[][]> {
  const result = new Map<string, number[][]>();
  for (const measure of new Set(off.map((one) => one.measure))) {
    const values = accountShares(plan, path, measure);
    const bySlot = Array.from({ length: slots }, (): number[] => []);
    for (let account = 0; account < territoryOf.length; account++) {
      const value = values[account]!;
      const list = bySlot[territoryOf[account]!]!;
      if (value <= 0 || (list.length === NAMED && values[list[NAMED - 1]!]! >= value)) continue;
      let place = list.length;
      while (place > 0 && values[list[place - 1]!]! < value) place--;
      list.splice(place, 0, account);
      if (list.length > NAMED) list.pop();
    }
    result.set(measure.id, bySlot);
  }
  return result;
}
