import { type Alignment, territorySlots } from "../alignment";
import type { AssignmentChange, Patch } from "../patch";
import { type AlignmentPath, alignmentAt, baselineAt, type Measure, type Plan } from "../plan";
import { columnByKey, columnByRole, type Table } from "../table";
import { balanceScore, measureScore, territoriesWithin, territoryTargets } from "./balance";
import { type Disruption, disruption, updateDisruption } from "./disruption";
import { measureValues } from "./measure-values";
import { territoryTotals, updateTerritoryTotals } from "./territory-totals";
import { type Travel, travel, travelSteps, updateTravel } from "./travel";

/** One measure over the territories of an alignment. Arrays by slot. */
export interface MeasureFigures {
  readonly measure: Measure;
  readonly totals: Float64Array;
  /** 0 for slot 0 and deleted territories. */
  readonly targets: Float64Array;
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
export function figures(plan: Plan, path: AlignmentPath): Figures {
  const { accounts } = plan.tables;
  const alignment = alignmentAt(plan, path);
  return {
    ...assignmentFigures(plan, path),
    travel: travel(alignment, accounts, liveAccounts(accounts)),
  };
}

/** Every figure from scratch, in steps of a few milliseconds at 100,000 accounts: what `figures` returns, comes at the end. */
export function* figureSteps(plan: Plan, path: AlignmentPath): Generator<void, Figures> {
  const { accounts } = plan.tables;
  const assigned = assignmentFigures(plan, path);
  yield;
  return {
    ...assigned,
    travel: yield* travelSteps(alignmentAt(plan, path), accounts, liveAccounts(accounts)),
  };
}

/** Every figure but travel, from scratch. */
function assignmentFigures(plan: Plan, path: AlignmentPath): Omit<Figures, "travel"> {
  const alignment = alignmentAt(plan, path);
  const baseline = baselineAt(plan, path);
  const { accounts } = plan.tables;
  const live = liveAccounts(accounts);
  const totalsOf = (measure: Measure) => territoryTotals(alignment, measureValues(accounts, measure));
  return {
    ...balanceFigures(plan.measures, alignment, totalsOf),
    path,
    accounts: territoryTotals(alignment, live),
    disruption: baseline && disruption(alignment, baseline, live, revenueOf(accounts)),
  };
}

/**
 * The figures after a patch. Moves of accounts cost time in proportion to the accounts moved and those of the territories
 * touched; anything else is counted again.
 */
export function updateFigures(before: Figures, plan: Plan, patch: Patch): Figures {
  const { path } = before;
  if (patch.changes.every((change) => change.kind === "cells")) return figuresAfterCells(before, plan, patch);
  const moves = assignmentsOnly(patch);
  if (moves?.length !== 1 || !samePath(moves[0]!.path, path)) {
    return figures(plan, path);
  }
  const change = moves[0]!;
  const alignment = alignmentAt(plan, path);
  const baseline = baselineAt(plan, path);
  const { accounts } = plan.tables;
  const live = liveAccounts(accounts);
  const totalsBefore = new Map(before.measures.map((figure) => [figure.measure.id, figure.totals]));
  const totalsOf = (measure: Measure) =>
    updateTerritoryTotals(totalsBefore.get(measure.id)!, measureValues(accounts, measure), change);
  return {
    ...balanceFigures(plan.measures, alignment, totalsOf),
    path,
    accounts: updateTerritoryTotals(before.accounts, live, change),
    disruption:
      baseline && before.disruption
        ? updateDisruption(before.disruption, alignment, baseline, live, revenueOf(accounts), change)
        : null,
    travel: updateTravel(before.travel, alignment, accounts, live, change),
  };
}

/** After edits of cells only what reads the columns edited is counted again; most columns nothing reads. */
function figuresAfterCells(before: Figures, plan: Plan, patch: Patch): Figures {
  const edited = patch.changes.flatMap((change) => {
    if (change.kind !== "cells" || (change.table !== "accounts" && change.table !== "reps")) return [];
    const column = columnByKey(plan.tables[change.table], change.column);
    return column ? [{ table: change.table, column }] : [];
  });
  if (edited.some(({ column }) => column.role === "latitude" || column.role === "longitude")) {
    return figures(plan, before.path);
  }
  const isMeasured = (key: string) =>
    plan.measures.some(({ source }) => source.kind === "column" && source.column === key);
  const counted = edited.some(
    ({ table, column }) => table === "accounts" && (column.role === "revenue" || isMeasured(column.key)),
  );
  return counted ? { ...assignmentFigures(plan, before.path), travel: before.travel } : before;
}

function balanceFigures(
  measures: readonly Measure[],
  alignment: Alignment,
  totalsOf: (measure: Measure) => Float64Array,
): Pick<Figures, "measures" | "balanceScore" | "territoryCount"> {
  const all = measures.map((measure): MeasureFigures => {
    const totals = totalsOf(measure);
    const targets = territoryTargets(alignment, totals);
    const score = measureScore(totals, targets);
    return { measure, totals, targets, score, within: territoriesWithin(totals, targets, measure.tolerance) };
  });
  return {
    measures: all,
    balanceScore: balanceScore(all.map(({ measure, score }) => ({ score, weight: measure.weight }))),
    territoryCount: territorySlots(alignment).length,
  };
}

function assignmentsOnly(patch: Patch): AssignmentChange[] | null {
  const changes = patch.changes.filter((change) => change.kind === "assignment");
  return changes.length === patch.changes.length ? changes : null;
}

function samePath(a: AlignmentPath, b: AlignmentPath): boolean {
  return a.scenario === b.scenario && a.layer === b.layer;
}
