import { foldText } from "../views/fold-text";
import type { SheetColumn } from "./column-names";
import { FUNCTIONS, functionNamed } from "./functions";
import { bracketed, isNamePart } from "./tokens";

/** Something that can be put into a formula. */
export interface Completion {
  readonly kind: "column" | "function";
  /** As listed: "Revenue", "IF(condition, then, [else])". */
  readonly label: string;
  readonly help: string;
  /** What goes into the text, and where the caret stands behind it, counted from its start. */
  readonly insert: string;
  readonly caret: number;
}

/** What is offered at a place: `items` replace the text between `from` and `to`. */
export interface Completions {
  readonly from: number;
  readonly to: number;
  readonly items: readonly Completion[];
}

const MOST_OFFERED = 12;

/**
 * What could be meant by what is being written before the caret: columns behind a "[", else functions and columns by the letters of
 * their names. With nothing written, everything where `all` asks for it, else nothing.
 */
export function completionsAt(
  text: string,
  caret: number,
  columns: readonly SheetColumn[],
  all = false,
): Completions {
  const { bracket, inText } = scan(text, caret);
  if (inText) return { from: caret, to: caret, items: [] };
  if (bracket !== null) {
    const written = text.slice(bracket + 1, caret);
    return { from: bracket, to: endOfBracket(text, caret), items: matching(columnItems(columns), written) };
  }
  let from = caret;
  while (from > 0 && isNamePart(text[from - 1]!)) from--;
  const written = text.slice(from, caret);
  if (written === "" && !all) return { from, to: caret, items: [] };
  // A number is not the beginning of a name.
  if (written !== "" && written[0]! >= "0" && written[0]! <= "9") return { from, to: caret, items: [] };
  return { from, to: caret, items: matching([...functionItems(written), ...columnItems(columns)], written) };
}

/** The function whose values are being written at the caret, and which of them; null outside of any. */
export interface SignatureHint {
  readonly signature: string;
  readonly help: string;
  /** Which value, from 0. */
  readonly place: number;
}

export function signatureAt(text: string, caret: number): SignatureHint | null {
  const { calls } = scan(text, caret);
  for (const { name, place } of calls.toReversed()) {
    const spec = functionNamed(name);
    if (spec && !spec.hidden) return { signature: spec.signature, help: spec.help, place };
  }
  return null;
}

interface Scan {
  /** Where the bracket opens that the caret stands in; null outside of one. */
  readonly bracket: number | null;
  readonly inText: boolean;
  /** What is open before the caret, the outermost first; "" for parentheses of no function. */
  readonly calls: readonly { readonly name: string; readonly place: number }[];
}

/** Where the caret stands. Reads on where a formula is not whole yet. */
function scan(text: string, caret: number): Scan {
  const calls: { name: string; place: number }[] = [];
  let bracket: number | null = null;
  let inText = false;
  for (let at = 0; at < caret; at++) {
    const sign = text[at]!;
    if (inText) inText = sign !== '"';
    else if (bracket !== null) {
      if (sign !== "]") continue;
      if (text[at + 1] === "]" && at + 1 < caret) at++;
      else bracket = null;
    } else if (sign === '"') inText = true;
    else if (sign === "[") bracket = at;
    else if (sign === "(") calls.push({ name: nameBefore(text, at), place: 0 });
    else if (sign === ")") calls.pop();
    else if ((sign === "," || sign === ";") && calls.length > 0) calls.at(-1)!.place++;
  }
  return { bracket, inText, calls };
}

function nameBefore(text: string, end: number): string {
  let from = end;
  while (from > 0 && isNamePart(text[from - 1]!)) from--;
  return text.slice(from, end).toUpperCase();
}

/** Behind the bracket that closes next, unless another begins before or the line ends. */
function endOfBracket(text: string, caret: number): number {
  for (let at = caret; at < text.length; at++) {
    if (text[at] === "]") return at + 1;
    if (text[at] === "[" || text[at] === "(" || text[at] === ")" || text[at] === "\n") return caret;
  }
  return caret;
}

function columnItems(columns: readonly SheetColumn[]): readonly Completion[] {
  return columns.map(({ name }) => {
    const insert = bracketed(name);
    return { kind: "column", label: name, help: "Column", insert, caret: insert.length };
  });
}

function functionItems(written: string): readonly Completion[] {
  const wanted = written.toUpperCase();
  return FUNCTIONS.filter(({ name }) => name.startsWith(wanted)).map(({ name, signature, help, most }) => ({
    kind: "function",
    label: signature,
    help,
    insert: `${name}(${most === 0 ? ")" : ""}`,
    caret: name.length + (most === 0 ? 2 : 1),
  }));
}

/** Those that begin with what is written, then those that have it in them. */
function matching(items: readonly Completion[], written: string): readonly Completion[] {
  const wanted = foldText(written.trim());
  const folded = items.map((item) => ({ item, text: foldText(item.label) }));
  const first = folded.filter(({ text }) => text.startsWith(wanted));
  const others = folded.filter(
    ({ item, text }) => item.kind === "column" && text.includes(wanted) && !text.startsWith(wanted),
  );
  return [...first, ...others].slice(0, MOST_OFFERED).map(({ item }) => item);
}
