import { primaryRep, type TerritoryGroup, territoryAt } from "../../model/alignment";
import { cellText } from "../../model/cells";
import { type AlignmentPath, alignmentAt, type Plan } from "../../model/plan";
import { columnByRole, isLive, rowById } from "../../model/table";
import { type CsvColumn, tableColumn, textsColumn, writeColumns } from "./csv";

/**
 * The accounts with where they belong: every column of the file they came from, in its order and as it came, then
 * territory, rep and (where territories are grouped) region, then the columns added here.
 */
export function exportAlignment(plan: Plan, path: AlignmentPath): string {
  const { accounts, reps } = plan.tables;
  const alignment = alignmentAt(plan, path);
  const repRows = rowById(reps);
  const repNames = columnByRole(reps, "name");
  const territories = alignment.territories.map((_, slot) => territoryAt(alignment, slot));
  const names = territories.map((territory, slot) => (slot === 0 ? "" : territory.name));
  const repOf = territories.map((territory) => {
    const row = repRows.get(primaryRep(territory) ?? -1);
    return row === undefined ? "" : cellText(repNames, row);
  });
  const regions = territories.map((territory) => groupPath(alignment.groups, territory.group));

  const taken = new Set(accounts.columns.map((column) => column.header.trim().toLowerCase()));
  const added = (header: string, texts: readonly string[]): CsvColumn => {
    const free = taken.has(header.toLowerCase()) ? `Planned ${header}` : header;
    return textsColumn(free, (account) => texts[alignment.territoryOf[account]!]!);
  };
  const imported = accounts.columns.filter((column) => column.origin === "imported");
  const own = accounts.columns.filter((column) => column.origin === "planner");
  const columns = [...imported.map(tableColumn), added("Territory", names), added("Rep", repOf)];
  if (alignment.groups.length > 0) columns.push(added("Region", regions));
  columns.push(...own.map(tableColumn));

  const rows: number[] = [];
  for (let account = 0; account < accounts.count; account++)
    if (isLive(accounts, account)) rows.push(account);
  return writeColumns(columns, rows);
}

/** The names of a group and those above it, the highest first: "West > California". */
function groupPath(groups: readonly TerritoryGroup[], id: string | null): string {
  const names: string[] = [];
  let group = groups.find((candidate) => candidate.id === id);
  while (group && names.length < groups.length) {
    names.unshift(group.name);
    const { parent } = group;
    group = groups.find((candidate) => candidate.id === parent);
  }
  return names.join(" > ");
}
