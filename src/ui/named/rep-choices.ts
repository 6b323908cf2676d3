import { cellText } from "../../model/cells";
import type { RowId } from "../../model/ids";
import type { Plan } from "../../model/plan";
import { columnByRole, isLive, rowById } from "../../model/table";

/** A rep's name; "" for nobody and for one who is gone. */
export function repName({ tables: { reps } }: Plan, rep: RowId | null): string {
  const row = rep === null ? undefined : rowById(reps).get(rep);
  return row === undefined ? "" : cellText(columnByRole(reps, "name"), row) || `Rep ${row + 1}`;
}

/** The reps who are not deleted, by name. */
export function repChoices(plan: Plan): { readonly id: RowId; readonly name: string }[] {
  const { reps } = plan.tables;
  return [...reps.ids]
    .filter((_, row) => isLive(reps, row))
    .map((id) => ({ id, name: repName(plan, id) }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** An account's name, or its place in the table. */
export function accountName({ tables: { accounts } }: Plan, row: number): string {
  return cellText(columnByRole(accounts, "name"), row) || `Account ${row + 1}`;
}
