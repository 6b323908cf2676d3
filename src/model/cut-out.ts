import { accountLookup } from "./account-lookup";
import type { Alignment, TerritorySlot } from "./alignment";
import { cellText } from "./cells";
import { accountOfDeals } from "./hand-overs";
import { groupsWithin, slotsWithin } from "./hierarchy";
import type { RowId } from "./ids";
import { pickRows } from "./pick-rows";
import { withPins } from "./pins";
import { type AlignmentPath, alignmentAt, type Plan, scenarioById } from "./plan";
import type { CutOut, CutOutBase } from "./planning/cut-out";
import { columnByRole, isLive, type Table } from "./table";

/**
 * A manager's part of a plan, as a plan of its own with the id `id`: one group with the territories in it, their accounts, those accounts'
 * deals and the reps who cover them, in the scenario and layer shown. Row ids, territory ids and slots are the plan's; it knows
 * how it was cut, so that `mergePart` can tell what has changed.
 */
export function cutOut(plan: Plan, path: AlignmentPath, group: string, id: string): Plan {
  const alignment = alignmentAt(plan, path);
  const slots = new Set(slotsWithin(alignment, group));
  const { accounts } = plan.tables;
  const rows = rowsWhere(accounts, (row) => slots.has(alignment.territoryOf[row]!));
  const part = partOf(alignment, group, slots, rows);
  const layer = plan.layers.find((candidate) => candidate.id === path.layer)!;
  const scenario = scenarioById(plan, path.scenario);
  const name = alignment.groups.find((candidate) => candidate.id === group)!.name;
  const accountIds = new Set(Array.from(rows, (row) => accounts.ids[row]!));
  const tables = partTables(plan, rows, repsOf(part, slots));
  return withPins({
    ...plan,
    id,
    name: `${plan.name}: ${name}`,
    tables,
    layers: [{ ...layer, baseline: layer.baseline && inUse(onlyRows(layer.baseline, rows)) }],
    scenarios: [{ ...scenario, archived: false, alignments: { [path.layer]: part } }],
    planning: {
      ...plan.planning,
      namedAccounts: plan.planning.namedAccounts.filter(({ account }) => accountIds.has(account)),
      holdouts: plan.planning.holdouts.filter(({ deal }) => tables.deals.ids.includes(deal)),
      cutOuts: [{ id: "", plan: plan.id, ...path, group, base: baseOf(part, tables.accounts, tables.units) }],
    },
  });
}

/** How a part was when it was cut out, or null where the plan is whole. */
export function cutOutOf({ planning }: Pick<Plan, "planning">): CutOut | null {
  return planning.cutOuts[0] ?? null;
}

function partOf(
  alignment: Alignment,
  group: string,
  slots: ReadonlySet<TerritorySlot>,
  rows: Uint32Array,
): Alignment {
  const within = groupsWithin(alignment.groups, group);
  return {
    ...onlyRows(alignment, rows),
    territoryOfUnit: alignment.territoryOfUnit.map((slot) => (slots.has(slot) ? slot : 0)),
    territories: alignment.territories.map((territory, slot) =>
      slot === 0 || slots.has(slot) ? territory : null,
    ),
    groups: alignment.groups
      .filter(({ id }) => within.has(id))
      .map((entry) => (entry.id === group ? { ...entry, parent: null } : entry)),
  };
}

function onlyRows(alignment: Alignment, rows: Uint32Array): Alignment {
  const locks = new Map(
    [...rows].flatMap((row, at) => {
      const lock = alignment.locks.get(row);
      return lock ? [[at, lock] as const] : [];
    }),
  );
  return {
    ...alignment,
    territoryOf: Uint16Array.from(rows, (row) => alignment.territoryOf[row] ?? 0),
    originOf: Uint8Array.from(rows, (row) => alignment.originOf[row] ?? 0),
    locks,
    locked: Uint8Array.from(rows, (row) => alignment.locked[row] ?? 0),
  };
}

/** The alignment without the territories that hold none of its accounts: whose they are does not concern the part. */
function inUse(alignment: Alignment): Alignment {
  const used = new Set(alignment.territoryOf);
  return {
    ...alignment,
    groups: [],
    territories: alignment.territories.map((territory, slot) =>
      slot === 0 || !territory ? territory : used.has(slot) ? { ...territory, group: null } : null,
    ),
    territoryOfUnit: alignment.territoryOfUnit.map((slot) => (used.has(slot) ? slot : 0)),
  };
}

function baseOf(part: Alignment, accounts: Table, units: Table): CutOutBase {
  const territories = part.territories.flatMap((territory, slot) =>
    slot > 0 && territory ? [{ territory, slot }] : [],
  );
  const accountsIn = new Map<TerritorySlot, RowId[]>(territories.map(({ slot }) => [slot, []]));
  for (const [account, slot] of part.territoryOf.entries())
    accountsIn.get(slot)!.push(accounts.ids[account]!);
  const unitsIn = new Map<TerritorySlot, RowId[]>(territories.map(({ slot }) => [slot, []]));
  for (const [unit, slot] of part.territoryOfUnit.entries()) unitsIn.get(slot)?.push(units.ids[unit]!);
  return {
    territories: territories.map(({ territory }) => territory),
    groups: part.groups,
    accounts: territories.map(({ slot }) => accountsIn.get(slot)!),
    units: territories.map(({ slot }) => unitsIn.get(slot)!),
    locks: [...part.locks].map(([account, lock]) => ({ account: accounts.ids[account]!, lock })),
  };
}

function repsOf({ territories }: Alignment, slots: ReadonlySet<TerritorySlot>): ReadonlySet<RowId> {
  return new Set([...slots].flatMap((slot) => territories[slot]!.coverage.map(({ rep }) => rep)));
}

function partTables(plan: Plan, rows: Uint32Array, reps: ReadonlySet<RowId>): Plan["tables"] {
  const { accounts, deals, leads, units } = plan.tables;
  const kept = new Set(rows);
  const accountOf = accountOfDeals(plan);
  return {
    accounts: pickRows(accounts, rows),
    leads: pickRows(leads, rowsWhere(leads, leadFilter(plan, kept))),
    deals: pickRows(
      deals,
      rowsWhere(deals, (row) => kept.has(accountOf[row]!)),
    ),
    reps: pickRows(
      plan.tables.reps,
      rowsWhere(plan.tables.reps, (row) => reps.has(plan.tables.reps.ids[row]!)),
    ),
    units,
  };
}

/** Leads go with the account they name, if any. */
function leadFilter(
  { tables: { accounts, leads } }: Plan,
  kept: ReadonlySet<number>,
): (row: number) => boolean {
  const column = columnByRole(leads, "account");
  if (!column) return () => false;
  const lookup = accountLookup(accounts);
  return (row) => kept.has(lookup(cellText(column, row)));
}

function rowsWhere(table: Table, holds: (row: number) => boolean): Uint32Array {
  const rows: number[] = [];
  for (let row = 0; row < table.count; row++) if (isLive(table, row) && holds(row)) rows.push(row);
  return Uint32Array.from(rows);
}
