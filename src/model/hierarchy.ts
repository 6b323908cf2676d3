import type { Alignment, TerritoryGroup, TerritorySlot } from "./alignment";
import type { Plan } from "./plan";
import { DEFAULT_LEVELS } from "./planning/levels";

/** A rung with what is directly in it, in the order of the alignment. */
export interface HierarchyNode {
  readonly group: TerritoryGroup;
  /** 0 at the top. */
  readonly depth: number;
  readonly children: readonly HierarchyNode[];
  readonly slots: readonly TerritorySlot[];
}

/** The territories of an alignment under their groups. */
export interface Hierarchy {
  readonly roots: readonly HierarchyNode[];
  /** Territories in no group. */
  readonly slots: readonly TerritorySlot[];
}

/** The tree of an alignment. A group whose parent is gone stands at the top; one that lies within itself, as a merge may leave it, too. */
export function hierarchy({ groups, territories }: Pick<Alignment, "groups" | "territories">): Hierarchy {
  const known = new Set(groups.map(({ id }) => id));
  const slotsIn = new Map<string | null, TerritorySlot[]>([[null, []]]);
  for (const [slot, territory] of territories.entries()) {
    if (slot === 0 || !territory) continue;
    push(slotsIn, territory.group !== null && known.has(territory.group) ? territory.group : null, slot);
  }
  const childrenOf = new Map<string | null, TerritoryGroup[]>();
  for (const group of groups) {
    const isRoot =
      group.parent === null || !known.has(group.parent) || groupsWithin(groups, group.id).has(group.parent);
    push(childrenOf, isRoot ? null : group.parent, group);
  }
  const node = (group: TerritoryGroup, depth: number): HierarchyNode => ({
    group,
    depth,
    children: (childrenOf.get(group.id) ?? []).map((child) => node(child, depth + 1)),
    slots: slotsIn.get(group.id) ?? [],
  });
  return { roots: (childrenOf.get(null) ?? []).map((root) => node(root, 0)), slots: slotsIn.get(null)! };
}

/** The group and all groups below it, by id. */
export function groupsWithin(groups: readonly TerritoryGroup[], id: string): ReadonlySet<string> {
  const childrenOf = new Map<string | null, string[]>();
  for (const group of groups) push(childrenOf, group.parent, group.id);
  const within = new Set([id]);
  for (const group of within) for (const child of childrenOf.get(group) ?? []) within.add(child);
  return within;
}

/** Slots of the territories in a group or below it, in slot order. */
export function slotsWithin({ groups, territories }: Alignment, id: string): TerritorySlot[] {
  const within = groupsWithin(groups, id);
  return [...territories.keys()].filter((slot) => slot > 0 && within.has(territories[slot]?.group ?? ""));
}

/** A group and those above it, the highest first; empty where there is no such group. */
export function groupPath(groups: readonly TerritoryGroup[], id: string | null): TerritoryGroup[] {
  const byId = new Map(groups.map((group) => [group.id, group]));
  const path = new Set<TerritoryGroup>();
  for (let at = byId.get(id ?? ""); at && !path.has(at); at = byId.get(at.parent ?? "")) path.add(at);
  return [...path].reverse();
}

/** What the rungs are called, the highest first and the territories last. */
export function levelNames({ planning }: Pick<Plan, "planning">): readonly string[] {
  return planning.levels[0]?.names ?? DEFAULT_LEVELS;
}

/** What a group at a depth (0 = top) is called: "Region", "Area", and where the names run out "Area 3", counting from the top. */
export function levelName(plan: Pick<Plan, "planning">, depth: number): string {
  const rungs = levelNames(plan).slice(0, -1);
  return rungs[depth] ?? `${rungs.at(-1) ?? "Group"} ${depth + 1}`;
}

function push<Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
