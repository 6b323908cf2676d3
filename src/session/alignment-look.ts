import { primaryRep } from "../model/alignment";
import { type Figures, figureSteps, liveAccounts } from "../model/metrics/figures";
import { placesOf } from "../model/metrics/places";
import { kmBetween } from "../model/metrics/travel";
import { type AlignmentPath, alignmentAt, type Plan } from "../model/plan";
import { rowById } from "../model/table";

/** What no rep visits by car in a day: 500 miles. */
export const FAR_KM = 804.672;

/** What a comparison of two alignments shows of each. */
export interface AlignmentLook {
  readonly figures: Figures;
  /** Live accounts farther than `FAR_KM` from the middle of their territory. */
  readonly far: number;
  /** Mean kilometers, one way, to the home of the rep who owns the account; NaN where no such pair is known. */
  readonly kmFromHomes: number;
}

/** Accounts that are counted between two looks at the clock. */
const STEP = 16_384;

/** Looks at the alignment of a plan from scratch, in steps of a few milliseconds at 100,000 accounts. */
export function* lookSteps(plan: Plan, path: AlignmentPath): Generator<void, AlignmentLook> {
  const figures = yield* figureSteps(plan, path);
  const { accounts, reps } = plan.tables;
  const { territoryOf, territories } = alignmentAt(plan, path);
  const live = liveAccounts(accounts);
  const places = placesOf(accounts);
  const homes = placesOf(reps);
  const rows = rowById(reps);
  const homeOf = territories.map((territory) => {
    const row = territory ? rows.get(primaryRep(territory) ?? Number.NaN) : undefined;
    return row === undefined || Number.isNaN(homes[3 * row]!) ? -1 : row;
  });
  const { centers } = figures.travel;
  let far = 0;
  let km = 0;
  let counted = 0;
  for (let from = 0; from < territoryOf.length; from += STEP) {
    const to = Math.min(territoryOf.length, from + STEP);
    for (let account = from; account < to; account++) {
      if (live[account] === 0 || Number.isNaN(places[3 * account]!)) continue;
      const slot = territoryOf[account]!;
      if (slot === 0) continue;
      if (kmBetween(places, account, centers, slot) > FAR_KM) far++;
      const home = homeOf[slot]!;
      if (home < 0) continue;
      km += kmBetween(places, account, homes, home);
      counted++;
    }
    yield;
  }
  return { figures, far, kmFromHomes: counted === 0 ? Number.NaN : km / counted };
}

/** Runs the steps to the end at once. */
export function lookAt(plan: Plan, path: AlignmentPath): AlignmentLook {
  const steps = lookSteps(plan, path);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
