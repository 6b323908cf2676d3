import { type Alignment, territorySlots } from "../alignment";
import { planOfLayer, readsColumn } from "../eligibility";
import { measuresFormulas } from "../formula/measured-formulas";
import type { Change, Patch } from "../patch";
import { type AlignmentPath, alignmentAt, baselineAt, type Measure, type Plan } from "../plan";
import { columnByKey, columnByRole, type Table } from "../table";
import { balanceScore, measureScore, territoriesWithin } from "./balance";
import { territoryCapacities } from "./capacities";
import { type Disruption, disruption, updateDisruption } from "./disruption";
import {
  isMeasured,
  measuresUnits,
  measuresWorkload,
  measureTotals,
  updateMeasureTotals,
} from "./measure-totals";
import { measureValues } from "./measure-values";
import { targetsOf, targetWeights, totalOf } from "./targets";
import { territoryTotals, updateTerritoryTotals } from "./territory-totals";
import { touchesFigures } from "./touches-figures";
import { type Travel, travel, travelSteps, updateTravel } from "./travel";
import { updateWorkload, type WorkloadFigures, workload } from "./workload";

/** One measure over the territories of an alignment. Arrays by slot. */
export interface MeasureFigures {
  readonly measure: Measure;
  readonly totals: Float64Array;
  /** 0 for slot 0 and deleted territories. */
  readonly targets: Float64Array;
  /** The most that each territory's rep can carry, NaN = no limit; null where the measure has no capacities. */
  readonly capacities: Float64Array | null;
  /** 0–100, NaN where no territory has a target. */
  readonly score: number;
  /** Territories within the tolerance. */
  readonly within: number;
}

/** Every figure shown about one alignment. A value: `updateFigures` makes the next one. */
export interface Figures {
  readonly path: AlignmentPath;
  /** Accounts by slot. */
  readonly accounts: Float64Array;
  readonly territoryCount: number;
  /** In the order of the plan's measures. */
  readonly measures: readonly MeasureFigures[];
  /** 0–100, NaN where nothing can be balanced. */
  readonly balanceScore: number;
  /** null without a baseline. */
  readonly disruption: Disruption | null;
  readonly travel: Travel;
  /** null where no measure is of workload. */
  readonly workload: WorkloadFigures | null;
}

const ACCOUNTS: Measure = {
  id: "accounts",
  name: "Accounts",
  source: { kind: "accounts" },
  weight: 0,
  tolerance: 0,
};

/** 1 for each account that counts, 0 for deleted ones. Shared: do not write to it. */
export function liveAccounts(accounts: Table): Float64Array {
  return measureValues(accounts, ACCOUNTS);
}

/** Revenue of each account by the column with that role, 0 where there is none. Shared: do not write to it. */
export function revenueOf(accounts: Table): Float64Array {
  const column = columnByRole(accounts, "revenue");
  return measureValues(accounts, { ...ACCOUNTS, source: { kind: "column", column: column?.key ?? "" } });
}

/** Every figure from scratch. */
export function figures(whole: Plan, path: AlignmentPath): Figures {
  const plan = planOfLayer(whole, path.layer);
  const { accounts } = plan.tables;
  const travelled = travel(alignmentAt(plan, path), accounts, liveAccounts(accounts));
  return figuresOver(plan, path, travelled);
}

/** Every figure from scratch, in steps of a few milliseconds at 100,000 accounts: what `figures` returns, comes at the end. */
export function* figureSteps(whole: Plan, path: AlignmentPath): Generator<void, Figures> {
  const plan = planOfLayer(whole, path.layer);
  const { accounts } = plan.tables;
  const travelled = yield* travelSteps(alignmentAt(plan, path), accounts, liveAccounts(accounts));
  yield;
  return figuresOver(plan, path, travelled);
}

/** Every figure but travel, from scratch. */
function figuresOver(plan: Plan, path: AlignmentPath, travelled: Travel): Figures {
  const alignment = alignmentAt(plan, path);
  const baseline = baselineAt(plan, path);
  const { accounts } = plan.tables;
  const live = liveAccounts(accounts);
  const hours = measuresWorkload(plan) ? workload(plan, path, travelled.centers) : null;
  return {
    ...balanceFigures(plan, alignment, (measure) => measureTotals(plan, alignment, measure, hours)),
    path,
    accounts: territoryTotals(alignment, live),
    disruption: baseline && disruption(alignment, baseline, live, revenueOf(accounts)),
    travel: travelled,
    workload: hours,
  };
}

/**
 * The figures after a patch. Moves of accounts cost time in proportion to the accounts moved and those of the territories
 * touched; anything else is counted again.
 */
export function updateFigures(before: Figures, whole: Plan, patch: Patch): Figures {
  const { path } = before;
  const plan = planOfLayer(whole, path.layer);
  const touching = patch.changes.filter((each) => touchesFigures(each, path) && !isUnmeasured(plan, each));
  const changes = touching.filter((each) => each.kind !== "units");
  const unitsCount = changes.length < touching.length && measuresUnits(plan);
  if (changes.length === 0) return unitsCount ? figuresOver(plan, path, before.travel) : before;
  if (changes.every((each) => each.kind === "cells") && !unitsCount)
    return figuresAfterCells(before, plan, changes);
  if (changes.every((each) => addsUnplaced(plan, each))) return figuresOver(plan, path, before.travel);
  const [change] = changes;
  if (changes.length !== 1 || change?.kind !== "assignment") return figures(plan, path);
  const alignment = alignmentAt(plan, path);
  const baseline = baselineAt(plan, path);
  const { accounts } = plan.tables;
  const live = liveAccounts(accounts);
  const travelled = updateTravel(before.travel, alignment, accounts, live, change);
  const hours = before.workload && updateWorkload(before.workload, plan, path, travelled.centers, change);
  const totalsBefore = new Map(before.measures.map((figure) => [figure.measure.id, figure.totals]));
  const totalsNow = (measure: Measure) =>
    updateMeasureTotals(totalsBefore.get(measure.id)!, plan, measure, hours, change);
  return {
    ...balanceFigures(plan, alignment, totalsNow),
    path,
    accounts: updateTerritoryTotals(before.accounts, live, change),
    disruption:
      baseline && before.disruption
        ? updateDisruption(before.disruption, alignment, baseline, live, revenueOf(accounts), change)
        : null,
    travel: travelled,
    workload: hours,
  };
}

/** A calculated column that no measure can depend on. */
function isUnmeasured(plan: Plan, change: Change): boolean {
  return change.kind === "planning" && change.collection === "columns" && !measuresFormulas(plan);
}

/** After edits of cells only what reads the columns edited is counted again; most columns nothing reads. */
function figuresAfterCells(before: Figures, plan: Plan, changes: readonly Change[]): Figures {
  let counted = false;
  for (const change of changes) {
    if (change.kind !== "cells") continue;
    const role = columnByKey(plan.tables[change.table], change.column)?.role;
    const judges = change.table === "accounts" && readsColumn(plan, before.path.layer, change.column);
    if (judges) return figures(plan, before.path);
    const moves = change.table === "accounts" || change.table === "reps";
    if (moves && (role === "latitude" || role === "longitude")) return figures(plan, before.path);
    counted ||= isMeasured(plan, change.table, change.column);
  }
  return counted ? figuresOver(plan, before.path, before.travel) : before;
}

/** New accounts are in no territory; without a place they change no center either. */
function addsUnplaced({ tables }: Plan, change: Change): boolean {
  if (change.kind !== "rows-added" || change.table !== "accounts") return false;
  return change.cells.every(({ column }) => {
    const role = columnByKey(tables.accounts, column)?.role;
    return role !== "latitude" && role !== "longitude";
  });
}

function balanceFigures(
  { measures, tables: { reps } }: Plan,
  alignment: Alignment,
  totalsOf: (measure: Measure) => Float64Array,
): Pick<Figures, "measures" | "balanceScore" | "territoryCount"> {
  const all = measures.map((measure): MeasureFigures => {
    const totals = totalsOf(measure);
    const targets = targetsOf(targetWeights(measure, alignment, reps), totalOf(totals));
    return {
      measure,
      totals,
      targets,
      capacities: territoryCapacities(measure, alignment, reps),
      score: measureScore(totals, targets),
      within: territoriesWithin(totals, targets, measure.tolerance),
    };
  });
  return {
    measures: all,
    balanceScore: balanceScore(all.map(({ measure, score }) => ({ score, weight: measure.weight }))),
    territoryCount: territorySlots(alignment).length,
  };
}
