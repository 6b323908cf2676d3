import type { Condition } from "./condition";
import { territoryColor } from "./palette";
import type { Segment, Segmentation } from "./planning/segmentation";
import { type Column, columnByRole, isLive, type NumberColumn, shownColumns, type Table } from "./table";
import { valueCounts } from "./views/value-counts";
import { viewColumnOf } from "./views/view-column";

/** What a segmentation can be begun from: one column of the accounts. */
export interface SegmentTemplate {
  readonly name: string;
  readonly column: Column;
}

/** Most frequent texts that a template makes segments of; what is rarer is "Other". */
const MOST_TEXTS = 8;
/** A column with more texts than this names accounts and does not divide them. */
const DIVIDING_TEXTS = 60;

/** The columns that suit: size, industry, type, value, then any further column of few texts or of amounts. */
export function segmentTemplates(accounts: Table): SegmentTemplate[] {
  const named = [
    ["Size", "employees"],
    ["Industry", "industry"],
    ["Type", "segment"],
    ["Value", "revenue"],
    ["Potential", "potential"],
  ] as const;
  const templates: SegmentTemplate[] = [];
  for (const [name, role] of named) {
    const column = columnByRole(accounts, role);
    if (column && suits(column)) templates.push({ name, column });
  }
  const taken = new Set(templates.map(({ column }) => column.key));
  for (const column of shownColumns(accounts)) {
    const free = column.role === null && !taken.has(column.key);
    if (free && column.type !== "date" && column.type !== "datetime" && suits(column))
      templates.push({ name: column.header, column });
  }
  return templates;
}

function suits(column: Column): boolean {
  if (column.kind === "number") return column.values.some((value) => Number.isFinite(value));
  if (column.kind === "yesno") return column.flags.some((flag) => flag < 2);
  return column.dictionary.size > 2 && column.dictionary.size <= DIVIDING_TEXTS + 1;
}

/** The segmentation that a template suggests: its most frequent texts, yes and no, or four parts of equally many accounts. */
export function segmentationFrom(
  accounts: Table,
  { name, column }: SegmentTemplate,
  makeId: () => string,
  formatValue: (value: number) => string,
): Segmentation {
  const parts = column.kind === "number" ? quarters(accounts, column, formatValue) : texts(accounts, column);
  const segments = parts.map(
    ([title, condition], i): Segment => ({
      id: makeId(),
      name: title,
      color: territoryColor(i + 1),
      condition,
    }),
  );
  return { id: makeId(), name, segments };
}

type Part = readonly [name: string, condition: Condition];

function texts(accounts: Table, column: Column): Part[] {
  const rows = Uint32Array.from({ length: accounts.count }, (_, row) => row).filter(
    (row) => !accounts.deleted?.[row],
  );
  return (valueCounts(rows, viewColumnOf(column), "en", DIVIDING_TEXTS + 1) ?? [])
    .filter(({ text }) => text !== "")
    .sort((a, b) => b.rows - a.rows)
    .slice(0, MOST_TEXTS)
    .map(({ text }) => [text, only(column, { kind: "one-of", texts: [text] })] as const);
}

function quarters(accounts: Table, column: NumberColumn, format: (value: number) => string): Part[] {
  const bounds = [0.75, 0.5, 0.25].map((part) => quantile(accounts, column, part));
  const distinct = [...new Set(bounds.map(rounded))].filter((bound) => Number.isFinite(bound));
  const least = distinct.at(-1);
  if (least === undefined) return [];
  // Both ends of a range count: each ends one step of the column before the next begins.
  const decimals = decimalsOf(accounts, column);
  const before = (bound: number) => Number((bound - 10 ** -decimals).toFixed(decimals));
  // Where so short a text does not tell the end from the next beginning, the beginning is named.
  const isTold = distinct.every((bound) => format(before(bound)) !== format(bound));
  const parts = distinct.map((from, i): Part => {
    const next = distinct[i - 1];
    if (next === undefined)
      return [`${format(from)} and more`, only(column, { kind: "range", from, to: null })];
    const to = before(next);
    const end = isTold ? format(to) : `under ${format(next)}`;
    const name = isTold && to === from ? end : `${format(from)} to ${end}`;
    return [name, only(column, { kind: "range", from, to })];
  });
  const hasLess = column.values.some((value, row) => value < least && isLive(accounts, row));
  if (!hasLess) return parts;
  const name = isTold ? `Up to ${format(before(least))}` : `Under ${format(least)}`;
  return [...parts, [name, only(column, { kind: "range", from: null, to: before(least) })]];
}

/** Most decimals that are told apart. */
const MOST_DECIMALS = 6;

/** Decimals of the live values: 0 where all are whole. */
function decimalsOf(accounts: Table, { values }: NumberColumn): number {
  let decimals = 0;
  for (let row = 0; row < accounts.count && decimals < MOST_DECIMALS; row++) {
    const value = values[row]!;
    if (!Number.isFinite(value) || !isLive(accounts, row)) continue;
    while (decimals < MOST_DECIMALS && Number(value.toFixed(decimals)) !== value) decimals++;
  }
  return decimals;
}

/** The value below which a part (0–1) of the live accounts with a value lies; NaN without any. */
export function quantile({ count, deleted }: Table, { values }: NumberColumn, part: number): number {
  const sorted = values
    .filter((value, row) => row < count && Number.isFinite(value) && !deleted?.[row])
    .sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
}

/** Two digits that a person would choose: 12,345 → 12,000. */
function rounded(value: number): number {
  if (value === 0 || !Number.isFinite(value)) return value;
  const unit = 10 ** (Math.floor(Math.log10(Math.abs(value))) - 1);
  // Dividing by a whole number keeps decimals exact where the unit is a fraction.
  return unit >= 1 ? Math.round(value / unit) * unit : Math.round(value / unit) / Math.round(1 / unit);
}

function only(column: Column, test: Condition["tests"][number]["test"]): Condition {
  return { match: "all", tests: [{ column: column.key, test }] };
}
