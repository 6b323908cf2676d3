import type { Plan } from "../model/plan";
import type { Revision } from "../model/revision";
import type { OpenResult, PlanSummary, SaveState } from "../model/saved-plan";

/** Takes back a subscription. */
export type Unsubscribe = () => void;

/** Where plans are kept on this device. */
export interface PlanStore {
  /** The saved plans, the one changed last first. */
  list(): Promise<readonly PlanSummary[]>;
  open(planId: string): Promise<OpenResult>;
  /**
   * Saves a whole plan, in the place of one with the same id. Resolves once it is on the disk; while it cannot be
   * stored, the promise waits and the save state says why.
   */
  create(plan: Plan, revisions?: readonly Revision[]): Promise<void>;
  /** Saves one revision. Resolves once it is on the disk; while it cannot be, it waits and the save state says why. */
  append(planId: string, revision: Revision, planAfter: Plan): Promise<void>;
  remove(planId: string): Promise<void>;
  /** Copies a saved plan, without its undo history, under another id. False where it cannot be read whole. */
  duplicate(planId: string, copy: { readonly id: string; readonly name: string }): Promise<boolean>;
  lastOpened(): Promise<string | null>;
  setLastOpened(planId: string | null): Promise<void>;
  /** A setting of this device (author name, pane sizes, theme), or undefined. */
  setting(key: string): Promise<unknown>;
  setSetting(key: string, value: unknown): Promise<void>;
  /** Claims the right to change a plan; a second tab gets a claim that reads along. */
  claim(planId: string): Promise<PlanClaim>;
  /** Hears what another tab does to a plan. */
  follow(planId: string, listener: PlanFollower): Unsubscribe;
  /** Hears the save state, at once and on every change. */
  subscribe(listener: (state: SaveState) => void): Unsubscribe;
  /** Tries now to store what waits, and returns what came of it. For `visibilitychange`, `pagehide` and updates. */
  flush(): Promise<SaveState>;
  /** Stores what waits and lets go of the database. */
  close(): Promise<void>;
}

/** A tab's hold on a plan: one tab writes, the others read along. */
export interface PlanClaim {
  role(): "writer" | "reader";
  /** Hears the role, at once and on every change; a reader becomes the writer when the writer's tab closes. */
  subscribe(listener: (role: "writer" | "reader") => void): Unsubscribe;
  /** Asks the writer to store and step back, and takes its place, if need be without its consent. */
  takeOver(): Promise<void>;
  release(): void;
}

/** What a tab hears of a plan that another tab changes. */
export interface PlanFollower {
  /** Revisions that are on the disk, oldest first. One that does not follow on the plan at hand asks for `open`. */
  revisions(revisions: readonly Revision[]): void;
  /** The plan was saved anew as a whole: open it again. */
  replaced(): void;
  removed(): void;
}
