import { accountOfDeals, givenAccounts, isOpenDeal } from "../hand-overs";
import type { Patch } from "../patch";
import type { AlignmentPath, Plan } from "../plan";
import { setPlanningRecord } from "./set-planning-record";

/**
 * Leaves the open deals of accounts that change hands with the rep of the baseline, through the day `until` or with null until they
 * close. Deals already held keep their rep and get the new day. Empty where no such deal is open.
 */
export function holdDeals(
  plan: Plan,
  path: AlignmentPath,
  accounts: ReadonlySet<number>,
  until: number | null,
  makeId: () => string,
): Patch {
  const given = givenAccounts(plan, path);
  const { deals } = plan.tables;
  const accountOf = accountOfDeals(plan);
  const day = plan.day ?? Number.NEGATIVE_INFINITY;
  const held = new Map(plan.planning.holdouts.map((holdout) => [holdout.deal, holdout]));
  let at = plan.planning.holdouts.length;
  let count = 0;
  const changes: Patch["changes"][number][] = [];
  for (let deal = 0; deal < deals.count; deal++) {
    const account = accountOf[deal]!;
    const from = given.get(account)?.from;
    if (from === undefined || !accounts.has(account) || !isOpenDeal(deals, deal, day)) continue;
    const now = held.get(deals.ids[deal]!);
    if (now?.until === until) continue;
    const record = now ? { ...now, until } : { id: makeId(), deal: deals.ids[deal]!, rep: from, until };
    changes.push(
      ...setPlanningRecord(plan, "holdouts", record.id, record, "", now ? undefined : at++).changes,
    );
    count++;
  }
  return {
    label: count === 1 ? "Hold a deal back" : `Hold ${count} deals back`,
    cause: { kind: "action", action: "hold-deals" },
    changes,
  };
}

/** Lets deals (ids of holdouts) go to whoever has the account. */
export function releaseDeals(plan: Plan, ids: ReadonlySet<string>): Patch {
  const gone = plan.planning.holdouts.filter(({ id }) => ids.has(id));
  return {
    label: gone.length === 1 ? "Hand a deal over" : `Hand ${gone.length} deals over`,
    cause: { kind: "action", action: "release-deals" },
    // The last first, so that taken back in turn each finds its place.
    changes: gone.toReversed().flatMap(({ id }) => setPlanningRecord(plan, "holdouts", id, null, "").changes),
  };
}
