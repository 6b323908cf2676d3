import { unescapeFormula } from "../../../model/formula-escape";
import type { ColumnType } from "../../../model/table";
import { YES_NO_TEXTS } from "../../../model/views/column-filter";
import { fullNumberText } from "../cell-format";
import { type GridColumn, isDate, isNumeric } from "../grid-column";
import type { ExactCell, SourceCell } from "./cell-block";

/** What stands in a cell, exactly: of a number or date the number, of anything else its whole text. */
export function exactCell(column: GridColumn, row: number): ExactCell {
  const { type } = column;
  const view = column.view();
  if (view.kind === "number" && (isNumeric(column) || isDate(column))) {
    const value = view.values[row] ?? Number.NaN;
    return { value: Number.isNaN(value) ? null : value, type };
  }
  if (view.kind === "yesno") {
    const flag = view.flags[row] ?? 2;
    return { value: flag === 2 ? null : flag === 1, type: "yesno" };
  }
  const text = fullTextOf(column, row);
  return { value: text === "" ? null : text, type: type === "choice" ? "choice" : "text" };
}

/** The cell's text with every digit, as the clipboard and the editor take it. */
export function fullTextOf(column: GridColumn, row: number): string {
  return (column.fullText ?? column.text)(row);
}

/** The text to be read by a column of type `to`, so that exact values arrive exactly. Escaped formulas are text again. */
export function textToRead(cell: SourceCell, to: ColumnType, locale: string): string {
  if (typeof cell === "string") return unescapeFormula(cell);
  const { value, type } = cell;
  if (value === null) return "";
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return YES_NO_TEXTS[value ? 1 : 0]!;
  // A percent stays the number it is where it comes into a column of plain numbers, and the other way round.
  const same = (isNumeric({ type }) && isNumeric({ type: to })) || (isDate({ type }) && isDate({ type: to }));
  return fullNumberText(value, same ? to : type, locale);
}
