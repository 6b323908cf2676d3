import { type PackedColumn, packColumn, unpackColumn } from "./packed-plan";
import { type PackedValues, packValues, unpackValues } from "./packed-values";
import type { CellChange, Change, ColumnChange } from "./patch";
import type { Revision } from "./revision";
import type { CellValue } from "./table";

type PackedColumnChange = Omit<ColumnChange, "from" | "to"> & {
  readonly from: PackedColumn | null;
  readonly to: PackedColumn | null;
};

type PackedCellChange = Omit<CellChange, "from" | "to" | "fromSources" | "toSources"> & {
  readonly from: PackedValues<CellValue>;
  readonly to: PackedValues<CellValue>;
  readonly fromSources: PackedValues<string | null> | null;
  readonly toSources: PackedValues<string | null> | null;
};

type PackedChange = Exclude<Change, ColumnChange | CellChange> | PackedColumnChange | PackedCellChange;

/** A revision that survives structured cloning. */
export type PackedRevision = Omit<Revision, "patch"> & {
  readonly patch: Omit<Revision["patch"], "changes"> & { readonly changes: readonly PackedChange[] };
};

/** The revision as plain data. It shares the revision's arrays: do not write to them. */
export function packRevision(revision: Revision): PackedRevision {
  return { ...revision, patch: { ...revision.patch, changes: revision.patch.changes.map(packChange) } };
}

/** The revision that `packRevision` packed. It takes over the arrays. */
export function unpackRevision(packed: PackedRevision): Revision {
  return { ...packed, patch: { ...packed.patch, changes: packed.patch.changes.map(unpackChange) } };
}

function packChange(change: Change): PackedChange {
  switch (change.kind) {
    case "column":
      return {
        ...change,
        from: change.from && packColumn(change.from),
        to: change.to && packColumn(change.to),
      };
    case "cells":
      return {
        ...change,
        from: packValues(change.from),
        to: packValues(change.to),
        fromSources: change.fromSources && packValues(change.fromSources),
        toSources: change.toSources && packValues(change.toSources),
      };
    default:
      return change;
  }
}

function unpackChange(change: PackedChange): Change {
  switch (change.kind) {
    case "column":
      return {
        ...change,
        from: change.from && unpackColumn(change.from),
        to: change.to && unpackColumn(change.to),
      };
    case "cells":
      return {
        ...change,
        from: unpackValues(change.from),
        to: unpackValues(change.to),
        fromSources: change.fromSources && unpackValues(change.fromSources),
        toSources: change.toSources && unpackValues(change.toSources),
      };
    default:
      return change;
  }
}
