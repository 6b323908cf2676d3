import { cellValue } from "../cells";
import type { Patch } from "../patch";
import type { Plan } from "../plan";
import { columnByRole } from "../table";
import { countOf } from "./assign-accounts";
import { editCells } from "./edit-cells";

/** Takes the latitudes of some accounts for their longitudes, and the other way round. No change where the sheet has not both. */
export function swapPlaces(plan: Plan, accounts: readonly number[]): Patch {
  const table = plan.tables.accounts;
  const latitude = columnByRole(table, "latitude");
  const longitude = columnByRole(table, "longitude");
  const label = `Swap latitude and longitude of ${countOf(accounts.length)}`;
  const cause = { kind: "action", action: "edit-cells" } as const;
  if (!latitude || !longitude) return { label, cause, changes: [] };
  const valuesOf = (column: typeof latitude) => accounts.map((account) => cellValue(column, account));
  return {
    label,
    cause,
    changes: [
      ...editCells(plan, "accounts", latitude.key, accounts, valuesOf(longitude)).changes,
      ...editCells(plan, "accounts", longitude.key, accounts, valuesOf(latitude)).changes,
    ],
  };
}
