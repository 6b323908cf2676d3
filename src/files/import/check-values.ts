import { isErrorText, trimCell } from "../../model/parse-cell";
import { parseNumber } from "../../model/parse-number";
import type { ColumnPlan } from "./import-plan";
import { type RawColumn, textCounts } from "./raw-column";
import { type RawTable, rawText } from "./raw-table";

const MARKERS = new Set([-9, -99, -999, -9999, -99999, -999999, -9999999]);

/** Texts such as "-999" that stand for "unknown" among numbers that are otherwise never negative. */
export function findUnknownMarkers(raw: RawColumn, plan: ColumnPlan): string[] {
  if (plan.type !== "number" && plan.type !== "currency") return [];
  if (plan.role === "latitude" || plan.role === "longitude") return [];
  const negatives: number[] = [];
  for (let code = 1; code < raw.size; code++) {
    // A plain number above zero is none; any other is told by its text.
    if (raw.plain && raw.plain[code]! >= 0) continue;
    const first = raw.text(code).charCodeAt(0);
    // A minus in either form, a parenthesis, or spaces before them.
    if (first <= 32 || first === 45 || first === 0x2212 || first === 40) negatives.push(code);
  }
  if (negatives.length === 0) return [];
  const counts = textCounts(raw);
  const markers = new Map<string, number>();
  for (const code of negatives) {
    const text = raw.text(code);
    const value = parseNumber(trimCell(text), plan.decimal);
    if (MARKERS.has(value)) markers.set(text, (markers.get(text) ?? 0) + counts[code]!);
    else if (value < 0) return [];
  }
  const repeated = [...markers].filter(([, count]) => count > 1).map(([text]) => text);
  // A column of nothing but markers, or with a single one per number, says as much as one with a few.
  return raw.size - 1 > negatives.length || repeated.length === 1 ? repeated : [];
}

const TOTAL =
  /^(grand |sub|sub-|sub |overall )?(totals?|sum)\b\s*[:(]?[^a-z]*$|^(gesamt|summe|total général)$/i;

/** Rows at the end of the file that are no accounts: totals, and the notes that report tools write below. */
export function findTrailers(table: RawTable, columns: readonly ColumnPlan[]): number[] {
  const rows: number[] = [];
  const key = columns.find((column) => column.role === "key");
  for (let row = table.rowCount - 1; row >= Math.max(1, table.rowCount - 8); row--) {
    const cells: string[] = [];
    for (let column = 0; column < table.columns.length; column++) {
      const text = trimCell(rawText(table, column, row));
      if (text !== "") cells.push(text);
    }
    const keyText = key && trimCell(rawText(table, key.index, row));
    const isTotal = cells.slice(0, 3).some((cell) => TOTAL.test(cell)) && (!keyText || TOTAL.test(keyText));
    const isNote =
      table.columns.length >= 4 &&
      cells.length === 1 &&
      /^(copyright|confidential|generated|report|exported|as of|filtered by|source:|\*|end of)/i.test(
        cells[0]!,
      );
    if (!isTotal && !isNote) break;
    rows.unshift(row);
  }
  return rows;
}

/** A spreadsheet's error values among texts, as they stand. Among numbers they are blanks anyway. */
export function findErrorTexts(raw: RawColumn, plan: ColumnPlan): string[] {
  if (plan.type !== "text" && plan.type !== "choice") return [];
  return raw.texts.filter((text) => text.charCodeAt(0) === 35 && isErrorText(trimCell(text)));
}
