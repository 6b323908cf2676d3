import type { Plan } from "./plan";
import type { Revision } from "./revision";
import type { TableName } from "./table";

/** A plan as the list of saved plans shows it. */
export interface PlanSummary {
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
  /** Live rows by table. */
  readonly counts: Readonly<Record<TableName, number>>;
  readonly scenarios: number;
}

/** A plan and the newest of its revisions, oldest first, the last being the one the plan is at. */
export interface PlanWithHistory {
  readonly plan: Plan;
  readonly revisions: readonly Revision[];
}

/** What could be saved of a damaged plan, and where it stood. */
export interface RecoveredPlan extends PlanWithHistory {
  /** `database`: the whole plan, only part of its undo history is gone. `snapshot`: the plan as of `savedAt`. */
  readonly from: "database" | "snapshot";
  /** Milliseconds since 1970. */
  readonly savedAt: number;
}

/** What came of opening a saved plan. `migrated`: it was stored by an older version, and nothing is lost. */
export type OpenResult =
  | ({ readonly status: "ok" | "migrated" } & PlanWithHistory)
  | { readonly status: "missing" }
  | { readonly status: "too-new"; readonly reason: string }
  | { readonly status: "damaged"; readonly reason: string; readonly recovered: RecoveredPlan | null }
  | { readonly status: "unavailable"; readonly reason: string };

/**
 * Why the work is not on the disk. `full`: no room; `lost`: the database does not answer; `slow`: no answer within
 * the watchdog's time; `elsewhere`: another tab changed the plan; `outdated`: another tab runs a newer version;
 * `unavailable`: this browser stores nothing.
 */
export type SaveFailure = "full" | "lost" | "slow" | "elsewhere" | "outdated" | "unavailable";

/** Whether everything done so far is on the disk. `message` says in plain words why not. */
export type SaveState =
  | { readonly status: "saved" }
  | { readonly status: "saving" }
  | { readonly status: "failed"; readonly reason: SaveFailure; readonly message: string };
