import { accountLookup, textOf } from "./account-lookup";
import type { TerritorySlot } from "./alignment";
import { planOfLayer } from "./eligibility";
import { type AlignmentPath, alignmentAt, type Plan } from "./plan";
import { type Column, columnByRole, isLive, type Table } from "./table";

/** Number in `familyOf` of an account without relatives. */
export const ALONE = -1;

const families = new WeakMap<Column, { columns: readonly unknown[]; of: Int32Array }>();
const nobody = new WeakMap<Float64Array, Int32Array>();

/**
 * The family of each account by account row: parents and subsidiaries, by the column of parents, share a number from 0; ALONE for
 * accounts without relatives and deleted ones. A parent that is no account makes those who name it siblings. Shared: do not write to it.
 */
export function familyOf({ tables: { accounts } }: Pick<Plan, "tables">): Int32Array {
  const parent = columnByRole(accounts, "parent");
  if (!parent) {
    let none = nobody.get(accounts.ids);
    if (!none) {
      none = new Int32Array(accounts.count).fill(ALONE);
      nobody.set(accounts.ids, none);
    }
    return none;
  }
  const columns = [
    accounts.ids,
    accounts.deleted,
    columnByRole(accounts, "key"),
    columnByRole(accounts, "name"),
  ];
  const before = families.get(parent);
  if (before?.columns.every((column, i) => column === columns[i])) return before.of;
  const of = findFamilies(accounts, parent);
  families.set(parent, { columns, of });
  return of;
}

function findFamilies(accounts: Table, parent: Column): Int32Array {
  const { count } = accounts;
  const above = Int32Array.from({ length: count }, (_, row) => row);
  const rootOf = (row: number): number => {
    let root = row;
    while (above[root] !== root) root = above[root]!;
    for (let at = row; above[at] !== root; ) {
      const next = above[at]!;
      above[at] = root;
      at = next;
    }
    return root;
  };
  const lookup = accountLookup(accounts);
  const siblings = new Map<string, number>();
  const relatives = new Int32Array(count);
  for (let row = 0; row < count; row++) {
    if (!isLive(accounts, row)) continue;
    const text = textOf(parent, row).trim();
    if (text === "") continue;
    let other = lookup(text);
    if (other < 0) {
      other = siblings.get(text) ?? row;
      siblings.set(text, other);
    }
    above[rootOf(row)] = rootOf(other);
  }
  for (let row = 0; row < count; row++) if (isLive(accounts, row)) relatives[rootOf(row)]!++;
  const numberOf = new Int32Array(count).fill(ALONE);
  const of = new Int32Array(count).fill(ALONE);
  let found = 0;
  for (let row = 0; row < count; row++) {
    if (!isLive(accounts, row)) continue;
    const root = rootOf(row);
    if (relatives[root]! < 2) continue;
    if (numberOf[root] === ALONE) numberOf[root] = found++;
    of[row] = numberOf[root]!;
  }
  return of;
}

/** Whether the planner wants families to stay together. */
export function keepsFamilies({ planning }: Pick<Plan, "planning">): boolean {
  return planning.families[0]?.together ?? false;
}

/** A family whose accounts are in more than one territory. */
export interface SplitFamily {
  readonly family: number;
  /** Account rows. */
  readonly accounts: readonly number[];
  /** Where they are, Unassigned included, the most accounts first. */
  readonly places: readonly { readonly slot: TerritorySlot; readonly accounts: number }[];
}

/** Families that are split over territories, the largest first. Only accounts that count in the layer are looked at. */
export function splitFamilies(plan: Plan, path: AlignmentPath): SplitFamily[] {
  const of = familyOf(plan);
  const { territoryOf } = alignmentAt(plan, path);
  const { accounts } = planOfLayer(plan, path.layer).tables;
  const membersOf = new Map<number, number[]>();
  for (let account = 0; account < of.length; account++) {
    const family = of[account]!;
    if (family === ALONE || !isLive(accounts, account)) continue;
    const members = membersOf.get(family);
    if (members) members.push(account);
    else membersOf.set(family, [account]);
  }
  const split: SplitFamily[] = [];
  for (const [family, members] of membersOf) {
    const countIn = new Map<TerritorySlot, number>();
    for (const account of members)
      countIn.set(territoryOf[account]!, (countIn.get(territoryOf[account]!) ?? 0) + 1);
    if (countIn.size < 2) continue;
    const places = [...countIn].map(([slot, count]) => ({ slot, accounts: count }));
    places.sort((a, b) => b.accounts - a.accounts || a.slot - b.slot);
    split.push({ family, accounts: members, places });
  }
  return split.sort((a, b) => b.accounts.length - a.accounts.length || a.family - b.family);
}

/** The accounts and all their relatives, each once, the given ones first. */
export function withRelatives(plan: Plan, accounts: readonly number[]): number[] {
  const of = familyOf(plan);
  const wanted = new Set(accounts.map((account) => of[account]!));
  wanted.delete(ALONE);
  const all = new Set(accounts);
  if (wanted.size > 0) for (let row = 0; row < of.length; row++) if (wanted.has(of[row]!)) all.add(row);
  return [...all];
}
