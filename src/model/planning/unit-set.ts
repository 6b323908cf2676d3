/**
 * Geographic units that the plan knows: a set that comes with the program, or areas of the planner's own. The units of the chosen set are the
 * live rows of the table of units; rows of other sets stay there as deleted ones, with their potential and territories.
 */
export interface UnitSetRecord {
  /** As in `geodata/unit-set.ts`: "us-county", "region:DE", "own:" and an id. */
  readonly id: string;
  readonly name: string;
  /** What one unit is called, and the header of the accounts' column. */
  readonly unit: string;
  readonly approximate: boolean;
  /** The one that the accounts' units are counted by. At most one is. */
  readonly chosen: boolean;
  /** Borders of the planner's own areas, packed as `geodata/own-areas.ts` does; null for a set that comes with the program. */
  readonly areas: string | null;
}
