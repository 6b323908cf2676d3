import { LOCATE_METHODS } from "../../geodata/address";
import { majorityCountry } from "../../geodata/locate-columns";
import { editCells } from "../../model/edits/edit-cells";
import type { Patch } from "../../model/patch";
import type { Plan } from "../../model/plan";
import { columnByRole, type TableName } from "../../model/table";
import { addressColumns, type LocateAddresses, METHOD_NAMES } from "./place-accounts";

export interface LocatedAgain {
  /** Sets the positions found in the plan as it is when the answer is there; empty where none was found. */
  readonly patchFor: (plan: Plan) => Patch;
  readonly found: number;
  /** Why the others were not, by row. */
  readonly notFound: readonly { readonly account: number; readonly reason: string }[];
}

/** Tables whose rows have addresses. */
export type LocatedTable = Extract<TableName, "accounts" | "leads" | "reps">;

/**
 * Places accounts, leads, or the homes of reps, by their address as it stands in the sheet now. Those that are not found keep the place they have.
 * Rows without a country are looked for where most of the plan's accounts are.
 */
export async function locateAgain(
  plan: Plan,
  accounts: readonly number[],
  locate: LocateAddresses,
  name: LocatedTable = "accounts",
): Promise<LocatedAgain> {
  const table = plan.tables[name];
  const known = plan.tables.accounts.count > 0 ? plan.tables.accounts : table;
  const everyRow = Array.from({ length: known.count }, (_, row) => row);
  const country = majorityCountry(addressColumns(known, everyRow, null)) ?? null;
  const located = await locate(addressColumns(table, accounts, country));
  const reasons = new Map(located.notes.map((note) => [note.row, note.text]));

  const found: number[] = [];
  const notFound: { account: number; reason: string }[] = [];
  accounts.forEach((account, row) => {
    if (LOCATE_METHODS[located.how[row]!] !== "none") found.push(row);
    else notFound.push({ account, reason: reasons.get(row) ?? "The row has no address." });
  });
  const rows = found.map((row) => accounts[row]!);
  const set = (
    now: Plan,
    role: "latitude" | "longitude" | "locatedBy",
    cellOf: (row: number) => number | string,
  ) => {
    const column = columnByRole(now.tables[name], role);
    return column ? editCells(now, name, column.key, rows, found.map(cellOf)).changes : [];
  };
  const patchFor = (now: Plan): Patch => ({
    label: `Locate ${rows.length.toLocaleString("en-US")} ${rows.length === 1 ? name.slice(0, -1) : name}`,
    cause: { kind: "action", action: "locate" },
    changes: [
      ...set(now, "latitude", (row) => located.latitude[row]!),
      ...set(now, "longitude", (row) => located.longitude[row]!),
      ...set(now, "locatedBy", (row) => METHOD_NAMES[LOCATE_METHODS[located.how[row]!]!]),
    ],
  });
  return { patchFor, found: found.length, notFound };
}
