import { type Alignment, primaryRep } from "../model/alignment";
import { planOfLayer } from "../model/eligibility";
import { relationshipMultiples, relationshipStrength } from "../model/fit/relationship";
import type { RowId } from "../model/ids";
import { hasNoReps, keepers } from "../model/metrics/disruption";
import { liveAccounts, revenueOf } from "../model/metrics/figures";
import { placesOf } from "../model/metrics/places";
import { type AlignmentPath, alignmentAt, baselineAt, type Plan } from "../model/plan";
import { postFamilies } from "../model/posted-families";
import { columnByKey, columnByRole, rowById, type Table } from "../model/table";
import type { SearchOptions } from "../optimizer/progress";
import type { RowProblem } from "../optimizer/row-problem";
import { type ChosenTerritories, chooseTerritories, type Regions } from "./chosen-territories";
import type { MeasureRule } from "./impossible";
import { type ChangeUnit, KEEP_MULTIPLE, type OptimizationSettings } from "./optimization-settings";
import { problemClasses } from "./problem-classes";
import { problemMeasures } from "./problem-measures";

/** "No territory" and "no rep", as the optimizer writes them. */
const NONE = 0xffff;

/** A territory problem in numbers, and how its numbers lead back to the plan: an item is a row, a territory a slot. */
export interface OptimizationProblem {
  /** Shares the plan's columns; stated over its items by whoever solves it. */
  readonly rows: RowProblem;
  /** `repair` starts from the alignment, `fresh` draws the territories anew. */
  readonly options: SearchOptions;
  /** Slot of each of the problem's territories; null for one that does not exist yet. */
  readonly slots: readonly (number | null)[];
  /** Slots of existing territories that the result will not use. */
  readonly dropped: readonly number[];
  /** What each measure of the problem is: those to balance, then the capacities. */
  readonly rules: readonly MeasureRule[];
  readonly regions: Regions | null;
}

/** Why there is nothing to optimize, in words that say what to do. */
export interface CannotOptimize {
  readonly reason: string;
}

/**
 * States the planner's settings as a problem over the live accounts that may take part. Accounts locked into Unassigned are left out. Only
 * numbers by territory are computed here: at 100,000 accounts it must fit between two frames.
 */
export function optimizationProblem(
  whole: Plan,
  path: AlignmentPath,
  settings: OptimizationSettings,
): OptimizationProblem | CannotOptimize {
  const plan = planOfLayer(whole, path.layer);
  const alignment = alignmentAt(plan, path);
  const table = plan.tables.accounts;
  const live = liveAccounts(table);
  const all = itemRows(alignment, live, null);
  if (all.length === 0) return { reason: "There are no accounts to assign. Import accounts first." };
  if (settings.balance.length + settings.capacities.length === 0)
    return { reason: "Choose at least one measure to balance." };
  const chosen = chooseTerritories(alignment, settings.territories, all.length);
  if ("reason" in chosen) return chosen;
  const rows = chosen.takesPart.includes(0) ? itemRows(alignment, live, chosen.takesPart) : all;
  if (rows.length === 0) return { reason: "There are no accounts in these territories." };

  const { slots } = chosen;
  const territoryOfSlot = new Uint16Array(alignment.territories.length).fill(NONE);
  for (const [territory, slot] of slots.entries()) if (slot !== null) territoryOfSlot[slot] = territory;
  const measures = problemMeasures(plan, path, settings, chosen);
  const visits = columnByRole(table, "visits");
  const { changeLimit } = settings;
  return {
    rows: {
      rows,
      territoryCount: slots.length,
      live,
      places: placesOf(table),
      visits: visits?.kind === "number" ? visits.values : null,
      slotOf: alignment.territoryOf,
      locked: alignment.locked,
      territoryOfSlot,
      start: null,
      measures: measures.map(({ measure }) => measure),
      centers: centersOf(plan, alignment, slots, settings.fromHomes),
      ...relationships(plan, path, slots, settings.keepWhat),
      disruptionWeights: relationshipWeights(plan, path, settings.keepBy),
      changeLimit: changeLimit && { weights: weightsBy(table, changeLimit.by), share: changeLimit.share },
      ...togetherColumns(table, settings),
      apart: rowsOfIds(table, settings.apart),
      connected: settings.connected,
      classes: problemClasses(plan, path, slots, settings.countFit ?? false),
    },
    options: { mode: modeOf(chosen, alignment, rows), keep: KEEP_MULTIPLE[settings.keep] },
    slots,
    dropped: chosen.dropped,
    rules: measures.map(({ rule }) => rule),
    regions: chosen.regions,
  };
}

/** Live accounts that may be assigned, rising; with `takesPart`, only those of these slots. */
function itemRows(
  { territoryOf, locked }: Alignment,
  live: Float64Array,
  takesPart: Uint8Array | null,
): Uint32Array {
  const rows = new Uint32Array(live.length);
  let count = 0;
  for (let row = 0; row < live.length; row++) {
    const slot = territoryOf[row]!;
    if (live[row] === 0 || (locked[row] && slot === 0) || takesPart?.[slot] === 0) continue;
    rows[count++] = row;
  }
  return rows.slice(0, count);
}

/** Without an account in any of the territories there is nothing to repair. */
function modeOf(chosen: ChosenTerritories, alignment: Alignment, rows: Uint32Array): SearchOptions["mode"] {
  const isChosen = new Uint8Array(alignment.territories.length);
  for (const slot of chosen.slots) if (slot !== null) isChosen[slot] = 1;
  const hasAny = rows.some((row) => isChosen[alignment.territoryOf[row]!] === 1);
  return hasAny ? chosen.mode : "fresh";
}

/**
 * Who had each account in the baseline (without one: has it now), and who answers for each territory and slot. To keep territories, each
 * stands for itself, as it is now.
 */
function relationships(
  plan: Plan,
  path: AlignmentPath,
  slots: readonly (number | null)[],
  keepWhat: OptimizationSettings["keepWhat"],
) {
  const alignment = alignmentAt(plan, path);
  const baseline = keepWhat === "territory" ? alignment : (baselineAt(plan, path) ?? alignment);
  const byTerritory = keepWhat === "territory" || hasNoReps(baseline);
  const numbers = new Map<string | number, number>();
  const numbered = (of: readonly (string | number | null)[]) =>
    Uint16Array.from(of, (keeper) => {
      if (keeper === null) return NONE;
      if (!numbers.has(keeper)) numbers.set(keeper, numbers.size);
      return numbers.get(keeper)!;
    });
  const baselineRepOfSlot = numbered(keepers(baseline, byTerritory));
  const repOfSlot = numbered(keepers(alignment, byTerritory));
  return {
    baselineSlotOf: baseline.territoryOf,
    baselineRepOfSlot,
    repOfSlot,
    repOf: Uint16Array.from(slots, (slot) => (slot === null ? NONE : repOfSlot[slot]!)),
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

/** What each account counts for when its rep changes, more where the relationship is strong; null for each the same. */
function relationshipWeights(plan: Plan, path: AlignmentPath, unit: ChangeUnit): Float64Array | null {
  const weights = weightsBy(plan.tables.accounts, unit);
  const strength = relationshipStrength(plan, path);
  if (strength.every(Number.isNaN)) return weights;
  const multiples = relationshipMultiples(strength);
  return weights ? multiples.map((multiple, row) => multiple * weights[row]!) : multiples;
}

function weightsBy(table: Table, unit: ChangeUnit): Float64Array | null {
  return unit === "revenue" ? revenueOf(table) : null;
}

/** What says which accounts stay together, as asked for and where there is a column. */
function togetherColumns(
  table: Table,
  { families, wholeColumn }: OptimizationSettings,
): Pick<RowProblem, "together" | "families"> {
  const column = wholeColumn === null ? undefined : columnByKey(table, wholeColumn);
  const whole = column?.kind === "text" ? column.codes : column?.kind === "number" ? column.values : null;
  return { together: whole ? [whole] : [], families: families ? postFamilies(table) : null };
}

function rowsOfIds(table: Table, ids: readonly RowId[]): Uint32Array {
  if (ids.length === 0) return new Uint32Array(0);
  const rows = rowById(table);
  return Uint32Array.from(ids.flatMap((id) => rows.get(id) ?? []));
}
