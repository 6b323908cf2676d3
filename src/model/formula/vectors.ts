import type { CodeArray, CodedTexts } from "../views/view-column";

/** What a value of a formula is. Dates are numbers that can be told apart. */
export type Kind = "number" | "date" | "text" | "yesno";

/** Why a cell has no value, as stored in `errors`; 0 = it is well. */
export const CELL_ERRORS = [
  "",
  "Division by zero",
  "Number too large",
  "No number that a root or logarithm can be taken of",
  "This text is not a number",
  "This text is not found",
  "No such date",
  "Text too long",
  "No case fits",
] as const;

export const DIVISION_BY_ZERO = 1;
export const TOO_LARGE = 2;
export const NO_ROOT = 3;
export const NOT_A_NUMBER = 4;
export const NOT_FOUND = 5;
export const NO_SUCH_DATE = 6;
export const TEXT_TOO_LONG = 7;
export const NO_CASE = 8;

interface VectorBase {
  /** True where one value stands for every row; the arrays then have length 1. */
  readonly constant: boolean;
  /** Positions in CELL_ERRORS; null where every cell is well. A cell with an error holds a blank. */
  readonly errors: Uint8Array | null;
}

/** NaN = blank. */
export interface NumberVector extends VectorBase {
  readonly kind: "number" | "date";
  readonly values: Float64Array;
}

/** Several codes may have one text; the blank is the text "". */
export interface TextVector extends VectorBase {
  readonly kind: "text";
  readonly codes: CodeArray;
  readonly texts: CodedTexts;
}

/** 0 = no, 1 = yes, 2 = blank. */
export interface YesNoVector extends VectorBase {
  readonly kind: "yesno";
  readonly flags: Uint8Array;
}

/** The values of one expression, row by row. Never written to once made. */
export type Vector = NumberVector | TextVector | YesNoVector;

/** `array[row & maskOf(vector)]` is the value at a row, also where one stands for all. */
export function maskOf(vector: Vector): number {
  return vector.constant ? 0 : -1;
}

/** Number of cells that a result of these arguments has: 1 where all are constant. */
export function lengthOver(args: readonly Vector[], count: number): number {
  return args.every((arg) => arg.constant) ? 1 : count;
}

/** The first error among the arguments, cell by cell, in an array of the caller's own; null where there is none. */
export function joinedErrors(args: readonly Vector[], length: number): Uint8Array | null {
  let joined: Uint8Array | null = null;
  for (const arg of args) {
    if (!arg.errors) continue;
    joined ??= new Uint8Array(length);
    const mask = maskOf(arg);
    for (let i = 0; i < length; i++) joined[i] ||= arg.errors[i & mask]!;
  }
  return joined;
}

/** Errors as they come up; the array is made with the first. */
export class ErrorList {
  #errors: Uint8Array | null;
  readonly #length: number;

  constructor(length: number, errors: Uint8Array | null = null) {
    this.#length = length;
    this.#errors = errors;
  }

  at(i: number): number {
    return this.#errors ? this.#errors[i]! : 0;
  }

  set(i: number, error: number): void {
    this.#errors ??= new Uint8Array(this.#length);
    this.#errors[i] = error;
  }

  get errors(): Uint8Array | null {
    return this.#errors;
  }
}

export function numberConstant(value: number, kind: "number" | "date" = "number"): NumberVector {
  return { kind, values: Float64Array.of(value), constant: true, errors: null };
}

export function textConstant(text: string): TextVector {
  return {
    kind: "text",
    codes: Uint8Array.of(0),
    texts: { size: 1, text: () => text },
    constant: true,
    errors: null,
  };
}

export function yesNoConstant(value: boolean | null): YesNoVector {
  return {
    kind: "yesno",
    flags: Uint8Array.of(value === null ? 2 : value ? 1 : 0),
    constant: true,
    errors: null,
  };
}

/** The blank of a kind, for every row. */
export function blankConstant(kind: Kind): Vector {
  if (kind === "text") return textConstant("");
  return kind === "yesno" ? yesNoConstant(null) : numberConstant(Number.NaN, kind);
}

/** The vector as numbers. Throws for texts and yes/no: the check has let none through. */
export function numbersOf(vector: Vector): NumberVector {
  if (vector.kind === "text" || vector.kind === "yesno")
    throw new Error(`Expected numbers, got ${vector.kind}.`);
  return vector;
}

export function textsOf(vector: Vector): TextVector {
  if (vector.kind !== "text") throw new Error(`Expected texts, got ${vector.kind}.`);
  return vector;
}

export function yesNosOf(vector: Vector): YesNoVector {
  if (vector.kind !== "yesno") throw new Error(`Expected yes or no, got ${vector.kind}.`);
  return vector;
}
