import { blockOf, CELL_TOO_LONG, PASTE_LIMITS, type ReadBlock, TOO_MANY_CELLS } from "./cell-block";

const NO_TABLE: ReadBlock = { ok: false, message: "There are no cells on the clipboard." };
/** Elements whose content is never a cell's text. */
const SILENT = new Set(["script", "style", "template", "title", "head"]);
/** Elements that begin a new line inside a cell. */
const BREAKING = new Set(["br", "p", "div", "li"]);
const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
  euro: "€",
  pound: "£",
  ndash: "–",
  mdash: "—",
  hellip: "…",
};

/**
 * The cells of the first table in a piece of HTML, as text: nothing of it is ever made into a page. Cells that span others stand once, and
 * the others are blank. Takes time in proportion to the text.
 */
export function readHtmlTable(html: string): ReadBlock {
  const cells = new TableCells();
  let at = 0;
  for (;;) {
    const tag = html.indexOf("<", at);
    cells.text(html, at, tag < 0 ? html.length : tag);
    if (tag < 0) break;
    if (html.startsWith("<!--", tag)) {
      const end = html.indexOf("-->", tag + 4);
      at = end < 0 ? html.length : end + 3;
      continue;
    }
    const end = endOfTag(html, tag + 1);
    const inside = html.slice(tag + 1, end);
    at = Math.min(html.length, end + 1);
    const [, slash, name] = /^(\/?)([a-zA-Z][a-zA-Z0-9]*)/.exec(inside) ?? [];
    if (name === undefined) continue;
    const lower = name.toLowerCase();
    if (slash) cells.close(lower);
    else if (SILENT.has(lower)) at = behindElement(html, at, lower);
    else cells.open(lower, inside);
    if (cells.refused) return cells.refused;
    if (cells.done) break;
  }
  return cells.lines.length === 0 ? NO_TABLE : blockOf(cells.lines);
}

class TableCells {
  readonly lines: string[][] = [];
  done = false;
  refused: ReadBlock | null = null;
  #depth = 0;
  #parts: string[] | null = null;
  #length = 0;
  #count = 0;
  #span = { columns: 1, rows: 1 };
  /** Columns that cells above still cover: how many rows further, by column. */
  #covered: number[] = [];

  text(html: string, from: number, to: number): void {
    if (!this.#parts || from >= to) return;
    this.#length += to - from;
    if (this.#length > PASTE_LIMITS.cell) {
      this.refused = { ok: false, message: CELL_TOO_LONG };
      return;
    }
    // Line ends in the source are only spaces on the page.
    this.#parts.push(decoded(html.slice(from, to).replace(/[\t\r\n ]+/g, " ")));
  }

  open(name: string, inside: string): void {
    if (name === "table") this.#depth++;
    if (this.#depth !== 1) return;
    if (name === "tr") this.#beginRow();
    else if (name === "td" || name === "th") this.#beginCell(inside);
    else if (BREAKING.has(name) && this.#parts && (name === "br" || this.#parts.length > 0))
      this.#parts.push("\n");
  }

  close(name: string): void {
    if (this.#depth === 1 && (name === "td" || name === "th" || name === "tr")) this.#endCell();
    if (name !== "table" || this.#depth === 0) return;
    if (--this.#depth > 0) return;
    this.#endCell();
    this.done = true;
  }

  #beginRow(): void {
    this.#endCell();
    this.lines.push([]);
    this.#fillCovered();
  }

  #beginCell(inside: string): void {
    if (this.lines.length === 0) this.lines.push([]);
    this.#endCell();
    this.#parts = [];
    this.#length = 0;
    this.#span = { columns: spanOf(inside, "colspan"), rows: spanOf(inside, "rowspan") };
  }

  #endCell(): void {
    if (!this.#parts) return;
    const text = tidied(this.#parts.join(""));
    this.#parts = null;
    const line = this.lines.at(-1)!;
    const { columns, rows } = this.#span;
    for (let i = 0; i < columns; i++) {
      this.#covered[line.length] = rows - 1;
      line.push(i === 0 ? text : "");
      if (++this.#count > PASTE_LIMITS.cells) this.refused = { ok: false, message: TOO_MANY_CELLS };
    }
    this.#fillCovered();
  }

  /** Puts blanks where cells of the rows above reach down to. */
  #fillCovered(): void {
    const line = this.lines.at(-1)!;
    while ((this.#covered[line.length] ?? 0) > 0) {
      this.#covered[line.length]!--;
      line.push("");
      this.#count++;
    }
  }
}

/** Spaces around lines are the page's, no-break ones the cell's, unless there is nothing else: so an empty cell is written. */
function tidied(text: string): string {
  const lines = text.split("\n").map(withoutSpaces);
  let first = 0;
  let last = lines.length;
  while (first < last && lines[first] === "") first++;
  while (last > first && lines[last - 1] === "") last--;
  const inner = lines.slice(first, last).join("\n");
  return inner === "\u00a0" ? "" : inner;
}

/** By hand: a pattern for spaces at the end goes through every run of them again and again. */
function withoutSpaces(line: string): string {
  let first = 0;
  let last = line.length;
  while (first < last && line.charCodeAt(first) === 32) first++;
  while (last > first && line.charCodeAt(last - 1) === 32) last--;
  return line.slice(first, last);
}

/** Offset of the ">" that ends a tag: not one inside a quoted attribute. */
function endOfTag(html: string, from: number): number {
  let quote = "";
  for (let at = from; at < html.length; at++) {
    const character = html[at]!;
    if (quote !== "") {
      if (character === quote) quote = "";
    } else if (character === ">") return at;
    else if ((character === '"' || character === "'") && html[at - 1] === "=") quote = character;
  }
  return html.length;
}

function behindElement(html: string, from: number, name: string): number {
  const end = new RegExp(`</${name}\\b`, "i");
  const found = end.exec(html.slice(from));
  return found ? from + found.index : html.length;
}

function spanOf(inside: string, attribute: string): number {
  const match = new RegExp(`\\s${attribute}\\s*=\\s*["']?(\\d{1,4})`, "i").exec(inside);
  return Math.max(1, Math.min(PASTE_LIMITS.columns, Number(match?.[1] ?? 1)));
}

function decoded(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));/g,
    (whole, decimal, hex, name) => {
      if (name !== undefined) return Object.hasOwn(ENTITIES, name) ? ENTITIES[name]! : whole;
      const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
    },
  );
}
