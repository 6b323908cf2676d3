import type { DrawnAreas } from "../geo/area-drawing";
import type { AreaMesh } from "../geo/area-mesh";

/** Places of accounts in the unit of the map; NaN where an account has none. */
export interface AreasStart {
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  readonly farthest: number;
}

/** The first is a start; each of the others asks for the areas of one assignment, by account row. */
export type AreasRequest = AreasStart | { readonly territoryOf: Uint16Array };

export type AreasMessage =
  | { readonly kind: "mesh"; readonly mesh: AreaMesh }
  | { readonly kind: "areas"; readonly areas: DrawnAreas }
  | { readonly kind: "failed"; readonly message: string };
