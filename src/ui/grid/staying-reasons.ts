import { type Accessor, createMemo } from "solid-js";
import { UNASSIGNED } from "../../model/alignment";
import { lastLocker } from "../../model/compare/last-locker";
import { isoDay } from "../../model/day";
import { namedRecord } from "../../model/edits/name-accounts";
import { isEligible } from "../../model/eligibility";
import { accountOfDeals } from "../../model/hand-overs";
import { segmentClasses } from "../../model/hybrid";
import { isHeld } from "../../model/named-accounts";
import { rowById } from "../../model/table";
import { noteTime } from "../comments/note-time";
import { repName } from "../named/rep-choices";
import type { Planner } from "../planner";

/** What keeps an account, or its deals, where they are, in words: who locked it, why and until when, a sentence each. */
export function createStayingReasons(planner: Planner): (row: number) => readonly string[] {
  const held = heldDeals(planner);
  return (row) => {
    const plan = planner.plan();
    const path = planner.path();
    const alignment = planner.alignment();
    const reasons: string[] = [];
    const lock = alignment.locks.get(row);
    if (lock && isHeld(plan, alignment, row)) {
      const locker = lastLocker(planner.session.revisions, path, row);
      const by = locker ? ` by ${locker.author || "somebody"}, ${noteTime(locker.time, plan.settings)}` : "";
      const until = lock.until === null ? "" : `, through ${isoDay(lock.until)}`;
      reasons.push(`Locked${by}${until}${lock.reason ? `: ${lock.reason}` : ""}`);
    }
    const named = alignment.locked[row] ? namedRecord(plan, row) : undefined;
    if (named) reasons.push(`Named for ${repName(plan, named.rep)}, whose territory it stays in`);
    if (!isEligible(plan, path.layer, row)) reasons.push("Not eligible in this layer");
    const slot = alignment.territoryOf[row] ?? UNASSIGNED;
    const classes = segmentClasses(plan, path);
    if (classes?.refused[classes.of[row]! * classes.slots + slot])
      reasons.push("Its territory does not take its segment");
    reasons.push(...(held().get(row) ?? []));
    return reasons;
  };
}

/** Deals that do not go with their account, by account row. */
function heldDeals(planner: Planner): Accessor<ReadonlyMap<number, readonly string[]>> {
  const holdouts = createMemo(() => planner.plan().planning.holdouts);
  const deals = createMemo(() => planner.plan().tables.deals);
  return createMemo(() => {
    const words = new Map<number, string[]>();
    if (holdouts().length === 0) return words;
    const plan = planner.session.plan;
    const accountOf = accountOfDeals(plan);
    const rows = rowById(deals());
    for (const { deal, rep, until } of holdouts()) {
      const account = accountOf[rows.get(deal) ?? -1] ?? -1;
      if (account < 0) continue;
      const end = until === null ? "until it closes" : `through ${isoDay(until)}`;
      words.set(account, [
        ...(words.get(account) ?? []),
        `An open deal stays with ${repName(plan, rep)} ${end}`,
      ]);
    }
    return words;
  });
}
