import { type Address, type GeodataTable, LOCATE_METHODS, type LocateMethod } from "./address";
import { countryOf, type Locator } from "./locator";
import { readUsPostalCode } from "./us-postal-code";

/** The share of rows with a country that must agree before rows without one are counted among them. */
const MAJORITY = 0.8;

/** Enough rows to know a file's country by; they are taken evenly from all of it. */
const SAMPLE = 2000;

/** Address columns as look-ups of a cell's text by row; a column that the file lacks is left out. */
export interface AddressColumns {
  readonly count: number;
  readonly postalCode?: (row: number) => string;
  readonly city?: (row: number) => string;
  readonly state?: (row: number) => string;
  readonly country?: (row: number) => string;
  /** Street lines, in their order. */
  readonly lines?: readonly ((row: number) => string)[];
}

/** A row that needs a look: not placed, or placed with a doubt. */
export interface LocateNote {
  readonly row: number;
  readonly how: LocateMethod;
  /** Why it was not placed, or what speaks against the place; plain words. */
  readonly text: string;
}

/** Positions of all rows and how they were found. The arrays run in parallel with the rows. */
export interface LocatedColumns {
  /** Degrees; NaN where not located. */
  readonly latitude: Float64Array;
  readonly longitude: Float64Array;
  /** Position in LOCATE_METHODS. */
  readonly how: Uint8Array;
  /** Rows by method; the counts add up to all rows. */
  readonly tally: Readonly<Record<LocateMethod, number>>;
  readonly notes: readonly LocateNote[];
  /** Tables that would place more rows; empty when nothing is missing. */
  readonly needs: ReadonlySet<GeodataTable>;
  /** Country (ISO alpha-2) taken for rows that name none; undefined where the file does not tell. */
  readonly defaultCountry: string | undefined;
}

/** The address of one row. */
export function addressAt(columns: AddressColumns, row: number): Address {
  return {
    postalCode: columns.postalCode?.(row) ?? "",
    city: columns.city?.(row) ?? "",
    state: columns.state?.(row) ?? "",
    country: columns.country?.(row) ?? "",
    lines: columns.lines?.map((line) => line(row)) ?? [],
  };
}

/**
 * The country of most rows that show one, for the rows that show none; `ofFiveDigits` (ISO alpha-2) where no row shows
 * any and most postal codes have five digits. Undefined where there is no such majority.
 */
export function majorityCountry(
  columns: AddressColumns,
  ofFiveDigits: string | null = "US",
): string | undefined {
  const counts = new Map<string, number>();
  let known = 0;
  let fiveDigits = 0;
  let withCode = 0;
  const step = Math.max(1, Math.floor(columns.count / SAMPLE));
  for (let row = 0; row < columns.count; row += step) {
    const address = addressAt(columns, row);
    const evidence = countryOf(address);
    if (evidence.kind === "known") {
      counts.set(evidence.code, (counts.get(evidence.code) ?? 0) + 1);
      known++;
    }
    if (address.postalCode !== "") withCode++;
    if (readUsPostalCode(address.postalCode ?? "")?.kind === "full") fiveDigits++;
  }
  if (known === 0)
    return withCode > 0 && fiveDigits >= MAJORITY * withCode ? (ofFiveDigits ?? undefined) : undefined;
  for (const [country, count] of counts) if (count >= MAJORITY * known) return country;
  return undefined;
}

/** Locates every row. Equal addresses are looked up once. */
export function locateColumns(locator: Locator, columns: AddressColumns): LocatedColumns {
  const { count } = columns;
  const latitude = new Float64Array(count).fill(Number.NaN);
  const longitude = new Float64Array(count).fill(Number.NaN);
  const how = new Uint8Array(count);
  const tally = Object.fromEntries(LOCATE_METHODS.map((method) => [method, 0])) as Record<
    LocateMethod,
    number
  >;
  const notes: LocateNote[] = [];
  const needs = new Set<GeodataTable>();
  const defaultCountry = majorityCountry(columns);
  const known = new Map<string, ReturnType<Locator["locate"]>>();
  for (let row = 0; row < count; row++) {
    const address = addressAt(columns, row);
    const key = [
      address.postalCode,
      address.city,
      address.state,
      address.country,
      ...(address.lines ?? []),
    ].join("\u0000");
    let result = known.get(key);
    if (!result) {
      result = locator.locate(address, defaultCountry);
      known.set(key, result);
    }
    how[row] = LOCATE_METHODS.indexOf(result.how);
    tally[result.how]++;
    if (result.how === "none") {
      notes.push({ row, how: result.how, text: result.reason });
      if (result.needs) needs.add(result.needs);
    } else {
      latitude[row] = result.latitude;
      longitude[row] = result.longitude;
      if (result.doubt) notes.push({ row, how: result.how, text: result.doubt });
    }
  }
  return { latitude, longitude, how, tally, notes, needs, defaultCountry };
}
