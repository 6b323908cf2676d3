import type { Plan } from "../model/plan";
import type { Revision } from "../model/revision";
import type { PlanWithHistory } from "../model/saved-plan";

/** What came of reading a plan file. Anything but "ok" leaves everything as it was. */
export type PlanFileResult =
  | ({ readonly status: "ok" } & PlanWithHistory)
  | { readonly status: "encrypted" }
  | { readonly status: "wrong-passphrase" }
  | { readonly status: "too-new" | "damaged" | "not-a-plan"; readonly reason: string };

/** Reads and writes plan files off the main thread. */
export interface PlanFiles {
  /** `passphrase` is null at first; "encrypted" asks for one. */
  read(file: Blob, passphrase: string | null): Promise<PlanFileResult>;
  write(plan: Plan, revisions: readonly Revision[], passphrase: string | null): Promise<Blob>;
  /** Stops whatever runs; its promise rejects. */
  cancel(): void;
}
