import { type Alignment, territorySlots } from "../alignment";
import type { Plan } from "../plan";
import type { FitModel } from "./fit-model";
import { assignReps, type RepAssignment, seatsByRoom, totalPoints } from "./rep-assignment";
import { repCoverages } from "./rep-coverage";
import { type FitMatrix, repPositions } from "./territory-fit";

/** What the planner asks of an assignment of reps. */
export interface RepAssignmentWishes {
  /** Rep (position) who stays on a territory, by slot. */
  readonly locks: ReadonlyMap<number, number>;
  /** The most territories each rep may cover, by position; null = one each, and as many more as needed by capacity. */
  readonly seats: Int32Array | null;
  /** Counts what lies beyond a rep's capacity as not looked after. */
  readonly countCapacity: boolean;
}

/** A proposal of who covers what. Territories by their position in `slots`, reps by their position in the model. */
export interface RepProposal {
  readonly slots: readonly number[];
  readonly matrix: FitMatrix;
  readonly assignment: RepAssignment;
  readonly seats: Int32Array;
  /** Rep of each territory now; −1 = nobody. */
  readonly before: Int32Array;
  /** Points of all territories together with these. A territory of average worth counts as many points as its fit. */
  readonly totalBefore: number;
  /** Worth of each territory, as a multiple of the average one. */
  readonly relativeWorth: Float64Array;
  /** Accounts beyond the rep's capacity count as not looked after; 1 where all of them are. At position × reps + rep. */
  readonly carried: Float64Array;
}

/** The best reps for the territories as they lie, by total fit. `matrix` is that of the alignment, by whatever accounts are worth. */
export function proposeReps(
  plan: Plan,
  model: FitModel,
  alignment: Alignment,
  matrix: FitMatrix,
  wishes: RepAssignmentWishes,
): RepProposal {
  const slots = territorySlots(alignment);
  const reps = model.reps.length;
  const coverages = repCoverages(plan, alignment);
  const room = coverages.map((coverage) => coverage.room);
  const seats = wishes.seats ?? seatsByRoom(slots.length, room);
  const accounts = new Float64Array(alignment.territories.length);
  const { deleted } = plan.tables.accounts;
  for (let row = 0; row < alignment.territoryOf.length; row++) {
    if (!deleted?.[row]) accounts[alignment.territoryOf[row]!]!++;
  }

  const worths = slots.map((slot) => matrix.worth[slot]!);
  const mean = worths.reduce((sum, worth) => sum + worth, 0) / slots.length;
  const relativeWorth = Float64Array.from(worths, (worth) => (mean > 0 ? worth / mean : 1));
  const points = new Float64Array(slots.length * reps);
  const carried = new Float64Array(slots.length * reps).fill(1);
  for (const [territory, slot] of slots.entries()) {
    const fits = matrix.fit.subarray(slot * reps, (slot + 1) * reps);
    // A rep of whom nothing is known is neither better nor worse than the others.
    const neutral = meanOfKnown(fits);
    for (let rep = 0; rep < reps; rep++) {
      const at = territory * reps + rep;
      if (wishes.countCapacity) {
        const share = room[rep]! / Math.max(1, seats[rep]!) / accounts[slot]!;
        if (share < 1) carried[at] = Math.max(0, share);
      }
      const fit = Number.isNaN(fits[rep]!) ? neutral : fits[rep]!;
      points[at] = relativeWorth[territory]! * fit * carried[at]!;
    }
  }

  const repOfSlot = repPositions(model, alignment);
  const before = Int32Array.from(slots, (slot) => repOfSlot[slot]!);
  const lockedTo = Int32Array.from(slots, (slot) => wishes.locks.get(slot) ?? -1);
  const problem = { territoryCount: slots.length, repCount: reps, points, seats, lockedTo, current: before };
  const assignment = assignReps(problem);
  return {
    slots,
    matrix,
    assignment,
    seats,
    before,
    totalBefore: totalPoints(problem, before),
    relativeWorth,
    carried,
  };
}

/** Fit of a territory (by position) with a rep; NaN where nothing is known. */
export function proposalFit(
  { slots, matrix, assignment }: RepProposal,
  territory: number,
  rep: number,
): number {
  return rep < 0 ? Number.NaN : matrix.fit[slots[territory]! * assignment.problem.repCount + rep]!;
}

function meanOfKnown(fits: Float64Array): number {
  let sum = 0;
  let known = 0;
  for (const fit of fits) {
    if (Number.isNaN(fit)) continue;
    sum += fit;
    known++;
  }
  return known > 0 ? sum / known : 0;
}
