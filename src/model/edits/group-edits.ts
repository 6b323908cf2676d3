import type { TerritoryGroup, TerritorySlot } from "../alignment";
import { groupsWithin } from "../hierarchy";
import type { Change, Patch } from "../patch";
import { type AlignmentPath, alignmentAt, type Plan } from "../plan";

/** Adds a group above territories, within another or at the top of the tree. `level` is what undo calls it. */
export function createGroup(
  plan: Plan,
  path: AlignmentPath,
  id: string,
  name: string,
  parent: string | null = null,
  level = "region",
): Patch {
  const { groups } = alignmentAt(plan, path);
  if (groups.some((group) => group.id === id))
    throw new Error(`Expected a new group, got one with the id "${id}".`);
  if (parent !== null) groupOf(groups, parent);
  const change: Change = { kind: "group", path, id, at: groups.length, from: null, to: { id, name, parent } };
  return action(`Create ${level.toLowerCase()} ${name}`, "create-group", [change]);
}

/** Gives a group another name. Empty where it has it already, or where it is blank. */
export function renameGroup(plan: Plan, path: AlignmentPath, id: string, name: string): Patch {
  const { groups } = alignmentAt(plan, path);
  const from = groupOf(groups, id);
  const wanted = name.trim();
  const changes: Change[] =
    wanted === "" || wanted === from.name
      ? []
      : [{ kind: "group", path, id, at: groups.indexOf(from), from, to: { ...from, name: wanted } }];
  return action(`Rename ${from.name} to ${wanted}`, "rename-group", changes);
}

/** Puts a group with everything in it into another, or with `parent` null at the top. Empty where it is there, or would lie within itself. */
export function moveGroup(plan: Plan, path: AlignmentPath, id: string, parent: string | null): Patch {
  const { groups } = alignmentAt(plan, path);
  const from = groupOf(groups, id);
  const above = parent === null ? null : groupOf(groups, parent);
  const changes: Change[] =
    from.parent === parent || (parent !== null && groupsWithin(groups, id).has(parent))
      ? []
      : [{ kind: "group", path, id, at: groups.indexOf(from), from, to: { ...from, parent } }];
  return action(`Move ${from.name} ${above ? `into ${above.name}` : "to the top"}`, "move-group", changes);
}

/** Puts territories into a group, or with `group` null at the top. Those already there stay. */
export function moveTerritories(
  plan: Plan,
  path: AlignmentPath,
  slots: readonly TerritorySlot[],
  group: string | null,
): Patch {
  const { groups, territories } = alignmentAt(plan, path);
  const above = group === null ? null : groupOf(groups, group);
  const changes = slots.flatMap((slot): Change[] => {
    const from = territories[slot];
    if (!from || slot === 0) throw new Error(`Expected a territory in slot ${slot}, got none.`);
    return from.group === group ? [] : [{ kind: "territory", path, slot, from, to: { ...from, group } }];
  });
  const [only] = slots;
  const what =
    changes.length === 1 && only !== undefined && slots.length === 1
      ? territories[only]!.name
      : changes.length === 1
        ? "1 territory"
        : `${changes.length} territories`;
  return action(`Move ${what} ${above ? `into ${above.name}` : "to the top"}`, "move-territories", changes);
}

/** Deletes a group; the groups and territories in it go to the one above it. */
export function deleteGroup(plan: Plan, path: AlignmentPath, id: string): Patch {
  const { groups, territories } = alignmentAt(plan, path);
  const from = groupOf(groups, id);
  const changes: Change[] = [];
  for (const [at, group] of groups.entries()) {
    if (group.parent !== id) continue;
    changes.push({
      kind: "group",
      path,
      id: group.id,
      at,
      from: group,
      to: { ...group, parent: from.parent },
    });
  }
  for (const [slot, territory] of territories.entries()) {
    if (territory?.group !== id) continue;
    changes.push({
      kind: "territory",
      path,
      slot,
      from: territory,
      to: { ...territory, group: from.parent },
    });
  }
  changes.push({ kind: "group", path, id, at: groups.indexOf(from), from, to: null });
  return action(`Delete ${from.name}`, "delete-group", changes);
}

function groupOf(groups: readonly TerritoryGroup[], id: string): TerritoryGroup {
  const group = groups.find((candidate) => candidate.id === id);
  if (!group) throw new Error(`Expected a group "${id}", got none.`);
  return group;
}

function action(label: string, id: string, changes: readonly Change[]): Patch {
  return { label, cause: { kind: "action", action: id }, changes };
}
