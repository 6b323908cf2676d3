import { TextDictionary } from "../text-dictionary";
import {
  ErrorList,
  joinedErrors,
  type Kind,
  lengthOver,
  maskOf,
  type NumberVector,
  TEXT_TOO_LONG,
  type TextVector,
  TOO_LARGE,
  textsOf,
  type Vector,
  type YesNoVector,
  yesNosOf,
} from "./vectors";

/** What a formula is calculated over, beside its columns. */
export interface Scope {
  /** Number of cells asked for: every vector that is not constant has as many. */
  readonly count: number;
  /** The day it is, in days since 1970-01-01; NaN where nobody said. */
  readonly day: number;
  /** The decimal sign of texts that are read as numbers. */
  readonly decimal: "." | ",";
  /** 1 for rows that whole-column functions leave out, by cell; null where none is. */
  readonly deleted: Uint8Array | null;
  /** Territory of each cell's row; null where the table has no alignment. */
  readonly territoryOf: Uint16Array | null;
}

/** The longest text of a cell, as in spreadsheets, and the most that all texts of a result may hold together. */
const MAX_TEXT = 32_767;
const MAX_TEXTS = 50_000_000;

/** How a function of one cell says that it has no value: `return failing.with(NOT_FOUND)`. */
export class Failing {
  code = 0;

  with(code: number): number {
    this.code = code;
    return Number.NaN;
  }

  text(code: number): string {
    this.code = code;
    return "";
  }
}

/** Numbers made cell by cell; cells with an error in an argument keep it, and NaN is a blank. */
export function numberResult(
  args: readonly Vector[],
  scope: Scope,
  kind: "number" | "date",
  valueAt: (i: number, failing: Failing) => number,
): NumberVector {
  const length = lengthOver(args, scope.count);
  const errors = new ErrorList(length, joinedErrors(args, length));
  const failing = new Failing();
  const values = new Float64Array(length);
  for (let i = 0; i < length; i++) {
    let value = errors.at(i) ? Number.NaN : valueAt(i, failing);
    if (value - value !== 0) {
      // NaN or infinite.
      if (failing.code) errors.set(i, failing.code);
      else if (!Number.isNaN(value)) errors.set(i, TOO_LARGE);
      failing.code = 0;
      value = Number.NaN;
    }
    values[i] = value;
  }
  return { kind, values, constant: isConstant(args), errors: errors.errors };
}

/** Yes (1), no (0) or blank (2), made cell by cell. */
export function yesNoResult(
  args: readonly Vector[],
  scope: Scope,
  flagAt: (i: number) => number,
): YesNoVector {
  const length = lengthOver(args, scope.count);
  const errors = joinedErrors(args, length);
  const flags = new Uint8Array(length);
  for (let i = 0; i < length; i++) flags[i] = errors?.[i] ? 2 : flagAt(i);
  return { kind: "yesno", flags, constant: isConstant(args), errors };
}

/** Texts made cell by cell; where `by` alone decides them, once for each of its texts. */
export function textResult(
  args: readonly Vector[],
  scope: Scope,
  textAt: (i: number, failing: Failing) => string,
  by?: TextVector,
): TextVector {
  const length = lengthOver(args, scope.count);
  const errors = new ErrorList(length, joinedErrors(args, length));
  const failing = new Failing();
  const dictionary = new TextDictionary();
  const codes = new Uint32Array(length);
  const known =
    by && !by.constant && args.every((arg) => arg === by || arg.constant) ? memoOf(by, length) : null;
  let room = MAX_TEXTS;
  for (let i = 0; i < length; i++) {
    if (errors.at(i)) continue;
    const code = known ? known.get(by!.codes[i]!) : undefined;
    if (code !== undefined && code >= 0) {
      codes[i] = code;
      continue;
    }
    const text = textAt(i, failing);
    room -= text.length;
    if (text.length > MAX_TEXT || room < 0) failing.code = TEXT_TOO_LONG;
    if (failing.code) {
      errors.set(i, failing.code);
      failing.code = 0;
      continue;
    }
    codes[i] = dictionary.code(text);
    known?.set(by!.codes[i]!, codes[i]!);
  }
  return { kind: "text", codes, texts: dictionary, constant: isConstant(args), errors: errors.errors };
}

/** What a function says of the text in a cell, asked once for each text. */
export function perText(vector: Vector, read: (text: string) => number): (i: number) => number {
  const { codes, texts } = textsOf(vector);
  const mask = maskOf(vector);
  const known = memoOf(textsOf(vector), codes.length);
  return (i) => {
    const code = codes[i & mask]!;
    let value = known.get(code);
    if (value === undefined || value === -1) {
      value = read(texts.text(code));
      known.set(code, value);
    }
    return value;
  };
}

/** The text in a cell. */
export function textAt(vector: Vector): (i: number) => string {
  const { codes, texts } = textsOf(vector);
  const mask = maskOf(vector);
  return (i) => texts.text(codes[i & mask]!);
}

/** The number in a cell, a blank being 0. */
export function zeroForBlank(vector: Vector): (i: number) => number {
  const values = valuesOf(vector);
  const mask = maskOf(vector);
  return (i) => {
    const value = values[i & mask]!;
    return Number.isNaN(value) ? 0 : value;
  };
}

/** The number in a cell, a blank being NaN. */
export function numberAt(vector: Vector): (i: number) => number {
  const values = valuesOf(vector);
  const mask = maskOf(vector);
  return (i) => values[i & mask]!;
}

/** 1 for yes, 0 for no, 2 for a blank. */
export function flagAt(vector: Vector): (i: number) => number {
  const { flags } = yesNosOf(vector);
  const mask = maskOf(vector);
  return (i) => flags[i & mask]!;
}

/** Whether the cell is blank; one with an error is not. */
export function isBlankAt(vector: Vector): (i: number) => boolean {
  const mask = maskOf(vector);
  const well = (i: number) => !vector.errors?.[i & mask];
  switch (vector.kind) {
    case "text": {
      const blank = perText(vector, (text) => (text === "" ? 1 : 0));
      return (i) => blank(i) === 1 && well(i);
    }
    case "yesno":
      return (i) => vector.flags[i & mask] === 2 && well(i);
    default:
      return (i) => Number.isNaN(vector.values[i & mask]!) && well(i);
  }
}

/**
 * In each cell what the branch says that `branchAt` names; -1 is a blank. A branch that is not chosen brings no error. Errors of
 * `deciding` come first. The branches are of one kind.
 */
export function chosen(
  deciding: readonly Vector[],
  branches: readonly Vector[],
  kind: Kind,
  scope: Scope,
  branchAt: (i: number, failing: Failing) => number,
): Vector {
  const args = [...deciding, ...branches];
  const length = lengthOver(args, scope.count);
  const errors = new ErrorList(length, joinedErrors(deciding, length));
  const failing = new Failing();
  const out = outputOf(branches, kind, length);
  for (let i = 0; i < length; i++) {
    if (errors.at(i)) continue;
    const branch = branchAt(i, failing);
    if (failing.code) {
      errors.set(i, failing.code);
      failing.code = 0;
    } else if (branch >= 0) {
      const vector = branches[branch]!;
      const error = vector.errors?.[i & maskOf(vector)];
      if (error) errors.set(i, error);
      else out.take(branch, i);
    }
  }
  return out.vector(isConstant(args), errors.errors);
}

interface Output {
  readonly take: (branch: number, i: number) => void;
  readonly vector: (constant: boolean, errors: Uint8Array | null) => Vector;
}

function outputOf(branches: readonly Vector[], kind: Kind, length: number): Output {
  const masks = branches.map(maskOf);
  if (kind === "text") {
    const dictionary = new TextDictionary();
    const codes = new Uint32Array(length);
    const codeAt = branches.map((branch) => perText(branch, (text) => dictionary.code(text)));
    return {
      take: (branch, i) => {
        codes[i] = codeAt[branch]!(i);
      },
      vector: (constant, errors) => ({ kind, codes, texts: dictionary, constant, errors }),
    };
  }
  if (kind === "yesno") {
    const flags = new Uint8Array(length).fill(2);
    const sources = branches.map((branch) => yesNosOf(branch).flags);
    return {
      take: (branch, i) => {
        flags[i] = sources[branch]![i & masks[branch]!]!;
      },
      vector: (constant, errors) => ({ kind, flags, constant, errors }),
    };
  }
  const values = new Float64Array(length).fill(Number.NaN);
  const sources = branches.map(valuesOf);
  return {
    take: (branch, i) => {
      values[i] = sources[branch]![i & masks[branch]!]!;
    },
    vector: (constant, errors) => ({ kind, values, constant, errors }),
  };
}

function valuesOf(vector: Vector): Float64Array {
  if (vector.kind === "text" || vector.kind === "yesno")
    throw new Error(`Expected numbers, got ${vector.kind}.`);
  return vector.values;
}

function isConstant(args: readonly Vector[]): boolean {
  return args.every((arg) => arg.constant);
}

interface Memo {
  get(code: number): number | undefined;
  set(code: number, value: number): void;
}

/** Room for a number per text: flat where many cells ask, a map where few cells do. -1 and undefined = not asked yet. */
function memoOf({ texts }: TextVector, cells: number): Memo {
  if (cells * 4 < texts.size) return new Map<number, number>();
  const known = new Float64Array(texts.size).fill(-1);
  return {
    get: (code) => known[code],
    set: (code, value) => {
      known[code] = value;
    },
  };
}
