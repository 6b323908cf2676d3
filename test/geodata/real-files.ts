import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import Papa from "papaparse";
import { greatCircleKm } from "../../src/geo/distance";
import type { AddressColumns, LocatedColumns } from "../../src/geodata/locate-columns";

const folder = fileURLToPath(new URL("../../../shared/data/", import.meta.url));

/** Whether the real files lie beside the project; tests that read them skip where they do not. */
export const haveRealFiles = existsSync(folder);

type Row = Readonly<Record<string, string>>;

/** Rows of a CSV under ../shared/data, by header. */
export function readRows(path: string): Row[] {
  const text = readFileSync(`${folder}${path}`, "utf8").replace(/^\uFEFF/, "");
  return Papa.parse<Row>(text, { header: true, skipEmptyLines: "greedy" }).data;
}

/** Address columns by header. */
export function addressColumns(
  rows: readonly Row[],
  headers: { postalCode?: string; city?: string; state?: string; country?: string; lines?: string[] },
): AddressColumns {
  const cell = (header: string) => (row: number) => rows[row]?.[header] ?? "";
  return {
    count: rows.length,
    ...(headers.postalCode && { postalCode: cell(headers.postalCode) }),
    ...(headers.city && { city: cell(headers.city) }),
    ...(headers.state && { state: cell(headers.state) }),
    ...(headers.country && { country: cell(headers.country) }),
    ...(headers.lines && { lines: headers.lines.map(cell) }),
  };
}

/** Distances in km between where rows were located and where the file says they are, ascending; rows without either left out. */
export function errorsKm(
  rows: readonly Row[],
  located: LocatedColumns,
  latitudeHeader: string,
  longitudeHeader: string,
): number[] {
  return rows
    .map((row, i) => {
      const latitude = Number(row[latitudeHeader]);
      const longitude = Number(row[longitudeHeader]);
      if (!latitude && !longitude) return Number.NaN;
      return greatCircleKm(longitude, latitude, located.longitude[i]!, located.latitude[i]!);
    })
    .filter((km) => !Number.isNaN(km))
    .sort((a, b) => a - b);
}

/** The value below which the share `q` of an ascending list lies. */
export const quantile = (sorted: readonly number[], q: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN;
