import { type DateOrder, trimCell } from "../../../model/parse-cell";
import { yearFirst } from "../../../model/parse-date";
import type { CellValue } from "../../../model/table";
import { type CellWriter, type GridColumn, writerOf } from "../grid-column";
import type { CellsToWrite } from "../grid-state";
import type { SourceCell } from "./cell-block";
import { fullTextOf, textToRead } from "./source-cell";

const CELLS_A_STEP = 500;
/** Offered for choosing up to here: nobody goes through a list that is longer. */
export const MAX_UNKNOWN_NAMES = 200;

/** Cells to be written into the rows and columns of a sheet. */
export interface Placement {
  readonly columns: readonly GridColumn[];
  /** Row numbers; those from `rowCount` on are still to be made. */
  readonly rows: readonly number[];
  readonly rowCount: number;
  /** What comes to the row and column at these places of the lists; undefined leaves the cell alone. */
  readonly cell: (row: number, column: number) => SourceCell | undefined;
  /** BCP 47. */
  readonly locale: string;
  /** What the planner said that unknown names mean, by column and by the name as it is read; null = leave the cell alone. */
  readonly names?: ReadonlyMap<string, NameMeanings> | undefined;
  /** The order of dates such as 03/04/2025 where it is not the locale's, by column. */
  readonly dateOrders?: ReadonlyMap<string, DateOrder> | undefined;
}

export type NameMeanings = ReadonlyMap<string, string | null>;

/** Cells of a column that stay as they are for one reason, in words for the planner. */
export interface CellIssue {
  readonly column: GridColumn;
  readonly message: string;
  /** How many; the first of them has this row number and was to have this text. */
  readonly count: number;
  readonly row: number;
  readonly text: string;
}

export interface PlacedCells {
  readonly writes: readonly CellsToWrite[];
  /** Cells in `writes`. */
  readonly count: number;
  /** Why cells stay as they are; there are `refused` of them. */
  readonly issues: readonly CellIssue[];
  readonly refused: number;
  /** Names that a column does not know and the planner may explain: how many cells hold each, by column. */
  readonly unknown: ReadonlyMap<GridColumn, ReadonlyMap<string, number>>;
}

/** Reads every cell by its column's type; each step yields the part that is done. Nothing is written by it. */
export function* placeCells(placement: Placement): Generator<number, PlacedCells> {
  const { columns, rows, cell } = placement;
  const writes: CellsToWrite[] = [];
  const issues: CellIssue[] = [];
  const unknown = new Map<GridColumn, Map<string, number>>();
  let count = 0;
  let refused = 0;
  for (const [place, column] of columns.entries()) {
    const reader = new ColumnReader(column, placement);
    const reasons = new Map<string, { count: number; row: number; text: string }>();
    const written: { rows: number[]; values: CellValue[] } = { rows: [], values: [] };
    for (let i = 0; i < rows.length; i++) {
      if (i % CELLS_A_STEP === 0) yield (place + i / rows.length) / columns.length;
      const source = cell(i, place);
      if (source === undefined) continue;
      const row = rows[i]!;
      const result = reader.read(source, row);
      if (result.kind === "value") {
        written.rows.push(row);
        written.values.push(result.value);
      } else if (result.kind === "refused") {
        refused++;
        const reason = reasons.get(result.message);
        if (reason) reason.count++;
        else reasons.set(result.message, { count: 1, row, text: result.text });
        if (result.unknown) noteUnknown(unknown, column, result.text);
      }
    }
    for (const [message, reason] of reasons) issues.push({ column, message, ...reason });
    count += written.rows.length;
    if (written.rows.length > 0) writes.push({ column, ...written });
  }
  return { writes, count, issues, refused, unknown };
}

type Placed =
  | { readonly kind: "value"; readonly value: CellValue }
  | {
      readonly kind: "refused";
      readonly text: string;
      readonly message: string;
      readonly unknown: boolean;
    }
  | { readonly kind: "left" };

/** How the cells of one column are read; the last source is remembered, as one value often fills many cells. */
class ColumnReader {
  readonly #column: GridColumn;
  readonly #placement: Placement;
  readonly #writer: CellWriter | null;
  #last: { readonly source: SourceCell; readonly placed: Placed } | null = null;

  constructor(column: GridColumn, placement: Placement) {
    this.#column = column;
    this.#placement = placement;
    this.#writer = writerOf(column);
  }

  read(source: SourceCell, row: number): Placed {
    const writer = this.#writer;
    if (!writer) return this.#readOnly(source, row);
    if (this.#last?.source !== source) this.#last = { source, placed: this.#readNew(writer, source) };
    const { placed } = this.#last!;
    if (placed.kind !== "value" || row >= this.#placement.rowCount) return placed;
    const message = writer.refusal?.(row, placed.value) ?? null;
    if (message === null) return placed;
    const { type } = this.#column;
    return {
      kind: "refused",
      text: textToRead(source, type, this.#placement.locale),
      message,
      unknown: false,
    };
  }

  #readNew(writer: CellWriter, source: SourceCell): Placed {
    const { locale, names, dateOrders } = this.#placement;
    const order = typeof source === "string" ? dateOrders?.get(this.#column.key) : undefined;
    const text = textToRead(source, this.#column.type, locale);
    const meanings = names?.get(this.#column.key);
    const meant = meanings?.get(text);
    if (meant !== undefined) return meant === null ? { kind: "left" } : { kind: "value", value: meant };
    const read = writer.read(order ? yearFirst(trimCell(text), order) : text);
    if (read.ok) return { kind: "value", value: read.value };
    return { kind: "refused", text, message: read.message, unknown: writer.names !== undefined && !meanings };
  }

  /** What already stands in a read-only cell is no loss. */
  #readOnly(source: SourceCell, row: number): Placed {
    const { type, header, readOnlyReason } = this.#column;
    const text = textToRead(source, type, this.#placement.locale);
    const stands =
      row < this.#placement.rowCount
        ? text === fullTextOf(this.#column, row) || text === this.#column.text(row)
        : text === "";
    if (stands) return { kind: "left" };
    const message = readOnlyReason ?? `${header} cannot be edited here.`;
    return { kind: "refused", text, message, unknown: false };
  }
}

function noteUnknown(unknown: Map<GridColumn, Map<string, number>>, column: GridColumn, text: string): void {
  let texts = unknown.get(column);
  if (!texts) {
    texts = new Map();
    unknown.set(column, texts);
  }
  if (texts.has(text) || texts.size <= MAX_UNKNOWN_NAMES) texts.set(text, (texts.get(text) ?? 0) + 1);
}
