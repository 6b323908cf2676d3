import { territoryAt } from "../../../model/alignment";
import { joinEdits } from "../../../model/edits/join-edits";
import { deleteRows, insertRows, type RowPlace } from "../../../model/edits/row-edits";
import { createTerritory, deleteTerritory } from "../../../model/edits/territory-edits";
import { makeRecordId, makeRowIds } from "../../../model/ids";
import { territoryColor } from "../../../model/palette";
import type { Patch } from "../../../model/patch";
import type { Plan } from "../../../model/plan";
import { rowById, type TableName } from "../../../model/table";
import type { Planner } from "../../planner";

/** How rows of a sheet are made and deleted; each one edit, however many they are. */
export interface SheetRows {
  /** Number of the row that is made next. */
  readonly next: () => number;
  /** Places count in the sheet's natural order; sheets that have no other order take any place for the end. */
  readonly insert: (place: RowPlace, count: number) => Patch;
  readonly remove: (rows: readonly number[]) => Patch;
}

const FEW_ROWS = 100;

/** The rows of a table of the plan, or the territories of the alignment shown. */
export function sheetRows(planner: Planner, table: TableName | "territories"): SheetRows {
  const { session } = planner;
  if (table === "territories") return territoryRows(planner);
  return {
    next: () => session.plan.tables[table].count,
    insert: (place, count) => {
      const { plan } = session;
      const { ids: known } = plan.tables[table];
      // For a few rows it is quicker to look through the ids than to make the look-up by id.
      const taken =
        count > FEW_ROWS ? rowById(plan.tables[table]) : { has: (id: number) => known.includes(id) };
      const ids = makeRowIds(count, Math.random, taken);
      return insertRows(plan, table, place, [...ids]);
    },
    remove: (rows) => deleteRows(session.plan, table, rows),
  };
}

function territoryRows({ session }: Planner): SheetRows {
  const path = () => session.path;
  const made = (plan: Plan): Patch => {
    const { territories } = session.alignment;
    const taken = new Set(territories.map((territory) => territory?.name));
    const slot = territories.length;
    let number = slot;
    while (taken.has(`Territory ${number}`)) number++;
    return createTerritory(plan, path(), {
      id: makeRecordId(Math.random),
      name: `Territory ${number}`,
      color: territoryColor(slot),
      group: null,
      coverage: [],
      share: 1,
    });
  };
  return {
    next: () => session.alignment.territories.length,
    // One at a time: each is to be named.
    insert: () => made(session.plan),
    remove: (slots) => {
      const [only] = slots;
      const label =
        slots.length === 1 && only !== undefined
          ? `Delete territory ${territoryAt(session.alignment, only).name}`
          : `Delete ${slots.length} territories`;
      return joinEdits(
        session.plan,
        slots.map((slot) => (plan: Plan) => deleteTerritory(plan, path(), slot)),
        label,
      );
    },
  };
}
