import type { AreaMesh } from "../geo/area-mesh";

/** Places of accounts in the unit of the map; NaN where an account has none. */
export interface AreasStart {
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  readonly farthest: number;
}

export type AreasMessage =
  | { readonly kind: "mesh"; readonly mesh: AreaMesh }
  | { readonly kind: "failed"; readonly message: string };
