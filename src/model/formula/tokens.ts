import { FormulaError, type Span } from "./problem";

/** The longest formula that is read, as in spreadsheets. */
export const MAX_FORMULA_LENGTH = 8192;

export type Token = Span &
  (
    | { readonly kind: "number"; readonly value: number }
    | { readonly kind: "text"; readonly value: string }
    /** A column by the name in its brackets. */
    | { readonly kind: "column"; readonly name: string }
    /** A function, TRUE, FALSE, AND, OR, NOT; in capitals. */
    | { readonly kind: "name"; readonly name: string }
    | { readonly kind: "operator"; readonly operator: Operator }
    | { readonly kind: "open" | "close" | "separator" | "end" }
  );

export type Operator = "+" | "-" | "*" | "/" | "^" | "%" | "&" | "=" | "<>" | "<" | "<=" | ">" | ">=";

/** Longer ones first; beside the keyboard's own the signs that text programs put in their place. */
const OPERATORS: readonly (readonly [written: string, Operator])[] = [
  ["<>", "<>"],
  ["<=", "<="],
  [">=", ">="],
  ["!=", "<>"],
  ["≠", "<>"],
  ["≤", "<="],
  ["≥", ">="],
  ["<", "<"],
  [">", ">"],
  ["=", "="],
  ["+", "+"],
  ["-", "-"],
  ["−", "-"],
  ["*", "*"],
  ["×", "*"],
  ["/", "/"],
  ["÷", "/"],
  ["^", "^"],
  ["%", "%"],
  ["&", "&"],
];

/** The formula in pieces, the last one of kind "end". The "=" it may begin with is left out. Throws a `FormulaError`. */
export function tokensOf(text: string): readonly Token[] {
  if (text.length > MAX_FORMULA_LENGTH) {
    const most = MAX_FORMULA_LENGTH.toLocaleString("en-US");
    throw new FormulaError(
      { start: MAX_FORMULA_LENGTH, end: text.length },
      `The formula is too long: it may have up to ${most} characters.`,
    );
  }
  const tokens: Token[] = [];
  let at = afterSpaces(text, 0);
  if (text[at] === "=") at = afterSpaces(text, at + 1);
  while (at < text.length) {
    const token = tokenAt(text, at);
    tokens.push(token);
    at = afterSpaces(text, token.end);
  }
  tokens.push({ kind: "end", start: text.length, end: text.length });
  return tokens;
}

function tokenAt(text: string, start: number): Token {
  const sign = text[start]!;
  if (sign === "(") return { kind: "open", start, end: start + 1 };
  if (sign === ")") return { kind: "close", start, end: start + 1 };
  if (sign === "," || sign === ";") return { kind: "separator", start, end: start + 1 };
  if (sign === "[") return columnAt(text, start);
  if (isQuote(sign)) return textAt(text, start);
  if (isDigit(sign) || (sign === "." && isDigit(text[start + 1] ?? ""))) return numberAt(text, start);
  if (isLetter(sign)) return nameAt(text, start);
  for (const [written, operator] of OPERATORS) {
    if (text.startsWith(written, start)) {
      return { kind: "operator", operator, start, end: start + written.length };
    }
  }
  throw new FormulaError({ start, end: start + 1 }, `“${sign}” means nothing in a formula.`);
}

function columnAt(text: string, start: number): Token {
  let name = "";
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === "]") {
      if (text[at + 1] !== "]") return { kind: "column", name: name.trim(), start, end: at + 1 };
      at++;
    }
    name += text[at];
  }
  throw new FormulaError({ start, end: text.length }, "The name of the column has no “]” behind it.");
}

function textAt(text: string, start: number): Token {
  let value = "";
  for (let at = start + 1; at < text.length; at++) {
    if (isQuote(text[at]!)) {
      if (!isQuote(text[at + 1] ?? "")) return { kind: "text", value, start, end: at + 1 };
      at++;
    }
    value += text[at];
  }
  throw new FormulaError({ start, end: text.length }, "The text has no quotation mark behind it.");
}

function numberAt(text: string, start: number): Token {
  let end = afterDigits(text, start);
  if (text[end] === ".") end = afterDigits(text, end + 1);
  if (text[end] === "e" || text[end] === "E") {
    const sign = text[end + 1] === "+" || text[end + 1] === "-" ? 1 : 0;
    const digits = end + 1 + sign;
    if (isDigit(text[digits] ?? "")) end = afterDigits(text, digits);
  }
  const value = Number(text.slice(start, end));
  if (!Number.isFinite(value)) throw new FormulaError({ start, end }, "This number is too large.");
  return { kind: "number", value, start, end };
}

function nameAt(text: string, start: number): Token {
  let end = start + 1;
  while (end < text.length && isNamePart(text[end]!)) end++;
  return { kind: "name", name: text.slice(start, end).toUpperCase(), start, end };
}

function afterDigits(text: string, from: number): number {
  let at = from;
  while (isDigit(text[at] ?? "")) at++;
  return at;
}

function afterSpaces(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at]!.trim() === "") at++;
  return at;
}

function isDigit(sign: string): boolean {
  return sign >= "0" && sign <= "9";
}

function isLetter(sign: string): boolean {
  return sign.toLowerCase() !== sign.toUpperCase();
}

/** Whether a name may go on with the sign. */
export function isNamePart(sign: string): boolean {
  return isLetter(sign) || isDigit(sign) || sign === "_" || sign === ".";
}

function isQuote(sign: string): boolean {
  return sign === '"' || sign === "“" || sign === "”" || sign === "„";
}

/** A column's name as formulas write it: in brackets, "]" doubled. */
export function bracketed(name: string): string {
  return `[${name.replaceAll("]", "]]")}]`;
}
