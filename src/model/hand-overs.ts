import { accountLookup, textOf } from "./account-lookup";
import { primaryRep } from "./alignment";
import { cellText } from "./cells";
import { planOfLayer } from "./eligibility";
import { dealOutcome } from "./fit/deal-outcome";
import type { RowId } from "./ids";
import { type AlignmentPath, alignmentAt, baselineAt, type Plan } from "./plan";
import type { Holdout } from "./planning/holdout";
import { columnByRole, isLive, rowById, type Table } from "./table";

/** When what a rep hands over changes hands: with the plan, on the day after one, or when a deal closes. */
export type HandOverTime =
  | { readonly kind: "now" }
  | { readonly kind: "after"; readonly day: number }
  | { readonly kind: "at-close" };

/** What one rep hands to another: an account, or (with `deal`) a deal that stays behind when its account goes. */
export interface HandOver {
  readonly from: RowId;
  /** null = nobody has the account. */
  readonly to: RowId | null;
  /** Account row. */
  readonly account: number;
  /** Deal row; null = the account itself. */
  readonly deal: number | null;
  readonly when: HandOverTime;
}

/** The account row of each deal, by deal row; −1 where the deal names none. */
export function accountOfDeals({ tables: { accounts, deals } }: Pick<Plan, "tables">): Int32Array {
  const of = new Int32Array(deals.count).fill(-1);
  const column = columnByRole(deals, "account");
  if (!column) return of;
  const lookup = accountLookup(accounts);
  const known = new Map<string, number>();
  for (let deal = 0; deal < deals.count; deal++) {
    const text = textOf(column, deal);
    let account = known.get(text);
    if (account === undefined) {
      account = lookup(text);
      known.set(text, account);
    }
    of[deal] = account;
  }
  return of;
}

/** Whether a deal is still open: its stage is no end, or without a column of stages its closing day has not come. */
export function isOpenDeal(deals: Table, deal: number, day: number): boolean {
  if (!isLive(deals, deal)) return false;
  const stage = columnByRole(deals, "stage");
  if (stage) return dealOutcome(cellText(stage, deal)) === "open";
  const closed = columnByRole(deals, "closed");
  return closed?.kind !== "number" || !(closed.values[deal]! <= day);
}

/** Whether a holdout still keeps its deal where it was on a day: the deal is open, and the last day has not passed. */
export function holdoutRuns(
  { tables: { deals } }: Pick<Plan, "tables">,
  holdout: Holdout,
  day: number,
): boolean {
  const deal = rowById(deals).get(holdout.deal);
  if (deal === undefined || !isOpenDeal(deals, deal, day)) return false;
  return holdout.until === null || holdout.until >= day;
}

/**
 * Everything that changes hands against the baseline: each account whose rep changes, and each deal held back, by the rep who gives, then
 * the one who takes, then the account. Empty without a baseline.
 */
export function handOvers(plan: Plan, path: AlignmentPath): HandOver[] {
  const day = plan.day ?? Number.NEGATIVE_INFINITY;
  const given = givenAccounts(plan, path);
  const list: HandOver[] = [];
  for (const [account, { from, to }] of given)
    list.push({ from, to, account, deal: null, when: { kind: "now" } });
  const { deals } = plan.tables;
  const accountOf = plan.planning.holdouts.length > 0 ? accountOfDeals(plan) : null;
  const rows = rowById(deals);
  const alignment = alignmentAt(plan, path);
  for (const holdout of plan.planning.holdouts) {
    if (!holdoutRuns(plan, holdout, day)) continue;
    const deal = rows.get(holdout.deal)!;
    const account = accountOf![deal]!;
    if (account < 0 || !isLive(plan.tables.accounts, account)) continue;
    const territory = alignment.territories[alignment.territoryOf[account]!];
    const to = territory ? primaryRep(territory) : null;
    if (to === holdout.rep) continue;
    const when: HandOverTime =
      holdout.until === null ? { kind: "at-close" } : { kind: "after", day: holdout.until };
    list.push({ from: holdout.rep, to, account, deal, when });
  }
  const order = rowById(plan.tables.reps);
  const place = (rep: RowId | null) =>
    rep === null ? Number.POSITIVE_INFINITY : (order.get(rep) ?? order.size);
  const compare = (a: number, b: number) => (a === b ? 0 : a - b);
  return list.sort(
    (a, b) =>
      compare(place(a.from), place(b.from)) ||
      compare(place(a.to), place(b.to)) ||
      a.account - b.account ||
      (a.deal ?? -1) - (b.deal ?? -1),
  );
}

/** The accounts whose rep changes against the baseline, by account row, and from whom to whom. */
export function givenAccounts(
  plan: Plan,
  path: AlignmentPath,
): ReadonlyMap<number, { readonly from: RowId; readonly to: RowId | null }> {
  const given = new Map<number, { from: RowId; to: RowId | null }>();
  const baseline = baselineAt(plan, path);
  if (!baseline) return given;
  const alignment = alignmentAt(plan, path);
  const { accounts } = planOfLayer(plan, path.layer).tables;
  const before = baseline.territories.map((territory, slot) =>
    slot > 0 && territory ? primaryRep(territory) : null,
  );
  const now = alignment.territories.map((territory, slot) =>
    slot > 0 && territory ? primaryRep(territory) : null,
  );
  for (let account = 0; account < baseline.territoryOf.length; account++) {
    const from = before[baseline.territoryOf[account]!] ?? null;
    const to = now[alignment.territoryOf[account]!] ?? null;
    if (from !== null && from !== to && isLive(accounts, account)) given.set(account, { from, to });
  }
  return given;
}
