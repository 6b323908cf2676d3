import type { ImportProgress, ImportSource } from "../files/import/import-job";
import type { ImportPlan, ReadingChoice } from "../files/import/import-plan";
import type { ImportReview, InspectResult } from "../files/import/import-preview";
import type { ImportReport } from "../files/import/import-report";
import type { PackedPlan } from "../model/packed-plan";

export type ImportRequest =
  | { readonly kind: "inspect"; readonly source: ImportSource; readonly choice: ReadingChoice }
  | { readonly kind: "review"; readonly importPlan: ImportPlan }
  | { readonly kind: "build"; readonly importPlan: ImportPlan };

export type ImportReply =
  | { readonly kind: "progress"; readonly progress: ImportProgress }
  | { readonly kind: "inspected"; readonly result: InspectResult }
  | { readonly kind: "reviewed"; readonly review: ImportReview }
  | { readonly kind: "built"; readonly plan: PackedPlan; readonly report: ImportReport }
  | { readonly kind: "failed"; readonly message: string };
