import type { Alignment } from "../alignment";
import { hasNoReps, keepers } from "../metrics/disruption";

/** A number of accounts and their revenue. */
export interface Book {
  readonly accounts: number;
  readonly revenue: number;
}

/** What changes for one rep (a row id), or for one territory (its id) where the earlier alignment names no reps. */
export interface KeeperImpact {
  readonly keeper: string | number;
  readonly kept: Book;
  /** From others and from nobody. */
  readonly gained: Book;
  /** To others and to nobody. */
  readonly lost: Book;
}

/** What changes for everyone who has accounts in either alignment, in the order of their first territory, the earlier alignment first. */
export function keeperImpacts(
  before: Alignment,
  after: Alignment,
  live: Float64Array,
  revenue: Float64Array,
): KeeperImpact[] {
  const byTerritory = hasNoReps(before);
  const had = keepers(before, byTerritory);
  const has = keepers(after, byTerritory);
  const books = new Map<
    string | number,
    Record<"kept" | "gained" | "lost", { accounts: number; revenue: number }>
  >();
  const none = () => ({ accounts: 0, revenue: 0 });
  for (const keeper of [...had, ...has]) {
    if (keeper !== null && !books.has(keeper))
      books.set(keeper, { kept: none(), gained: none(), lost: none() });
  }
  const enter = (keeper: string | number, side: "kept" | "gained" | "lost", account: number) => {
    const book = books.get(keeper)![side];
    book.accounts++;
    book.revenue += revenue[account]!;
  };
  for (let account = 0; account < after.territoryOf.length; account++) {
    if (!live[account]) continue;
    const earlier = had[before.territoryOf[account] ?? 0] ?? null;
    const later = has[after.territoryOf[account]!] ?? null;
    if (earlier !== null) enter(earlier, earlier === later ? "kept" : "lost", account);
    if (later !== null && later !== earlier) enter(later, "gained", account);
  }
  return [...books].map(([keeper, book]) => ({ keeper, ...book }));
}
