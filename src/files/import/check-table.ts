import { trimCell } from "../../model/parse-cell";
import { hasControls } from "../csv/control-characters";
import { checkCoordinates } from "./check-coordinates";
import { findErrorTexts, findTrailers, findUnknownMarkers } from "./check-values";
import { CELL_PROBLEMS, padded, type TextValues } from "./column-values";
import { foldedCodes } from "./group-rows";
import type { ColumnIssueKind, ImportFix, ImportIssue, IssueExample, RowIssueKind } from "./import-issue";
import { type ColumnPlan, hasPlaceColumn, type ImportPlan } from "./import-plan";
import { type RawColumn, textCounts } from "./raw-column";
import { type RawTable, rawText } from "./raw-table";
import type { ReadTable } from "./read-table";
import { dateStyle, numberStyle, sampleTexts } from "./sniff-type";
import { unknownTexts } from "./unknown-words";

const EXAMPLES = 20;
const MANY_TERRITORIES = 1_000;
const HIDDEN =
  /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Everything the planner should know about a file before it is imported with a plan, one entry per kind and column. */
export function checkTable(
  read: ReadTable,
  plan: ImportPlan,
  valuesOf: (column: ColumnPlan) => TextValues,
): ImportIssue[] {
  const issues: ImportIssue[] = [
    ...checkPlaces(read.table, plan),
    ...checkReading(read),
    ...checkTrailers(read.table, plan),
  ];
  for (const column of plan.columns) {
    if (!column.include) continue;
    const raw = read.table.columns[column.index];
    if (!raw) continue;
    issues.push(
      ...checkHeader(read.table, column),
      ...checkCells(read.table, plan, column, raw, valuesOf(column)),
    );
  }
  issues.push(...checkCoordinates(read.table, plan, valuesOf));
  return issues;
}

/** Without a column that says where, no account can be put on the map. */
function checkPlaces(table: RawTable, plan: ImportPlan): ImportIssue[] {
  if (hasPlaceColumn(plan)) return [];
  return [{ kind: "no-place", column: null, count: table.rowCount, examples: [], fix: null }];
}

function checkReading(read: ReadTable): ImportIssue[] {
  const { table } = read;
  const issues: ImportIssue[] = [];
  const row = (kind: RowIssueKind, count: number, examples: () => readonly IssueExample[]) => {
    if (count > 0) issues.push({ kind, column: null, count, examples: examples(), fix: null });
  };
  row("bad-characters", read.badCharacters, () =>
    examplesOfText(table, (text) => /\ufffd|[\u0080-\u009f]/.test(text)),
  );
  row("control-characters", read.controlCharacters, () => examplesOfText(table, hasControls));
  const ragged = (rows: RawTable["shortRows"]) =>
    rows.examples.map(({ line, cells }) => ({ line, header: null, text: `${cells} cells` }));
  row("short-row", table.shortRows.count, () => ragged(table.shortRows));
  row("long-row", table.longRows.count, () => ragged(table.longRows));
  row("stray-quote", read.strayQuotes.count, () =>
    read.strayQuotes.lines.map((line) => ({ line, header: null, text: '"' })),
  );
  return issues;
}

function examplesOfText(table: RawTable, isHit: (text: string) => boolean): IssueExample[] {
  const examples: IssueExample[] = [];
  for (let column = 0; column < table.columns.length; column++) {
    const raw = table.columns[column]!;
    const hits = new Uint8Array(raw.size);
    raw.texts.forEach((text, code) => {
      if (isHit(text)) hits[code] = 1;
    });
    examples.push(...examplesOf(table, column, hits, new Set()));
    if (examples.length >= EXAMPLES) break;
  }
  return examples.slice(0, EXAMPLES).sort((a, b) => a.line - b.line);
}

function checkTrailers(table: RawTable, plan: ImportPlan): ImportIssue[] {
  const rows = findTrailers(table, plan.columns);
  if (rows.length === 0) return [];
  const examples = rows.map((row) => ({
    line: table.lines[row]!,
    header: null,
    text: table.columns
      .map((_, column) => rawText(table, column, row))
      .filter((text) => text.trim() !== "")
      .slice(0, 3)
      .join(" · "),
  }));
  return [
    { kind: "total-row", column: null, count: rows.length, examples, fix: { kind: "exclude-rows", rows } },
  ];
}

function checkHeader(table: RawTable, column: ColumnPlan): ImportIssue[] {
  if (table.headerLine === 0 || column.index >= table.sourceHeaders.length) return [];
  const source = table.sourceHeaders[column.index] ?? "";
  if (source === table.headers[column.index]) return [];
  const kind = source.trim() === "" ? "blank-header" : "duplicate-header";
  const examples = [{ line: table.headerLine, header: column.header, text: source }];
  return [{ kind, column: column.index, header: column.header, count: 1, examples, fix: null }];
}

function checkCells(
  table: RawTable,
  plan: ImportPlan,
  column: ColumnPlan,
  raw: RawColumn,
  values: TextValues,
): ImportIssue[] {
  const issues: ImportIssue[] = [];
  const excluded = new Set(plan.excludedRows);
  const counts = textCounts(raw, excluded);
  const add = (kind: ColumnIssueKind, isHit: (code: number) => boolean, fix: ImportFix | null = null) => {
    let hits: Uint8Array | null = null;
    let count = 0;
    for (let code = 0; code < raw.size; code++) {
      if (!isHit(code) || counts[code] === 0) continue;
      hits ??= new Uint8Array(raw.size);
      hits[code] = 1;
      count += counts[code]!;
    }
    if (!hits) return;
    const examples = examplesOf(table, column.index, hits, excluded);
    issues.push({ kind, column: column.index, header: column.header, count, examples, fix });
  };

  for (const found of new Set(values.problems)) {
    if (found === 0) continue;
    const fix: ImportFix = { kind: "import-as-text", column: column.index, type: column.type };
    add(CELL_PROBLEMS[found - 1]!, (code) => values.problems[code] === found, fix);
  }
  const isNumber = column.type === "number" || column.type === "currency";
  if (values.numbers.length > 0) {
    if (isNumber) add("inexact-number", (code) => Math.abs(values.numbers[code]!) > Number.MAX_SAFE_INTEGER);
    const isMoney = column.role === "revenue" || column.role === "potential" || column.role === "employees";
    if (isMoney) add("negative", (code) => values.numbers[code]! < 0 && values.blank[code] === 0);
  }
  checkBlanks(column, raw, add);
  checkAmbiguity(column, raw, add);
  checkIds(plan, column, raw, counts, add);
  if (column.type === "text" || column.type === "choice")
    add("hidden-characters", (code) => HIDDEN.test(raw.text(code)));
  return issues;
}

type Add = (kind: ColumnIssueKind, isHit: (code: number) => boolean, fix?: ImportFix | null) => void;

function checkBlanks(column: ColumnPlan, raw: RawColumn, add: Add): void {
  const markers = new Set(findUnknownMarkers(raw, { ...column, blanks: [] }));
  if (markers.size > 0) {
    const fix: ImportFix = { kind: "read-as-blank", column: column.index, texts: [...markers] };
    add("unknown-marker", (code) => markers.has(raw.text(code)), fix);
  }
  const errors = new Set(findErrorTexts(raw, column));
  if (errors.size > 0) {
    const fix: ImportFix = { kind: "read-as-blank", column: column.index, texts: [...errors] };
    add("error-text", (code) => errors.has(raw.text(code)), fix);
  }
  if (column.role === "key" || column.role === "name" || column.role === "country") return;
  const isNumeric = column.type !== "text" && column.type !== "choice" && column.type !== "yesno";
  const words = unknownTexts(raw, isNumeric);
  if (words.length === 0) return;
  const isWord = new Set(words);
  const fix: ImportFix = { kind: "read-as-blank", column: column.index, texts: words };
  add("blank-word", (code) => isWord.has(raw.text(code)), fix);
}

function checkAmbiguity(column: ColumnPlan, raw: RawColumn, add: Add): void {
  if (column.type === "date" || column.type === "datetime") {
    if (dateStyle(sampleTexts(raw)).isAmbiguous) {
      add("ambiguous-date", (code) => dateStyle([raw.text(code)]).isAmbiguous);
    }
  } else if (column.type === "number" || column.type === "currency") {
    if (numberStyle(sampleTexts(raw)).isAmbiguous) {
      add("ambiguous-number", (code) => numberStyle([raw.text(code)]).isAmbiguous);
    }
  }
}

function checkIds(plan: ImportPlan, column: ColumnPlan, raw: RawColumn, counts: Uint32Array, add: Add): void {
  if (column.role === "key") {
    add("blank-id", (code) => code === 0 || (isThin(raw.text(code)) && trimCell(raw.text(code)) === ""));
    add("damaged-id", (code) => raw.text(code).includes("+") && /^\d(\.\d+)?E\+\d+$/i.test(raw.text(code)));
    if (!plan.rollUp) {
      const { codeOf, size } = foldedCodes(raw);
      const rows = new Uint32Array(size);
      for (let code = 0; code < codeOf.length; code++) rows[codeOf[code]!]! += counts[code]!;
      add("duplicate-id", (code) => codeOf[code] !== 0 && rows[codeOf[code]!]! > 1);
    }
  }
  if (column.role === "postalCode") {
    const codes = raw.texts.filter((text) => /^\d{5}(-\d{4})?$/.test(text.trim())).length;
    const short = raw.texts.filter((text) => /^\d{3,4}(-\d{4})?$/.test(text.trim())).length;
    // Four digits are whole codes in Belgium, Switzerland or Australia.
    if (codes > short && plan.defaultCountry === "US") {
      const fix: ImportFix = { kind: "pad-zeros", column: column.index, length: 5 };
      add("lost-zeros", (code) => padded(raw.text(code), 5) !== raw.text(code), fix);
    }
  }
  const makesTerritories =
    (column.role === "territory" && (plan.territories === "territory" || plan.territories === "pairs")) ||
    (column.role === "owner" && (plan.territories === "owner" || plan.territories === "pairs"));
  if (makesTerritories && raw.size > MANY_TERRITORIES) add("too-many-territories", (code) => code !== 0);
}

/** The first rows whose text of the column is a hit. */
function examplesOf(
  table: RawTable,
  column: number,
  hits: Uint8Array,
  excluded: ReadonlySet<number>,
): IssueExample[] {
  const raw = table.columns[column]!;
  const examples: IssueExample[] = [];
  for (let row = 0; row < table.rowCount && examples.length < EXAMPLES; row++) {
    const code = raw.codes[row]!;
    if (!hits[code] || excluded.has(row)) continue;
    examples.push({
      line: table.lines[row]!,
      header: table.headers[column]!,
      text: raw.text(code).slice(0, 200),
    });
  }
  return examples;
}

/** Whether a text may be nothing but spaces: its first character is one, or no plain one. */
function isThin(text: string): boolean {
  const first = text.charCodeAt(0);
  return first <= 32 || first > 126;
}
