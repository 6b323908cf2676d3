import { type Alignment, emptyAlignment } from "../alignment";
import type { Condition } from "../condition";
import type { Change, Patch } from "../patch";
import type { Layer, Plan } from "../plan";

/** What a layer is called and whom it is for. */
export interface LayerFields {
  readonly name: string;
  /** null = every account. */
  readonly eligible: Condition | null;
}

/**
 * Adds a layer to the plan and to each of its scenarios, behind the others. Its alignments hold no territory, or with `like` copies of
 * the territories of that layer and who has which account.
 */
export function createLayer(plan: Plan, id: string, fields: LayerFields, like: string | null = null): Patch {
  if (plan.layers.some((layer) => layer.id === id))
    throw new Error(`Expected a new layer, got "${id}" again.`);
  const { accounts, units } = plan.tables;
  const empty = emptyAlignment(accounts.count, units.count);
  const changes: Change[] = [
    {
      kind: "record",
      collection: "layers",
      key: id,
      at: plan.layers.length,
      from: null,
      to: layerOf(id, fields),
    },
    ...scenarioChanges(plan, (alignments) => ({ ...alignments, [id]: (like && alignments[like]) || empty })),
  ];
  return action(`Create layer ${fields.name}`, "create-layer", changes);
}

/** Gives a layer another name or other eligible accounts. Who has which account stays; those no longer eligible do not count. */
export function updateLayer(plan: Plan, id: string, fields: LayerFields): Patch {
  const at = plan.layers.findIndex((layer) => layer.id === id);
  const from = plan.layers[at];
  if (!from) throw new Error(`Expected a layer "${id}", got none.`);
  const { eligible: _, name: __, ...rest } = from;
  const to: Layer = { ...rest, ...layerFields(fields) };
  const same =
    from.name === to.name && JSON.stringify(from.eligible ?? null) === JSON.stringify(to.eligible ?? null);
  const label =
    from.name === to.name ? `Change layer ${from.name}` : `Rename layer ${from.name} to ${to.name}`;
  return action(
    label,
    "update-layer",
    same ? [] : [{ kind: "record", collection: "layers", key: id, at, from, to }],
  );
}

/** Removes a layer with its alignments in every scenario. A plan keeps at least one. */
export function deleteLayer(plan: Plan, id: string): Patch {
  const at = plan.layers.findIndex((layer) => layer.id === id);
  const from = plan.layers[at];
  if (!from) throw new Error(`Expected a layer "${id}", got none.`);
  if (plan.layers.length === 1) throw new Error("Expected to keep at least one layer, got none.");
  const changes: Change[] = [
    ...scenarioChanges(plan, ({ [id]: _, ...others }) => others),
    { kind: "record", collection: "layers", key: id, at, from, to: null },
  ];
  return action(`Delete layer ${from.name}`, "delete-layer", changes);
}

function layerOf(id: string, fields: LayerFields): Layer {
  return { id, baseline: null, ...layerFields(fields) };
}

function layerFields({ name, eligible }: LayerFields): Pick<Layer, "name" | "eligible"> {
  return eligible ? { name, eligible } : { name };
}

function scenarioChanges(
  plan: Plan,
  change: (alignments: Readonly<Record<string, Alignment>>) => Readonly<Record<string, Alignment>>,
): Change[] {
  return plan.scenarios.map((scenario, at) => ({
    kind: "record",
    collection: "scenarios",
    key: scenario.id,
    at,
    from: scenario,
    to: { ...scenario, alignments: change(scenario.alignments) },
  }));
}

function action(label: string, id: string, changes: readonly Change[]): Patch {
  return { label, cause: { kind: "action", action: id }, changes };
}
