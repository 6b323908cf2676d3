import { placeDoubts } from "../../model/place-doubts";
import type { TextValues } from "./column-values";
import type { ColumnIssueKind, ImportFix, ImportIssue, IssueExample, RowIssueKind } from "./import-issue";
import { type ColumnPlan, columnWithRole, type ImportPlan } from "./import-plan";
import { type RawTable, rawText } from "./raw-table";

const EXAMPLES = 20;
const CROWD = 1_000;

/** What is wrong with the coordinates of a file. Rows with such coordinates are placed by their address. */
export function checkCoordinates(
  table: RawTable,
  plan: ImportPlan,
  valuesOf: (column: ColumnPlan) => TextValues,
): ImportIssue[] {
  const latitudeColumn = columnWithRole(plan, "latitude");
  const longitudeColumn = columnWithRole(plan, "longitude");
  if (!latitudeColumn || !longitudeColumn) return [];
  const latitudes = table.columns[latitudeColumn.index];
  const longitudes = table.columns[longitudeColumn.index];
  if (!latitudes || !longitudes) return [];
  const latitudeOf = valuesOf(latitudeColumn).numbers;
  const longitudeOf = valuesOf(longitudeColumn).numbers;
  if (latitudeOf.length === 0 || longitudeOf.length === 0) return [];

  const found = new Map<RowIssueKind | ColumnIssueKind, { count: number; examples: IssueExample[] }>();
  const note = (kind: RowIssueKind | ColumnIssueKind, row: number) => {
    let facts = found.get(kind);
    if (!facts) {
      facts = { count: 0, examples: [] };
      found.set(kind, facts);
    }
    facts.count++;
    if (facts.examples.length >= EXAMPLES) return;
    const text = `${rawText(table, latitudeColumn.index, row)}, ${rawText(table, longitudeColumn.index, row)}`;
    facts.examples.push({ line: table.lines[row]!, header: null, text });
  };

  const excluded = new Set(plan.excludedRows);
  const doubtOf = placeDoubts({
    count: table.rowCount,
    latitude: (row) => latitudeOf[latitudes.codes[row]!]!,
    longitude: (row) => longitudeOf[longitudes.codes[row]!]!,
    counts: (row) => !excluded.has(row),
  });
  const swappedRows: number[] = [];
  let placed = 0;
  let swappedBetter = 0;
  const spots = new Map<number, number>();
  for (let row = 0; row < table.rowCount; row++) {
    if (excluded.has(row)) continue;
    const latitude = latitudeOf[latitudes.codes[row]!]!;
    const longitude = longitudeOf[longitudes.codes[row]!]!;
    const hasLatitude = !Number.isNaN(latitude);
    const hasLongitude = !Number.isNaN(longitude);
    if (!hasLatitude && !hasLongitude) continue;
    if (hasLatitude !== hasLongitude) note("half-coordinates", row);
    else if (latitude === 0 && longitude === 0) note("zero-coordinates", row);
    else {
      placed++;
      const isSwapped = doubtOf(row) === "swapped-place";
      if (isSwapped) {
        swappedRows.push(row);
        note("swapped-coordinates", row);
      }
      if (Math.abs(latitude) >= 90) {
        if (!isSwapped) note("latitude-out-of-range", row);
        if (Math.abs(longitude) <= 90 && Math.abs(latitude) <= 180) swappedBetter++;
      }
      if (Math.abs(longitude) > 180) note("longitude-out-of-range", row);
      if (looksSwapped(latitude, longitude, plan.defaultCountry)) swappedBetter++;
      const spot = latitudes.codes[row]! * longitudes.texts.length + longitudes.codes[row]!;
      const count = (spots.get(spot) ?? 0) + 1;
      spots.set(spot, count);
      if (count >= CROWD) note("same-spot", row);
    }
  }

  // Where most rows look swapped, the columns are, and no row is singled out.
  const isAllSwapped = placed > 0 && swappedBetter > placed * 0.5;
  const issues: ImportIssue[] = [];
  for (const [kind, facts] of found) {
    if (kind === "latitude-out-of-range" || kind === "longitude-out-of-range") {
      const column = kind === "latitude-out-of-range" ? latitudeColumn : longitudeColumn;
      issues.push({ kind, column: column.index, header: column.header, ...facts, fix: null });
    } else if (kind !== "swapped-coordinates") {
      // A crowd is counted from its thousandth account on; the planner wants to know how large it is.
      const count = kind === "same-spot" ? Math.max(...spots.values()) : facts.count;
      issues.push({ kind: kind as RowIssueKind, column: null, examples: facts.examples, count, fix: null });
    } else if (!isAllSwapped) {
      issues.unshift({ kind, column: null, ...facts, fix: { kind: "swap-rows", rows: swappedRows } });
    }
  }
  if (isAllSwapped) {
    const fix: ImportFix = {
      kind: "swap-coordinates",
      latitude: longitudeColumn.index,
      longitude: latitudeColumn.index,
    };
    issues.unshift({ kind: "swapped-coordinates", column: null, count: swappedBetter, examples: [], fix });
  }
  return issues;
}

/** North America lies at 15–75° north and 50–180° west, which no swapped pair does. */
function looksSwapped(latitude: number, longitude: number, country: string | null): boolean {
  if (country !== "US" && country !== "CA") return false;
  return latitude <= -50 && latitude >= -90 && longitude >= 15 && longitude <= 75;
}
