import type { Lock, Territory, TerritoryGroup, TerritorySlot } from "./alignment";
import type { RowId } from "./ids";
import type { AlignmentPath, Layer, Measure, PlanSettings, Scenario } from "./plan";
import type { PlanningCollection, PlanningTypes } from "./planning/planning-records";
import type { CellValue, Column, TableName } from "./table";

/** What an edit does to the plan, with both sides, so that it inverts alone. */
export interface Patch {
  /** What the planner did, as undo names it: "Move 12 accounts to East". */
  readonly label: string;
  readonly cause: PatchCause;
  readonly changes: readonly Change[];
}

/** The action, rule or optimizer run a patch came from. */
export type PatchCause =
  | { readonly kind: "action"; readonly action: string }
  | { readonly kind: "rule"; readonly rule: string }
  | { readonly kind: "run"; readonly seed: number; readonly iterations: number; readonly settings: unknown };

export type Change =
  | CellChange
  | AssignmentChange
  | UnitChange
  | LockChange
  | TerritoryChange
  | GroupChange
  | RecordChange
  | PlanningChange
  | RowsAdded
  | RowsDeleted
  | ColumnChange
  | ColumnLabelChange;

/** Cells of one column. The arrays run in parallel; each row stands once. Sources are the texts of the file, or null. */
export interface CellChange {
  readonly kind: "cells";
  readonly table: TableName;
  readonly column: string;
  readonly rows: Uint32Array;
  readonly from: readonly CellValue[];
  readonly to: readonly CellValue[];
  readonly fromSources: readonly (string | null)[] | null;
  readonly toSources: readonly (string | null)[] | null;
}

/** The accounts an edit moved, each once, and where from and to. The arrays run in parallel. */
export interface AssignmentChange {
  readonly kind: "assignment";
  readonly path: AlignmentPath;
  readonly accounts: Uint32Array;
  readonly from: Uint16Array;
  readonly to: Uint16Array;
  /** Positions in ASSIGNMENT_ORIGINS. */
  readonly fromOrigin: Uint8Array;
  readonly toOrigin: Uint8Array;
}

/** The units an edit gave to another territory, each once. The arrays run in parallel. */
export interface UnitChange {
  readonly kind: "units";
  readonly path: AlignmentPath;
  readonly units: Uint32Array;
  readonly from: Uint16Array;
  readonly to: Uint16Array;
}

/** Locks set and taken off. The arrays run in parallel. */
export interface LockChange {
  readonly kind: "locks";
  readonly path: AlignmentPath;
  readonly accounts: Uint32Array;
  readonly from: readonly (Lock | null)[];
  readonly to: readonly (Lock | null)[];
}

/** A territory made (from null), changed, or deleted (to null). Its slot is never given to another. */
export interface TerritoryChange {
  readonly kind: "territory";
  readonly path: AlignmentPath;
  readonly slot: TerritorySlot;
  readonly from: Territory | null;
  readonly to: Territory | null;
}

/** A group made, changed, or deleted; `at` is its position among the groups when made, absent = behind the others. */
export interface GroupChange {
  readonly kind: "group";
  readonly path: AlignmentPath;
  readonly id: string;
  readonly at?: number | undefined;
  readonly from: TerritoryGroup | null;
  readonly to: TerritoryGroup | null;
}

/** Records of the plan, by collection. A plan has one name and one settings record, with the key "". */
export interface RecordTypes {
  name: string;
  settings: PlanSettings;
  measures: Measure;
  layers: Layer;
  scenarios: Scenario;
}

/** A record made, changed, or deleted; `at` is its position in the collection when made. */
export type RecordChange = {
  [Collection in keyof RecordTypes]: {
    readonly kind: "record";
    readonly collection: Collection;
    readonly key: string;
    readonly at: number;
    readonly from: RecordTypes[Collection] | null;
    readonly to: RecordTypes[Collection] | null;
  };
}[keyof RecordTypes];

/** A planning record made (from null), changed, or deleted (to null); `at` is its position in the collection when made. */
export interface PlanningChange {
  readonly kind: "planning";
  readonly collection: PlanningCollection;
  readonly id: string;
  readonly at: number;
  readonly from: PlanningTypes[PlanningCollection] | null;
  readonly to: PlanningTypes[PlanningCollection] | null;
}

/** Rows appended behind the last one: their ids, and their cells by column key (missing columns are blank). */
export interface RowsAdded {
  readonly kind: "rows-added";
  readonly table: TableName;
  readonly at: number;
  readonly ids: readonly RowId[];
  readonly cells: readonly { readonly column: string; readonly values: readonly CellValue[] }[];
}

/** Rows deleted, or brought back. */
export interface RowsDeleted {
  readonly kind: "rows-deleted";
  readonly table: TableName;
  readonly rows: Uint32Array;
  readonly deleted: boolean;
  /** Of rows whose adding is taken back, what they came with: a column of theirs may go and return in between. */
  readonly cells?: RowsAdded["cells"] | undefined;
}

/** A column added (from null), replaced as a whole (renamed, retyped) or removed (to null), with its place. */
export interface ColumnChange {
  readonly kind: "column";
  readonly table: TableName;
  readonly at: number;
  readonly from: Column | null;
  readonly to: Column | null;
}

/** A column called otherwise, or used for something else; its cells stay as they are. */
export interface ColumnLabelChange {
  readonly kind: "column-label";
  readonly table: TableName;
  /** Key of the column. */
  readonly column: string;
  readonly from: ColumnLabel;
  readonly to: ColumnLabel;
}

/** What a column is called and used for. */
export type ColumnLabel = Pick<Column, "header" | "role">;

/** The patch that takes this one back. */
export function invertPatch(patch: Patch): Patch {
  return { ...patch, changes: patch.changes.map(invertChange).reverse() };
}

function invertChange(change: Change): Change {
  switch (change.kind) {
    case "cells":
      return {
        ...change,
        from: change.to,
        to: change.from,
        fromSources: change.toSources,
        toSources: change.fromSources,
      };
    case "assignment":
      return {
        ...change,
        from: change.to,
        to: change.from,
        fromOrigin: change.toOrigin,
        toOrigin: change.fromOrigin,
      };
    case "rows-added": {
      const rows = Uint32Array.from(change.ids, (_, i) => change.at + i);
      return { kind: "rows-deleted", table: change.table, rows, deleted: true, cells: change.cells };
    }
    case "rows-deleted":
      return { ...change, deleted: !change.deleted };
    default:
      return { ...change, from: change.to, to: change.from } as Change;
  }
}

/** True where the patch changes nothing. */
export function isEmptyPatch(patch: Patch): boolean {
  return patch.changes.length === 0;
}

/** The patch of an edit that finds nothing to change. */
export function nothingTo(label: string): Patch {
  return { label, cause: { kind: "action", action: "nothing" }, changes: [] };
}
