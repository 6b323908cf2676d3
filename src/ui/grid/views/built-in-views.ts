import { UNASSIGNED_TERRITORY } from "../../../model/alignment";
import type { SheetView, StoredFilter } from "../../../model/planning/sheet-view";
import { PLAIN_LOOK, type SheetLook } from "./sheet-look";

/** A view that every plan has. It leaves the columns as they stand, and as its filters are of live columns it is never out of date. */
export interface BuiltInView {
  readonly id: string;
  readonly name: string;
  readonly look: SheetLook;
  /** Columns it brings into view, by key. */
  readonly shows: readonly string[];
}

export const ALL_ROWS_VIEW: BuiltInView = { id: "@all", name: "All", look: PLAIN_LOOK, shows: [] };

const YES: StoredFilter = { kind: "values", values: ["Yes"] };

const OF_ACCOUNTS: readonly BuiltInView[] = [
  view("@unassigned", "Unassigned", "@territory", { kind: "values", values: [UNASSIGNED_TERRITORY.name] }),
  view("@moved", "Moved from baseline", "@moved", YES, ["@baseline"]),
  view("@locked", "Locked", "@locked", YES),
];

/** The views that a sheet has from the start. */
export function builtInViews(table: SheetView["table"]): readonly BuiltInView[] {
  return table === "accounts" ? [ALL_ROWS_VIEW, ...OF_ACCOUNTS] : [ALL_ROWS_VIEW];
}

function view(
  id: string,
  name: string,
  column: string,
  filter: StoredFilter,
  shows: readonly string[] = [],
): BuiltInView {
  return { id, name, look: { ...PLAIN_LOOK, filters: [{ column, filter }] }, shows };
}
