import { addRows, allRows, flagsOf, hasRow, keepRows, noRows, type RowBits } from "./row-bits";
import { type Column, columnByKey, type Table } from "./table";
import { type ColumnFilter, codesPassing, flagPasses, type TextMatch } from "./views/column-filter";
import { foldedTexts, foldText } from "./views/fold-text";
import { type CodeArray, type CodedTexts, viewColumnOf } from "./views/view-column";

/** What a cell must be, as plain data that plan files hold. Ranges include both ends; null = no limit; a blank cell has no text and no number. */
export type CellTest =
  | { readonly kind: "text"; readonly match: TextMatch; readonly text: string }
  /** One of these texts, exactly; "" stands for a blank. */
  | { readonly kind: "one-of"; readonly texts: readonly string[] }
  | { readonly kind: "none-of"; readonly texts: readonly string[] }
  /** Begins with one of these texts, without case and diacritics: postal areas. */
  | { readonly kind: "starts-with-any"; readonly texts: readonly string[] }
  | { readonly kind: "range"; readonly from: number | null; readonly to: number | null }
  | { readonly kind: "blank" }
  | { readonly kind: "filled" };

/** A test of the cells of one column, by key. */
export interface ColumnTest {
  readonly column: string;
  readonly test: CellTest;
}

/** Which rows of a table are meant. Without tests `all` means every row and `any` means none. */
export interface Condition {
  readonly match: "all" | "any";
  readonly tests: readonly ColumnTest[];
}

/** Every row. */
export const EVERY_ROW: Condition = { match: "all", tests: [] };

/**
 * 1 for each row that the condition means, deleted rows included, by row number. A test of a column that is gone, or that does not suit
 * its kind, is met by no row.
 */
export function rowsMeeting(table: Table, condition: Condition): Uint8Array {
  return flagsOf(bitsMeeting(table, condition), table.count);
}

/** The same rows as a set. */
export function bitsMeeting(table: Table, { match, tests }: Condition): RowBits {
  const passing = (test: ColumnTest) => bitsPassing(columnByKey(table, test.column), table.count, test.test);
  return match === "all"
    ? tests.reduce((bits, test) => keepRows(bits, passing(test)), allRows(table.count))
    : tests.reduce((bits, test) => addRows(bits, passing(test)), noRows(table.count));
}

/** Whether one row meets the condition: for a row at a time, as when a lead comes in. */
export function rowMeets(table: Table, row: number, { match, tests }: Condition): boolean {
  const passes = ({ column, test }: ColumnTest) => cellPasses(columnByKey(table, column), row, test);
  return match === "all" ? tests.every(passes) : tests.some(passes);
}

/** The tests that speak of columns the table no longer has. */
export function lostTests(table: Table, condition: Condition): readonly ColumnTest[] {
  return condition.tests.filter(({ column }) => !columnByKey(table, column));
}

/** The rows whose cell passes; none where the column is gone or the test says nothing about its kind. */
export function bitsPassing(column: Column | undefined, count: number, test: CellTest): RowBits {
  if (!column) return noRows(count);
  const view = viewColumnOf(column);
  switch (view.kind) {
    case "text":
      return bitsByCode(view.codes, textsPassing(view.texts, test), count);
    case "yesno":
      return bitsByCode(
        view.flags,
        Uint8Array.of(0, 1, 2).map((flag) => flagMeets(flag, test)),
        count,
      );
    case "number":
      return bitsInRange(view.values, test, count);
  }
}

/** The same of one cell, in time that does not depend on the number of rows. */
export function cellPasses(column: Column | undefined, row: number, test: CellTest): boolean {
  if (!column) return false;
  const view = viewColumnOf(column);
  switch (view.kind) {
    case "text":
      return textsPassing(view.texts, test)[view.codes[row]!] === 1;
    case "yesno":
      return flagMeets(view.flags[row]!, test) === 1;
    case "number":
      return hasRow(bitsInRange(view.values.subarray(row, row + 1), test, 1), 0);
  }
}

/** Whether a test can say anything about a column: a range asks for numbers, a text for texts. */
export function suitsColumn(column: Column, { kind }: CellTest): boolean {
  if (kind === "blank" || kind === "filled") return true;
  if (column.kind === "number") return kind === "range";
  if (column.kind === "yesno") return kind === "one-of" || kind === "none-of";
  return kind !== "range";
}

/** Rows by the code in their cell; `passes` is by code. */
function bitsByCode(codes: CodeArray, passes: Uint8Array, count: number): RowBits {
  const bits = noRows(count);
  for (let word = 0, row = 0; word < bits.length; word++) {
    let gathered = 0;
    for (let bit = 0; bit < 32 && row < count; bit++, row++) gathered |= passes[codes[row]!]! << bit;
    bits[word] = gathered;
  }
  return bits;
}

function bitsInRange(values: Float64Array, test: CellTest, count: number): RowBits {
  if (test.kind !== "range" && test.kind !== "blank" && test.kind !== "filled") return noRows(count);
  const from = (test.kind === "range" ? test.from : null) ?? Number.NEGATIVE_INFINITY;
  const to = (test.kind === "range" ? test.to : null) ?? Number.POSITIVE_INFINITY;
  const blanks = test.kind === "blank";
  const bits = noRows(count);
  for (let word = 0, row = 0; word < bits.length; word++) {
    let gathered = 0;
    for (let bit = 0; bit < 32 && row < count; bit++, row++) {
      const value = values[row]!;
      // A blank is NaN, which no comparison lets through.
      if ((value >= from && value <= to) !== blanks) gathered |= 1 << bit;
    }
    bits[word] = gathered;
  }
  return bits;
}

function textsPassing(texts: CodedTexts, test: CellTest): Uint8Array {
  switch (test.kind) {
    case "none-of":
      return codesPassing(texts, { kind: "values", values: new Set(test.texts) }).map((passes) => 1 - passes);
    case "starts-with-any": {
      const wanted = test.texts.map(foldText).filter((text) => text !== "");
      const folded = foldedTexts(texts);
      return Uint8Array.from({ length: texts.size }, (_, code) =>
        wanted.some((text) => folded[code]!.startsWith(text)) ? 1 : 0,
      );
    }
    default:
      return codesPassing(texts, filterOf(test));
  }
}

function flagMeets(flag: number, test: CellTest): number {
  if (test.kind === "starts-with-any") return 0;
  if (test.kind !== "none-of") return flagPasses(flag, filterOf(test)) ? 1 : 0;
  return flagPasses(flag, { kind: "values", values: new Set(test.texts) }) ? 0 : 1;
}

function filterOf(test: Exclude<CellTest, { kind: "none-of" | "starts-with-any" }>): ColumnFilter {
  return test.kind === "one-of" ? { kind: "values", values: new Set(test.texts) } : test;
}
