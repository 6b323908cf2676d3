import type { Proposal } from "./proposal";

/** What an exact attempt tells. */
export type ExactState =
  | {
      readonly kind: "running";
      /** No plan costs less (km); −Infinity until something is known. */
      readonly bound: number;
      /** Share of the bound by which the proposal lies above it; null until a bound is known. */
      readonly gap: number | null;
      readonly seconds: number;
    }
  /** `proposal.exact` says what is proven; `better` is true where its plan is another than the one it was started with. */
  | { readonly kind: "done"; readonly proposal: Proposal; readonly better: boolean }
  /** No plan meets all rules. */
  | { readonly kind: "impossible" }
  | { readonly kind: "too-large" }
  | { readonly kind: "failed"; readonly message: string };

export interface ExactRun {
  /** Ends it at once; nothing more is heard of it. */
  cancel(): void;
}
