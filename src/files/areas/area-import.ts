import type { AreaRefusal, SkippedParts } from "./area-file";

/** How the numbers of a file are meant. */
export type AreaPosition = "degrees" | "swapped" | "web-mercator";

/** A property of the areas, for the planner to choose names by. */
export interface AreaProperty {
  readonly key: string;
  /** The first few values that are not blank. */
  readonly samples: readonly string[];
  readonly filled: number;
  readonly distinct: number;
}

/** What a file of areas holds, and a proposal for how to take it. */
export interface AreaInspection {
  readonly areas: number;
  readonly properties: readonly AreaProperty[];
  readonly proposal: AreaChoice;
  /** Why another position than degrees is proposed, in plain words; null where the numbers are degrees. */
  readonly doubt: string | null;
  readonly skipped: SkippedParts;
}

/** How the planner takes the areas. Without a name they are numbered; without a code the names are codes. */
export interface AreaChoice {
  readonly name: string | null;
  readonly code: string | null;
  readonly position: AreaPosition;
}

/** What was noticed and repaired, each with how often, and the first few areas. */
export interface AreaFinding {
  readonly kind:
    | "unclosed"
    | "crossing"
    | "collapsed"
    | "over-antimeridian"
    | "overlapping"
    | "duplicate-name"
    | "merged"
    | "simplified";
  readonly count: number;
  readonly examples: readonly string[];
}

/** Areas that are ready to be a plan's units. */
export interface ReadAreas {
  /** As `packOwnAreas` packs them. */
  readonly areas: string;
  readonly codes: readonly string[];
  readonly names: readonly string[];
  readonly findings: readonly AreaFinding[];
  /** Corners kept. */
  readonly vertices: number;
}

export type OrAreaRefusal<Value> =
  | ({ readonly ok: true } & Value)
  | { readonly ok: false; readonly refusal: AreaRefusal };
