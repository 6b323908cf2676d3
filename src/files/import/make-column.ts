import type { Column, SourceText } from "../../model/table";
import { TextDictionary } from "../../model/text-dictionary";
import type { TextValues } from "./column-values";
import type { RowGroups } from "./group-rows";
import type { Aggregate, ColumnPlan } from "./import-plan";
import type { RawColumn } from "./raw-column";

/** The column of the table of accounts that a column of the file becomes. */
export function makeColumn(
  key: string,
  plan: ColumnPlan,
  raw: RawColumn,
  values: TextValues,
  groups: RowGroups,
  aggregate: Aggregate | null,
): Column {
  const base = { key, header: plan.header, role: plan.role, origin: "imported" as const };
  const isNumeric = plan.type !== "text" && plan.type !== "choice" && plan.type !== "yesno";
  if (isNumeric && groups.isGrouped && (aggregate === "sum" || aggregate === "average")) {
    const numbers = totals(raw, values.numbers, groups, aggregate);
    return { ...base, kind: "number", type: plan.type, values: numbers, source: null };
  }
  const codes = groups.isGrouped
    ? pickedCodes(raw, values, groups, aggregate ?? "first")
    : rowCodes(raw, groups);
  const source = sourceTexts(codes, raw, values);
  if (isNumeric) {
    const numbers = new Float64Array(groups.count);
    for (let account = 0; account < groups.count; account++)
      numbers[account] = values.numbers[codes[account]!]!;
    return { ...base, kind: "number", type: plan.type, values: numbers, source };
  }
  if (plan.type === "yesno") {
    const flags = new Uint8Array(groups.count);
    for (let account = 0; account < groups.count; account++) flags[account] = values.flags[codes[account]!]!;
    return { ...base, kind: "yesno", type: "yesno", flags, source };
  }
  const text = textCodes(codes, raw, values);
  return { ...base, kind: "text", type: plan.type === "choice" ? "choice" : "text", ...text, source };
}

function rowCodes(raw: RawColumn, groups: RowGroups): Uint32Array {
  if (groups.count === raw.codes.length) return raw.codes.slice();
  const codes = new Uint32Array(groups.count);
  for (let account = 0; account < groups.count; account++)
    codes[account] = raw.codes[groups.firstRow[account]!]!;
  return codes;
}

/** One text code per account: that of its first row that says something, the most frequent, the least or the greatest. */
function pickedCodes(
  raw: RawColumn,
  values: TextValues,
  groups: RowGroups,
  aggregate: Aggregate,
): Uint32Array {
  if (aggregate === "min" || aggregate === "max") return extremeCodes(raw, values.numbers, groups, aggregate);
  const codes = new Uint32Array(groups.count);
  if (aggregate !== "most") {
    for (let row = raw.codes.length - 1; row >= 0; row--) {
      const account = groups.accountOf[row]!;
      const code = raw.codes[row]!;
      if (account >= 0 && code !== 0 && !values.blank[code]) codes[account] = code;
    }
    return codes;
  }
  const counts = new Map<number, number>();
  const best = new Uint32Array(groups.count);
  for (let row = 0; row < raw.codes.length; row++) {
    const account = groups.accountOf[row]!;
    const code = raw.codes[row]!;
    if (account < 0 || code === 0 || values.blank[code]) continue;
    const pair = account * raw.size + code;
    const count = (counts.get(pair) ?? 0) + 1;
    counts.set(pair, count);
    if (count > best[account]!) {
      best[account] = count;
      codes[account] = code;
    }
  }
  return codes;
}

/** Decimal digits that survive in a number (IEEE 754): of a sum, those beyond are noise, and 0.1 + 0.2 is written 0.3. */
const TRUE_DIGITS = 15;

/** The text of the least or greatest of each account's numbers or dates, which so goes back out as the file writes it. */
function extremeCodes(
  raw: RawColumn,
  numbers: Float64Array,
  groups: RowGroups,
  aggregate: "min" | "max",
): Uint32Array {
  const codes = new Uint32Array(groups.count);
  const sign = aggregate === "min" ? 1 : -1;
  for (let row = 0; row < raw.codes.length; row++) {
    const account = groups.accountOf[row]!;
    const code = raw.codes[row]!;
    if (account < 0 || Number.isNaN(numbers[code]!)) continue;
    const best = codes[account]!;
    if (best === 0 || sign * numbers[code]! < sign * numbers[best]!) codes[account] = code;
  }
  return codes;
}

/** Sum or average of the numbers of each account's rows; NaN where all are blank. */
function totals(
  raw: RawColumn,
  numbers: Float64Array,
  groups: RowGroups,
  aggregate: "sum" | "average",
): Float64Array {
  const result = new Float64Array(groups.count).fill(Number.NaN);
  const counts = new Uint32Array(groups.count);
  // What each addition rounded away (Neumaier 1974), so that many rows cost no digit.
  const lost = new Float64Array(groups.count);
  const sizes = new Float64Array(groups.count);
  for (let row = 0; row < raw.codes.length; row++) {
    const account = groups.accountOf[row]!;
    const value = numbers[raw.codes[row]!]!;
    if (account < 0 || Number.isNaN(value)) continue;
    const before = result[account]!;
    sizes[account]! += Math.abs(value);
    if (counts[account]!++ === 0) result[account] = value;
    else {
      const sum = before + value;
      lost[account]! += Math.abs(before) >= Math.abs(value) ? before - sum + value : value - sum + before;
      result[account] = sum;
    }
  }
  for (let account = 0; account < groups.count; account++) {
    if (counts[account]! <= 1) continue;
    const decimals = TRUE_DIGITS - 1 - Math.floor(Math.log10(sizes[account]! || 1));
    const sum = Number((result[account]! + lost[account]!).toFixed(Math.min(100, Math.max(0, decimals)))) + 0;
    result[account] = aggregate === "average" ? sum / counts[account]! : sum;
  }
  return result;
}

/** The texts of the cells whose value would be written otherwise; null where all are written as they came. */
function sourceTexts(codes: Uint32Array, raw: RawColumn, values: TextValues): SourceText | null {
  const dictionary = new TextDictionary();
  const sourceOf = new Uint32Array(raw.size);
  const sources = new Uint32Array(codes.length);
  let any = false;
  for (let account = 0; account < codes.length; account++) {
    const code = codes[account]!;
    if (values.canonical[code]) continue;
    any = true;
    if (sourceOf[code] === 0) sourceOf[code] = dictionary.code(raw.text(code)) + 1;
    sources[account] = sourceOf[code]!;
  }
  return any ? { codes: sources, dictionary } : null;
}

function textCodes(codes: Uint32Array, raw: RawColumn, values: TextValues) {
  const texts = values.texts ?? raw.texts;
  const dictionary = new TextDictionary();
  // Few columns have repaired texts or blanks; the rest take over the file's own dictionary.
  if (!raw.mayRepeat && texts === raw.texts && !values.blank.includes(1)) {
    return { codes, dictionary: TextDictionary.from(raw.texts.slice(1)) };
  }
  const codeOf = new Uint32Array(texts.length);
  for (let code = 1; code < texts.length; code++) {
    if (!values.blank[code]) codeOf[code] = dictionary.code(texts[code]!);
  }
  for (let account = 0; account < codes.length; account++) codes[account] = codeOf[codes[account]!]!;
  return { codes, dictionary };
}

/** For each account, how many distinct texts a column holds in its rows, or how many rows it has. */
export function countColumn(key: string, header: string, raw: RawColumn | null, groups: RowGroups): Column {
  const values = new Float64Array(groups.count);
  const seen = new Set<number>();
  for (let row = 0; row < groups.accountOf.length; row++) {
    const account = groups.accountOf[row]!;
    if (account < 0) continue;
    if (raw) {
      const pair = account * raw.size + raw.codes[row]!;
      if (raw.codes[row] === 0 || seen.has(pair)) continue;
      seen.add(pair);
    }
    values[account]!++;
  }
  return { key, header, role: null, origin: "planner", kind: "number", type: "number", values, source: null };
}
