import { type Alignment, primaryRep } from "../model/alignment";
import type { RowId } from "../model/ids";
import { hasNoReps, keepers } from "../model/metrics/disruption";
import { liveAccounts } from "../model/metrics/figures";
import { measureValues } from "../model/metrics/measure-values";
import { placesOf } from "../model/metrics/places";
import { meanKm, travel } from "../model/metrics/travel";
import { type AlignmentPath, alignmentAt, baselineAt, type Plan } from "../model/plan";
import { columnByRole, rowById } from "../model/table";
import type { Measure, ProblemInput } from "../optimizer/problem";
import { chooseTerritories } from "./chosen-territories";
import { KEEP_MULTIPLE, type OptimizationSettings } from "./optimization-settings";

/** "No territory" and "no rep", as the optimizer writes them. */
const NONE = 0xffff;

/** Assumed distance to a center where nothing is located or assigned yet: it only scales the price of a changed rep. */
const USUAL_KM = 100;

/** A territory problem in numbers, and how its numbers lead back to the plan. */
export interface OptimizationProblem {
  readonly input: ProblemInput;
  /** `repair` starts from the alignment, `fresh` draws the territories anew. */
  readonly mode: "repair" | "fresh";
  /** Account row of each item. */
  readonly accounts: Uint32Array;
  /** Slot of each of the problem's territories; null for one that does not exist yet. */
  readonly slots: readonly (number | null)[];
  /** Slots of existing territories that the result will not use. */
  readonly dropped: readonly number[];
  /** Plan measure of each measure of the problem. */
  readonly measures: readonly string[];
}

/** Why there is nothing to optimize, in words that say what to do. */
export interface CannotOptimize {
  readonly reason: string;
}

/** States the planner's settings as a problem over the live accounts. Accounts locked into Unassigned are left out. */
export function optimizationProblem(
  plan: Plan,
  path: AlignmentPath,
  settings: OptimizationSettings,
): OptimizationProblem | CannotOptimize {
  const alignment = alignmentAt(plan, path);
  const table = plan.tables.accounts;
  const live = liveAccounts(table);
  const accounts = new Uint32Array(live.length)
    .map((_, row) => row)
    .filter((row) => live[row] === 1 && !(alignment.locked[row] && alignment.territoryOf[row] === 0));
  if (accounts.length === 0) return { reason: "There are no accounts to assign. Import accounts first." };
  if (settings.balance.length === 0) return { reason: "Choose at least one measure to balance." };

  const chosen = chooseTerritories(alignment, settings.territories, accounts.length);
  if ("reason" in chosen) return chosen;
  const { slots, dropped } = chosen;

  const territoryOfSlot = new Uint16Array(alignment.territories.length).fill(NONE);
  for (const [territory, slot] of slots.entries()) if (slot !== null) territoryOfSlot[slot] = territory;
  const current = Uint16Array.from(accounts, (row) => territoryOfSlot[alignment.territoryOf[row]!]!);
  const lockedTo = current.map((territory, item) => (alignment.locked[accounts[item]!] ? territory : NONE));

  const measures = problemMeasures(plan, alignment, settings, accounts, slots);
  const places = placesOf(table);
  const input: ProblemInput = {
    itemCount: accounts.length,
    territoryCount: slots.length,
    places: gather(places, accounts, 3),
    visits: visitsOf(plan, accounts),
    measures: measures.map(({ measure }) => measure),
    current,
    lockedTo,
    centers: centersOf(plan, alignment, slots, settings.fromHomes),
    ...relationships(plan, path, settings, accounts, slots),
  };
  const anyAssigned = current.some((territory) => territory !== NONE);
  return {
    input,
    mode: anyAssigned ? chosen.mode : "fresh",
    accounts,
    slots,
    dropped,
    measures: measures.map(({ id }) => id),
  };
}

/** Targets are those the plan shows: shares of the total of all accounts. Measures that sum to nothing are left out. */
function problemMeasures(
  plan: Plan,
  alignment: Alignment,
  settings: OptimizationSettings,
  accounts: Uint32Array,
  slots: readonly (number | null)[],
): { id: string; measure: Measure }[] {
  const shares = slots.map((slot) => (slot === null ? 1 : alignment.territories[slot]!.share));
  const allShares = shares.reduce((sum, share) => sum + share, 0);
  return settings.balance.flatMap(({ measure: id, tolerance }) => {
    const measure = plan.measures.find((candidate) => candidate.id === id);
    if (!measure) return [];
    const all = measureValues(plan.tables.accounts, measure);
    const total = all.reduce((sum, value) => sum + value, 0);
    if (!(total > 0) || !(allShares > 0)) return [];
    const target = Float64Array.from(shares, (share) => (total * share) / allShares);
    return [
      {
        id,
        measure: {
          values: gather(all, accounts, 1),
          target,
          least: target.map((value) => value * (1 - tolerance)),
          most: target.map((value) => value * (1 + tolerance)),
          weight: measure.weight > 0 ? measure.weight : 1,
        },
      },
    ];
  });
}

/** Who has each account in the baseline (without one: now), who answers for each territory, and what a change costs. */
function relationships(
  plan: Plan,
  path: AlignmentPath,
  settings: OptimizationSettings,
  accounts: Uint32Array,
  slots: readonly (number | null)[],
): Pick<ProblemInput, "repOf" | "baselineRep" | "disruptionPrice"> {
  const alignment = alignmentAt(plan, path);
  const baseline = baselineAt(plan, path) ?? alignment;
  const byTerritory = hasNoReps(baseline);
  const before = keepers(baseline, byTerritory);
  const now = keepers(alignment, byTerritory);
  const numbers = new Map<string | number, number>();
  const numberOf = (keeper: string | number | null | undefined) => {
    if (keeper === null || keeper === undefined) return NONE;
    if (!numbers.has(keeper)) numbers.set(keeper, numbers.size);
    return numbers.get(keeper)!;
  };
  const { tables } = plan;
  const kmNow = meanKm(travel(alignment, tables.accounts, liveAccounts(tables.accounts)));
  const price = KEEP_MULTIPLE[settings.keep] * (kmNow > 0 ? kmNow : USUAL_KM);
  return {
    repOf: Uint16Array.from(slots, (slot) => (slot === null ? NONE : numberOf(now[slot]))),
    baselineRep: Uint16Array.from(accounts, (row) => numberOf(before[baseline.territoryOf[row] ?? 0])),
    disruptionPrice: new Float64Array(accounts.length).fill(price),
  };
}

function centersOf(
  plan: Plan,
  alignment: Alignment,
  slots: readonly (number | null)[],
  fromHomes: boolean,
): Float64Array {
  const centers = new Float64Array(3 * slots.length).fill(Number.NaN);
  if (!fromHomes) return centers;
  const homes = placesOf(plan.tables.reps);
  const rows = rowById(plan.tables.reps);
  for (const [territory, slot] of slots.entries()) {
    const rep: RowId | null = slot === null ? null : primaryRep(alignment.territories[slot]!);
    const row = rep === null ? undefined : rows.get(rep);
    if (row !== undefined) centers.set(homes.subarray(3 * row, 3 * row + 3), 3 * territory);
  }
  return centers;
}

/** Visits a year from the column with that role; 1 where there is none or it is blank. */
function visitsOf(plan: Plan, accounts: Uint32Array): Float64Array {
  const column = columnByRole(plan.tables.accounts, "visits");
  return Float64Array.from(accounts, (row) => {
    const visits = column?.kind === "number" ? column.values[row]! : 1;
    return visits >= 0 && Number.isFinite(visits) ? visits : 1;
  });
}

function gather(values: Float64Array, rows: Uint32Array, width: number): Float64Array {
  const gathered = new Float64Array(rows.length * width);
  for (let i = 0; i < rows.length; i++) {
    for (let part = 0; part < width; part++) gathered[i * width + part] = values[rows[i]! * width + part]!;
  }
  return gathered;
}
