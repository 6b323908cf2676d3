import type { NeighborGraph } from "../geo/neighbor-graph";

/** Places on a plane; NaN where there is none. */
export interface NeighborsStart {
  readonly xs: Float64Array;
  readonly ys: Float64Array;
}

export type NeighborsMessage =
  | { readonly kind: "graph"; readonly graph: NeighborGraph }
  | { readonly kind: "failed"; readonly message: string };
