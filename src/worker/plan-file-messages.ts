import type { PlanFileRefusalStatus } from "../files/plan/plan-file";
import type { PackedPlan } from "../model/packed-plan";
import type { PackedRevision } from "../model/packed-revision";

/** A plan and its revisions as they go through a message. */
export interface PackedContent {
  readonly plan: PackedPlan;
  readonly revisions: readonly PackedRevision[];
}

export type PlanFileRequest = { readonly passphrase: string | undefined } & (
  | { readonly kind: "write"; readonly content: PackedContent }
  | { readonly kind: "read"; readonly file: Blob }
);

export type PlanFileReply =
  | { readonly kind: "progress"; readonly done: number }
  | { readonly kind: "written"; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: "opened"; readonly content: PackedContent }
  | { readonly kind: "refused"; readonly status: PlanFileRefusalStatus; readonly message: string }
  | { readonly kind: "failed"; readonly message: string };
