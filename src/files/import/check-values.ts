import { trimCell } from "../../model/parse-cell";
import { readTexts } from "./column-values";
import type { ColumnPlan } from "./import-plan";
import { type RawColumn, type RawTable, rawText, textCounts } from "./raw-table";

const MARKERS = new Set([-9, -99, -999, -9999, -99999, -999999, -9999999]);

/** Texts such as "-999" that stand for "unknown" among numbers that are otherwise never negative. */
export function findUnknownMarkers(raw: RawColumn, plan: ColumnPlan): string[] {
  if (plan.type !== "number" && plan.type !== "currency") return [];
  if (plan.role === "latitude" || plan.role === "longitude") return [];
  const { numbers } = readTexts(raw, plan);
  const counts = textCounts(raw);
  const markers: string[] = [];
  let others = 0;
  for (let code = 1; code < numbers.length; code++) {
    const value = numbers[code]!;
    if (MARKERS.has(value) && counts[code]! > 1) markers.push(raw.texts[code]!);
    else if (value < 0) return [];
    else if (value >= 0) others++;
  }
  // A column of nothing but markers, or with a single one per number, says as much as one with a few.
  return others > 0 || markers.length === 1 ? markers : [];
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
