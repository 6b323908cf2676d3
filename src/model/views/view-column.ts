import type { Column } from "../table";

/** Texts by code. Several codes may have the same text; the blank is "". A text dictionary is one. */
export interface CodedTexts {
  /** Number of codes. */
  readonly size: number;
  text(code: number): string;
}

/** What sorting and filtering read of a column, by row number. Derived columns (territory, rep) have it too. */
export type ViewColumn =
  /** NaN = blank. */
  | { readonly kind: "number"; readonly values: Float64Array }
  | { readonly kind: "text"; readonly codes: CodeArray; readonly texts: CodedTexts }
  /** 0 = no, 1 = yes, 2 = blank. */
  | { readonly kind: "yesno"; readonly flags: Uint8Array };

export type CodeArray = Uint8Array | Uint16Array | Uint32Array;

/** A table's column as views read it. Shares its arrays. */
export function viewColumnOf(column: Column): ViewColumn {
  if (column.kind === "text") return { kind: "text", codes: column.codes, texts: column.dictionary };
  return column;
}

/** An array of texts, position = code, as coded texts. Views cache by the object: keep it as long as the texts hold. */
export function codedTexts(texts: readonly string[]): CodedTexts {
  return { size: texts.length, text: (code) => texts[code]! };
}
