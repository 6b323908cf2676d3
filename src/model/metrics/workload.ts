import { type Alignment, type TerritorySlot, territorySlots, UNASSIGNED } from "../alignment";
import type { AssignmentChange } from "../patch";
import { type AlignmentPath, alignmentAt, type Plan } from "../plan";
import type { TravelSettings } from "../planning/workload";
import { territoryTotals, updateTerritoryTotals } from "./territory-totals";
import {
  type TravelBasis,
  type TravelCount,
  travelBases,
  travelCount,
  updateTravelCount,
} from "./travel-count";
import { visitPlan, workloadOf } from "./visit-plan";

/**
 * Hours a year that each territory asks for. Arrays by slot. Nobody drives for Unassigned: it is charged its own drives between stops, and
 * the way there that a visit costs the territories on average.
 */
export interface WorkloadFigures {
  readonly visits: Float64Array;
  /** With the customer. */
  readonly visitHours: Float64Array;
  /** From one stop to the next, within a trip. */
  readonly hopHours: Float64Array;
  /** To the first stop of each trip and back from the last. */
  readonly haulHours: Float64Array;
  /** All three. */
  readonly hours: Float64Array;
  readonly counted: TravelCount;
}

/** The workload of every territory from scratch. `centers` are those of `travel`. */
export function workload(plan: Plan, path: AlignmentPath, centers: Float64Array): WorkloadFigures {
  const alignment = alignmentAt(plan, path);
  const { visits, hours } = visitPlan(plan);
  return hoursOf(
    alignment,
    territoryTotals(alignment, visits),
    territoryTotals(alignment, hours),
    travelCount(alignment, travelBasis(plan, alignment, centers)),
    workloadOf(plan).travel,
  );
}

/** The same workload after accounts moved: only the territories they left and joined are driven again. */
export function updateWorkload(
  before: WorkloadFigures,
  plan: Plan,
  path: AlignmentPath,
  centers: Float64Array,
  change: AssignmentChange,
): WorkloadFigures {
  const alignment = alignmentAt(plan, path);
  const { visits, hours } = visitPlan(plan);
  const touched = new Set<TerritorySlot>();
  for (let i = 0; i < change.accounts.length; i++) touched.add(change.from[i]!).add(change.to[i]!);
  return hoursOf(
    alignment,
    updateTerritoryTotals(before.visits, visits, change),
    updateTerritoryTotals(before.visitHours, hours, change),
    updateTravelCount(before.counted, touched, alignment, travelBasis(plan, alignment, centers)),
    workloadOf(plan).travel,
  );
}

/**
 * By how much the tour along the curve is longer than the shortest one through as many stops. Measured on uniform squares, where it makes
 * stops × hop agree with 0.7124 √(nA) + 0.64 √A (Beardwood, Halton & Hammersley 1959) within 4 % from 8 stops on; a curve through very many
 * stops is about 1.3 times too long (Platzman & Bartholdi 1989 have 1.25 for theirs).
 */
export function curveExcess(stops: number): number {
  return stops < 3 ? 1 : Math.max(0.9, 1.3 / (1 + 3 / stops));
}

/** Visits of one trip in a territory with that many stops. */
export function visitsInTrip(visitsPerTrip: number, stops: number): number {
  return Math.max(1, Math.min(visitsPerTrip, stops));
}

/** What the drives of a plan depend on besides who is where. */
export function travelBasis(plan: Plan, alignment: Alignment, centers: Float64Array): TravelBasis {
  return {
    accounts: plan.tables.accounts,
    visits: visitPlan(plan).visits,
    bases: travelBases(alignment, plan.tables.reps, centers),
    settings: workloadOf(plan).travel,
  };
}

/**
 * Rounds out of drives, "route first, cluster second" (Beasley 1983): the tour through all stops is cut into trips of m stops, so that a
 * trip has m − 1 of its hops, and one way there and back, as in 2 r̄ n ÷ m + k √(nA) (Daganzo 1984). Accounts without a place travel like
 * the others of their territory.
 */
function hoursOf(
  alignment: Alignment,
  visits: Float64Array,
  visitHours: Float64Array,
  counted: TravelCount,
  { visitsPerTrip }: TravelSettings,
): WorkloadFigures {
  const hopHours = new Float64Array(visits.length);
  const haulHours = new Float64Array(visits.length);
  let [allVisits, allHauls] = [0, 0];
  for (const slot of [...territorySlots(alignment), UNASSIGNED]) {
    if (!(counted.visits[slot]! > 0)) continue;
    const stops = counted.stops[slot]!;
    const perTrip = visitsInTrip(visitsPerTrip, stops);
    if (counted.hopWeights[slot]! > 0) {
      const hop = counted.hopMinutes[slot]! / counted.hopWeights[slot]! / curveExcess(stops);
      hopHours[slot] = (visits[slot]! * hop * (perTrip - 1)) / perTrip / 60;
    }
    if (slot === UNASSIGNED) continue;
    haulHours[slot] = ((visits[slot]! / counted.visits[slot]!) * counted.haulMinutes[slot]!) / perTrip / 60;
    allVisits += visits[slot]!;
    allHauls += haulHours[slot]!;
  }
  if (allVisits > 0) haulHours[UNASSIGNED] = (visits[UNASSIGNED]! * allHauls) / allVisits;
  const hours = visitHours.map((hours, slot) => hours + hopHours[slot]! + haulHours[slot]!);
  return { visits, visitHours, hopHours, haulHours, hours, counted };
}
