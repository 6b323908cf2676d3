import { primaryRep } from "../alignment";
import { cellNumber, cellText } from "../cells";
import { foldEntry } from "../fit/text-list";
import { type AlignmentPath, alignmentAt, type Plan } from "../plan";
import type { RoutedTable } from "../planning/routing-rule";
import { columnByRole, isLive } from "../table";

/** Something that a rep was given. */
export interface PastRouting {
  readonly table: RoutedTable;
  readonly row: number;
  /** Row of the rep. */
  readonly rep: number;
  /** Name of the rule; "" where no rule gave it. */
  readonly rule: string;
  /** Days since 1970 with fractions: when routed, else when a lead was created. */
  readonly at: number;
}

/** Row of each rep by name, compared without case and accents; of several of one name the first. */
export function repRowsByName({ tables: { reps } }: Plan): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  const names = columnByRole(reps, "name");
  for (let row = 0; row < reps.count; row++) {
    const name = foldEntry(cellText(names, row));
    if (isLive(reps, row) && name !== "" && !rows.has(name)) rows.set(name, row);
  }
  return rows;
}

/**
 * Everything the rows themselves say about who was given what: each lead that has an owner and a time, and each account that a rule
 * routed. Oldest first. Turns, daily counts and load follow from this alone: there is no other counter.
 */
export function pastRoutings(plan: Plan, path: AlignmentPath): PastRouting[] {
  const { leads, accounts, reps } = plan.tables;
  const past: PastRouting[] = [];
  const byName = repRowsByName(plan);
  const [owner, created, leadRule, leadTime] = (["owner", "created", "routedBy", "routedAt"] as const).map(
    (role) => columnByRole(leads, role),
  );
  for (let row = 0; row < leads.count; row++) {
    const rep = byName.get(foldEntry(cellText(owner, row)));
    const routed = leadTime ? cellNumber(leadTime, row) : Number.NaN;
    const at = Number.isNaN(routed) && created ? cellNumber(created, row) : routed;
    if (rep === undefined || Number.isNaN(at) || !isLive(leads, row)) continue;
    past.push({ table: "leads", row, rep, rule: cellText(leadRule, row), at });
  }
  const accountRule = columnByRole(accounts, "routedBy");
  const accountTime = columnByRole(accounts, "routedAt");
  if (accountRule && accountTime) {
    const { territories, territoryOf } = alignmentAt(plan, path);
    const rowOfRep = new Map([...reps.ids.keys()].map((row) => [reps.ids[row]!, row]));
    const repOf = territories.map(
      (territory) => rowOfRep.get((territory && primaryRep(territory)) ?? -1) ?? -1,
    );
    for (let row = 0; row < accounts.count; row++) {
      const rule = cellText(accountRule, row);
      const rep = repOf[territoryOf[row]!]!;
      const at = cellNumber(accountTime, row);
      if (rule === "" || rep < 0 || Number.isNaN(at) || !isLive(accounts, row)) continue;
      past.push({ table: "accounts", row, rep, rule, at });
    }
  }
  return past.sort((a, b) => a.at - b.at || a.table.localeCompare(b.table) || a.row - b.row);
}
