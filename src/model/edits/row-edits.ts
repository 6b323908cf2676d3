import { formatRowId, type RowId } from "../ids";
import type { Change, Patch } from "../patch";
import type { Plan } from "../plan";
import type { PlanningCollection } from "../planning/planning-records";
import { BEFORE_ALL, idBefore, isLast, positionColumn } from "../row-order";
import { type CellValue, columnByKey, type Table, type TableName } from "../table";
import { blankColumn } from "./blank-column";
import { setPlanningRecord } from "./set-planning-record";

/** Where new rows go in natural order: before or behind a row, or behind all. */
export type RowPlace = { readonly before: number } | { readonly after: number } | "end";

/** Cells of new rows: a column by key, and its values by new row. */
export interface InsertedCells {
  readonly column: string;
  readonly values: readonly CellValue[];
}

/** Key of the column of positions, numbered where a column that lost the role has it. */
const POSITION_KEY = "@position";

/** Puts rows in at a place, in the order of their ids; cells that are not given are blank. New accounts are unassigned. */
export function insertRows(
  plan: Plan,
  table: TableName,
  place: RowPlace,
  ids: readonly RowId[],
  cells: readonly InsertedCells[] = [],
): Patch {
  const rows = plan.tables[table];
  const label = `Add ${countOfRows(table, ids.length)}`;
  const cause = { kind: "action", action: "insert-rows" } as const;
  if (ids.length === 0) return { label, cause, changes: [] };
  const behind = anchorOf(plan, table, place);
  const added: Change = { kind: "rows-added", table, at: rows.count, ids, cells };
  if (behind === null) return { label, cause, changes: [added] };
  const known = positionColumn(rows);
  const column = known ?? blankColumn(freeKey(rows), "Position", "position", "number");
  const made: Change = { kind: "column", table, at: rows.columns.length, from: null, to: column };
  const positions = { column: column.key, values: ids.map((_, i) => (i === 0 ? behind : ids[i - 1]!)) };
  return {
    label,
    cause,
    changes: [...(known ? [] : [made]), { ...added, cells: [...cells, positions] }],
  };
}

function freeKey(rows: Table): string {
  let key = POSITION_KEY;
  for (let number = 2; columnByKey(rows, key); number++) key = `${POSITION_KEY}-${number}`;
  return key;
}

/**
 * Deletes rows with what speaks of them alone: notes, names, holdouts; a rep is taken off every territory too. Leads and deals that name
 * an account or rep keep their text. Comments stay to be read; an account's assignment and locks stay with the row, so that undo finds them.
 */
export function deleteRows(plan: Plan, table: TableName, rows: readonly number[]): Patch {
  const { ids, deleted } = plan.tables[table];
  const live = rows.filter((row) => !deleted?.[row]);
  const label = `Delete ${countOfRows(table, live.length)}`;
  const cause = { kind: "action", action: "delete-rows" } as const;
  if (live.length === 0) return { label, cause, changes: [] };
  const gone = new Set(live.map((row) => ids[row]!));
  return {
    label,
    cause,
    changes: [
      ...recordsGone(plan, table, gone),
      ...(table === "reps" ? coverageGone(plan, gone) : []),
      { kind: "rows-deleted", table, rows: Uint32Array.from(live), deleted: true },
    ],
  };
}

/** "12 accounts", "1 rep". */
export function countOfRows(table: TableName, count: number): string {
  return `${count.toLocaleString("en-US")} ${count === 1 ? table.slice(0, -1) : table}`;
}

/** Id of the row to stand behind; null where appending puts the rows there. */
function anchorOf(plan: Plan, name: TableName, place: RowPlace): RowId | null {
  const table = plan.tables[name];
  if (place === "end" || table.count === 0) return null;
  if ("after" in place) return isLast(table, place.after) ? null : table.ids[place.after]!;
  return idBefore(table, place.before) || BEFORE_ALL;
}

function recordsGone(plan: Plan, table: TableName, gone: ReadonlySet<RowId>): Change[] {
  const { planning } = plan;
  const files = new Set([...gone].map(formatRowId));
  const speaksOf: { readonly [Collection in PlanningCollection]?: (record: never) => boolean } = {
    ...(table === "accounts" && {
      namedAccounts: ({ account }: { account: RowId }) => gone.has(account),
      moveNotes: ({ id }: { id: string }) => files.has(id),
    }),
    ...(table === "deals" && { holdouts: ({ deal }: { deal: RowId }) => gone.has(deal) }),
    ...(table === "reps" && {
      namedAccounts: ({ rep }: { rep: RowId }) => gone.has(rep),
      holdouts: ({ rep }: { rep: RowId }) => gone.has(rep),
      repLocks: ({ rep }: { rep: RowId }) => gone.has(rep),
    }),
  };
  const changes: Change[] = [];
  for (const collection of Object.keys(speaksOf) as PlanningCollection[]) {
    const speaks = speaksOf[collection] as (record: { readonly id: string }) => boolean;
    const records: readonly { readonly id: string }[] = planning[collection];
    // The last first, so that taken back in turn each finds its place.
    for (const record of records.filter(speaks).toReversed()) {
      changes.push(...setPlanningRecord(plan, collection, record.id, null, "").changes);
    }
  }
  return changes;
}

/** Takes reps off the territories of every scenario and layer. */
function coverageGone(plan: Plan, gone: ReadonlySet<RowId>): Change[] {
  return plan.scenarios.flatMap((scenario) =>
    Object.entries(scenario.alignments).flatMap(([layer, { territories }]) =>
      territories.flatMap((from, slot): Change[] => {
        if (!from?.coverage.some(({ rep }) => gone.has(rep))) return [];
        const to = { ...from, coverage: from.coverage.filter(({ rep }) => !gone.has(rep)) };
        return [{ kind: "territory", path: { scenario: scenario.id, layer }, slot, from, to }];
      }),
    ),
  );
}
