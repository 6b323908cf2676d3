import { type PackedColumn, packColumn, unpackColumn } from "./packed-plan";
import type { Change, ColumnChange } from "./patch";
import type { Revision } from "./revision";

type PackedColumnChange = Omit<ColumnChange, "from" | "to"> & {
  readonly from: PackedColumn | null;
  readonly to: PackedColumn | null;
};

type PackedChange = Exclude<Change, ColumnChange> | PackedColumnChange;

/** A revision that survives structured cloning. */
export type PackedRevision = Omit<Revision, "patch"> & {
  readonly patch: Omit<Revision["patch"], "changes"> & { readonly changes: readonly PackedChange[] };
};

/** The revision as plain data. It shares the revision's arrays: do not write to them. */
export function packRevision(revision: Revision): PackedRevision {
  const changes = revision.patch.changes.map((change) =>
    change.kind === "column"
      ? { ...change, from: change.from && packColumn(change.from), to: change.to && packColumn(change.to) }
      : change,
  );
  return { ...revision, patch: { ...revision.patch, changes } };
}

/** The revision that `packRevision` packed. It takes over the arrays. */
export function unpackRevision(packed: PackedRevision): Revision {
  const changes = packed.patch.changes.map((change) =>
    change.kind === "column"
      ? {
          ...change,
          from: change.from && unpackColumn(change.from),
          to: change.to && unpackColumn(change.to),
        }
      : change,
  );
  return { ...packed, patch: { ...packed.patch, changes } };
}
