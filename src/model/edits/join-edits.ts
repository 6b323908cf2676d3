import { applyPatch } from "../apply-patch";
import type { Patch } from "../patch";
import type { Plan } from "../plan";

/** Several edits as one step: each is computed against what the ones before it leave. Without `label` it is called as the first that changes anything. */
export function joinEdits(plan: Plan, edits: readonly ((plan: Plan) => Patch)[], label?: string): Patch {
  let current = plan;
  const patches: Patch[] = [];
  for (const edit of edits) {
    const patch = edit(current);
    if (patch.changes.length === 0) continue;
    if (patches.push(patch) < edits.length) current = applyPatch(current, patch);
  }
  const [first] = patches;
  return {
    label: label ?? first?.label ?? "Edit",
    cause: first?.cause ?? { kind: "action", action: "edit-cells" },
    changes: patches.flatMap(({ changes }) => changes),
  };
}
