import type { Plan } from "../../model/plan";
import type { ImportPlan, ReadingChoice } from "./import-plan";
import type { ImportReview, InspectResult } from "./import-preview";
import type { ImportReport } from "./import-report";

/** A file that was picked or dropped, or a text that was pasted. */
export type ImportSource = File | { readonly name: string; readonly text: string };

/** Where a long job stands. `done` of `total` in the step's own unit. */
export interface ImportProgress {
  readonly step: "reading" | "parsing" | "checking" | "locating" | "building";
  readonly done: number;
  readonly total: number;
}

/** What a promise of the client rejects with when its job is cancelled. */
export class ImportCancelled extends Error {
  constructor() {
    super("The import was cancelled.");
    this.name = "ImportCancelled";
  }
}

/** One file on its way into a plan. One job at a time: a new one waits for the one before. */
export interface ImportClient {
  /** Reads a file and proposes an import. Again with choices of the planner's to read it otherwise. */
  inspect(
    source: ImportSource,
    choice?: ReadingChoice,
    onProgress?: (progress: ImportProgress) => void,
  ): Promise<InspectResult>;
  /** What the edited import plan would make of the file inspected last. Its reading must be that of the file. */
  review(importPlan: ImportPlan): Promise<ImportReview>;
  /** Makes the plan. The file inspected last is kept, so that the planner may go back and build again. */
  build(
    importPlan: ImportPlan,
    onProgress?: (progress: ImportProgress) => void,
  ): Promise<{ plan: Plan; report: ImportReport }>;
  /** Stops whatever runs (its promise rejects with `ImportCancelled`) and forgets the file. */
  cancel(): void;
}
