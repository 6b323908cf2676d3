import { foldedTexts, foldText } from "./fold-text";
import type { CodedTexts, ViewColumn } from "./view-column";

/** How a text is compared with the text of a condition, without case and diacritics; the text is always literal. */
export type TextMatch = "contains" | "not-contains" | "equals" | "starts" | "ends";

/** Which rows a column lets through. */
export type ColumnFilter =
  | { readonly kind: "text"; readonly match: TextMatch; readonly text: string }
  /** Rows whose text is one of these; "" stands for blanks. */
  | { readonly kind: "values"; readonly values: ReadonlySet<string> }
  /** Rows whose number (dates are days) lies between the two, ends included; null = no limit. Blanks never do. */
  | { readonly kind: "range"; readonly from: number | null; readonly to: number | null }
  | { readonly kind: "blank" }
  | { readonly kind: "filled" };

/** The rows that the column's filter lets through, in the order given. A filter that does not suit the column lets none. */
export function filterRows(rows: Uint32Array, column: ViewColumn, filter: ColumnFilter): Uint32Array {
  const kept = new Uint32Array(rows.length);
  let count = 0;
  switch (column.kind) {
    case "number": {
      const { values } = column;
      const passes = numberTest(filter);
      for (let i = 0; i < rows.length; i++) if (passes(values[rows[i]!]!)) kept[count++] = rows[i]!;
      break;
    }
    case "text": {
      const { codes } = column;
      const passes = codesPassing(column.texts, filter);
      for (let i = 0; i < rows.length; i++) if (passes[codes[rows[i]!]!]) kept[count++] = rows[i]!;
      break;
    }
    case "yesno": {
      const { flags } = column;
      const passes = [0, 1, 2].map((flag) => flagPasses(flag, filter));
      for (let i = 0; i < rows.length; i++) if (passes[flags[rows[i]!]!]) kept[count++] = rows[i]!;
      break;
    }
  }
  return kept.slice(0, count);
}

function numberTest(filter: ColumnFilter): (value: number) => boolean {
  switch (filter.kind) {
    case "range": {
      const from = filter.from ?? Number.NEGATIVE_INFINITY;
      const to = filter.to ?? Number.POSITIVE_INFINITY;
      return (value) => value >= from && value <= to;
    }
    case "blank":
      return (value) => Number.isNaN(value);
    case "filled":
      return (value) => !Number.isNaN(value);
    default:
      return () => false;
  }
}

/** 1 for each code whose text passes. */
export function codesPassing(texts: CodedTexts, filter: ColumnFilter): Uint8Array {
  const passes = new Uint8Array(texts.size);
  switch (filter.kind) {
    case "text": {
      const folded = foldedTexts(texts);
      const test = textTest(filter.match, foldText(filter.text));
      for (let code = 0; code < passes.length; code++) if (test(folded[code]!)) passes[code] = 1;
      break;
    }
    case "values":
      for (let code = 0; code < passes.length; code++)
        if (filter.values.has(texts.text(code))) passes[code] = 1;
      break;
    case "blank":
    case "filled":
      for (let code = 0; code < passes.length; code++)
        if ((texts.text(code) === "") === (filter.kind === "blank")) passes[code] = 1;
      break;
    case "range":
      break;
  }
  return passes;
}

function textTest(match: TextMatch, wanted: string): (folded: string) => boolean {
  switch (match) {
    case "contains":
      return (folded) => folded.includes(wanted);
    case "not-contains":
      return (folded) => !folded.includes(wanted);
    case "equals":
      return (folded) => folded === wanted;
    case "starts":
      return (folded) => folded.startsWith(wanted);
    case "ends":
      return (folded) => folded.endsWith(wanted);
  }
}

/** The texts that a yes/no column's value list is written in. */
export const YES_NO_TEXTS = ["No", "Yes", ""] as const;

/** Whether a yes/no cell passes; 0 = no, 1 = yes, 2 = blank. */
export function flagPasses(flag: number, filter: ColumnFilter): boolean {
  if (filter.kind === "values") return filter.values.has(YES_NO_TEXTS[flag]!);
  if (filter.kind === "blank") return flag === 2;
  return filter.kind === "filled" && flag !== 2;
}
