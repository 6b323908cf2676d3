import { type TerritorySlot, territoryAt, UNASSIGNED } from "../alignment";
import { planOfLayer } from "../eligibility";
import { measureValues } from "../metrics/measure-values";
import type { Change, Patch, UnitChange } from "../patch";
import { type AlignmentPath, alignmentAt, type Plan } from "../plan";
import { type CellValue, isLive } from "../table";
import { exceptionsOf, unitOfAccount } from "../units";
import { countOf, moveAll } from "./assign-accounts";
import { slotNamed } from "./assign-by-name";

/**
 * Gives units to a territory. Their accounts go with them in the same patch, exceptions too; locked and named ones, and those that are not
 * eligible in the layer, stay, and so become exceptions.
 */
export function assignUnits(
  plan: Plan,
  path: AlignmentPath,
  units: ReadonlySet<number>,
  territory: TerritorySlot,
): Patch {
  const alignment = alignmentAt(plan, path);
  if (territory !== UNASSIGNED && !alignment.territories[territory])
    throw new Error(`Expected a territory in slot ${territory}, got a deleted one.`);
  return giveUnits(plan, path, new Map([...units].map((unit) => [unit, territory])));
}

/**
 * Gives each of the units (each once) to the territory whose name stands beside it, with its accounts; null is Unassigned. Deleted units and
 * those beside a name that no territory has stay where they are.
 */
export function assignUnitsByName(
  plan: Plan,
  path: AlignmentPath,
  units: readonly number[],
  names: readonly CellValue[],
): Patch {
  const { territories } = alignmentAt(plan, path);
  const slots = new Map<number, TerritorySlot>();
  for (const [i, unit] of units.entries()) {
    const name = names[i] ?? null;
    const slot = name === null ? UNASSIGNED : slotNamed(territories, String(name));
    if (slot !== undefined) slots.set(unit, slot);
  }
  return giveUnits(plan, path, slots);
}

function giveUnits(plan: Plan, path: AlignmentPath, slots: ReadonlyMap<number, TerritorySlot>): Patch {
  const given = [...slots.keys()].filter((unit) => isLive(plan.tables.units, unit));
  const slotOf = (unit: number) => slots.get(unit)!;
  const changes: Change[] = unitChange(plan, path, given, slotOf);
  const moved = followers(plan, path, new Set(given), slotOf);
  if (moved.length > 0) {
    const unitOf = unitOfAccount(plan);
    const to = Uint16Array.from(moved, (account) => slotOf(unitOf[account]!));
    changes.push(moveAll(plan, path, moved, to, "painted"));
  }
  const what = given.length === 1 ? "1 unit" : `${given.length.toLocaleString("en-US")} units`;
  const [slot = UNASSIGNED, ...others] = new Set(given.map(slotOf));
  const name = others.length > 0 ? "their territories" : territoryAt(alignmentAt(plan, path), slot).name;
  const label = slot === UNASSIGNED && others.length === 0 ? `Unassign ${what}` : `Give ${what} to ${name}`;
  return {
    label: moved.length > 0 ? `${label} with ${countOf(moved.length)}` : label,
    cause: { kind: "action", action: "assign-units" },
    changes,
  };
}

/**
 * Gives every unit to the territory that has most of its accounts (ties: most of the plan's first measure, then the lower slot). Accounts
 * stay where they are; those in other territories become exceptions. Units without an assigned account go to nobody.
 */
export function alignByUnits(plan: Plan, path: AlignmentPath): Patch {
  const majority = majorityOfUnits(plan, path);
  const live = [...majority.keys()].filter((unit) => isLive(plan.tables.units, unit));
  return {
    label: "Align by units",
    cause: { kind: "action", action: "align-by-units" },
    changes: unitChange(plan, path, live, (unit) => majority[unit]!),
  };
}

/** Puts accounts that are exceptions back where their unit is: those given, or all. Locked and named ones stay. */
export function returnExceptions(plan: Plan, path: AlignmentPath, accounts?: ReadonlySet<number>): Patch {
  const { territoryOfUnit } = alignmentAt(plan, path);
  const unitOf = unitOfAccount(plan);
  const slotOf = (unit: number) => territoryOfUnit[unit] ?? UNASSIGNED;
  const { flags } = exceptionsOf(plan, path);
  const moved = followers(plan, path, null, slotOf).filter(
    (account) => flags[account] && (!accounts || accounts.has(account)),
  );
  const to = Uint16Array.from(moved, (account) => slotOf(unitOf[account]!));
  return {
    label: `Put ${countOf(moved.length)} back into the territory of their unit`,
    cause: { kind: "action", action: "return-exceptions" },
    changes: moved.length > 0 ? [moveAll(plan, path, moved, to, "dragged")] : [],
  };
}

/** By unit row: the territory that has most of the unit's accounts; Unassigned where nobody has any. */
export function majorityOfUnits(plan: Plan, path: AlignmentPath): Uint16Array {
  const { territories, territoryOf } = alignmentAt(plan, path);
  const { accounts } = planOfLayer(plan, path.layer).tables;
  const { count } = plan.tables.units;
  const slots = territories.length;
  const unitOf = unitOfAccount(plan);
  const [measure] = plan.measures;
  const values = measure ? measureValues(accounts, measure) : new Float64Array(accounts.count);
  // sparse: a unit seldom has more than a few territories
  const held = new Map<number, { accounts: number; value: number }>();
  for (let account = 0; account < accounts.count; account++) {
    const [unit, slot] = [unitOf[account]!, territoryOf[account]!];
    if (unit < 0 || slot === UNASSIGNED || !isLive(accounts, account)) continue;
    const key = unit * slots + slot;
    const sum = held.get(key);
    if (sum) {
      sum.accounts++;
      sum.value += values[account]!;
    } else held.set(key, { accounts: 1, value: values[account]! });
  }
  const best = new Uint16Array(count);
  for (const [key, { accounts: many, value }] of held) {
    const [unit, slot] = [Math.floor(key / slots), key % slots];
    const current = held.get(unit * slots + best[unit]!);
    const wins =
      !current ||
      many > current.accounts ||
      (many === current.accounts &&
        (value > current.value || (value === current.value && slot < best[unit]!)));
    if (wins) best[unit] = slot;
  }
  return best;
}

/** Row numbers of the accounts of some units (null = all) that may move and are not where `slotOf` has their unit. */
export function followers(
  plan: Plan,
  path: AlignmentPath,
  units: ReadonlySet<number> | null,
  slotOf: (unit: number) => TerritorySlot,
): Uint32Array {
  const { locked, territoryOf } = alignmentAt(plan, path);
  const { accounts } = planOfLayer(plan, path.layer).tables;
  const unitOf = unitOfAccount(plan);
  const rows: number[] = [];
  for (let account = 0; account < accounts.count; account++) {
    const unit = unitOf[account]!;
    if (unit < 0 || locked[account] || (units && !units.has(unit)) || !isLive(accounts, account)) continue;
    if (territoryOf[account] !== slotOf(unit)) rows.push(account);
  }
  return Uint32Array.from(rows);
}

/** The change that gives units (each once) to the territories that `slotOf` says; none where all are there. */
export function unitChange(
  plan: Plan,
  path: AlignmentPath,
  units: readonly number[],
  slotOf: (unit: number) => TerritorySlot,
): UnitChange[] {
  const { territoryOfUnit } = alignmentAt(plan, path);
  const changed = units.filter((unit) => (territoryOfUnit[unit] ?? UNASSIGNED) !== slotOf(unit));
  if (changed.length === 0) return [];
  return [
    {
      kind: "units",
      path,
      units: Uint32Array.from(changed),
      from: Uint16Array.from(changed, (unit) => territoryOfUnit[unit] ?? UNASSIGNED),
      to: Uint16Array.from(changed, slotOf),
    },
  ];
}
