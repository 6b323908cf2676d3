import type { GridColumn } from "../grid-column";
import type { TextMatcher } from "./text-matcher";

const ROWS_A_STEP = 256;
const UNKNOWN = 0;
const NO = 1;
const YES = 2;

function isPlain({ type }: GridColumn): boolean {
  return type === "number" || type === "currency";
}

/** Which text of a cell is searched: what it shows or what the editor holds, or only the latter, which can be replaced. */
export type SearchedText = "any" | "edited";

/**
 * Finds a column's cells among entries of a sheet (row numbers; `isRow` tells headers of groups): 1 at each position that matches. Texts
 * are searched once each. Yields between a few rows.
 */
export function* searchColumn(
  column: GridColumn,
  entries: Uint32Array,
  isRow: (entry: number) => boolean,
  matcher: TextMatcher,
  searched: SearchedText,
): Generator<undefined, Uint8Array> {
  const found = new Uint8Array(entries.length);
  const view = column.view();
  const { fullText } = column;
  // What a text column shows depends on its code alone; a cell's edited text may be another.
  const codes = view.kind === "text" && !(searched === "edited" && fullText) ? view.codes : null;
  const answers = view.kind === "text" ? new Uint8Array(view.texts.size) : null;
  const edited = fullText ?? column.text;
  // Digits that a whole number shows stand in its edited text too, and writing it for people is what takes long.
  const wholes = view.kind === "number" && isPlain(column) && matcher.digitsOnly ? view.values : null;
  const isShown = (row: number) =>
    searched === "any" &&
    fullText !== undefined &&
    !(wholes && Number.isInteger(wholes[row])) &&
    matcher.matches(column.text(row));
  const matches = (row: number) => matcher.matches(edited(row)) || isShown(row);
  for (let position = 0; position < entries.length; position++) {
    if (position % ROWS_A_STEP === ROWS_A_STEP - 1) yield;
    const row = entries[position]!;
    if (!isRow(row)) continue;
    if (!codes || !answers) {
      if (matches(row)) found[position] = 1;
      continue;
    }
    const code = codes[row] ?? 0;
    if (answers[code] === UNKNOWN || answers[code] === undefined) answers[code] = matches(row) ? YES : NO;
    if (answers[code] === YES) found[position] = 1;
  }
  return found;
}
