/** Sizes the import supports and those it refuses. */
export const IMPORT_LIMITS = {
  /** Bytes of a file, refused before it is read. */
  bytes: 200 * 1024 * 1024,
  /** Rows within every latency budget; more are imported with a warning … */
  supportedRows: 250_000,
  /** … up to here. */
  rows: 500_000,
  columns: 1_000,
  /** Characters of one cell. */
  cell: 1024 * 1024,
} as const;

/** Why a file is not read at all. */
export type RefusalKind =
  | "empty"
  | "not-text"
  | "too-big"
  | "too-many-rows"
  | "too-many-columns"
  | "cell-too-long"
  | "unclosed-quote"
  | "unreadable";

/** A file that is not read, in words for the planner: what is wrong and what to do next. */
export interface ImportRefusal {
  readonly kind: RefusalKind;
  readonly title: string;
  readonly advice: string;
  /** Line of the file, from 1, where it is one line's fault. */
  readonly line: number | null;
}

/** A result, or why there is none. */
export type OrRefusal<Value> =
  | ({ readonly ok: true } & Value)
  | { readonly ok: false; readonly refusal: ImportRefusal };

export function refuse(
  kind: RefusalKind,
  title: string,
  advice: string,
  line: number | null = null,
): { ok: false; refusal: ImportRefusal } {
  return { ok: false, refusal: { kind, title, advice, line } };
}

/** The refusal of a file too big to be read into memory, or null. */
export function refuseBytes(size: number): { ok: false; refusal: ImportRefusal } | null {
  if (size <= IMPORT_LIMITS.bytes) return null;
  const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024).toLocaleString("en-US");
  return refuse(
    "too-big",
    `This file has ${megabytes(size)} MB; up to ${megabytes(IMPORT_LIMITS.bytes)} MB can be read.`,
    "Export only the columns that planning needs, or split the file by region.",
  );
}
