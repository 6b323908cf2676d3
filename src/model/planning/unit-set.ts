/** A set of geographic units: one that comes with the program, or areas of the planner's own. */
export interface UnitSetRecord {
  /** As in `geodata/unit-set.ts`: "us-county", "region:DE", "own:" and an id. */
  readonly id: string;
  readonly name: string;
  /** What one unit is called, and the header of the accounts' column. */
  readonly unit: string;
  readonly approximate: boolean;
  /** Borders of the planner's own areas, packed as `geodata/own-areas.ts` does; null for a set that comes with the program. */
  readonly areas: string | null;
}

/**
 * The set by which the plan's units are counted: its units are the live rows of the table of units; rows of sets used before stay there as
 * deleted ones, with their potential and territories. The borders of own areas stand apart, in `unitSets`, so that choosing costs nothing.
 */
export interface UnitsInUse {
  readonly id: "";
  readonly set: Omit<UnitSetRecord, "areas">;
}
