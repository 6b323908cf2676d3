import type { UnitSetRecord } from "../../model/planning/unit-set";
import type { Table } from "../../model/table";
import type { AreaChoice, AreaInspection, OrAreaRefusal, ReadAreas } from "./area-import";
import type { Potential, PotentialChoice, PotentialInspection } from "./potential-csv";

/** What names a set and holds its borders where they are the planner's own. */
export type UnitSource = UnitSetRecord;

/** The units of a set, and where each account lies. */
export interface FoundUnits {
  readonly codes: readonly string[];
  readonly names: readonly string[];
  /** Position of each account's unit, by account row; -1 where it lies in none. */
  readonly unitOf: Int32Array;
}

/** What a promise of the client rejects with when its job is cancelled. */
export class UnitsCancelled extends Error {
  constructor() {
    super("The work on units was cancelled.");
    this.name = "UnitsCancelled";
  }
}

/** How far a job has got, from 0 to 1. */
export type OnUnits = (done: number) => void;

/** Work on units that takes long enough to need a worker. One job at a time: a new one waits for the one before. */
export interface UnitsClient {
  /** Finds the unit of every account of a table. */
  find(set: UnitSource, accounts: Table, onProgress?: OnUnits): Promise<FoundUnits>;
  /** Reads a file of areas; `places` (longitude and latitude in turn) help to tell how its numbers are meant. */
  inspectAreas(
    file: File,
    places: Float64Array,
    onProgress?: OnUnits,
  ): Promise<OrAreaRefusal<{ readonly inspection: AreaInspection }>>;
  /** Makes units of the areas of the file inspected last. */
  readAreas(choice: AreaChoice, onProgress?: OnUnits): Promise<OrAreaRefusal<{ readonly areas: ReadAreas }>>;
  /** Reads a CSV of figures of a set's units. */
  inspectPotential(
    file: File,
    set: UnitSource,
  ): Promise<OrAreaRefusal<{ readonly inspection: PotentialInspection }>>;
  /** The figures of the CSV inspected last. */
  readPotential(choice: PotentialChoice): Promise<Potential>;
  /** Stops whatever runs (its promise rejects with `UnitsCancelled`) and forgets the files. */
  cancel(): void;
}
