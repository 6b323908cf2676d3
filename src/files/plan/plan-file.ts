import type { PlanWithHistory } from "../../model/saved-plan";

/** Ending of plan files, with the point. */
export const PLAN_FILE_ENDING = ".evenfield";

/** Version of the layout that this program writes. */
export const FORMAT_VERSION = 3;

/** The oldest version of the program's layout that can read what this one writes. */
export const LEAST_READER_VERSION = 3;

/** Why a file was not opened. `encrypted`: it asks for a passphrase, or for another one. */
export type PlanFileRefusalStatus = "too-new" | "damaged" | "not-a-plan" | "encrypted" | "too-large";

/** What came of reading a plan file: the whole plan, or nothing and why, in plain words. */
export type PlanFileResult =
  | ({ readonly status: "ok" } & PlanWithHistory)
  | { readonly status: PlanFileRefusalStatus; readonly message: string };

/** Part of the work that is done, 0 to 1. */
export type PlanFileProgress = (done: number) => void;

/** Writes and reads plan files off the main thread. */
export interface PlanFileClient {
  /** The bytes of the plan's file; with a passphrase encrypted, so that the `age` tool opens it too. */
  write(
    content: PlanWithHistory,
    options?: { readonly passphrase?: string | undefined; readonly onProgress?: PlanFileProgress },
  ): Promise<Uint8Array<ArrayBuffer>>;
  read(
    file: Blob,
    options?: { readonly passphrase?: string | undefined; readonly onProgress?: PlanFileProgress },
  ): Promise<PlanFileResult>;
  /** Stops all work at once; what was asked for is rejected with `PlanFileCancelled`. */
  cancel(): void;
}

/** The planner cancelled. */
export class PlanFileCancelled extends Error {
  constructor() {
    super("Cancelled.");
    this.name = "PlanFileCancelled";
  }
}
