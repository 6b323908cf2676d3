import { type Alignment, lockedFlags } from "./alignment";
import { namedSlots } from "./named-accounts";
import type { Plan, Scenario } from "./plan";

/**
 * 1 for each account that may not leave its territory: a lock holds it on the plan's day, or it is named and its rep has a territory
 * for it. The one place where locks and named accounts are judged; everyone else reads `locked`.
 */
export function pinnedAccounts(
  plan: Pick<Plan, "planning" | "tables" | "day">,
  alignment: Alignment,
): Uint8Array {
  const pinned = lockedFlags(alignment.locks, alignment.territoryOf.length, plan.day);
  for (const account of namedSlots(plan, alignment).keys()) pinned[account] = 1;
  return pinned;
}

/** The plan with `locked` as it must be in every alignment. Alignments where it is so already stay the same. */
export function withPins(plan: Plan): Plan {
  const pinnedScenario = (scenario: Scenario): Scenario => {
    let changed = false;
    const alignments = Object.entries(scenario.alignments).map(([layer, alignment]): [string, Alignment] => {
      const locked = pinnedAccounts(plan, alignment);
      if (sameFlags(locked, alignment.locked)) return [layer, alignment];
      changed = true;
      return [layer, { ...alignment, locked }];
    });
    return changed ? { ...scenario, alignments: Object.fromEntries(alignments) } : scenario;
  };
  const scenarios = plan.scenarios.map(pinnedScenario);
  return scenarios.every((scenario, i) => scenario === plan.scenarios[i]) ? plan : { ...plan, scenarios };
}

/** The plan as it is on a day (days since 1970-01-01): locks that ended before it no longer pin. */
export function onDay(plan: Plan, day: number): Plan {
  return plan.day === day ? plan : withPins({ ...plan, day });
}

function sameFlags(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
