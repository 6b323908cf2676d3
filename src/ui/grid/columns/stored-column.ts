import { type Column, columnByKey, shownColumns, type TableName } from "../../../model/table";
import { isUnitColumn } from "../../../model/units";
import type { GridState } from "../grid-state";

/** The plan's own column behind a column of a sheet, and its table; null for what is calculated and what units come with. */
export function storedColumn(
  { props }: GridState,
  key: string,
): { readonly table: TableName; readonly column: Column } | null {
  const { table, plan } = props.edit;
  if (table === null || table === "territories" || (table === "units" && isUnitColumn(key))) return null;
  const column = columnByKey(plan().tables[table], key);
  return column && shownColumns(plan().tables[table]).includes(column) ? { table, column } : null;
}
