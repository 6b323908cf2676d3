import { cellText } from "../cells";
import type { Plan } from "../plan";
import { columnByRole, isLive, type Table } from "../table";
import { dealOutcome } from "./deal-outcome";
import type { DistinctEntries } from "./distinct-entries";
import type { RepProfile } from "./rep-profile";
import { foldEntry } from "./text-list";

/** What reps have done in each industry. Arrays at rep × industryCount + industry; industry 0 is the blank one and holds nothing. */
export interface IndustryHistory {
  readonly industryCount: number;
  /** Accounts that the rep has in the baseline. */
  readonly accounts: Float64Array;
  /** Deals of the rep that are closed, and the won ones of these. */
  readonly closed: Float64Array;
  readonly won: Float64Array;
  /** Accounts with an industry by rep. */
  readonly repAccounts: Float64Array;
  /** Accounts by industry, whoever has them. */
  readonly marketAccounts: Float64Array;
  /** All accounts with an industry. */
  readonly market: number;
  /** Won ÷ closed over all deals of accounts with an industry; NaN without any. */
  readonly winRate: number;
}

/** Accounts and deals that everyone is taken to have had with the market's average, so that one or two do not make a specialist. */
const USUAL_ACCOUNTS = 5;
const USUAL_DEALS = 4;

/** Counts accounts and closed deals. A deal belongs to its owner, else to whoever has the account; `repOf` by account row, −1 = nobody. */
export function industryHistory(
  plan: Plan,
  reps: readonly RepProfile[],
  industries: DistinctEntries,
  repOf: Int32Array,
): IndustryHistory {
  const { accounts, deals } = plan.tables;
  const industryCount = industries.texts.length;
  const history = {
    industryCount,
    accounts: new Float64Array(reps.length * industryCount),
    closed: new Float64Array(reps.length * industryCount),
    won: new Float64Array(reps.length * industryCount),
    repAccounts: new Float64Array(reps.length),
    marketAccounts: new Float64Array(industryCount),
    market: 0,
  };
  for (let row = 0; row < accounts.count; row++) {
    const industry = industries.of[row]!;
    if (industry === 0 || !isLive(accounts, row)) continue;
    history.market++;
    history.marketAccounts[industry]!++;
    const rep = repOf[row]!;
    if (rep < 0) continue;
    history.accounts[rep * industryCount + industry]!++;
    history.repAccounts[rep]!++;
  }

  let closed = 0;
  let won = 0;
  const accountByKey = deals.count > 0 ? rowsByText(accounts, "key") : new Map<string, number>();
  const repByName = new Map(reps.map(({ name }, rep) => [foldEntry(name), rep]));
  const repByKey = positionsByKey(plan.tables.reps, reps);
  const [accountOf, stageOf, ownerOf] = (["account", "stage", "owner"] as const).map((role) =>
    columnByRole(deals, role),
  );
  for (let deal = 0; deal < deals.count; deal++) {
    if (!isLive(deals, deal)) continue;
    const account = accountByKey.get(foldEntry(cellText(accountOf, deal)));
    const outcome = dealOutcome(cellText(stageOf, deal));
    const industry = account === undefined ? 0 : industries.of[account]!;
    if (account === undefined || industry === 0 || outcome === "open") continue;
    const isWon = outcome === "won" ? 1 : 0;
    closed++;
    won += isWon;
    const owner = foldEntry(cellText(ownerOf, deal));
    const rep = owner === "" ? repOf[account]! : (repByName.get(owner) ?? repByKey.get(owner) ?? -1);
    if (rep < 0) continue;
    history.closed[rep * industryCount + industry]!++;
    history.won[rep * industryCount + industry]! += isWon;
  }
  return { ...history, winRate: won / closed };
}

/**
 * How much of a rep's work lies in an industry beside how much of the market does, 0–1: half where it is the market's share, 0 where
 * there is none, toward 1 for specialists. null where the rep has no accounts or nothing is known of the industry.
 */
export function experienceIn(history: IndustryHistory, rep: number, industry: number): number | null {
  const all = history.repAccounts[rep]!;
  const usual = history.marketAccounts[industry]! / history.market;
  if (all === 0 || !(usual > 0)) return null;
  const own = history.accounts[rep * history.industryCount + industry]!;
  const share = own === 0 ? 0 : (own + usual * USUAL_ACCOUNTS) / (all + USUAL_ACCOUNTS);
  return share / (share + usual);
}

/** The same for the share of closed deals that were won, beside everyone's. null without a closed deal. */
export function successIn(history: IndustryHistory, rep: number, industry: number): number | null {
  const at = rep * history.industryCount + industry;
  const closed = history.closed[at]!;
  if (closed === 0 || !(history.winRate > 0)) return null;
  const rate = (history.won[at]! + history.winRate * USUAL_DEALS) / (closed + USUAL_DEALS);
  return rate / (rate + history.winRate);
}

function rowsByText(table: Table, role: "key"): Map<string, number> {
  const column = columnByRole(table, role);
  const rows = new Map<string, number>();
  if (column?.kind !== "text") return rows;
  for (let row = 0; row < table.count; row++) {
    const text = foldEntry(cellText(column, row));
    if (text !== "" && isLive(table, row) && !rows.has(text)) rows.set(text, row);
  }
  return rows;
}

function positionsByKey(table: Table, reps: readonly RepProfile[]): Map<string, number> {
  const key = columnByRole(table, "key");
  const email = columnByRole(table, "email");
  const positions = new Map<string, number>();
  for (const [rep, { row }] of reps.entries()) {
    for (const column of [key, email]) {
      const text = foldEntry(cellText(column, row));
      if (text !== "") positions.set(text, rep);
    }
  }
  return positions;
}
