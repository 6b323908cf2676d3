import type { Incumbent } from "./bound";
import type { ExactScope } from "./exact";

/** What an exact attempt found. Costs are in kilometers. */
export interface ExactAnswer {
  readonly scope: ExactScope;
  /** `proven`: no plan of that scope costs less; `stopped`: the time was up; `impossible`: no plan meets all rules. */
  readonly status: "proven" | "stopped" | "impossible";
  /** No plan of that scope costs less than this. */
  readonly bound: number;
  /** The best plan, or null where none was found (the one it was started with is not repeated). */
  readonly plan: Incumbent | null;
  /** Rounds of adding rows so that territories hang together. */
  readonly rounds: number;
}

/** How an attempt is going. */
export interface ExactState {
  readonly bound: number;
  readonly seconds: number;
}
