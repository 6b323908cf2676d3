import { type Alignment, type TerritorySlot, UNASSIGNED } from "./alignment";
import { cellText } from "./cells";
import { planOfLayer } from "./eligibility";
import { type Remembered, remembered } from "./metrics/remembered";
import { type AlignmentPath, alignmentAt, type Plan } from "./plan";
import type { UnitSetRecord, UnitsInUse } from "./planning/unit-set";
import { columnByKey, columnByRole, isLive, type Table } from "./table";

/** Keys of the columns that every row of the table of units has. */
export const UNIT_COLUMNS = { code: "code", name: "name", set: "set" } as const;

/** Whether a column of the table of units is one that every set brings: accounts and areas are found by them. */
export function isUnitColumn(key: string): boolean {
  return Object.values<string>(UNIT_COLUMNS).includes(key);
}

/** More exceptions than this part of the accounts, and the units no longer say where the territories are. */
export const MANY_EXCEPTIONS = 0.1;

const sets: Remembered<UnitsInUse, UnitSetRecord> = new WeakMap();

/** The set whose units the plan uses, the same object while it is the same set; null where it uses none. */
export function chosenUnitSet({ planning }: Pick<Plan, "planning">): UnitSetRecord | null {
  const [use] = planning.units;
  if (!use) return null;
  const areas = planning.unitSets.find(({ id }) => id === use.set.id)?.areas ?? null;
  return remembered(sets, use, [areas], () => ({ ...use.set, areas }));
}

const memory: Remembered<object, Int32Array> = new WeakMap();
const nowhere: Remembered<object, Int32Array> = new WeakMap();

/** Row of each account's unit in the table of units, -1 where it is in none, by the column with the role unit. Shared: do not write to it. */
export function unitOfAccount({ tables }: Pick<Plan, "tables">): Int32Array {
  const { accounts, units } = tables;
  const column = columnByRole(accounts, "unit");
  if (column?.kind !== "text") {
    return remembered(nowhere, accounts.ids, [], () => new Int32Array(accounts.count).fill(-1));
  }
  const names = columnByKey(units, UNIT_COLUMNS.name);
  return remembered(memory, column.codes, [units.ids, units.deleted, names], () => {
    const rows = rowsByName(units);
    const { codes, dictionary } = column;
    // By code, -2 where it has not been looked up: a dictionary holds more texts than are in use.
    const rowOfCode = new Int32Array(dictionary.size).fill(-2);
    rowOfCode[0] = -1;
    const unitOf = new Int32Array(codes.length);
    for (let account = 0; account < codes.length; account++) {
      const code = codes[account]!;
      if (rowOfCode[code] === -2) rowOfCode[code] = rows.get(dictionary.text(code)) ?? -1;
      unitOf[account] = rowOfCode[code]!;
    }
    return unitOf;
  });
}

/** Rows of the chosen set's units by name. */
export function rowsByName(units: Table): Map<string, number> {
  const names = columnByKey(units, UNIT_COLUMNS.name);
  const rows = new Map<string, number>();
  for (let row = 0; row < units.count; row++) if (isLive(units, row)) rows.set(cellText(names, row), row);
  return rows;
}

/** Whether any unit has a territory: then accounts are expected where their unit is. */
export function isAlignedByUnits({ tables: { units } }: Plan, { territoryOfUnit }: Alignment): boolean {
  return territoryOfUnit.some((slot, unit) => slot !== UNASSIGNED && isLive(units, unit));
}

/** The accounts of an alignment that are in another territory than their unit. */
export interface UnitExceptions {
  /** 1 where the account is an exception, by account row; an account without a unit or without a territory is none. */
  readonly flags: Uint8Array;
  readonly count: number;
  /** Accounts that lie in a unit and count in the layer. */
  readonly placed: number;
  /** Exceptions by the territory that has them, by slot. */
  readonly inTerritory: Uint32Array;
  /** Exceptions by the territory that has their unit, by slot. */
  readonly fromTerritory: Uint32Array;
  /** Whether there are so many that the units mislead: more than a tenth. */
  readonly many: boolean;
}

/** Who is an exception to its unit; nobody where the alignment is not aligned by units. */
export function exceptionsOf(plan: Plan, path: AlignmentPath): UnitExceptions {
  const alignment = alignmentAt(plan, path);
  const { accounts } = planOfLayer(plan, path.layer).tables;
  const flags = new Uint8Array(accounts.count);
  const inTerritory = new Uint32Array(alignment.territories.length);
  const fromTerritory = new Uint32Array(alignment.territories.length);
  let [count, placed] = [0, 0];
  if (isAlignedByUnits(plan, alignment)) {
    const unitOf = unitOfAccount(plan);
    for (let account = 0; account < accounts.count; account++) {
      const unit = unitOf[account]!;
      if (unit < 0 || !isLive(accounts, account)) continue;
      placed++;
      const here = alignment.territoryOf[account]!;
      const expected = alignment.territoryOfUnit[unit] ?? UNASSIGNED;
      // nobody's account is a gap, not an exception
      if (here === expected || here === UNASSIGNED) continue;
      flags[account] = 1;
      count++;
      inTerritory[here]!++;
      fromTerritory[expected]!++;
    }
  }
  return { flags, count, placed, inTerritory, fromTerritory, many: count > MANY_EXCEPTIONS * placed };
}

/** The territory of an account's unit where the account is an exception to it (Unassigned where nobody has the unit), else null. */
export function exceptionAt(plan: Plan, alignment: Alignment, account: number): TerritorySlot | null {
  const unit = unitOfAccount(plan)[account] ?? -1;
  const here = alignment.territoryOf[account] ?? UNASSIGNED;
  const expected = alignment.territoryOfUnit[unit] ?? UNASSIGNED;
  const isException = unit >= 0 && here !== UNASSIGNED && here !== expected;
  return isException && isAlignedByUnits(plan, alignment) ? expected : null;
}

/** Live accounts of each unit, by unit row. */
export function accountsPerUnit(plan: Plan): Uint32Array {
  const { accounts, units } = plan.tables;
  const counts = new Uint32Array(units.count);
  const unitOf = unitOfAccount(plan);
  for (let account = 0; account < accounts.count; account++) {
    const unit = unitOf[account]!;
    if (unit >= 0 && isLive(accounts, account)) counts[unit]!++;
  }
  return counts;
}
