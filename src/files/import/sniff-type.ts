import { isErrorText, parseYesNo, trimCell } from "../../model/parse-cell";
import { dayAndMonth, hasTime, parseDays } from "../../model/parse-date";
import { parseNumber, parsePercent } from "../../model/parse-number";
import type { ColumnRole, ColumnType } from "../../model/table";
import type { RawColumn } from "./raw-column";
import { isUnknownWord } from "./unknown-words";

const SAMPLE = 1_000;
const TEXT_ROLES: ReadonlySet<ColumnRole> = new Set<ColumnRole>([
  "key",
  "name",
  "street",
  "city",
  "state",
  "postalCode",
  "country",
  "parent",
  "email",
  "skills",
]);
const CHOICE_ROLES: ReadonlySet<ColumnRole> = new Set<ColumnRole>([
  "owner",
  "territory",
  "industry",
  "segment",
  "language",
]);
const NUMBER_ROLES: ReadonlySet<ColumnRole> = new Set<ColumnRole>([
  "latitude",
  "longitude",
  "employees",
  "visits",
]);
const MONEY_ROLES: ReadonlySet<ColumnRole> = new Set<ColumnRole>(["revenue", "potential", "amount", "quota"]);

/** Headers of numbers that nobody adds up: they stay text, every digit intact. */
const ID_HEADER =
  /\b(ids?|codes?|zip\d?|postcode|phone|telephone|mobile|fax|sku|fips|naics|sic|vat|ean|upc|guid|uuid|serial|ssn|key)\b|(?:id|code|fips|zip|phone)$|\b(account|customer|order|invoice|store|site|contract|reference|ref)[\s_]*(number|no|#)\b/i;
const MONEY_HEADER =
  /revenue|sales|profit|amount|price|cost|budget|spend|value|margin|turnover|income|arr\b|mrr\b|acv\b|quota|umsatz|betrag|omzet|ventas|fatturato/i;
const NOT_MONEY_HEADER = /count|number|units|qty|quantity|people|year/i;
const MONEY_SIGN = /\p{Sc}/u;

/** A sample of the distinct texts of a column that say something: trimmed, no blanks, no words for "unknown". */
export function sampleTexts(raw: RawColumn): string[] {
  const texts: string[] = [];
  const distinct = raw.size - 1;
  for (let i = 0; i < Math.min(distinct, SAMPLE); i++) {
    // Multiples of the golden ratio spread evenly and beat with no period of the file's.
    const code = 1 + (distinct <= SAMPLE ? i : Math.floor(((i * 0.618_033_988_75) % 1) * distinct));
    const text = trimCell(raw.text(code));
    if (text !== "" && !isUnknownWord(text, true) && !isErrorText(text)) texts.push(text);
  }
  return texts;
}

/** How the numbers of a column are written; null decimal where nothing tells. */
export interface NumberStyle {
  readonly decimal: "." | "," | null;
  /** Some texts, such as "1,234", could be read either way. */
  readonly isAmbiguous: boolean;
}

export function numberStyle(texts: readonly string[]): NumberStyle {
  let points = 0;
  let commas = 0;
  let ambiguous = 0;
  for (const text of texts) {
    if (Number.isNaN(parseNumber(text, ".")) && Number.isNaN(parseNumber(text, ","))) continue;
    const point = text.lastIndexOf(".");
    const comma = text.lastIndexOf(",");
    if (point < 0 && comma < 0) continue;
    if (point >= 0 && comma >= 0) {
      if (point > comma) points++;
      else commas++;
      continue;
    }
    const separator = point >= 0 ? "." : ",";
    const parts = text.replace(/[^\d.,]/g, "").split(separator);
    const grouped =
      parts.length > 1 && parts[0]!.length <= 3 && parts.slice(1).every((part) => part.length === 3);
    if (parts.length > 2 && grouped) separator === "." ? commas++ : points++;
    else if (grouped && parts[0] !== "0") ambiguous++;
    else if (separator === ".") points++;
    else commas++;
  }
  const decimal = points === 0 && commas === 0 ? null : points >= commas ? "." : ",";
  return { decimal, isAmbiguous: ambiguous > 0 && decimal === null };
}

/** Which comes first in dates such as 3/4/2025; null where no text of the column tells. */
export interface DateStyle {
  readonly order: "mdy" | "dmy" | null;
  readonly isAmbiguous: boolean;
}

export function dateStyle(texts: readonly string[]): DateStyle {
  let dayFirst = 0;
  let monthFirst = 0;
  let either = 0;
  for (const text of texts) {
    const pair = dayAndMonth(text);
    if (!pair || (Number.isNaN(parseDays(text, "mdy")) && Number.isNaN(parseDays(text, "dmy")))) continue;
    if (pair[0] > 12) dayFirst++;
    else if (pair[1] > 12) monthFirst++;
    else if (pair[0] !== pair[1]) either++;
  }
  const order = dayFirst === 0 && monthFirst === 0 ? null : dayFirst >= monthFirst ? "dmy" : "mdy";
  return { order, isAmbiguous: either > 0 && (order === null || (dayFirst > 0 && monthFirst > 0)) };
}

/** What the column's values mean, told by its role, its header and a sample of its texts. */
export function sniffType(
  texts: readonly string[],
  header: string,
  role: ColumnRole | null,
  decimal: "." | ",",
  raw: RawColumn,
): ColumnType {
  if (role && TEXT_ROLES.has(role)) return "text";
  if (role && CHOICE_ROLES.has(role)) return "choice";
  if (texts.length === 0) return "text";
  const enough = texts.length * 0.9;
  const count = (test: (text: string) => boolean) =>
    texts.reduce((sum, text) => sum + (test(text) ? 1 : 0), 0);
  const isNumber = (text: string) => !Number.isNaN(parseNumber(text, decimal));

  if (role && NUMBER_ROLES.has(role)) return count(isNumber) > texts.length * 0.5 ? "number" : "text";
  if (role && MONEY_ROLES.has(role)) return count(isNumber) > texts.length * 0.5 ? "currency" : "text";
  if (isYesNo(texts)) return "yesno";
  if (count((text) => text.endsWith("%") && !Number.isNaN(parsePercent(text, decimal))) >= enough)
    return "percent";
  if (count(isNumber) >= enough) {
    if (isCodeLike(texts, header, raw)) return texts.length <= 50 && isFew(raw) ? "choice" : "text";
    const hasSign = count((text) => MONEY_SIGN.test(text)) > 0;
    return hasSign || (MONEY_HEADER.test(header) && !NOT_MONEY_HEADER.test(header)) ? "currency" : "number";
  }
  const isDate = (text: string) =>
    !Number.isNaN(parseDays(text, "mdy")) || !Number.isNaN(parseDays(text, "dmy"));
  if (count(isDate) >= enough) return count(hasTime) > 0 ? "datetime" : "date";
  return isFew(raw) ? "choice" : "text";
}

function isYesNo(texts: readonly string[]): boolean {
  if (texts.length > 6) return false;
  return texts.every((text) => parseYesNo(text) !== null && !/^[\d]$|^[xX]$/.test(text));
}

/** Few enough different texts to choose from a list. */
function isFew(raw: RawColumn): boolean {
  const distinct = raw.size - 1;
  return distinct > 0 && distinct <= 60 && distinct <= Math.max(3, raw.codes.length / 4);
}

/** Digits that are a name, not an amount: leading zeros, more digits than a number holds, or a header that says so. */
function isCodeLike(texts: readonly string[], header: string, raw: RawColumn): boolean {
  let leadingZeros = 0;
  let long = 0;
  let whole = 0;
  let phoneLike = 0;
  for (const text of texts) {
    if (/^0\d/.test(text)) leadingZeros++;
    if (/^\d{16,}$/.test(text)) long++;
    if (/^[+-]?\d+$/.test(text)) whole++;
    if (/^\+\d{7,}$|^\d{10,11}$/.test(text)) phoneLike++;
  }
  if (leadingZeros > 0 || long > 0) return true;
  if (phoneLike > texts.length * 0.9 && /phone|tel|mobile|fax/i.test(header)) return true;
  const words = header.replace(/([a-z])([A-Z])/g, "$1 $2").replace(/_/g, " ");
  const everyRowDiffers = raw.size - 1 > raw.codes.length * 0.95;
  if (/[a-z]id$/i.test(words.trim()) && !/\bid$/i.test(words.trim()))
    return whole === texts.length && everyRowDiffers;
  return ID_HEADER.test(words) && (whole > texts.length * 0.5 || /\b(ids?|codes?|key)\b/i.test(words));
}
