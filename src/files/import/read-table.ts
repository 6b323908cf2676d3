import { unescapeFormula } from "../../model/formula-escape";
import { countControls } from "../csv/control-characters";
import { decodeText, isUtf32, type TextEncoding } from "../csv/decode-text";
import { detectDelimiter, readSepLine } from "../csv/delimiter";
import { controlShare, foreignKind, foreignText } from "../csv/file-kind";
import { detectHeaderRow } from "../csv/header-row";
import { isBlankRow, parseFirstRows, parseRows } from "../csv/parse-rows";
import { lineAt, type QuoteScan, scanQuotes } from "../csv/scan-quotes";
import { isKnownHeader } from "./column-roles";
import type { Reading, ReadingChoice } from "./import-plan";
import { IMPORT_LIMITS, type ImportRefusal, type OrRefusal, refuse } from "./import-refusal";
import { countLineEnds } from "./raw-column";
import { type RawTable, RawTableBuilder } from "./raw-table";

/** A file as it was read: its cells, and how. */
export interface ReadTable {
  readonly table: RawTable;
  readonly reading: Reading;
  readonly encodingIsGuess: boolean;
  readonly encodings: readonly TextEncoding[];
  readonly badCharacters: number;
  /** Control characters that no text should hold, such as NUL. */
  readonly controlCharacters: number;
  readonly strayQuotes: { readonly count: number; readonly lines: readonly number[] };
  /** Rows above the header, and the lines they begin on. */
  readonly titles: readonly string[];
  readonly titleLines: readonly number[];
}

export type OnParsed = (done: number, total: number) => void;

const SAMPLE_CHARACTERS = 128 * 1024;
const SAMPLE_ROWS = 100;
/** Chunks of text without the end of a row after which the parser is stopped: it reads an unfinished row again each time. */
const ROW_CHUNKS = 8;
/** Reads the bytes of a file as rows and columns, by the planner's choices and detection for the rest. */
export function readBytes(
  bytes: Uint8Array,
  choice: ReadingChoice,
  onParsed?: OnParsed,
): OrRefusal<{ read: ReadTable }> {
  if (bytes.length === 0) return EMPTY;
  const foreign = foreignKind(bytes);
  if (foreign)
    return refuse("not-text", `This is not a CSV file: it looks like ${foreign.looksLike}.`, foreign.advice);
  if (isUtf32(bytes)) {
    return refuse(
      "unreadable",
      "This file is written in UTF-32, which cannot be read here.",
      "Save it as CSV (UTF-8).",
    );
  }
  const decoded = decodeText(bytes, choice.encoding);
  if (!decoded.encoding.startsWith("utf-16") && controlShare(bytes) > 0.1 && bytes.length > 64) {
    return refuse(
      "not-text",
      "This is not a CSV file: it holds binary data.",
      "Choose the CSV file that your CRM or spreadsheet exported.",
    );
  }
  return readText(decoded.text, decoded.encoding, choice, onParsed, {
    encodingIsGuess: decoded.isGuess,
    encodings: decoded.encodings,
    badCharacters: decoded.badCharacters,
  });
}

interface EncodingFacts {
  readonly encodingIsGuess: boolean;
  readonly encodings: readonly TextEncoding[];
  readonly badCharacters: number;
}

const PASTED: EncodingFacts = { encodingIsGuess: false, encodings: ["utf-8"], badCharacters: 0 };

/** The same for a text, such as a pasted one. */
export function readText(
  source: string,
  encoding: TextEncoding,
  choice: ReadingChoice,
  onParsed?: OnParsed,
  facts: EncodingFacts = PASTED,
): OrRefusal<{ read: ReadTable }> {
  const foreign = foreignText(source);
  if (foreign)
    return refuse("not-text", `This is not a CSV file: it looks like ${foreign.looksLike}.`, foreign.advice);
  const sep = readSepLine(source);
  const text = sep ? sep.rest : source;
  const firstLine = sep ? 2 : 1;
  if (text.trim() === "") return EMPTY;

  const sample = text.slice(0, SAMPLE_CHARACTERS);
  const delimiter = choice.delimiter ?? sep?.delimiter ?? detectDelimiter(sample);
  const quotes = choice.quotes ?? true;
  const scan = quotes && text.includes('"') ? scanQuotes(text, delimiter) : null;
  const refused = scan && refuseQuotes(text, scan, firstLine);
  if (refused) return refused;

  const firstRows = parseFirstRows(sample, { delimiter, quotes }, SAMPLE_ROWS).filter(
    (row) => !isBlankRow(row),
  );
  const headerRow =
    choice.headerRow !== undefined ? choice.headerRow : detectHeaderRow(firstRows, isKnownHeader);
  const parsed = parseTable(text, { delimiter, quotes, headerRow, firstRows, firstLine }, onParsed);
  if (!parsed.ok) return parsed;
  return {
    ok: true,
    read: {
      table: parsed.table,
      titles: parsed.titles,
      titleLines: parsed.titleLines,
      reading: { encoding, delimiter, quotes, headerRow },
      ...facts,
      controlCharacters: countControls(text, delimiter),
      strayQuotes: strayLines(text, scan, firstLine),
    },
  };
}

interface ParseOptions {
  readonly delimiter: string;
  readonly quotes: boolean;
  readonly headerRow: number | null;
  readonly firstRows: readonly (readonly string[])[];
  readonly firstLine: number;
}

function parseTable(
  text: string,
  options: ParseOptions,
  onParsed: OnParsed | undefined,
): OrRefusal<{ table: RawTable; titles: string[]; titleLines: number[] }> {
  const { headerRow } = options;
  let builder: RawTableBuilder | null =
    headerRow === null ? new RawTableBuilder(typicalWidth(options.firstRows)) : null;
  let header: readonly string[] = [];
  let headerLine = 0;
  let filledRow = 0;
  let line = options.firstLine;
  const titles: string[] = [];
  const titleLines: number[] = [];
  let refusal: { ok: false; refusal: ImportRefusal } | null = null;
  let stalled = 0;

  parseRows(text, options, (rows, done) => {
    for (const row of rows) {
      if (row.length === 1 && row[0] === "") {
        line++;
        continue;
      }
      if (isBlankRow(row)) {
        line += 1 + lineEndsOf(row);
        continue;
      }
      const number = filledRow++;
      if (builder) line += 1 + builder.add(row, line);
      else {
        if (number === headerRow) {
          header = row.map(unescapeFormula);
          headerLine = line;
          builder = new RawTableBuilder(Math.min(headerWidth(row), IMPORT_LIMITS.columns + 1));
        } else {
          titles.push(row.filter((cell) => cell.trim() !== "").join(" "));
          titleLines.push(line);
        }
        line += 1 + lineEndsOf(row);
      }
    }
    stalled = rows.length > 0 ? 0 : stalled + 1;
    refusal = stalled > ROW_CHUNKS ? REFUSE_LONG_CELL : builder && refuseSize(builder);
    onParsed?.(Math.min(done, text.length), text.length);
    return refusal === null;
  });
  if (refusal) return refusal;
  const built = (builder as RawTableBuilder | null) ?? new RawTableBuilder(1);
  return { ok: true, table: built.build(header, headerLine), titles, titleLines };
}

/** Cells of a header row; a long run of blank ones at its end, as spreadsheets write, is cut off. */
function headerWidth(row: readonly string[]): number {
  let width = row.length;
  while (width > 1 && row[width - 1]!.trim() === "") width--;
  return width;
}

function typicalWidth(rows: readonly (readonly string[])[]): number {
  const widths = rows.map((row) => row.length).sort((a, b) => a - b);
  return widths[widths.length >> 1] ?? 1;
}

function lineEndsOf(row: readonly string[]): number {
  let count = 0;
  for (const cell of row) count += countLineEnds(cell);
  return count;
}

const EMPTY = refuse("empty", "This file is empty.", "Export it again, or choose another file.");

const REFUSE_LONG_CELL = refuse(
  "cell-too-long",
  "This file has a cell or a row of more than a million characters.",
  "Check the delimiter and the quote marks.",
);

function refuseSize(builder: RawTableBuilder) {
  const { rows, columns, cell } = IMPORT_LIMITS;
  if (builder.rowCount > rows) {
    return refuse(
      "too-many-rows",
      `This file has more than ${rows.toLocaleString("en-US")} rows.`,
      `Up to ${IMPORT_LIMITS.supportedRows.toLocaleString("en-US")} are supported. Filter the export, or split it by region.`,
    );
  }
  if (builder.columnCount > columns) {
    return refuse(
      "too-many-columns",
      `This file has more than ${columns.toLocaleString("en-US")} columns.`,
      "Check the delimiter, or export only the columns that planning needs.",
    );
  }
  return builder.longestText > cell ? REFUSE_LONG_CELL : null;
}

function refuseQuotes(text: string, scan: QuoteScan, firstLine: number) {
  if (scan.unclosedAt !== null) {
    // A closing mark missed earlier turns every later one round, so the first cell that looks wrong is the one to see.
    const line = lineAt(text, scan.malformedAt ?? scan.unclosedAt) + firstLine - 1;
    return refuse(
      "unclosed-quote",
      `A quote mark opens on line ${line.toLocaleString("en-US")} and is never closed.`,
      "Add the missing quote mark there, or read quote marks as ordinary characters.",
      line,
    );
  }
  if (scan.longest > IMPORT_LIMITS.cell) {
    const line = lineAt(text, scan.longestAt) + firstLine - 1;
    return refuse(
      "cell-too-long",
      `A quoted cell that opens on line ${line.toLocaleString("en-US")} runs on for more than a million characters.`,
      "A quote mark is probably missing there. Add it, or read quote marks as ordinary characters.",
      line,
    );
  }
  return null;
}

function strayLines(text: string, scan: QuoteScan | null, firstLine: number): ReadTable["strayQuotes"] {
  if (!scan) return { count: 0, lines: [] };
  return { count: scan.strayCount, lines: scan.strayAt.map((at) => lineAt(text, at) + firstLine - 1) };
}
