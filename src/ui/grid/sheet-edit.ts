import { impliedRules } from "../../model/implied-rules";
import type { Patch } from "../../model/patch";
import type { Plan } from "../../model/plan";
import type { ColumnRule } from "../../model/planning/column-rule";
import type { TableName } from "../../model/table";
import { doneText } from "../done-text";
import type { Notice, Planner } from "../planner";
import { type SheetRows, sheetRows } from "./rows/sheet-rows";

/** How a sheet changes the plan. */
export interface SheetEdit {
  /** The table under the sheet, "territories" for those of the alignment; null where the rows are none of the plan's. */
  readonly table: TableName | "territories" | null;
  readonly plan: () => Plan;
  /** The plan's day, since 1970-01-01, as tracked scopes read it. */
  readonly today: () => number;
  /** Commits an edit as one undo step and says so to screen readers, by default its label; false where it changes nothing. */
  readonly commit: (patch: Patch, said?: string) => boolean;
  /** Shows a short message with at most one thing to do about it. */
  readonly notify: (notice: Notice) => void;
  readonly undo: () => void;
  /** Checks and colors of the sheet's columns, as tracked scopes read them; absent where it has none. */
  readonly rules?: () => readonly ColumnRule[];
  /** The same, and what columns may hold by what they are used for: cells that break it are marked. Absent = `rules`. */
  readonly marks?: () => readonly ColumnRule[];
  /** How rows are made and deleted; absent where they are not made here. */
  readonly rows?: SheetRows | undefined;
}

export function createSheetEdit(planner: Planner, table: SheetEdit["table"]): SheetEdit {
  const rules = () => planner.plan().planning.columnRules.filter((rule) => rule.table === table);
  return {
    table,
    plan: () => planner.session.plan,
    today: () => planner.plan().day ?? 0,
    commit: (patch, said) => {
      if (!planner.session.edit(patch)) return false;
      planner.announce(said ?? doneText(patch.label));
      return true;
    },
    notify: planner.notify,
    undo: () => void planner.session.undo(),
    rules,
    marks: () => {
      if (table === null || table === "territories") return rules();
      const set = rules();
      return [...set, ...impliedRules(table, planner.plan().tables[table].columns, set)];
    },
    rows: table === null ? undefined : sheetRows(planner, table),
  };
}
