import { type Alignment, UNASSIGNED } from "./alignment";
import type { RowId } from "./ids";
import type { UnitChange } from "./patch";
import type { AlignmentPath, Plan } from "./plan";
import type { CutOut } from "./planning/cut-out";
import { isLive, rowById } from "./table";
import { chosenUnitSet, isAlignedByUnits } from "./units";

/** A unit that stays as it is although the part gave it away, or all of them where the part uses others. */
export type UnitConflict =
  | {
      readonly kind: "unit";
      readonly unit: RowId;
      readonly why: "moved-here" | "held-here" | "gone-here" | "territory-gone";
    }
  | { readonly kind: "units"; readonly why: "other-units" | "units-unknown" };

/** The units that were given to other territories in a part since it was cut out. */
export interface UnitsMerge {
  readonly changes: readonly UnitChange[];
  /** Slot in the plan of the units that change, by unit row. */
  readonly moved: ReadonlyMap<number, number>;
  readonly conflicts: readonly UnitConflict[];
}

/** Two alignments of one layer: in the plan and in its part. */
export interface PartSides {
  readonly plan: Plan;
  readonly part: Plan;
  readonly path: AlignmentPath;
  readonly here: Alignment;
  readonly there: Alignment;
  readonly record: CutOut;
}

/** Units are told apart as accounts are: by the state the part was cut with. `slotOf` has the slots of the plan by territory id. */
export function mergeUnits(sides: PartSides, slotOf: ReadonlyMap<string, number>): UnitsMerge {
  const { plan, part, path, here, there, record } = sides;
  const nothing = { changes: [], moved: new Map<number, number>() };
  const aligned = isAlignedByUnits(part, there);
  if (chosenUnitSet(plan)?.id !== chosenUnitSet(part)?.id)
    return { ...nothing, conflicts: aligned ? [{ kind: "units", why: "other-units" }] : [] };
  // parts of earlier versions do not know whose their units were
  if (!record.base.units)
    return { ...nothing, conflicts: aligned ? [{ kind: "units", why: "units-unknown" }] : [] };
  const baseOf = new Map<RowId, string>();
  for (const [i, { id }] of record.base.territories.entries())
    for (const unit of record.base.units[i] ?? []) baseOf.set(unit, id);
  const rows = rowById(plan.tables.units);
  const conflicts: UnitConflict[] = [];
  const moved = new Map<number, number>();
  for (const [at, unit] of part.tables.units.ids.entries()) {
    const start = baseOf.get(unit) ?? null;
    const now = idAt(there, at);
    if (now === start || !isLive(part.tables.units, at)) continue;
    const conflict = (why: Extract<UnitConflict, { kind: "unit" }>["why"]) =>
      conflicts.push({ kind: "unit", unit, why });
    const row = rows.get(unit);
    if (row === undefined || !isLive(plan.tables.units, row)) {
      conflict("gone-here");
      continue;
    }
    const current = idAt(here, row);
    if (current === now) continue;
    const slot = now === null ? UNASSIGNED : slotOf.get(now);
    // what was nobody's in the part may be somebody's outside of it
    if (current !== start) conflict(start === null ? "held-here" : "moved-here");
    else if (slot === undefined) conflict("territory-gone");
    else moved.set(row, slot);
  }
  if (moved.size === 0) return { ...nothing, conflicts };
  const change: UnitChange = {
    kind: "units",
    path,
    units: Uint32Array.from(moved.keys()),
    from: Uint16Array.from(moved.keys(), (row) => here.territoryOfUnit[row] ?? UNASSIGNED),
    to: Uint16Array.from(moved.values()),
  };
  return { changes: [change], moved, conflicts };
}

function idAt({ territoryOfUnit, territories }: Alignment, row: number): string | null {
  const slot = territoryOfUnit[row] ?? UNASSIGNED;
  return slot === UNASSIGNED ? null : (territories[slot]?.id ?? null);
}
