import type { RowId } from "../ids";
import type { Change, Patch } from "../patch";
import type { Plan } from "../plan";
import { columnByRole, type TextColumn } from "../table";
import { TextDictionary } from "../text-dictionary";

/** Adds a rep with a name, and the column for names where the plan has no reps yet. */
export function addRep(plan: Plan, id: RowId, name: string): Patch {
  const { reps } = plan.tables;
  const known = columnByRole(reps, "name");
  const column: TextColumn = {
    kind: "text",
    type: "text",
    key: "name",
    header: "Rep",
    role: "name",
    origin: "planner",
    source: null,
    codes: new Uint32Array(reps.count),
    dictionary: new TextDictionary(),
  };
  const changes: Change[] = known
    ? []
    : [{ kind: "column", table: "reps", at: reps.columns.length, from: null, to: column }];
  changes.push({
    kind: "rows-added",
    table: "reps",
    at: reps.count,
    ids: [id],
    cells: [{ column: (known ?? column).key, values: [name] }],
  });
  return { label: `Add rep ${name}`, cause: { kind: "action", action: "add-rep" }, changes };
}
