import { shiftDecimalPoint } from "./canonical-text";

const SIGNS = /[\u2212\u2012\u2013\uFE63\uFF0D]/g;
const SPACES = /[\s\u00a0\u2009\u202f]/g;
const CURRENCY =
  /^(?:US|CA|AU|NZ|HK|R|S|C|A)?\p{Sc}|\p{Sc}$|^(?:USD|EUR|GBP|CHF|JPY|CAD|AUD|NZD|SEK|NOK|DKK|PLN|CZK|INR|CNY|BRL|MXN|ZAR|kr|Fr\.|zł)(?=[\s\d.,+-])|(?<=[\s\d.,])(?:USD|EUR|GBP|CHF|JPY|CAD|AUD|NZD|SEK|NOK|DKK|PLN|CZK|INR|CNY|BRL|MXN|ZAR|kr\.?|Fr\.|zł)$/iu;

const PLAIN = /^-?\d+(?:\.\d+)?$/;
const WITH_POINT =
  /^[+-]?(?:\d+|\d{1,3}(?:,\d{2,3})*,\d{3}|\d{1,3}(?:['’]\d{3})+)?(?:\.\d*)?(?:[eE][+-]?\d+)?$/;
const WITH_COMMA =
  /^[+-]?(?:\d+|\d{1,3}(?:\.\d{2,3})*\.\d{3}|\d{1,3}(?:['’]\d{3})+)?(?:,\d*)?(?:[eE][+-]?\d+)?$/;

/**
 * The number a trimmed text stands for; NaN where it is none, ±Infinity where it is too large. Takes grouping, a currency
 * before or behind, "(5)" as −5 and the typographic minus; "12%" is no number here.
 */
export function parseNumber(text: string, decimal: "." | ","): number {
  // "1.234" is 1234 where the comma is the decimal sign, and no longer plain.
  if (PLAIN.test(text) && (decimal === "." || !text.includes("."))) return Number(text);
  const plain = plainDigits(text, decimal);
  return plain === null ? Number.NaN : Number(plain);
}

/** The fraction a percentage stands for: "12%" and "12" are 0.12. NaN where the text is none. */
export function parsePercent(text: string, decimal: "." | ","): number {
  const plain = plainDigits(text.replace(/\s*%\s*$/, "").replace(/^%\s*/, ""), decimal);
  // The point is moved in the text: a division would round twice.
  return plain === null ? Number.NaN : Number(shiftDecimalPoint(plain, -2));
}

/** The number in digits, with a point and a minus, as `Number` takes it; null where the text is none. */
function plainDigits(text: string, decimal: "." | ","): string | null {
  if (!/\d/.test(text)) return null;
  let rest = text.replace(SIGNS, "-");
  let negative = false;
  if (rest.startsWith("(") && rest.endsWith(")")) {
    negative = true;
    rest = rest.slice(1, -1).trim();
  }
  let sign = "";
  if (/^[+-]/.test(rest)) {
    sign = rest[0]!;
    rest = rest.slice(1).trim();
  } else if (rest.endsWith("-")) {
    sign = "-";
    rest = rest.slice(0, -1).trim();
  }
  rest = rest.replace(CURRENCY, "").trim();
  if (sign === "" && /^[+-]/.test(rest)) {
    sign = rest[0]!;
    rest = rest.slice(1);
  }
  if (rest.search(SPACES) >= 0) {
    if (!/^\d{1,3}(?:[\s\u00a0\u2009\u202f]\d{3})+(?:[.,]\d*)?$/.test(rest)) return null;
    rest = rest.replace(SPACES, "");
  }
  if (!(decimal === "." ? WITH_POINT : WITH_COMMA).test(rest)) return null;
  const plain = decimal === "." ? rest.replace(/[,'’]/g, "") : rest.replace(/[.'’]/g, "").replace(",", ".");
  return negative || sign === "-" ? `-${plain}` : plain;
}
