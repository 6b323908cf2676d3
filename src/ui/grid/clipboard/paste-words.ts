/** What a paste came to. */
export interface PasteFacts {
  readonly cells: number;
  /** Rows that were there, and rows that were added. */
  readonly rows: number;
  readonly added: number;
  /** Rows that the filters hide: no paste touches them. */
  readonly hidden: number;
  /** Columns past the right edge, and rows past the end of a sheet that takes none. */
  readonly columnsCutOff: number;
  readonly rowsCutOff: number;
  readonly moved: boolean;
  /** What a row is, one and many. */
  readonly noun: readonly [one: string, many: string];
}

/** Says in words what a paste came to, and what it left out. */
export function pasteWords(facts: PasteFacts, locale: string): string {
  const { cells, rows, added, hidden, columnsCutOff, rowsCutOff, moved, noun } = facts;
  const number = (value: number) => value.toLocaleString(locale);
  const count = (value: number, [one, many]: readonly [string, string]) =>
    `${number(value)} ${value === 1 ? one : many}`;
  const parts: string[] = [];
  if (cells > 0) {
    const where = rows > 0 && cells > 1 ? ` in ${count(rows, noun)}` : "";
    parts.push(`${moved ? "Moved" : "Pasted"} ${count(cells, ["cell", "cells"])}${where}.`);
  }
  if (added > 0) parts.push(`Added ${count(added, noun)}.`);
  if (hidden > 0 && rows > 1) parts.push(`${count(hidden, ["hidden row", "hidden rows"])} untouched.`);
  if (columnsCutOff > 0)
    parts.push(`${count(columnsCutOff, ["column", "columns"])} past the right edge left out.`);
  if (rowsCutOff > 0) parts.push(`${count(rowsCutOff, ["row", "rows"])} past the end left out.`);
  return parts.join(" ");
}
