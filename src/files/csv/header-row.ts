import { PLAIN_FORMAT, trimCell } from "../../model/parse-cell";
import { parseDays } from "../../model/parse-date";
import { parseNumber } from "../../model/parse-number";

/**
 * Which of the first rows (blank ones left out) holds the headers: titles above are skipped, and null means that the
 * first row is data already. `isKnown` tells whether a text is a header that files of this kind have.
 */
export function detectHeaderRow(
  rows: readonly (readonly string[])[],
  isKnown: (header: string) => boolean,
): number | null {
  const first = firstFullRow(rows);
  const header = rows[first];
  if (!header) return rows.length > 0 ? 0 : null;
  const body = rows.slice(first + 1);
  let evidence = 0;
  for (let column = 0; column < header.length; column++) {
    const text = trimCell(header[column]!);
    if (text === "") continue;
    if (isKnown(text)) evidence += 2;
    const below = body.map((row) => trimCell(row[column] ?? "")).filter((cell) => cell !== "");
    const values = below.filter(isValue).length;
    if (isValue(text)) {
      // Years make headers, and a column of other texts below a number says nothing.
      if (!/^(19|20)\d\d$/.test(text)) evidence -= 2;
    } else if (below.length > 0 && values > below.length * 0.8) {
      evidence += 2;
    } else if (below.length > 2 && below.includes(text)) {
      evidence -= 1;
    }
  }
  return evidence >= 0 ? first : null;
}

/** The first row about as wide as most: titles and notes above a table fill a cell or two. */
function firstFullRow(rows: readonly (readonly string[])[]): number {
  const filled = rows.map((row) =>
    row.reduce((count, cell) => (trimCell(cell) === "" ? count : count + 1), 0),
  );
  const sorted = filled.toSorted((a, b) => a - b);
  const typical = sorted[(sorted.length - 1) >> 1] ?? 0;
  if (typical <= 2) return 0;
  const found = filled.findIndex((count) => count >= Math.max(2, typical * 0.6));
  return Math.max(found, 0);
}

function isValue(text: string): boolean {
  return !Number.isNaN(parseNumber(text, PLAIN_FORMAT.decimal)) || !Number.isNaN(parseDays(text, "mdy"));
}
