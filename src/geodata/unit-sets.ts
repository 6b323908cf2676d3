import type { UnitSetFacts, UnitSetId } from "./unit-set";

/** The sets that come with the site. Those of regions follow with the file that holds them. */
export const BUILT_IN_UNIT_SETS: readonly UnitSetFacts[] = [
  { id: "us-county", name: "US counties", unit: "County", approximate: false },
  { id: "us-zip3", name: "US 3-digit ZIP areas", unit: "ZIP3", approximate: true },
  { id: "us-state", name: "US states", unit: "US state", approximate: false },
  { id: "country", name: "Countries", unit: "Country area", approximate: false },
];

/** What a set that comes with the site is called; undefined for the planner's own and unknown ones. */
export function builtInUnitSet(id: UnitSetId): UnitSetFacts | undefined {
  return BUILT_IN_UNIT_SETS.find((set) => set.id === id);
}
