import type { ImpossibleFact } from "./impossible";

/** How many territories a capacity asks for, and why not fewer. */
export interface NeededTerritories {
  /** The least number for which a plan is known. */
  readonly count: number;
  /** What the sum alone asks for. */
  readonly bySum: number;
  /**
   * Why one fewer is not enough: the sum; facts about large or locked accounts (of the problem with one fewer); or only that no plan was found.
   */
  readonly because: "sum" | "facts" | "not-found";
  readonly facts: readonly ImpossibleFact[];
}

export type NeededTerritoriesState =
  /** `trying` territories now. */
  | { readonly kind: "running"; readonly trying: number; readonly bySum: number }
  | { readonly kind: "done"; readonly answer: NeededTerritories }
  /** No number of territories is enough: facts say why (an account above the capacity). */
  | { readonly kind: "impossible"; readonly facts: readonly ImpossibleFact[] }
  | { readonly kind: "failed"; readonly message: string };
