import type { Patch } from "./patch";

/** One committed step of a plan's history. Undo and redo are steps of their own. */
export interface Revision {
  readonly id: string;
  /** The revision it was made on; null for the first. */
  readonly parent: string | null;
  /** Milliseconds since 1970. */
  readonly time: number;
  /** The name set on the device; "" where none is. */
  readonly author: string;
  readonly origin: "edit" | "undo" | "redo" | "merge";
  readonly patch: Patch;
}
