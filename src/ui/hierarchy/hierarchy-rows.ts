import type { Territory, TerritoryGroup } from "../../model/alignment";
import { type HierarchyNode, hierarchy } from "../../model/hierarchy";

/** A row of the list of territories: the id of a group behind "group:", or the slot of a territory. */
export type HierarchyRow = string | number;

const PREFIX = "group:";

/** The tree as rows, depth first, groups by name before the territories beside them; nothing below a folded group. */
export function hierarchyRows(
  alignment: {
    readonly groups: readonly TerritoryGroup[];
    readonly territories: readonly (Territory | null)[];
  },
  folded: ReadonlySet<string>,
  compare: (a: string, b: string) => number,
  sorted: (slots: readonly number[]) => readonly number[],
): { readonly rows: readonly HierarchyRow[]; readonly depthOf: ReadonlyMap<HierarchyRow, number> } {
  const rows: HierarchyRow[] = [];
  const depthOf = new Map<HierarchyRow, number>();
  const add = (row: HierarchyRow, depth: number) => {
    rows.push(row);
    depthOf.set(row, depth);
  };
  const addSlots = (slots: readonly number[], depth: number) => {
    for (const slot of sorted(slots)) add(slot, depth);
  };
  const byName = (nodes: readonly HierarchyNode[]) =>
    nodes.toSorted((a, b) => compare(a.group.name, b.group.name));
  const visit = (node: HierarchyNode) => {
    add(PREFIX + node.group.id, node.depth);
    if (folded.has(node.group.id)) return;
    for (const child of byName(node.children)) visit(child);
    addSlots(node.slots, node.depth + 1);
  };
  const tree = hierarchy(alignment);
  for (const root of byName(tree.roots)) visit(root);
  addSlots(tree.slots, 0);
  return { rows, depthOf };
}

/** The group that a row stands for, or null for a territory. */
export function groupOfRow(row: HierarchyRow): string | null {
  return typeof row === "string" ? row.slice(PREFIX.length) : null;
}
