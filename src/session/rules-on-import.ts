import { applyPatch } from "../model/apply-patch";
import { acceptRouting } from "../model/edits/accept-routing";
import type { AlignmentPath, Plan } from "../model/plan";
import { carryRules, type PlanAt } from "../model/rules/carry-rules";
import { routeRows, unroutedRows } from "../model/rules/route-rows";

/** An imported plan with the rules of the plan that was open. */
export interface RuledImport {
  /** Its accounts without a territory are where the rules send them. */
  readonly plan: Plan;
  /** Accounts that came without a territory, and those of them that the rules gave one. */
  readonly waiting: number;
  readonly routed: number;
}

/** Takes the rules of the open plan along into an imported one, and routes what came without a territory. `now` in days since 1970. */
export function withRulesOf(open: PlanAt, imported: Plan, now: number): RuledImport {
  const scenario = imported.scenarios[0];
  const layer = imported.layers[0];
  if (!scenario || !layer)
    throw new Error(`Expected a scenario and a layer in "${imported.name}", got none.`);
  const path: AlignmentPath = { scenario: scenario.id, layer: layer.id };
  const carried = carryRules(open, { plan: imported, path });
  const ruled = { ...imported, planning: { ...imported.planning, ...carried } };
  const waiting = unroutedRows(ruled, path, "accounts");
  const decisions = routeRows(ruled, path, "accounts", waiting, now);
  return {
    plan: applyPatch(ruled, acceptRouting(ruled, path, "accounts", decisions)),
    waiting: waiting.length,
    routed: decisions.filter(({ answer }) => answer.given).length,
  };
}
