import { type Alignment, territorySlots } from "../alignment";
import { planOfLayer } from "../eligibility";
import { type AlignmentPath, alignmentAt, type Measure, type Plan } from "../plan";
import type { Workload } from "../planning/workload";
import { measureValues } from "./measure-values";
import { placesOf } from "./places";
import { type Remembered, remembered } from "./remembered";
import { travel } from "./travel";
import { drivesByAccount, minutesBetween, type TravelBasis } from "./travel-count";
import { type VisitPlan, visitPlan, workloadOf } from "./visit-plan";
import { travelBasis, visitsInTrip, type WorkloadFigures, workload } from "./workload";

/**
 * What each account adds to the workload of its territory, in hours a year by account row: its visits, its half of the drives from and to
 * its neighbors, its part of the way from home. They sum to the territories' hours. Linear: true for the alignment as it is, and an
 * estimate for an account that moves. Shared: do not write to it.
 */
export function workloadShares(plan: Plan, path: AlignmentPath): Float64Array {
  return remembered(sharesMemory, alignmentAt(plan, path), dependencies(plan, path), () => {
    const known = countedAt(plan, path);
    return shareOut(known, null);
  });
}

/**
 * What each account can be expected to add once territories are drawn well: the same, with the way from the nearest base of a territory
 * instead of that from its own. An optimizer that balances these needs fewer rounds, because accounts that lie with a far rep do not look
 * like more work than they will be. Shared: do not write to it.
 */
export function workloadForecast(plan: Plan, path: AlignmentPath): Float64Array {
  return remembered(forecastMemory, alignmentAt(plan, path), dependencies(plan, path), () => {
    const known = countedAt(plan, path);
    return shareOut(known, nearestHauls(known));
  });
}

const sharesMemory: Remembered<Alignment, Float64Array> = new WeakMap();
const forecastMemory: Remembered<Alignment, Float64Array> = new WeakMap();

interface Counted {
  readonly alignment: Alignment;
  readonly planned: VisitPlan;
  readonly figures: WorkloadFigures;
  readonly basis: TravelBasis;
}

const EVERY_ACCOUNT: Measure = {
  id: "accounts",
  name: "Accounts",
  source: { kind: "accounts" },
  weight: 0,
  tolerance: 0,
};

function dependencies(whole: Plan, path: AlignmentPath): readonly unknown[] {
  const plan = planOfLayer(whole, path.layer);
  const settings: Workload["travel"] = workloadOf(plan).travel;
  return [plan.tables.accounts, plan.tables.reps, visitPlan(plan), settings];
}

function countedAt(whole: Plan, path: AlignmentPath): Counted {
  const plan = planOfLayer(whole, path.layer);
  const alignment = alignmentAt(plan, path);
  const { accounts } = plan.tables;
  const { centers } = travel(alignment, accounts, measureValues(accounts, EVERY_ACCOUNT));
  return {
    alignment,
    planned: visitPlan(plan),
    figures: workload(plan, path, centers),
    basis: travelBasis(plan, alignment, centers),
  };
}

/** `nearest`: minutes a year of the drives from the nearest base, by account row; null = each account's own. */
function shareOut(
  { alignment, planned, figures, basis }: Counted,
  nearest: Float64Array | null,
): Float64Array {
  const { territoryOf } = alignment;
  const { visitsPerTrip } = basis.settings;
  const { hops, hauls, located } = drivesByAccount(alignment, basis);
  return planned.hours.map((hours, row) => {
    const slot = territoryOf[row]!;
    const visits = planned.visits[row]!;
    if (visits === 0) return hours;
    // A part of the territory's drives where they are known, else by visits.
    const byVisits = visits / figures.visits[slot]!;
    const locatedPart = figures.counted.visits[slot]! / figures.visits[slot]!;
    const part = (own: Float64Array, all: Float64Array) =>
      located[row] === 1 && all[slot]! > 0 ? (own[row]! / all[slot]!) * locatedPart : byVisits;
    const haul =
      nearest && nearest[row]! >= 0
        ? nearest[row]! / visitsInTrip(visitsPerTrip, figures.counted.stops[slot]!) / 60
        : part(hauls, figures.counted.haulMinutes) * figures.haulHours[slot]!;
    return hours + part(hops, figures.counted.hopMinutes) * figures.hopHours[slot]! + haul;
  });
}

/** Minutes a year of the drives there and back, one for each visit, from the nearest base; NaN without a place or a base. */
function nearestHauls({ alignment, basis }: Counted): Float64Array {
  const { accounts, bases, visits, settings } = basis;
  const places = placesOf(accounts);
  const slots = territorySlots(alignment).filter((slot) => !Number.isNaN(bases[3 * slot]!));
  return Float64Array.from({ length: accounts.count }, (_, row) => {
    const [x, y, z] = [places[3 * row]!, places[3 * row + 1]!, places[3 * row + 2]!];
    let [near, most] = [-1, Number.NEGATIVE_INFINITY];
    // Of unit vectors the nearest is the one that points most the same way.
    for (let i = 0; i < slots.length; i++) {
      const at = 3 * slots[i]!;
      const alike = x * bases[at]! + y * bases[at + 1]! + z * bases[at + 2]!;
      if (alike > most) {
        most = alike;
        near = slots[i]!;
      }
    }
    return near < 0 ? Number.NaN : 2 * visits[row]! * minutesBetween(places, row, bases, near, settings);
  });
}
