import * as v from "valibot";
import {
  type Alignment,
  ASSIGNMENT_ORIGINS,
  type Lock,
  lockedFlags,
  type Territory,
  type TerritoryGroup,
} from "../../model/alignment";
import { unescapeFormula } from "../../model/formula-escape";
import { formatRowId, parseRowId } from "../../model/ids";
import type { Plan } from "../../model/plan";
import { rowById, type Table } from "../../model/table";
import { canonicalJson, parseJson } from "./canonical-json";
import { csvCell, readCsv, writeCsv } from "./csv-member";
import { parseFields } from "./envelope";
import { damaged } from "./refusal";

type Tables = Plan["tables"];

export const territoryFields = v.looseObject({
  id: v.pipe(v.string(), v.minLength(1)),
  name: v.string(),
  color: v.pipe(v.string(), v.regex(/^#[0-9a-fA-F]{6}$/)),
  group: v.nullable(v.string()),
  coverage: v.array(v.looseObject({ rep: v.string(), role: v.string() })),
  share: v.pipe(v.number(), v.finite()),
  segments: v.optional(v.array(v.string())),
});

export const groupFields = v.looseObject({
  id: v.pipe(v.string(), v.minLength(1)),
  name: v.string(),
  parent: v.nullable(v.string()),
});

export const lockFields = v.looseObject({ reason: v.string(), until: v.nullable(v.number()) });

const alignmentFields = v.object({
  /** By slot; null where the territory was deleted. */
  territories: v.pipe(v.array(v.nullable(territoryFields)), v.minLength(1), v.maxLength(65_536)),
  groups: v.array(groupFields),
  locks: v.array(v.looseObject({ account: v.string(), ...lockFields.entries })),
  accounts: v.pipe(v.number(), v.integer(), v.minValue(0)),
  units: v.pipe(v.number(), v.integer(), v.minValue(0)),
});

type TerritoryFields = v.InferOutput<typeof territoryFields>;

/** The two members an alignment takes: the tree and the locks as JSON, the assignments as CSV. */
export interface AlignmentMembers {
  readonly json: Uint8Array<ArrayBuffer>;
  readonly csv: Uint8Array<ArrayBuffer>;
}

/** Writes an alignment over the plan's accounts and units. */
export function writeAlignment(alignment: Alignment, { accounts, units }: Tables): AlignmentMembers {
  const accountCount = alignment.territoryOf.length;
  const unitCount = alignment.territoryOfUnit.length;
  const json = canonicalJson({
    territories: alignment.territories.map((territory) => territory && territoryToFields(territory)),
    groups: alignment.groups,
    locks: [...alignment.locks]
      .sort(([a], [b]) => a - b)
      .map(([account, lock]) => ({ ...lock, account: formatRowId(accounts.ids[account]!) })),
    accounts: accountCount,
    units: unitCount,
  });
  const territoryCells = alignment.territories.map((territory, slot) => csvCell(cellOf(territory, slot)));
  const header = ["Row", "Evenfield id", "Territory", "Origin"];
  const isAccount = (index: number): boolean => index < accountCount;
  const csv = writeCsv(header, accountCount + unitCount, [
    (index) => (isAccount(index) ? "account" : "unit"),
    (index) => formatRowId(isAccount(index) ? accounts.ids[index]! : units.ids[index - accountCount]!),
    (index) =>
      territoryCells[
        isAccount(index) ? alignment.territoryOf[index]! : alignment.territoryOfUnit[index - accountCount]!
      ]!,
    (index) => (isAccount(index) ? ASSIGNMENT_ORIGINS[alignment.originOf[index]!]! : ""),
  ]);
  return { json, csv };
}

/** Reads an alignment back. Throws a refusal where it names what is not there, or its groups run in a circle. */
export function readAlignment({ json, csv }: AlignmentMembers, name: string, tables: Tables): Alignment {
  const fields = parseFields(alignmentFields, parseJson(json, `${name}.json`), `${name}.json`);
  const member = `${name}.csv`;
  if (fields.accounts > tables.accounts.count || fields.units > tables.units.count) {
    throw damaged(`"${name}.json" counts more accounts or units than there are`);
  }
  checkTree(fields.territories, fields.groups, name);
  const slotOf = new Map<string, number>();
  for (const [slot, territory] of fields.territories.entries()) {
    const cell = cellOf(territory, slot);
    if (slotOf.has(cell)) throw damaged(`"${name}.json" has "${cell}" twice`);
    slotOf.set(cell, slot);
  }
  const territoryOf = new Uint16Array(fields.accounts);
  const originOf = new Uint8Array(fields.accounts);
  const territoryOfUnit = new Uint16Array(fields.units);
  const rows = readCsv(csv, member, 4, (index, column, cell) => {
    const account = index < fields.accounts;
    const row = account ? index : index - fields.accounts;
    if (column === 0) {
      if (cell !== (account ? "account" : "unit"))
        throw damaged(`row ${index + 1} of "${member}" is no ${cell}`);
    } else if (column === 1) {
      checkId(account ? tables.accounts : tables.units, row, cell, `row ${index + 1} of "${member}"`);
    } else if (column === 2) {
      const slot = slotOf.get(unescapeFormula(cell));
      if (slot === undefined) throw damaged(`row ${index + 1} of "${member}" names the territory "${cell}"`);
      (account ? territoryOf : territoryOfUnit)[row] = slot;
    } else if (account) {
      const origin = (ASSIGNMENT_ORIGINS as readonly string[]).indexOf(cell);
      if (origin < 0) throw damaged(`row ${index + 1} of "${member}" has the origin "${cell}"`);
      originOf[row] = origin;
    }
  });
  if (rows !== fields.accounts + fields.units) throw damaged(`"${member}" has ${rows} rows`);
  const accountRows = rowById(tables.accounts);
  const locks = new Map<number, Lock>();
  for (const { account, ...lock } of fields.locks) {
    const row = accountRows.get(parseRowId(account) ?? -1);
    if (row === undefined || row >= fields.accounts)
      throw damaged(`"${name}.json" locks no account "${account}"`);
    locks.set(row, lock);
  }
  return {
    territories: fields.territories.map(
      (territory) => territory && territoryOfFields(territory, `${name}.json`),
    ),
    groups: fields.groups,
    territoryOf,
    originOf,
    locks,
    locked: lockedFlags(locks, fields.accounts),
    territoryOfUnit,
  };
}

/** A deleted territory has no id any more, but undo may bring it back, and then what it held is to be in it. */
function cellOf(territory: { readonly id: string } | null, slot: number): string {
  return territory ? territory.id : `(deleted ${slot})`;
}

/** A territory with the ids of its reps as text. */
export function territoryToFields(territory: Territory): TerritoryFields {
  const coverage = territory.coverage.map((entry) => ({ ...entry, rep: formatRowId(entry.rep) }));
  const { segments, ...rest } = territory;
  return { ...rest, coverage, ...(segments ? { segments: [...segments] } : {}) };
}

export function territoryOfFields(fields: TerritoryFields, member: string): Territory {
  const coverage = fields.coverage.map((entry) => {
    const rep = parseRowId(entry.rep);
    if (rep === null) throw damaged(`"${member}" has the rep "${entry.rep}"`);
    return { ...entry, rep };
  });
  return { ...fields, coverage };
}

function checkId(table: Table, row: number, cell: string, place: string): void {
  if (row >= table.count || parseRowId(cell) !== table.ids[row]) {
    throw damaged(`${place} stands for "${cell}", which is not the row in its place`);
  }
}

/** Every named group must be there, and going up must end. */
function checkTree(
  territories: readonly (TerritoryFields | null)[],
  groups: readonly TerritoryGroup[],
  name: string,
): void {
  const parentOf = new Map(groups.map((group) => [group.id, group.parent]));
  if (parentOf.size !== groups.length) throw damaged(`"${name}.json" has a group twice`);
  const check = (group: string | null, owner: string): void => {
    if (group !== null && !parentOf.has(group)) {
      throw damaged(`"${name}.json" puts "${owner}" into the group "${group}", which is not there`);
    }
  };
  for (const territory of territories) if (territory) check(territory.group, territory.name);
  for (const group of groups) check(group.parent, group.name);
  const ended = new Set<string>();
  for (const { id, name: groupName } of groups) {
    const path = new Set<string>();
    for (let at: string | null = id; at !== null && !ended.has(at); at = parentOf.get(at) ?? null) {
      if (path.has(at)) throw damaged(`in "${name}.json" the group "${groupName}" lies within itself`);
      path.add(at);
    }
    for (const group of path) ended.add(group);
  }
}
