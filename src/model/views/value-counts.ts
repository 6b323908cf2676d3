import { YES_NO_TEXTS } from "./column-filter";
import { collatorOf } from "./text-ranks";
import type { ViewColumn } from "./view-column";

/** A distinct text of a column and how many of the rows have it; "" stands for blanks. */
export interface ValueCount {
  readonly text: string;
  readonly rows: number;
}

/**
 * The distinct texts among the rows in the locale's order, blanks last. Stops with null past `limit` distinct texts, where
 * a list is no help. Numbers have none.
 */
export function valueCounts(
  rows: Uint32Array,
  column: ViewColumn,
  locale: string,
  limit: number,
): readonly ValueCount[] | null {
  if (column.kind === "number") return null;
  const counts = column.kind === "text" ? countTexts(rows, column) : countFlags(rows, column.flags);
  if (counts.size > limit) return null;
  const collator = collatorOf(locale);
  return [...counts]
    .map(([text, count]) => ({ text, rows: count }))
    .sort((a, b) => Number(a.text === "") - Number(b.text === "") || collator.compare(a.text, b.text));
}

function countTexts(rows: Uint32Array, { codes, texts }: ViewColumn & { kind: "text" }): Map<string, number> {
  const byCode = new Uint32Array(texts.size);
  for (const row of rows) byCode[codes[row]!]!++;
  const counts = new Map<string, number>();
  for (let code = 0; code < byCode.length; code++) {
    if (byCode[code] === 0) continue;
    const text = texts.text(code);
    counts.set(text, (counts.get(text) ?? 0) + byCode[code]!);
  }
  return counts;
}

function countFlags(rows: Uint32Array, flags: Uint8Array): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const text = YES_NO_TEXTS[flags[row]!]!;
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return counts;
}
