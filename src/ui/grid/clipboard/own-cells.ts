import type { CellValue, ColumnType } from "../../../model/table";
import { blockOf, type CellBlock, type ExactCell } from "./cell-block";

/** Under this type the clipboard carries exact values from sheet to sheet; other programs pass it over. */
export const OWN_TYPE = "application/x-evenfield-cells";
/** Up to here; larger blocks go as text, which holds every digit too. */
export const MAX_EXACT_CELLS = 250_000;

const VERSION = 1;
const TYPES: ReadonlySet<unknown> = new Set<ColumnType>([
  "text",
  "choice",
  "number",
  "currency",
  "percent",
  "date",
  "datetime",
  "yesno",
]);

/** Exact cells as text. All cells of a column have one type. */
export function packOwnCells({ lines }: { readonly lines: readonly (readonly ExactCell[])[] }): string {
  const types = (lines[0] ?? []).map(({ type }) => type);
  return JSON.stringify({
    version: VERSION,
    types,
    lines: lines.map((line) => line.map(({ value }) => value)),
  });
}

/** What `packOwnCells` wrote; null for anything else: any page may put something under the type. */
export function unpackOwnCells(text: string): CellBlock | null {
  let packed: unknown;
  try {
    packed = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(packed) || packed.version !== VERSION) return null;
  const { types, lines } = packed;
  if (!Array.isArray(types) || !types.every((type) => TYPES.has(type)) || !Array.isArray(lines)) return null;
  const known = types as ColumnType[];
  const read: ExactCell[][] = [];
  for (const line of lines as unknown[]) {
    if (!Array.isArray(line) || line.length !== known.length || !line.every(isCellValue)) return null;
    read.push(line.map((value: CellValue, i) => ({ value, type: known[i]! })));
  }
  const block = blockOf(read);
  return block.ok ? block.block : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function isCellValue(value: unknown): value is CellValue {
  return (
    value === null || typeof value === "number" || typeof value === "string" || typeof value === "boolean"
  );
}
