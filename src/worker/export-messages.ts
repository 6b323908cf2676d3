import type { ExportRequest, HandOverRequest } from "../files/export/export-job";
import type { PackedPlan } from "../model/packed-plan";

export interface ExportOrder {
  readonly plan: PackedPlan;
  readonly request: ExportRequest | HandOverRequest;
}

export type ExportReply =
  | { readonly kind: "progress"; readonly done: number }
  | { readonly kind: "written"; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: "failed"; readonly message: string };
