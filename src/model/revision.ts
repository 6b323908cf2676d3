import type { Patch } from "./patch";

/** How a revision came about: an edit of the planner, taking one back, doing it again, or taking over another copy's. */
export type RevisionOrigin = "edit" | "undo" | "redo" | "merge";

/** One step in the life of a plan. The steps form a chain through `parent`. */
export interface Revision {
  readonly id: string;
  /** The revision the patch was applied to; null at the start of the plan. */
  readonly parent: string | null;
  /** Milliseconds since 1970. */
  readonly time: number;
  /** The name set on the device, or "". */
  readonly author: string;
  readonly origin: RevisionOrigin;
  readonly patch: Patch;
}

/** Number of newest revisions kept for undo and for comparing copies. */
export const MAX_KEPT_REVISIONS = 500;
