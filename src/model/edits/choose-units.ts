import { cellText } from "../cells";
import { makeRowIds, type Random } from "../ids";
import type { Change, Patch } from "../patch";
import type { Plan } from "../plan";
import type { UnitSetRecord, UnitsInUse } from "../planning/unit-set";
import { type CellValue, columnByKey, columnByRole, isLive, rowById, type TextColumn } from "../table";
import { TextDictionary } from "../text-dictionary";
import { UNIT_COLUMNS } from "../units";

/** The units of a set: codes and names, each unique, in parallel. */
export interface NamedUnits {
  readonly codes: readonly string[];
  readonly names: readonly string[];
}

/**
 * Has the plan use a set of units: its units become the live rows of the table of units, and every account learns which it lies in.
 * `unitOf` is the position of each account's unit in `units`, by account row, -1 for none. Units of a set that was used before come back with
 * their potential and territories.
 */
export function chooseUnits(
  plan: Plan,
  set: UnitSetRecord,
  units: NamedUnits,
  unitOf: ArrayLike<number>,
  random: Random,
): Patch {
  const names = Array.from(unitOf, (unit) => (unit < 0 ? null : units.names[unit]!));
  return {
    label: `Choose ${set.name} as units`,
    cause: { kind: "action", action: "choose-units" },
    changes: [
      ...recordChanges(plan, set),
      ...rowChanges(plan, set.id, units, random),
      accountColumn(plan, set.unit, names),
    ],
  };
}

/** Stops using units: their rows and the accounts' column go, the territories stay. Empty where the plan uses none. */
export function removeUnits(plan: Plan): Patch {
  const { accounts, units } = plan.tables;
  const changes: Change[] = [...recordChanges(plan, null)];
  const live = rowsOf(units.count, (row) => isLive(units, row));
  if (live.length > 0) changes.push({ kind: "rows-deleted", table: "units", rows: live, deleted: true });
  const column = columnByRole(accounts, "unit");
  if (column) {
    const at = accounts.columns.indexOf(column);
    changes.push({ kind: "column", table: "accounts", at, from: column, to: null });
  }
  return { label: "Remove units", cause: { kind: "action", action: "remove-units" }, changes };
}

/** Forgets areas of the planner's own. Empty where they are in use. */
export function deleteAreas(plan: Plan, id: string): Patch {
  const at = plan.planning.unitSets.findIndex((set) => set.id === id);
  const from = plan.planning.unitSets[at];
  const cause = { kind: "action", action: "delete-areas" } as const;
  if (!from || plan.planning.units[0]?.set.id === id) return { label: "Delete areas", cause, changes: [] };
  return {
    label: `Delete areas ${from.name}`,
    cause,
    changes: [{ kind: "planning", collection: "unitSets", id, at, from, to: null }],
  };
}

/** Notes in which unit accounts lie, by name (null = in none). The three arrays of the patch run in the order of `accounts`; empty where nothing changes. */
export function noteUnits(plan: Plan, accounts: ArrayLike<number>, names: readonly (string | null)[]): Patch {
  const label = "Note units of accounts";
  const cause = { kind: "action", action: "note-units" } as const;
  const column = columnByRole(plan.tables.accounts, "unit");
  if (!column) return { label, cause, changes: [] };
  const changed = Array.from(accounts, (row, i) => ({ row, to: names[i]! })).filter(
    ({ row, to }) => cellText(column, row) !== (to ?? ""),
  );
  if (changed.length === 0) return { label, cause, changes: [] };
  const change: Change = {
    kind: "cells",
    table: "accounts",
    column: column.key,
    rows: Uint32Array.from(changed, ({ row }) => row),
    from: changed.map(({ row }) => cellText(column, row) || null),
    to: changed.map(({ to }) => to),
    fromSources: null,
    toSources: null,
  };
  return { label, cause, changes: [change] };
}

/** The set comes into use (null: none is); own areas are noted where the plan does not hold them yet, and stay when others are chosen. */
function recordChanges({ planning }: Plan, set: UnitSetRecord | null): Change[] {
  const { unitSets, units } = planning;
  const changes: Change[] = [];
  const known = unitSets.findIndex(({ id }) => id === set?.id);
  if (set && set.areas !== null && unitSets[known]?.areas !== set.areas) {
    const at = known < 0 ? unitSets.length : known;
    const from = unitSets[known] ?? null;
    changes.push({ kind: "planning", collection: "unitSets", id: set.id, at, from, to: set });
  }
  const from = units[0] ?? null;
  const to = set && ({ id: "", set: factsOf(set) } as const);
  if (from || to) changes.push({ kind: "planning", collection: "units", id: "", at: 0, from, to });
  return changes;
}

function factsOf({ areas: _areas, ...facts }: UnitSetRecord): UnitsInUse["set"] {
  return facts;
}

function rowChanges({ tables }: Plan, set: string, { codes, names }: NamedUnits, random: Random): Change[] {
  const { units } = tables;
  const changes: Change[] = [];
  const [codeColumn, nameColumn, setColumn] = Object.values(UNIT_COLUMNS).map((key) =>
    columnByKey(units, key),
  );
  const known = new Map<string, number>();
  for (let row = 0; row < units.count; row++) {
    if (cellText(setColumn, row) === set) known.set(cellText(codeColumn, row), row);
  }
  const kept = new Set(codes.map((code) => known.get(code) ?? -1));
  const gone = rowsOf(units.count, (row) => isLive(units, row) && !kept.has(row));
  const back = rowsOf(units.count, (row) => !isLive(units, row) && kept.has(row));
  if (gone.length > 0) changes.push({ kind: "rows-deleted", table: "units", rows: gone, deleted: true });
  if (back.length > 0) changes.push({ kind: "rows-deleted", table: "units", rows: back, deleted: false });
  const columns = [
    { key: UNIT_COLUMNS.code, header: "Code", role: "key" },
    { key: UNIT_COLUMNS.name, header: "Name", role: "name" },
    { key: UNIT_COLUMNS.set, header: "Set", role: null },
  ] as const;
  columns.forEach(({ key, header, role }, at) => {
    if (columnByKey(units, key)) return;
    const to = textColumn(key, header, role, new Uint32Array(units.count), new TextDictionary());
    changes.push({ kind: "column", table: "units", at, from: null, to });
  });
  changes.push(...renamed(nameColumn as TextColumn | undefined, codes, names, known));
  const added = codes.flatMap((code, i) => (known.has(code) ? [] : [i]));
  if (added.length > 0) {
    const cells = (column: string, values: readonly CellValue[]) => ({ column, values });
    changes.push({
      kind: "rows-added",
      table: "units",
      at: units.count,
      ids: [...makeRowIds(added.length, random, rowById(units))],
      cells: [
        cells(
          UNIT_COLUMNS.code,
          added.map((i) => codes[i]!),
        ),
        cells(
          UNIT_COLUMNS.name,
          added.map((i) => names[i]!),
        ),
        cells(
          UNIT_COLUMNS.set,
          added.map(() => set),
        ),
      ],
    });
  }
  return changes;
}

/** Own areas that were read again may be called otherwise now. */
function renamed(
  column: TextColumn | undefined,
  codes: readonly string[],
  names: readonly string[],
  known: ReadonlyMap<string, number>,
): Change[] {
  const changed = codes.flatMap((code, i) => {
    const row = known.get(code);
    return row !== undefined && cellText(column, row) !== names[i] ? [{ row, to: names[i]! }] : [];
  });
  if (!column || changed.length === 0) return [];
  return [
    {
      kind: "cells",
      table: "units",
      column: column.key,
      rows: Uint32Array.from(changed, ({ row }) => row),
      from: changed.map(({ row }) => cellText(column, row) || null),
      to: changed.map(({ to }) => to),
      fromSources: null,
      toSources: null,
    },
  ];
}

/** The accounts' column as a whole: it changes for nearly all of them. */
function accountColumn(
  { tables: { accounts } }: Plan,
  header: string,
  names: readonly (string | null)[],
): Change {
  const from = columnByRole(accounts, "unit") ?? null;
  const dictionary = new TextDictionary();
  const codes = Uint32Array.from(names, (name) => dictionary.code(name ?? ""));
  const key = from?.key ?? freeKey(new Set(accounts.columns.map((column) => column.key)));
  const at = from ? accounts.columns.indexOf(from) : accounts.columns.length;
  return {
    kind: "column",
    table: "accounts",
    at,
    from,
    to: textColumn(key, header, "unit", codes, dictionary),
  };
}

function textColumn(
  key: string,
  header: string,
  role: TextColumn["role"],
  codes: Uint32Array,
  dictionary: TextDictionary,
): TextColumn {
  return {
    kind: "text",
    type: "text",
    key,
    header,
    role,
    origin: "planner",
    source: null,
    codes,
    dictionary,
  };
}

function freeKey(taken: ReadonlySet<string>): string {
  let number = 1;
  while (taken.has(`unit-${number}`)) number++;
  return `unit-${number}`;
}

function rowsOf(count: number, holds: (row: number) => boolean): Uint32Array {
  const rows: number[] = [];
  for (let row = 0; row < count; row++) if (holds(row)) rows.push(row);
  return Uint32Array.from(rows);
}
