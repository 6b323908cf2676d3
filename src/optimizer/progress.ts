/** How the search starts. `repair` improves the current territories; `fresh` draws all that are not fixed anew. */
export type SearchMode = "repair" | "fresh";

export interface SearchOptions {
  readonly mode: SearchMode;
  /** Multiplies every disruption price: 0 ignores relationships, 1 is the problem's own price, more keeps more as is. */
  readonly keep: number;
}

/** Where the largest violation of a bound is, and how large, relative to the territory's target (0.04 = 4 %). */
export interface Violation {
  readonly territory: number;
  /** Position in the problem's measures. */
  readonly measure: number;
  readonly side: "above" | "below";
  readonly relative: number;
}

/** What the search has to pay for, in kilometers: the parts of what it minimizes once all bounds are met. */
export interface SearchCost {
  readonly travel: number;
  readonly disruption: number;
  /** Class costs: misfit of rep and item. */
  readonly fit: number;
  readonly total: number;
}

/** `seeding` has no complete plan yet; `balancing` looks for a feasible one; `improving` shortens it, without end. */
export type SearchPhase = "seeding" | "balancing" | "improving";

/** The state of a search after one step. All figures describe the plan in `assignment`. */
export interface SearchProgress {
  readonly phase: SearchPhase;
  /** Steps of the search so far: with the same problem, options and seed, the same number gives the same plan. */
  readonly iterations: number;
  /**
   * Territory of each item in the best plan so far (on large problems a few steps late); NONE only while seeding. A new array whenever the plan
   * got better, otherwise the same one: compare by identity. Never written to again.
   */
  readonly assignment: Uint16Array;
  /** Centers of the best plan, as in the problem. NaN for a territory without placed items. */
  readonly centers: Float64Array;
  /** True if every bound of every territory and the change limit are met. */
  readonly feasible: boolean;
  /** The largest violation of a territory's bound, or null if there is none. */
  readonly violation: Violation | null;
  /** Sum of all violations, relative to the targets: what is minimized first. */
  readonly totalViolation: number;
  readonly cost: SearchCost;
  /** 0 to 100: 100 × (1 − mean over territories of |value − target| ÷ target), by measure weights. */
  readonly balanceScore: number;
  /** Items that have another rep than in the baseline. */
  readonly disruptedItems: number;
  readonly unplaced: UnplacedItems;
  /**
   * Pieces of territories beyond one for each part of the map they have items in; 0 if every territory hangs together. Only where
   * the problem asks for contiguity; more than 0 only where locks or forbidden pairs hold pieces apart.
   */
  readonly extraPieces?: number;
  /** What changes hands, in the unit of the change limit; only where the problem has one. An overrun counts in `totalViolation`. */
  readonly changed?: number;
}

/** What became of the items without a place: they cannot count for travel. */
export interface UnplacedItems {
  /** Stayed in the current territory (or lock). */
  readonly kept: number;
  /** Had none and were dealt out for balance alone. */
  readonly dealtForBalance: number;
}
