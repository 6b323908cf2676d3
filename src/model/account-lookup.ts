import { canonicalText } from "./canonical-text";
import { cellSource, cellValue } from "./cells";
import { type Column, columnByRole, isLive, type Table } from "./table";
import { foldText } from "./views/fold-text";

/** The account row that a text of another file means: by its key as it stands, else by its name without case and diacritics; −1 where none does. */
export type AccountLookup = (text: string) => number;

/** Where several live accounts have the same key or name the first is meant. */
export function accountLookup(accounts: Table): AccountLookup {
  const byKey = rowsByText(accounts, columnByRole(accounts, "key"), (text) => text);
  const byName = rowsByText(accounts, columnByRole(accounts, "name"), foldText);
  return (text) => {
    const wanted = text.trim();
    return wanted === "" ? -1 : (byKey.get(wanted) ?? byName.get(foldText(wanted)) ?? -1);
  };
}

function rowsByText(
  accounts: Table,
  column: Column | undefined,
  fold: (text: string) => string,
): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  if (!column) return rows;
  for (let row = 0; row < accounts.count; row++) {
    if (!isLive(accounts, row)) continue;
    const text = fold(textOf(column, row).trim());
    if (text !== "" && !rows.has(text)) rows.set(text, row);
  }
  return rows;
}

/** What stands in a cell of any kind, as in the file it came from. */
export function textOf(column: Column, row: number): string {
  return cellSource(column, row) ?? canonicalText(cellValue(column, row), column.type);
}
