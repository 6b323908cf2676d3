import { type Alignment, primaryRep, territoryAt } from "../alignment";
import type { Plan } from "../plan";
import { isLive } from "../table";
import { fitDay } from "./relationship";
import { type RepProfile, repProfiles } from "./rep-profile";

const DAYS_PER_MONTH = 30.4375;

/** What a rep covers in an alignment, and what they could. */
export interface RepCoverage {
  readonly rep: RepProfile;
  /** Slots of the territories that the rep is the primary rep of. */
  readonly slots: readonly number[];
  readonly accounts: number;
  /**
   * How much of full time the rep can work on the day that counts, 0–1: availability × ramp, 0 while away. 1 where nothing is said.
   */
  readonly working: number;
  readonly isAway: boolean;
  /** How far a new rep has come, 0–1; 1 where start or ramp is not known. */
  readonly ramped: number;
  /** Accounts that the rep can carry as they work now: capacity × working; NaN where the capacity is blank. */
  readonly room: number;
}

/** Every rep and what they cover. `load` says what each account counts for against the capacity (1 each, hours, …), by row. */
export function repCoverages(plan: Plan, alignment: Alignment, load?: Float64Array): RepCoverage[] {
  const { accounts, reps } = plan.tables;
  const bySlot = new Float64Array(alignment.territories.length);
  for (let row = 0; row < alignment.territoryOf.length; row++) {
    if (isLive(accounts, row)) bySlot[alignment.territoryOf[row]!]! += load ? load[row]! : 1;
  }
  const slotsOf = new Map<number, number[]>();
  for (let slot = 1; slot < alignment.territories.length; slot++) {
    const rep = primaryRep(territoryAt(alignment, slot));
    if (rep === null) continue;
    const slots = slotsOf.get(rep);
    if (slots) slots.push(slot);
    else slotsOf.set(rep, [slot]);
  }
  const day = fitDay(plan);
  return repProfiles(reps).map((rep) => {
    const slots = slotsOf.get(rep.id) ?? [];
    const ramped = rampedOn(rep, day);
    const isAway = isAwayOn(rep, day);
    const available = rep.availability >= 0 ? rep.availability : 1;
    const working = isAway ? 0 : available * ramped;
    return {
      rep,
      slots,
      accounts: slots.reduce((sum, slot) => sum + bySlot[slot]!, 0),
      working,
      isAway,
      ramped,
      room: rep.capacity * working,
    };
  });
}

/** Whether a day lies in the rep's absence; one end alone leaves the other open. */
export function isAwayOn({ awayFrom, awayTo }: RepProfile, day: number): boolean {
  if (Number.isNaN(awayFrom) && Number.isNaN(awayTo)) return false;
  return !(day < awayFrom) && !(day >= awayTo + 1);
}

/** How far a new rep has come on a day: 0 on the first one to 1 at the end of the ramp. 1 where start or ramp is not known. */
export function rampedOn({ since, rampMonths }: RepProfile, day: number): number {
  if (!(rampMonths > 0) || Number.isNaN(since)) return 1;
  return Math.max(0, Math.min(1, (day - since) / (rampMonths * DAYS_PER_MONTH)));
}
