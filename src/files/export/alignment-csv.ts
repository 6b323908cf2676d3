import { type Alignment, primaryRep, type TerritoryGroup, territoryAt } from "../../model/alignment";
import { cellText } from "../../model/cells";
import { type AlignmentPath, alignmentAt, type Plan } from "../../model/plan";
import { columnByRole, isLive, rowById } from "../../model/table";
import { type CsvColumn, PLAIN_DIALECT, tableColumn, textsColumn, writeColumns } from "./csv";
import type { CsvDialect } from "./export-job";

export interface AlignmentCsvOptions {
  /** Account rows in their order; null = all. Deleted ones are left out. */
  readonly rows?: Uint32Array | null;
  readonly dialect?: CsvDialect;
  readonly onProgress?: ((done: number) => void) | undefined;
}

/**
 * The accounts with where they belong: every column of the file they came from, in its order and as it came, then
 * territory, rep and (where territories are grouped) region, then the columns added here.
 */
export function exportAlignment(plan: Plan, path: AlignmentPath, options: AlignmentCsvOptions = {}): string {
  const { accounts } = plan.tables;
  const { dialect = PLAIN_DIALECT, onProgress } = options;
  const alignment = alignmentAt(plan, path);
  const { names, repOf, regions } = territoryNames(plan, alignment);

  const taken = new Set(accounts.columns.map((column) => column.header.trim().toLowerCase()));
  const added = (header: string, texts: readonly string[]): CsvColumn => {
    const free = taken.has(header.toLowerCase()) ? `Planned ${header}` : header;
    return textsColumn(free, (account) => texts[alignment.territoryOf[account]!]!);
  };
  const imported = accounts.columns.filter((column) => column.origin === "imported");
  const own = accounts.columns.filter((column) => column.origin === "planner");
  const asTheyCame = imported.map((column) => tableColumn(column));
  const columns = [...asTheyCame, added("Territory", names), added("Rep", repOf)];
  if (alignment.groups.length > 0) columns.push(added("Region", regions));
  columns.push(...own.map((column) => tableColumn(column, dialect.decimal)));

  const wanted = options.rows ?? Uint32Array.from({ length: accounts.count }, (_, account) => account);
  const rows = wanted.filter((account) => isLive(accounts, account));
  return writeColumns(columns, rows, dialect.delimiter, onProgress);
}

/** Texts by slot: the territory's name, its primary rep's, and the groups above it, the highest first. "" at slot 0. */
export function territoryNames(plan: Plan, alignment: Alignment) {
  const { reps } = plan.tables;
  const repRows = rowById(reps);
  const repNames = columnByRole(reps, "name");
  const territories = alignment.territories.map((_, slot) => territoryAt(alignment, slot));
  return {
    names: territories.map((territory, slot) => (slot === 0 ? "" : territory.name)),
    repOf: territories.map((territory) => {
      const row = repRows.get(primaryRep(territory) ?? -1);
      return row === undefined ? "" : cellText(repNames, row);
    }),
    regions: territories.map((territory) => groupPath(alignment.groups, territory.group)),
  };
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
