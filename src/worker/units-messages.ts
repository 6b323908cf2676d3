import type { AreaChoice, AreaInspection, OrAreaRefusal, ReadAreas } from "../files/areas/area-import";
import type { Potential, PotentialChoice, PotentialInspection } from "../files/areas/potential-csv";
import type { FoundUnits, UnitSource } from "../files/areas/units-job";
import type { PackedTable } from "../model/packed-plan";

export type UnitsRequest =
  | { readonly kind: "find"; readonly set: UnitSource; readonly accounts: PackedTable }
  | { readonly kind: "inspect-areas"; readonly file: File; readonly places: Float64Array }
  | { readonly kind: "read-areas"; readonly choice: AreaChoice }
  | { readonly kind: "inspect-potential"; readonly file: File; readonly set: UnitSource }
  | { readonly kind: "read-potential"; readonly choice: PotentialChoice };

/** What each request is answered with. */
export interface UnitsResults {
  find: FoundUnits;
  "inspect-areas": OrAreaRefusal<{ readonly inspection: AreaInspection }>;
  "read-areas": OrAreaRefusal<{ readonly areas: ReadAreas }>;
  "inspect-potential": OrAreaRefusal<{ readonly inspection: PotentialInspection }>;
  "read-potential": Potential;
}

export type UnitsReply =
  | { readonly kind: "progress"; readonly done: number }
  | { readonly kind: "result"; readonly result: UnitsResults[keyof UnitsResults] }
  | { readonly kind: "failed"; readonly message: string };
