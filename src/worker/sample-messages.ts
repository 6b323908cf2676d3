import type { PackedPlan } from "../model/packed-plan";

export interface SampleRequest {
  readonly seed: number;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export type SampleReply =
  | { readonly kind: "made"; readonly plan: PackedPlan }
  | { readonly kind: "failed"; readonly message: string };
