import { colorsByNeighbors } from "../color-by-neighbors";
import type { Change, Patch } from "../patch";
import { type AlignmentPath, alignmentAt, type Plan } from "../plan";

/** Colors territories so that neighbors differ; each pair of `neighbors` is named once, by slot. Colors chosen by hand stay. */
export function colorTerritories(
  plan: Plan,
  path: AlignmentPath,
  neighbors: readonly { readonly a: number; readonly b: number }[],
): Patch {
  const { territories } = alignmentAt(plan, path);
  const colors = colorsByNeighbors(
    territories.map((territory) => territory?.color ?? null),
    neighbors,
  );
  const changes: Change[] = [];
  for (const [slot, from] of territories.entries()) {
    const color = colors[slot];
    if (slot === 0 || !from || !color || color === from.color) continue;
    changes.push({ kind: "territory", path, slot, from, to: { ...from, color } });
  }
  return {
    label: "Color territories by neighbors",
    cause: { kind: "action", action: "color-territories" },
    changes,
  };
}
