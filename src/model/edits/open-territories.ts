import { type Territory, territorySlots } from "../alignment";
import type { RowId } from "../ids";
import { territoryColor } from "../palette";
import type { Change, Patch } from "../patch";
import { type AlignmentPath, alignmentAt, type Plan } from "../plan";
import { MAX_SLOTS } from "./territory-edits";

/** Empty territories to be made. */
export interface OpenTerritories {
  /** One for each territory; also says how many. */
  readonly ids: readonly string[];
  /** The name of a single one; several are numbered from 1. */
  readonly name: string;
  /** Who owns them, or null. */
  readonly rep: RowId | null;
  /** A region to be made above them, or null. */
  readonly region: { readonly id: string; readonly name: string } | null;
}

/** Makes empty territories for a new rep or a new region; the optimizer or the planner fills them. */
export function openTerritories(plan: Plan, path: AlignmentPath, wanted: OpenTerritories): Patch {
  const alignment = alignmentAt(plan, path);
  const first = alignment.territories.length;
  if (first + wanted.ids.length - 1 > MAX_SLOTS)
    throw new Error(`Expected at most ${MAX_SLOTS} territories, got ${first + wanted.ids.length - 1}.`);
  const taken = new Set(territorySlots(alignment).map((slot) => alignment.territories[slot]!.name));
  const changes: Change[] = [];
  const { region } = wanted;
  if (region)
    changes.push({ kind: "group", path, id: region.id, from: null, to: { ...region, parent: null } });
  for (const [i, id] of wanted.ids.entries()) {
    const name = freeName(wanted.ids.length === 1 ? wanted.name : `${wanted.name} ${i + 1}`, taken);
    taken.add(name);
    const territory: Territory = {
      id,
      name,
      color: territoryColor(first + i),
      group: region?.id ?? null,
      coverage: wanted.rep === null ? [] : [{ rep: wanted.rep, role: "primary" }],
      share: 1,
    };
    changes.push({ kind: "territory", path, slot: first + i, from: null, to: territory });
  }
  const what = wanted.ids.length === 1 ? "territory" : `${wanted.ids.length} territories`;
  return {
    label: `Create ${what} ${wanted.name}`,
    cause: { kind: "action", action: "open-territories" },
    changes,
  };
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  let number = 2;
  while (taken.has(`${name} (${number})`)) number++;
  return `${name} (${number})`;
}
