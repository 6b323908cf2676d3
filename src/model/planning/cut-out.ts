import type { Lock, Territory, TerritoryGroup } from "../alignment";
import type { RowId } from "../ids";

/** Which plan a part was cut out of, and how the part was then: what is merged back is what has changed since. A part has one, with the id "". */
export interface CutOut {
  readonly id: "";
  readonly plan: string;
  readonly scenario: string;
  readonly layer: string;
  /** The group that was cut out. */
  readonly group: string;
  readonly base: CutOutBase;
}

export interface CutOutBase {
  readonly territories: readonly Territory[];
  readonly groups: readonly TerritoryGroup[];
  /** The accounts of each territory, in the order of `territories`. */
  readonly accounts: readonly (readonly RowId[])[];
  /** The units of each territory, in the same order; parts of earlier versions have none. */
  readonly units?: readonly (readonly RowId[])[];
  readonly locks: readonly { readonly account: RowId; readonly lock: Lock }[];
}
