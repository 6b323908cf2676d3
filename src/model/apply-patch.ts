import type { Alignment } from "./alignment";
import { rowCount, withCells } from "./cells";
import type {
  AssignmentChange,
  Change,
  ColumnChange,
  GroupChange,
  LockChange,
  Patch,
  PlanningChange,
  RecordChange,
  RowsAdded,
  RowsDeleted,
  TerritoryChange,
  UnitChange,
} from "./patch";
import { withPins } from "./pins";
import { alignmentAt, type Plan, type Scenario, withAlignment } from "./plan";
import type { PlanningRecords } from "./planning/planning-records";
import { type Column, type Table, type TableName, withIds } from "./table";

/** The plan after a patch. The given plan is unchanged and shares everything the patch left alone. */
export function applyPatch(plan: Plan, patch: Patch): Plan {
  const next = patch.changes.reduce(applyChange, plan);
  return patch.changes.some((change) => touchesPins(change, next)) ? withPins(next) : next;
}

function touchesPins(change: Change, { planning }: Plan): boolean {
  switch (change.kind) {
    case "locks":
      return true;
    case "planning":
      return change.collection === "namedAccounts";
    case "record":
      return change.collection === "scenarios";
    case "territory":
    case "rows-added":
      return planning.namedAccounts.length > 0;
    default:
      return false;
  }
}

function applyChange(plan: Plan, change: Change): Plan {
  switch (change.kind) {
    case "cells":
      return withTable(plan, change.table, (table) => ({
        ...table,
        columns: table.columns.map((column) =>
          column.key === change.column ? withCells(column, change.rows, change.to, change.toSources) : column,
        ),
      }));
    case "assignment":
      return applyAssignment(plan, change);
    case "units":
      return applyUnits(plan, change);
    case "locks":
      return applyLocks(plan, change);
    case "territory":
      return applyTerritory(plan, change);
    case "group":
      return applyGroup(plan, change);
    case "record":
      return applyRecord(plan, change);
    case "planning":
      return applyPlanning(plan, change);
    case "rows-added":
      return addRows(plan, change);
    case "rows-deleted":
      return deleteRows(plan, change);
    case "column":
      return withTable(plan, change.table, (table) => ({ ...table, columns: replaceColumn(table, change) }));
    case "column-label":
      return withTable(plan, change.table, (table) => ({
        ...table,
        columns: table.columns.map((column) =>
          column.key === change.column ? { ...column, ...change.to } : column,
        ),
      }));
  }
}

function withTable(plan: Plan, name: TableName, update: (table: Table) => Table): Plan {
  return { ...plan, tables: { ...plan.tables, [name]: update(plan.tables[name]) } };
}

function applyAssignment(plan: Plan, change: AssignmentChange): Plan {
  const alignment = alignmentAt(plan, change.path);
  const territoryOf = alignment.territoryOf.slice();
  const originOf = alignment.originOf.slice();
  for (let i = 0; i < change.accounts.length; i++) {
    const account = change.accounts[i]!;
    territoryOf[account] = change.to[i]!;
    originOf[account] = change.toOrigin[i]!;
  }
  return withAlignment(plan, change.path, { ...alignment, territoryOf, originOf });
}

function applyLocks(plan: Plan, change: LockChange): Plan {
  const alignment = alignmentAt(plan, change.path);
  const locks = new Map(alignment.locks);
  for (let i = 0; i < change.accounts.length; i++) {
    const lock = change.to[i]!;
    if (lock) locks.set(change.accounts[i]!, lock);
    else locks.delete(change.accounts[i]!);
  }
  return withAlignment(plan, change.path, { ...alignment, locks });
}

function applyUnits(plan: Plan, change: UnitChange): Plan {
  const alignment = alignmentAt(plan, change.path);
  // An alignment may be older than the newest units.
  const count = Math.max(alignment.territoryOfUnit.length, plan.tables.units.count);
  const territoryOfUnit = grow(alignment.territoryOfUnit, count);
  for (let i = 0; i < change.units.length; i++) territoryOfUnit[change.units[i]!] = change.to[i]!;
  return withAlignment(plan, change.path, { ...alignment, territoryOfUnit });
}

function applyTerritory(plan: Plan, change: TerritoryChange): Plan {
  const alignment = alignmentAt(plan, change.path);
  const territories = alignment.territories.slice();
  while (territories.length <= change.slot) territories.push(null);
  territories[change.slot] = change.to;
  return withAlignment(plan, change.path, { ...alignment, territories });
}

function applyGroup(plan: Plan, change: GroupChange): Plan {
  const alignment = alignmentAt(plan, change.path);
  const others = alignment.groups.filter((group) => group.id !== change.id);
  const at = alignment.groups.findIndex((group) => group.id === change.id);
  const place = at < 0 ? (change.at ?? others.length) : at;
  const groups = change.to ? others.toSpliced(place, 0, change.to) : others;
  return withAlignment(plan, change.path, { ...alignment, groups });
}

function applyRecord(plan: Plan, change: RecordChange): Plan {
  switch (change.collection) {
    case "name":
      return { ...plan, name: change.to ?? plan.name };
    case "settings":
      return { ...plan, settings: change.to ?? plan.settings };
    case "measures":
      return { ...plan, measures: replaceRecord(plan.measures, change.key, change.at, change.to) };
    case "layers":
      return { ...plan, layers: replaceRecord(plan.layers, change.key, change.at, change.to) };
    case "scenarios":
      // An undo may bring a scenario back that is older than the newest accounts.
      return growAlignments(
        { ...plan, scenarios: replaceRecord(plan.scenarios, change.key, change.at, change.to) },
        plan.tables.accounts.count,
      );
  }
}

function applyPlanning(plan: Plan, { collection, id, at, to }: PlanningChange): Plan {
  const records = replaceRecord<{ readonly id: string }>(plan.planning[collection], id, at, to);
  const planning = { ...plan.planning, [collection]: records } as PlanningRecords;
  return { ...plan, planning };
}

function replaceRecord<Item extends { readonly id: string }>(
  items: readonly Item[],
  id: string,
  at: number,
  item: Item | null,
): readonly Item[] {
  const present = items.some((candidate) => candidate.id === id);
  if (!item) return items.filter((candidate) => candidate.id !== id);
  if (present) return items.map((candidate) => (candidate.id === id ? item : candidate));
  return items.toSpliced(at, 0, item);
}

function replaceColumn(table: Table, change: ColumnChange): readonly Column[] {
  // An undo may bring a column back that is older than the newest rows.
  const to = change.to && rowCount(change.to) < table.count ? blankColumn(change.to, table.count) : change.to;
  if (change.from && to) {
    return table.columns.map((column) => (column.key === change.from!.key ? to : column));
  }
  if (to) return table.columns.toSpliced(change.at, 0, to);
  return table.columns.filter((column) => column.key !== change.from?.key);
}

function addRows(plan: Plan, change: RowsAdded): Plan {
  const before = plan.tables[change.table];
  if (change.at !== before.count) throw new Error(`Expected rows at ${before.count}, got ${change.at}.`);
  const count = before.count + change.ids.length;
  const grown = withTable(plan, change.table, (table) => ({
    count,
    ids: withIds(table.ids, change.ids),
    deleted: table.deleted ? grow(table.deleted, count) : null,
    columns: table.columns.map((column) => growColumn(column, change)),
  }));
  if (change.table === "accounts") return growAlignments(grown, count);
  return grown;
}

function growColumn(column: Column, change: RowsAdded): Column {
  const count = change.at + change.ids.length;
  const blank = blankColumn(column, count);
  const values = change.cells.find((cells) => cells.column === column.key)?.values;
  const rows = change.ids.map((_, i) => change.at + i);
  return values ? withCells(blank, rows, values, null) : blank;
}

/** The column with room for `count` rows, the new ones blank. */
function blankColumn(column: Column, count: number): Column {
  const source = column.source && { ...column.source, codes: grow(column.source.codes, count) };
  switch (column.kind) {
    case "number": {
      const values = new Float64Array(count);
      values.set(column.values);
      values.fill(Number.NaN, column.values.length);
      return { ...column, values, source };
    }
    case "text":
      return { ...column, codes: grow(column.codes, count), source };
    case "yesno": {
      const flags = new Uint8Array(count);
      flags.set(column.flags);
      flags.fill(2, column.flags.length);
      return { ...column, flags, source };
    }
  }
}

function growAlignments(plan: Plan, count: number): Plan {
  const isShort = (scenario: Scenario): boolean =>
    Object.values(scenario.alignments).some((alignment) => alignment.territoryOf.length < count);
  if (!plan.scenarios.some(isShort)) return plan;
  return {
    ...plan,
    scenarios: plan.scenarios.map((scenario) =>
      isShort(scenario) ? grownScenario(scenario, count) : scenario,
    ),
  };
}

function grownScenario(scenario: Scenario, count: number): Scenario {
  const alignments = Object.entries(scenario.alignments).map(([layer, alignment]): [string, Alignment] => [
    layer,
    {
      ...alignment,
      territoryOf: grow(alignment.territoryOf, count),
      originOf: grow(alignment.originOf, count),
      locked: grow(alignment.locked, count),
    },
  ]);
  return { ...scenario, alignments: Object.fromEntries(alignments) };
}

function grow<Numbers extends Uint8Array | Uint16Array | Uint32Array>(
  numbers: Numbers,
  count: number,
): Numbers {
  const grown = new (numbers.constructor as new (length: number) => Numbers)(count);
  grown.set(numbers);
  return grown;
}

function deleteRows(plan: Plan, change: RowsDeleted): Plan {
  return withTable(plan, change.table, (table) => {
    const deleted = table.deleted ? table.deleted.slice() : new Uint8Array(table.count);
    for (const row of change.rows) deleted[row] = change.deleted ? 1 : 0;
    const back = change.deleted ? [] : (change.cells ?? []);
    const columns = table.columns.map((column) => {
      const values = back.find((cells) => cells.column === column.key)?.values;
      return values ? withCells(column, change.rows, values, null) : column;
    });
    return { ...table, columns, deleted: deleted.includes(1) ? deleted : null };
  });
}
