import type { ColumnType } from "../table";
import { isGroupEntry } from "./row-entry";
import type { ViewColumn } from "./view-column";

/** Positions of a sheet, both ends included. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/** Selected cells of one column. */
export interface SelectedCells {
  readonly type: ColumnType;
  /** Asked once, when the column's turn comes: some views are counted only then. */
  readonly view: () => ViewColumn;
  /** Apart from each other, so that no cell counts twice. */
  readonly spans: readonly Span[];
}

/** The types whose cells are numbers. */
export type SummedType = "number" | "currency" | "percent" | "date" | "datetime";

/** The numbers of one type among the cells selected; dates are days since 1970. */
export interface NumberSums {
  readonly type: SummedType;
  /** At least 1. */
  readonly count: number;
  readonly sum: number;
  readonly least: number;
  readonly greatest: number;
}

export interface SelectionSums {
  readonly cells: number;
  /** Cells that are not blank. */
  readonly filled: number;
  /** In the order of the columns; types without a number are left out. */
  readonly numbers: readonly NumberSums[];
}

/** Cells counted between two looks at the clock: well under a millisecond. */
const STEP = 16_384;

/**
 * What the selected cells come to, in steps of less than a millisecond. `entries` is what stands at each position of the sheet: row
 * numbers, and headers of groups, which hold no cells.
 */
export function* selectionSums(
  selected: readonly SelectedCells[],
  entries: Uint32Array,
): Generator<void, SelectionSums> {
  let cells = 0;
  let filled = 0;
  const byType = new Map<SummedType, Running>();
  for (const { type, view, spans } of selected) {
    const column = view();
    // The view of a column may have been counted just now.
    yield;
    const running = column.kind === "number" ? runningFor(byType, summedType(type)) : null;
    const isBlank = column.kind === "text" ? yield* blankCodes(column) : null;
    for (const { first, last } of spans) {
      for (let from = first; from <= last; from += STEP) {
        const end = Math.min(last + 1, from + STEP, entries.length);
        for (let position = from; position < end; position++) {
          const row = entries[position]!;
          if (isGroupEntry(row)) continue;
          cells++;
          if (running && column.kind === "number") {
            const value = column.values[row]!;
            if (Number.isNaN(value)) continue;
            filled++;
            running.count++;
            running.sum += value;
            if (value < running.least) running.least = value;
            if (value > running.greatest) running.greatest = value;
          } else if (column.kind === "text") filled += isBlank![column.codes[row]!]! ^ 1;
          else if (column.kind === "yesno" && column.flags[row] !== 2) filled++;
        }
        yield;
      }
    }
  }
  return { cells, filled, numbers: [...byType.values()].filter(({ count }) => count > 0) };
}

interface Running {
  readonly type: SummedType;
  count: number;
  sum: number;
  least: number;
  greatest: number;
}

function runningFor(byType: Map<SummedType, Running>, type: SummedType): Running {
  let running = byType.get(type);
  if (!running) {
    running = {
      type,
      count: 0,
      sum: 0,
      least: Number.POSITIVE_INFINITY,
      greatest: Number.NEGATIVE_INFINITY,
    };
    byType.set(type, running);
  }
  return running;
}

/** Columns of other types may still be sorted by a number. */
function summedType(type: ColumnType): SummedType {
  switch (type) {
    case "currency":
    case "percent":
    case "date":
    case "datetime":
      return type;
    default:
      return "number";
  }
}

/** 1 for each code whose text is blank. */
function* blankCodes({ texts }: ViewColumn & { kind: "text" }): Generator<void, Uint8Array> {
  const isBlank = new Uint8Array(texts.size);
  for (let from = 0; from < isBlank.length; from += STEP) {
    const end = Math.min(isBlank.length, from + STEP);
    for (let code = from; code < end; code++) if (texts.text(code) === "") isBlank[code] = 1;
    yield;
  }
  return isBlank;
}
