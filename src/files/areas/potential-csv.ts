import { UNIT_KEYS, type UnitKey, type UnitOfText, unitOfKey } from "../../geodata/unit-keys";
import type { UnitSet } from "../../geodata/unit-set";
import type { UsPostalTable } from "../../geodata/us-postal";
import { parseNumber } from "../../model/parse-number";
import { type RawTable, rawText } from "../import/raw-table";
import { readBytes } from "../import/read-table";
import { numberStyle, sampleTexts } from "../import/sniff-type";
import { AreaFileRefused } from "./area-file";

/** Which columns of a file say what. */
export interface PotentialChoice {
  readonly key: UnitKey;
  /** Positions of columns: what names the unit, the state beside a county's name (or null), and the figure. */
  readonly keyColumn: number;
  readonly stateColumn: number | null;
  readonly valueColumn: number;
}

/** What a file of figures holds, and a proposal; null where no column names units of the set. */
export interface PotentialInspection {
  readonly headers: readonly string[];
  readonly rows: number;
  /** Kinds of keys that can name units of the set. */
  readonly keys: readonly UnitKey[];
  readonly proposal: PotentialChoice | null;
}

/** Figures by unit. */
export interface Potential {
  readonly header: string;
  /** Sums by unit of the set, NaN where the file has none. */
  readonly values: Float64Array;
  readonly matched: number;
  /** Rows whose key names no unit, the largest figures first: the first hundred. */
  readonly unmatched: readonly { readonly line: number; readonly text: string; readonly value: number }[];
  readonly unmatchedCount: number;
  /** The figures of all of them. */
  readonly unmatchedTotal: number;
  /** Rows whose figure is no number. */
  readonly badNumbers: number;
  /** Rows whose figure is below 0, which no market is: they are left out. The first few by their lines. */
  readonly negatives: { readonly count: number; readonly lines: readonly number[] };
  /** Units that more than one row speaks of: their figures are summed. */
  readonly summed: number;
  readonly total: number;
}

const LISTED = 100;
const NEGATIVES_LISTED = 5;
const SAMPLE_ROWS = 500;
const VALUE_HEADER =
  /potential|market|value|revenue|sales|spend|households|population|total|amount|size|umsatz|kaufkraft/i;
const STATE_HEADER = /^(state|st|state[_ ]?(abbr|name|code|province)|usps|bundesland|province|region)$/i;

/** The rows of a CSV. Throws `AreaFileRefused` in the words of the import where it cannot be read. */
export function openPotential(bytes: Uint8Array): RawTable {
  const read = readBytes(bytes, {});
  if (!read.ok) throw new AreaFileRefused(read.refusal.title, read.refusal.advice);
  return read.read.table;
}

/** Finds out which column names units of the set, by trying, and which has the figures. */
export function inspectPotential(table: RawTable, set: UnitSet, postal: UsPostalTable): PotentialInspection {
  const readers = UNIT_KEYS.flatMap((key) => {
    const unitOf = unitOfKey(set, key, postal);
    return unitOf ? [{ key, unitOf }] : [];
  });
  const stateColumn = table.headers.findIndex((header) => STATE_HEADER.test(header.trim()));
  const state = stateColumn < 0 ? null : stateColumn;
  let best: { key: UnitKey; column: number; share: number } | null = null;
  for (const { key, unitOf } of readers) {
    table.headers.forEach((header, column) => {
      const beside = key === "county" && column !== state ? state : null;
      // of two columns that match alike, the header decides
      const share = matchedShare(table, column, beside, unitOf) + (likely(key, header) ? 0.05 : 0);
      if (share > 0.3 && (!best || share > best.share)) best = { key, column, share };
    });
  }
  const chosen = best as { key: UnitKey; column: number } | null;
  const valueColumn = chosen ? figureColumn(table, new Set([chosen.column, stateColumn])) : -1;
  return {
    headers: table.headers,
    rows: table.rowCount,
    keys: readers.map(({ key }) => key),
    proposal:
      chosen && valueColumn >= 0
        ? {
            key: chosen.key,
            keyColumn: chosen.column,
            stateColumn: chosen.key === "county" && chosen.column !== state ? state : null,
            valueColumn,
          }
        : null,
  };
}

const KEY_HEADERS: Readonly<Record<UnitKey, RegExp>> = {
  "postal-code": /zip|postal|postcode|plz/i,
  zip3: /zip.?3|3.?digit|scf|prefix/i,
  county: /county|fips|geoid/i,
  state: /^state|province|region|^st$/i,
  country: /country|nation|land/i,
  unit: /unit|area|district|territory|code|name/i,
};

const likely = (key: UnitKey, header: string): boolean => KEY_HEADERS[key].test(header.trim());

function matchedShare(table: RawTable, column: number, state: number | null, unitOf: UnitOfText): number {
  const rows = Math.min(table.rowCount, SAMPLE_ROWS);
  if (rows === 0) return 0;
  let matched = 0;
  for (let row = 0; row < rows; row++) {
    const beside = state === null ? "" : rawText(table, state, row);
    if (unitOf(rawText(table, column, row), beside) >= 0) matched++;
  }
  return matched / rows;
}

/** The column of numbers with a telling header, else the last one. */
function figureColumn(table: RawTable, taken: ReadonlySet<number>): number {
  const numbers = table.headers.flatMap((header, column) => {
    if (taken.has(column)) return [];
    const texts = sampleTexts(table.columns[column]!);
    const decimal = numberStyle(texts).decimal ?? ".";
    const read = texts.filter((text) => Number.isFinite(parseNumber(text, decimal))).length;
    return texts.length > 0 && read > 0.8 * texts.length ? [{ column, header }] : [];
  });
  return (numbers.find(({ header }) => VALUE_HEADER.test(header)) ?? numbers.at(-1))?.column ?? -1;
}

/** The figures of a file by unit. Throws where the choice's key cannot name units of the set. */
export function readPotential(
  table: RawTable,
  set: UnitSet,
  postal: UsPostalTable,
  choice: PotentialChoice,
): Potential {
  const unitOf = unitOfKey(set, choice.key, postal);
  if (!unitOf) throw new Error(`Expected a key that names units of ${set.name}, got "${choice.key}".`);
  const decimal = numberStyle(sampleTexts(table.columns[choice.valueColumn]!)).decimal ?? ".";
  const values = new Float64Array(set.count).fill(Number.NaN);
  const rowsOf = new Uint32Array(set.count);
  const unmatched: { line: number; text: string; value: number }[] = [];
  const negatives: number[] = [];
  let [matched, badNumbers, total, unmatchedTotal] = [0, 0, 0, 0];
  for (let row = 0; row < table.rowCount; row++) {
    const beside = choice.stateColumn === null ? "" : rawText(table, choice.stateColumn, row);
    const text = rawText(table, choice.keyColumn, row);
    const value = parseNumber(rawText(table, choice.valueColumn, row).trim(), decimal);
    if (!Number.isFinite(value)) {
      badNumbers++;
      continue;
    }
    if (value < 0) {
      negatives.push(table.lines[row]!);
      continue;
    }
    const unit = unitOf(text, beside);
    if (unit < 0) {
      const named = beside === "" ? text : `${text}, ${beside}`;
      unmatched.push({ line: table.lines[row]!, text: named, value });
      unmatchedTotal += value;
      continue;
    }
    matched++;
    total += value;
    rowsOf[unit]!++;
    values[unit] = (rowsOf[unit] === 1 ? 0 : values[unit]!) + value;
  }
  return {
    header: table.headers[choice.valueColumn]!,
    values,
    matched,
    unmatched: unmatched.sort((a, b) => b.value - a.value).slice(0, LISTED),
    unmatchedCount: unmatched.length,
    unmatchedTotal,
    badNumbers,
    negatives: { count: negatives.length, lines: negatives.slice(0, NEGATIVES_LISTED) },
    summed: rowsOf.filter((rows) => rows > 1).length,
    total,
  };
}
