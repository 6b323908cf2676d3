import { createRoot, createSignal } from "solid-js";
import { type CellWarningKind, cellWarnings, paddedPostalCode } from "../../../model/cell-warnings";
import { cellNumber, cellText } from "../../../model/cells";
import type { CellValue, Table } from "../../../model/table";
import { columnByKey, columnByRole } from "../../../model/table";
import type { GridColumn } from "../grid-column";
import type { CellsToWrite, GridState } from "../grid-state";
import { fullTextOf } from "./source-cell";
import { shortened } from "./write-cells";

/** Cells of a column that look wrong for one reason. */
export interface WarnedCells {
  readonly column: GridColumn;
  readonly kind: CellWarningKind;
  readonly rows: readonly number[];
}

/** What can be done about cells that look wrong at once. */
export interface WarningFix {
  readonly label: string;
  readonly run: () => void;
}

const WORDS: Readonly<Record<CellWarningKind, string>> = {
  "short-postal-code": "A zero at its beginning seems to be lost.",
  "no-key": "Without an id the row cannot be matched with files.",
  "repeated-key": "Another row has the same id.",
  "hidden-characters": "It holds characters that cannot be seen.",
  negative: "It is less than zero.",
  inexact: "It has more digits than are kept exactly.",
  "latitude-range": "Latitudes lie between −90 and 90. The row has no place on the map.",
  "longitude-range": "Longitudes go from −180 to 180. The row has no place on the map.",
  "swapped-place": "Latitude and longitude seem to be swapped.",
  "zero-place": "0, 0 lies in the sea, and is no place on the map.",
};
const OF_PLACES: ReadonlySet<CellWarningKind> = new Set<CellWarningKind>(["swapped-place", "zero-place"]);
const MAX_REASONS = 3;

/** Why a cell looks wrong, as a sentence. */
export function warningReason({ kind }: Pick<WarnedCells, "kind">): string {
  return WORDS[kind];
}

/** What looks wrong among cells that have just been written. Yields between columns. */
export function* warnedCells(grid: GridState, writes: readonly Written[]): Generator<null, WarnedCells[]> {
  const table = tableOf(grid);
  const warned: WarnedCells[] = [];
  const places = new Set<number>();
  for (const { column, rows } of writes) {
    yield null;
    for (const { kind, rows: found } of table ? cellWarnings(table, column.key, rows) : []) {
      // Of a row's place it is said once, whichever of its degrees were written.
      const first = OF_PLACES.has(kind) ? found.filter((row) => !places.has(row)) : found;
      if (OF_PLACES.has(kind)) for (const row of first) places.add(row);
      if (first.length > 0) warned.push({ column, kind, rows: first });
    }
  }
  return warned;
}

type Written = Pick<CellsToWrite, "column" | "rows">;

/** "3 cells look wrong: ZIP Code “2139”: …"; "" where none does. */
export function warningWords(grid: GridState, warned: readonly WarnedCells[]): string {
  const { locale } = grid.props;
  const count = warned.reduce((sum, { rows }) => sum + rows.length, 0);
  if (count === 0) return "";
  const shown = warned.slice(0, MAX_REASONS).map((cells) => {
    const { column, rows } = cells;
    const text = fullTextOf(column, rows[0]!);
    const which =
      rows.length > 1 ? ` (${rows.length.toLocaleString(locale)})` : text && ` “${shortened(text)}”`;
    return `${column.header}${which}: ${warningReason(cells)}`;
  });
  const more = warned.length > MAX_REASONS ? " …" : "";
  const cells = count === 1 ? "1 cell looks wrong" : `${count.toLocaleString(locale)} cells look wrong`;
  return `${cells}: ${shown.join(" ")}${more}`;
}

/** What would put the cells right; null where only the planner knows. */
export function warningFix(grid: GridState, { column, kind, rows }: WarnedCells): WarningFix | null {
  const table = tableOf(grid);
  if (!table || grid.props.readOnly) return null;
  if (kind === "short-postal-code") {
    const codes = columnByKey(table, column.key);
    const values = rows.map((row) => paddedPostalCode(cellText(codes, row)) ?? cellText(codes, row));
    const label = rows.length === 1 ? `Change to ${values[0]}` : "Put the zeros back";
    return { label, run: () => void grid.write([{ column, rows, values }], "Put zeros back") };
  }
  if (kind !== "swapped-place") return null;
  const [latitude, longitude] = (["latitude", "longitude"] as const).map((role) => columnByRole(table, role));
  const shown = (key: string | undefined) => grid.props.columns.find((candidate) => candidate.key === key);
  const [north, east] = [shown(latitude?.key), shown(longitude?.key)];
  if (!latitude || !longitude || !north || !east) return null;
  const degreesIn =
    (from: typeof latitude) =>
    (row: number): CellValue => {
      const degrees = cellNumber(from, row);
      return Number.isNaN(degrees) ? null : degrees;
    };
  const swapped = [
    { column: north, rows, values: rows.map(degreesIn(longitude)) },
    { column: east, rows, values: rows.map(degreesIn(latitude)) },
  ];
  return {
    label: "Swap latitude and longitude",
    run: () => void grid.write(swapped, "Swap latitude and longitude"),
  };
}

/** The list of cells that look wrong, while the planner looks at it. */
export interface WarningList {
  readonly shown: () => readonly WarnedCells[] | null;
  readonly show: (warned: readonly WarnedCells[] | null) => void;
}

const lists = new WeakMap<GridState, WarningList>();

/** The list of a sheet. */
export function warningList(grid: GridState): WarningList {
  let list = lists.get(grid);
  if (!list) {
    list = createRoot(() => {
      const [shown, show] = createSignal<readonly WarnedCells[] | null>(null);
      return { shown, show: (warned) => void show(warned) };
    });
    lists.set(grid, list);
  }
  return list;
}

function tableOf(grid: GridState): Table | null {
  const { table, plan } = grid.props.edit;
  return table === null || table === "territories" ? null : plan().tables[table];
}
