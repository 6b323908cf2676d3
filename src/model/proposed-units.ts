import { UNASSIGNED } from "./alignment";
import type { Plan } from "./plan";
import { isLive } from "./table";
import { MANY_EXCEPTIONS, unitOfAccount } from "./units";

/**
 * Where the units of a plan would be if its accounts were in other territories, by unit row: each in the one that has most of its accounts,
 * Unassigned left out (ties: the one that has it now, then the lower slot). Units without an assigned account stay where they are. null
 * where units would mislead: more than a tenth of the assigned accounts would be in another territory than their unit.
 */
export function unitsAsProposed(
  plan: Pick<Plan, "tables">,
  territoryOfUnit: Uint16Array,
  territoryOf: Uint16Array,
): Uint16Array | null {
  const { accounts, units } = plan.tables;
  const unitOf = unitOfAccount(plan);
  const counts = (account: number) =>
    unitOf[account]! >= 0 && isLive(accounts, account) && territoryOf[account] !== UNASSIGNED;
  const start = new Uint32Array(units.count + 1);
  let highest = 0;
  for (let account = 0; account < accounts.count; account++) {
    if (!counts(account)) continue;
    start[unitOf[account]! + 1]!++;
    highest = Math.max(highest, territoryOf[account]!);
  }
  for (let unit = 0; unit < units.count; unit++) start[unit + 1]! += start[unit]!;
  const placed = start[units.count]!;
  const slots = new Uint16Array(placed);
  const next = start.slice();
  for (let account = 0; account < accounts.count; account++)
    if (counts(account)) slots[next[unitOf[account]!]!++] = territoryOf[account]!;

  const result = Uint16Array.from({ length: units.count }, (_, unit) => territoryOfUnit[unit] ?? UNASSIGNED);
  const tally = new Uint32Array(highest + 1);
  let exceptions = 0;
  for (let unit = 0; unit < units.count; unit++) {
    const own = slots.subarray(start[unit]!, start[unit + 1]!);
    if (own.length === 0) continue;
    for (const slot of own) tally[slot]!++;
    const now = territoryOfUnit[unit] ?? UNASSIGNED;
    let best = (tally[now] ?? 0) > 0 ? now : own[0]!;
    for (const slot of own) {
      const more = tally[slot]! - tally[best]!;
      if (more > 0 || (more === 0 && best !== now && slot < best)) best = slot;
    }
    result[unit] = best;
    exceptions += own.length - tally[best]!;
    for (const slot of own) tally[slot] = 0;
  }
  return exceptions > MANY_EXCEPTIONS * placed ? null : result;
}
