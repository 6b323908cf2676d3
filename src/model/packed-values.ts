import type { CellValue } from "./table";

/** Values of many cells in few arrays; short lists, and lists of several kinds, stay as they are. */
export type PackedValues<Value extends CellValue> =
  | readonly Value[]
  /** NaN = null. */
  | { readonly kind: "numbers"; readonly numbers: Float64Array }
  /** The texts one behind the other, and the length of each; `NO_TEXT` = null. */
  | { readonly kind: "texts"; readonly lengths: Uint32Array; readonly texts: string }
  | { readonly kind: "blanks"; readonly count: number };

/** Below this there is nothing to gain. */
const MANY = 256;
const NO_TEXT = 0xffffffff;

/** The values in as few objects as they can be: each that is stored by itself costs a microsecond. */
export function packValues<Value extends CellValue>(values: readonly Value[]): PackedValues<Value> {
  if (values.length < MANY) return values;
  const first = values.find((value) => value !== null);
  if (first === undefined) return { kind: "blanks", count: values.length };
  if (typeof first === "number") return packNumbers(values) ?? values;
  return typeof first === "string" ? (packTexts(values) ?? values) : values;
}

/** What `packValues` packed. */
export function unpackValues<Value extends CellValue>(packed: PackedValues<Value>): readonly Value[] {
  if (!("kind" in packed)) return packed;
  const values: CellValue[] = [];
  switch (packed.kind) {
    case "blanks":
      for (let i = 0; i < packed.count; i++) values.push(null);
      break;
    case "numbers":
      for (const number of packed.numbers) values.push(Number.isNaN(number) ? null : number);
      break;
    case "texts": {
      let at = 0;
      for (const length of packed.lengths) {
        if (length === NO_TEXT) values.push(null);
        else {
          values.push(packed.texts.slice(at, at + length));
          at += length;
        }
      }
    }
  }
  return values as Value[];
}

function packNumbers(values: readonly CellValue[]): PackedValues<never> | null {
  const numbers = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value !== null && (typeof value !== "number" || Number.isNaN(value))) return null;
    numbers[i] = value ?? Number.NaN;
  }
  return { kind: "numbers", numbers };
}

/** Equal texts are written again and again: to find them costs more than they take. */
function packTexts(values: readonly CellValue[]): PackedValues<never> | null {
  const lengths = new Uint32Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value !== null && typeof value !== "string") return null;
    lengths[i] = value === null ? NO_TEXT : value.length;
  }
  // Blanks join as nothing.
  return { kind: "texts", lengths, texts: values.join("") };
}
