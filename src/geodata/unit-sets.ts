import { REGION_COUNTRIES } from "./region-countries";
import type { UnitSetFacts, UnitSetId } from "./unit-set";

/** The sets that come with the site. */
export const BUILT_IN_UNIT_SETS: readonly UnitSetFacts[] = [
  { id: "us-county", name: "US counties", unit: "County", approximate: false },
  { id: "us-zip3", name: "US 3-digit ZIP areas", unit: "ZIP3", approximate: true },
  { id: "us-state", name: "US states", unit: "US state", approximate: false },
  { id: "country", name: "Countries", unit: "Country area", approximate: false },
  ...REGION_COUNTRIES.map(({ iso2, name }) => ({
    id: `region:${iso2}`,
    name: `Regions of ${name}`,
    unit: "Region",
    approximate: false,
  })),
];

/** What a set that comes with the site is called; undefined for the planner's own and unknown ones. */
export function builtInUnitSet(id: UnitSetId): UnitSetFacts | undefined {
  return BUILT_IN_UNIT_SETS.find((set) => set.id === id);
}
