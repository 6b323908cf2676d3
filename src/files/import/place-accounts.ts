import type { LocateMethod } from "../../geodata/address";
import { LOCATE_METHODS } from "../../geodata/address";
import type { AddressColumns, LocatedColumns } from "../../geodata/locate-columns";
import { cellSource, cellText, withCells } from "../../model/cells";
import { isPlace } from "../../model/metrics/places";
import { type Column, type ColumnRole, columnByRole, type Table } from "../../model/table";
import { TextDictionary } from "../../model/text-dictionary";
import { plainHeader } from "./column-roles";
import type { ImportReport } from "./import-report";

/** Places rows by their address; `Geodata.locateColumns` fits. */
export type LocateAddresses = (columns: AddressColumns) => Promise<LocatedColumns>;

export interface PlacedAccounts {
  readonly accounts: Table;
  readonly placed: ImportReport["placed"];
  readonly unplaced: readonly { readonly account: number; readonly place: string; readonly reason: string }[];
}

/** The methods as the column "Located by" names them. */
export const METHOD_NAMES: Readonly<Record<LocateMethod, string>> = {
  postal: "postal code",
  "postal-padded": "postal code, zero restored",
  city: "city",
  "city-guess": "city, a guess",
  zip3: "ZIP area",
  "postal-area": "postcode area",
  none: "not found",
};
const FROM_FILE = "file";

/**
 * Gives every account a position: its own if that is a place on the globe, else that of its address. Cells that had none
 * keep their source text, so that they go back out as they came; a column "Located by" says how each was found.
 */
export async function placeAccounts(
  accounts: Table,
  defaultCountry: string | null,
  locate: LocateAddresses,
): Promise<PlacedAccounts> {
  const own = {
    latitude: columnByRole(accounts, "latitude"),
    longitude: columnByRole(accounts, "longitude"),
  };
  const missing: number[] = [];
  for (let account = 0; account < accounts.count; account++) {
    if (!hasPlace(own.latitude, own.longitude, account)) missing.push(account);
  }
  const addresses = addressColumns(accounts, missing, defaultCountry);
  const located = await locate(addresses);

  const how = new Array<string>(accounts.count).fill(FROM_FILE);
  const counts = new Map<string, number>();
  const unplaced: { account: number; place: string; reason: string }[] = [];
  const reasons = new Map(located.notes.map((note) => [note.row, note.text]));
  missing.forEach((account, row) => {
    const method = LOCATE_METHODS[located.how[row]!]!;
    how[account] = METHOD_NAMES[method];
    if (method !== "none") return;
    const place = [
      addresses.postalCode?.(row),
      addresses.city?.(row),
      addresses.state?.(row),
      addresses.country?.(row),
    ];
    unplaced.push({
      account,
      place: place.filter((part) => part).join(", "),
      reason: reasons.get(row) ?? "The row has no address.",
    });
  });
  for (const name of how) counts.set(name, (counts.get(name) ?? 0) + 1);

  const columns = withPositions(accounts, missing, located);
  columns.push(locatedByColumn(how, accounts));
  const placed = [...counts].map(([name, count]) => ({ how: name, count })).sort((a, b) => b.count - a.count);
  return { accounts: { ...accounts, columns }, placed, unplaced };
}

function hasPlace(latitude: Column | undefined, longitude: Column | undefined, account: number): boolean {
  if (latitude?.kind !== "number" || longitude?.kind !== "number") return false;
  return isPlace(latitude.values[account]!, longitude.values[account]!);
}

/** The addresses of some account rows, as the locator reads them. */
export function addressColumns(
  accounts: Table,
  rows: readonly number[],
  defaultCountry: string | null,
): AddressColumns {
  const text = (role: ColumnRole) => {
    const column = columnByRole(accounts, role);
    return column ? (row: number) => cellText(column, rows[row]!) : undefined;
  };
  const country = text("country");
  const lines = accounts.columns
    .filter(
      (column) =>
        column.role === "street" ||
        /^(address|addr|addressline|street)[2345]$/.test(plainHeader(column.header)),
    )
    .map((column) => (row: number) => cellText(column, rows[row]!));
  const postalCode = text("postalCode");
  const city = text("city");
  const state = text("state");
  return {
    count: rows.length,
    ...(postalCode && { postalCode }),
    ...(city && { city }),
    ...(state && { state }),
    country: (row) => country?.(row) || (defaultCountry ?? ""),
    lines,
  };
}

function withPositions(accounts: Table, missing: readonly number[], located: LocatedColumns): Column[] {
  const parts = [
    { role: "latitude", header: "Latitude", degrees: located.latitude },
    { role: "longitude", header: "Longitude", degrees: located.longitude },
  ] as const;
  const columns = accounts.columns.slice();
  for (const { role, header, degrees } of parts) {
    const at = columns.findIndex((column) => column.role === role);
    const values = missing.map((_, row) => (Number.isNaN(degrees[row]!) ? null : degrees[row]!));
    const column = columns[at];
    if (column) {
      const sources = missing.map((account) => sourceText(column, account));
      columns[at] = withCells(column, missing, values, sources);
      continue;
    }
    const numbers = new Float64Array(accounts.count).fill(Number.NaN);
    missing.forEach((account, row) => {
      numbers[account] = values[row] ?? Number.NaN;
    });
    const key = freeKey(columns, role);
    columns.push({
      key,
      header,
      role,
      origin: "planner",
      source: null,
      kind: "number",
      type: "number",
      values: numbers,
    });
  }
  return columns;
}

/** The text the file had in a cell whose value is about to be replaced. */
function sourceText(column: Column, account: number): string {
  const source = cellSource(column, account);
  if (source !== null) return source;
  const value = column.kind === "number" ? column.values[account]! : Number.NaN;
  return Number.isNaN(value) ? "" : String(value);
}

function locatedByColumn(how: readonly string[], accounts: Table): Column {
  const dictionary = new TextDictionary();
  const codes = Uint32Array.from(how, (name) => dictionary.code(name));
  const key = freeKey(accounts.columns, "locatedBy");
  const header = "Located by";
  return {
    key,
    header,
    role: "locatedBy",
    origin: "planner",
    source: null,
    kind: "text",
    type: "choice",
    codes,
    dictionary,
  };
}

function freeKey(columns: readonly Column[], key: string): string {
  let free = key;
  for (let number = 2; columns.some((column) => column.key === free); number++) free = `${key}${number}`;
  return free;
}
