import { movedFromBaseline } from "../../model/metrics/disruption";
import { placesOf } from "../../model/metrics/places";
import type { Plan } from "../../model/plan";
import { isLive } from "../../model/table";
import type { Planner } from "../planner";

/** Shows only these accounts in the sheet; says so where there is none. `what` follows the count: "12 accounts selected". */
export function spotlightOn(planner: Planner, what: string, accounts: readonly number[]): void {
  const count = accounts.length.toLocaleString(planner.plan().settings.locale);
  const label = `${count} ${accounts.length === 1 ? "account" : "accounts"} ${what}`;
  planner.announce(label);
  if (accounts.length === 0) {
    planner.notify({ text: `No accounts ${what}.` });
    return;
  }
  const flags = new Uint8Array(planner.plan().tables.accounts.count);
  for (const account of accounts) flags[account] = 1;
  planner.setSpotlight({ label, accounts: flags });
}

/** Live accounts that have no place on the map. */
export function unlocatedAccounts(plan: Plan): number[] {
  const { accounts } = plan.tables;
  const places = placesOf(accounts);
  return rowsWhere(accounts.count, (row) => isLive(accounts, row) && Number.isNaN(places[3 * row]!));
}

/** Live accounts of a territory. */
export function accountsIn(planner: Planner, slot: number): number[] {
  const { accounts } = planner.plan().tables;
  const { territoryOf } = planner.alignment();
  return rowsWhere(accounts.count, (row) => territoryOf[row] === slot && isLive(accounts, row));
}

/** Live accounts whose rep differs from the baseline's. */
export function movedAccounts(planner: Planner): number[] {
  const { accounts } = planner.plan().tables;
  const { baseline } = planner.session;
  if (!baseline) return [];
  const moved = movedFromBaseline(planner.alignment(), baseline);
  return rowsWhere(accounts.count, (row) => moved[row] === 1 && isLive(accounts, row));
}

function rowsWhere(count: number, holds: (row: number) => boolean): number[] {
  const rows: number[] = [];
  for (let row = 0; row < count; row++) if (holds(row)) rows.push(row);
  return rows;
}
