import { applyPatch } from "../model/apply-patch";
import { acceptRouting } from "../model/edits/accept-routing";
import { addRows } from "../model/edits/add-rows";
import { makeRowIds, type Random } from "../model/ids";
import { placeOf } from "../model/metrics/places";
import type { Patch } from "../model/patch";
import type { AlignmentPath, Plan } from "../model/plan";
import type { RoutedTable } from "../model/planning/routing-rule";
import type { Decision } from "../model/rules/decision";
import { routeRows } from "../model/rules/route-rows";
import { rowById } from "../model/table";
import type { NewRows } from "./new-rows";

/** Places rows of a table by their address; the patch sets what was found. */
export type LocateRows = (
  plan: Plan,
  rows: readonly number[],
  table: RoutedTable,
) => Promise<{ readonly patchFor: (plan: Plan) => Patch }>;

/** New rows as they would stand in the plan: located, and each with where the rules send it. Nothing is changed by it. */
export interface ArrivingRows {
  readonly table: RoutedTable;
  /** The plan with them, not routed yet. */
  readonly plan: Plan;
  /** In the order in which they are routed. */
  readonly decisions: readonly Decision[];
  /** Adds them; `routed` also gives them to whom the decisions say. One undo step. */
  readonly patch: (routed: boolean) => Patch;
}

/** Puts new rows behind those of the plan, looks their places up, and asks the rules. `now` in days since 1970. */
export async function arrivingRows(
  plan: Plan,
  path: AlignmentPath,
  table: RoutedTable,
  rows: NewRows,
  { locate, random, now }: { readonly locate: LocateRows; readonly random: Random; readonly now: number },
): Promise<ArrivingRows> {
  const first = plan.tables[table].count;
  const ids = makeRowIds(rows.count, random, rowById(plan.tables[table]));
  const adding = addRows(plan, table, [...ids], rows.cells);
  const added = applyPatch(plan, adding);
  const numbers = Array.from(ids, (_, i) => first + i);
  const placeless = numbers.filter((row) => placeOf(added.tables[table], row) === null);
  const located = placeless.length > 0 ? (await locate(added, placeless, table)).patchFor(added).changes : [];
  const arrived = applyPatch(added, { ...adding, changes: located });
  const decisions = routeRows(arrived, path, table, numbers, now);
  return {
    table,
    plan: arrived,
    decisions,
    patch: (routed) => {
      const routing = routed ? acceptRouting(arrived, path, table, decisions).changes : [];
      const label = routed ? `${adding.label}, routed` : adding.label;
      return { ...adding, label, changes: [...adding.changes, ...located, ...routing] };
    },
  };
}
