import { ejectionChain } from "./ejection-chain";
import { type Exchange, exchangePair } from "./exchange";
import { type Plan, planValue } from "./plan";

/** Exchanges tried between one pair before the others get their turn. */
const PAIR_LIMIT = 40;

/**
 * Exchanges blocks between adjacent territories of a group until none pays, first with violations at a moderate price, so that
 * a detour is allowed, at last with violations above everything. Yields about every `stepWork` blocks looked at.
 */
export function* localSearch(
  plan: Plan,
  exchange: Exchange,
  adjacent: readonly Uint16Array[],
  group: readonly number[],
  stepWork: number,
): Generator<void, void> {
  const inside = new Uint8Array(plan.problem.territoryCount);
  for (const territory of group) inside[territory] = 1;
  const typical = planValue(plan).cost / plan.problem.territoryCount || 1;
  const changedAt = new Int32Array(plan.problem.territoryCount);
  let work = 0;

  for (const price of [3 * typical, 30 * typical, 1e6 * typical]) {
    const violates = group.some((territory) => plan.violation[territory]! > 0);
    if (!violates && price < 1e6 * typical) continue;
    changedAt.fill(0);
    let clock = 1;
    const seenAt = new Map<number, number>();
    for (let changed = true; changed; ) {
      changed = false;
      for (const a of group) {
        for (const b of adjacent[a]!) {
          if (b < a && inside[b] && adjacent[b]!.includes(a)) continue;
          if (!inside[b]) continue;
          const key = a * plan.problem.territoryCount + b;
          const seen = seenAt.get(key) ?? -1;
          if (changedAt[a]! <= seen && changedAt[b]! <= seen) continue;
          for (let round = 0; round < PAIR_LIMIT && exchangePair(plan, exchange, a, b, price); round++) {
            changed = true;
            clock++;
            changedAt[a] = clock;
            changedAt[b] = clock;
            work += plan.size[a]! + plan.size[b]!;
          }
          seenAt.set(key, clock);
          work +=
            plan.size[a]! + plan.size[b]! + (plan.violation[a]! + plan.violation[b]! > 0 ? 10_000 : 500);
          if (work > stepWork) {
            work = 0;
            yield;
          }
        }
      }
      if (changed) continue;
      for (const territory of group) {
        if (!(plan.violation[territory]! > 0)) continue;
        const relieved =
          ejectionChain(plan, adjacent, inside, territory, price, true) ||
          ejectionChain(plan, adjacent, inside, territory, price, false);
        work += 60 * plan.size[territory]!;
        if (relieved) {
          // A chain may touch any territory of the group: look at all pairs again.
          changed = true;
          seenAt.clear();
        }
        if (work > stepWork) {
          work = 0;
          yield;
        }
      }
    }
  }
}
