import type { Scope } from "./kernels";
import type { Kind, Vector } from "./vectors";

/**
 * What a function takes in one place: a kind of value, anything, or values that must be of one kind with all others marked by the same letter.
 * Numbers, dates and yes/no are written out where a text is asked for; a blank suits every place.
 */
export type Takes = Kind | "any" | "A" | "B";

/** A kind of value as the checker knows it; "blank" is BLANK(), which suits every place. */
export type StaticKind = Kind | "blank";

/** What a call was checked to be. */
export interface CheckedCall {
  readonly takes: readonly Takes[];
  readonly gives: StaticKind | "A" | "B";
}

/** A function or an operator of formulas. */
export interface FunctionSpec {
  readonly name: string;
  /** As shown while typing: "IF(condition, then, [else])". */
  readonly signature: string;
  /** One sentence for people. */
  readonly help: string;
  /** Fewest and most values; Infinity = any number. */
  readonly least: number;
  readonly most: number;
  /** What each place takes and what comes out, for this many values of these kinds; a text says what is wrong with them. */
  readonly check: (kinds: readonly StaticKind[]) => CheckedCall | string;
  readonly calculate: (args: readonly Vector[], scope: Scope, kind: Kind) => Vector;
  /** True where a cell's result depends on other rows. */
  readonly whole?: boolean;
  /** What it reads beside its values. */
  readonly reads?: "alignment" | "day";
  /** True for operators, which are not offered while typing. */
  readonly hidden?: boolean;
}

/** The places of a function that always takes the same; the last one again for every further value where `repeats`. */
export function taking(takes: readonly Takes[], gives: Kind | "A" | "B"): FunctionSpec["check"] {
  return (kinds) => ({ takes: kinds.map((_, i) => takes[Math.min(i, takes.length - 1)]!), gives });
}
