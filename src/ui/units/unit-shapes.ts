import { type Accessor, createMemo, createResource } from "solid-js";
import type { UnitSource } from "../../files/areas/units-job";
import type { UnitSet } from "../../geodata/unit-set";
import { cellText } from "../../model/cells";
import type { UnitSetRecord } from "../../model/planning/unit-set";
import { columnByKey, isLive, type Table } from "../../model/table";
import { chosenUnitSet, UNIT_COLUMNS } from "../../model/units";
import type { Planner } from "../planner";
import { useServices } from "../services";

/** The areas of the plan's units, and how they and the rows of the table of units find each other. */
export interface UnitShapes {
  readonly set: UnitSet;
  /** Row in the table of units by number in the set, -1 where the plan has none. */
  readonly rowOfUnit: Int32Array;
  /** Number in the set by row in the table of units, -1 for deleted rows and those of other sets. */
  readonly unitOfRow: Int32Array;
}

/** Where a set of the program or of the planner's own is loaded from. Kept by whoever offers it. */
export type LoadUnitSet = (set: UnitSource) => Promise<UnitSet>;

/** Matches the rows of the table of units with the units of a set, by their codes. */
export function unitShapes(set: UnitSet, units: Table): UnitShapes {
  const unitByCode = new Map(set.codes.map((code, unit) => [code, unit]));
  const codes = columnByKey(units, UNIT_COLUMNS.code);
  const rowOfUnit = new Int32Array(set.count).fill(-1);
  const unitOfRow = new Int32Array(units.count).fill(-1);
  for (let row = 0; row < units.count; row++) {
    if (!isLive(units, row)) continue;
    const unit = unitByCode.get(cellText(codes, row));
    if (unit === undefined) continue;
    unitOfRow[row] = unit;
    rowOfUnit[unit] = row;
  }
  return { set, rowOfUnit, unitOfRow };
}

/** The neighbors of a row of the table of units that share more than a corner, as rows of it. */
export function rowNeighbors({ set, rowOfUnit, unitOfRow }: UnitShapes): (row: number) => number[] {
  return (row) => {
    const unit = unitOfRow[row] ?? -1;
    const rows: number[] = [];
    if (unit < 0) return rows;
    for (let i = set.start[unit]!; i < set.start[unit + 1]!; i++) {
      const neighbor = rowOfUnit[set.neighbors[i]!]!;
      if (neighbor >= 0 && !set.cornerOnly[i]) rows.push(neighbor);
    }
    return rows;
  };
}

/** The areas of the open plan's units; null while they load, and where it uses none. */
export function createUnitShapes(planner: Planner): Accessor<UnitShapes | null> {
  const { unitSet } = useServices();
  const record = createMemo(() => chosenUnitSet(planner.plan()), null, { equals: sameAreas });
  const [set] = createResource(record, unitSet);
  const units = createMemo(() => planner.plan().tables.units);
  return createMemo(() => {
    const wanted = record();
    // the resource still holds the set before while another loads
    if (!wanted || set.loading || set.error) return null;
    const loaded = set();
    return loaded?.id === wanted.id ? unitShapes(loaded, units()) : null;
  });
}

function sameAreas(a: UnitSetRecord | null, b: UnitSetRecord | null): boolean {
  return a?.id === b?.id && a?.areas === b?.areas;
}
