import { overrun } from "./change-limit";
import { ejectionChain } from "./ejection-chain";
import { type Exchange, exchangePair } from "./exchange";
import { type Meter, spend } from "./meter";
import type { Plan } from "./plan";

/** Exchanges tried between one pair before the others get their turn. */
const PAIR_LIMIT = 40;

/** How the search goes about one pass: prices of violations are in typical territory costs. */
export interface Pass {
  readonly price: number;
  /** Looks only at pairs of which one violates a bound. */
  readonly violatingOnly: boolean;
  /** Tries 2-for-1 exchanges too. */
  readonly deep: boolean;
  /** Tries ejection chains where pairs are at an end. */
  readonly chains: boolean;
}

/** Brings most violations down fast. */
export const ROUGH: readonly Pass[] = [
  { price: 3, violatingOnly: true, deep: false, chains: false },
  { price: 30, violatingOnly: true, deep: true, chains: false },
];

/** Goes on until no exchange at all pays. */
export const THOROUGH: readonly Pass[] = [
  { price: 3, violatingOnly: true, deep: false, chains: false },
  { price: 30, violatingOnly: true, deep: true, chains: true },
  { price: 1e6, violatingOnly: true, deep: true, chains: true },
  { price: 1e6, violatingOnly: false, deep: true, chains: false },
];

/** Lowers cost without giving up any bound that holds. */
export const CLOSING: readonly Pass[] = [{ price: 1e6, violatingOnly: false, deep: true, chains: false }];

/**
 * Exchanges blocks between adjacent territories of a group until none pays, in passes: first with violations at a moderate price,
 * so that a detour is allowed, at last with violations above everything.
 */
export function* localSearch(
  plan: Plan,
  exchange: Exchange,
  adjacent: readonly Uint16Array[],
  group: readonly number[],
  passes: readonly Pass[],
  meter: Meter,
): Generator<void, void> {
  const { inside, changedAt, seenAt } = exchange;
  let typical = 0;
  for (const territory of group) {
    inside[territory] = 1;
    typical += plan.cost[territory]! / group.length;
  }
  // Where nothing travels, only violations count.
  if (!(typical > 0)) typical = 1;

  for (const { price: relativePrice, violatingOnly, deep, chains } of passes) {
    const price = relativePrice * typical;
    const isOverrun = (): boolean => plan.budget !== null && overrun(plan.budget) > 0;
    const violates = isOverrun() || group.some((territory) => plan.violation[territory]! > 0);
    if (violatingOnly && !violates) continue;
    for (const territory of group) changedAt[territory] = 0;
    let clock = 1;
    seenAt.clear();
    for (let changed = true; changed; ) {
      changed = false;
      for (const a of group) {
        for (const b of adjacent[a]!) {
          if (b < a && inside[b] && adjacent[b]!.includes(a)) continue;
          if (!inside[b]) continue;
          if (violatingOnly && !isOverrun() && !(plan.violation[a]! + plan.violation[b]! > 0)) continue;
          const key = a * plan.problem.territoryCount + b;
          const seen = seenAt.get(key) ?? -1;
          if (changedAt[a]! <= seen && changedAt[b]! <= seen) continue;
          for (let round = 0; round < PAIR_LIMIT; round++) {
            const looks = plan.violation[a]! + plan.violation[b]! > 0 ? (deep ? 8_000 : 1_500) : 400;
            const all = 4 * (plan.size[a]! + 1) * (plan.size[b]! + 1);
            if (spend(meter, 2 * (plan.size[a]! + plan.size[b]!) + Math.min(looks, all))) yield;
            if (!exchangePair(plan, exchange, a, b, price, deep)) break;
            changed = true;
            clock++;
            changedAt[a] = clock;
            changedAt[b] = clock;
          }
          seenAt.set(key, clock);
        }
      }
      if (changed || !chains) continue;
      for (const territory of group) {
        if (!(plan.violation[territory]! > 0)) continue;
        const relieved =
          ejectionChain(plan, adjacent, inside, territory, price, true) ||
          ejectionChain(plan, adjacent, inside, territory, price, false);
        if (spend(meter, 60 * plan.size[territory]!)) yield;
        if (relieved) {
          // A chain may touch any territory of the group: look at all pairs again.
          changed = true;
          seenAt.clear();
        }
      }
    }
  }
  for (const territory of group) inside[territory] = 0;
}
