import { type Alignment, primaryRep, type TerritoryGroup, territoryAt } from "../../model/alignment";
import { cellText } from "../../model/cells";
import { planOfLayer } from "../../model/eligibility";
import { asTableColumn, calculatedColumn } from "../../model/formula/calculate-column";
import { type AlignmentPath, alignmentAt, type Plan } from "../../model/plan";
import { isFormula } from "../../model/planning/derived-column";
import { naturalOrder } from "../../model/row-order";
import { measureChanges, scenarioAlignment } from "../../model/scenario-columns";
import { columnByRole, isLive, rowById, shownColumns } from "../../model/table";
import { type CsvColumn, numbersColumn, PLAIN_DIALECT, tableColumn, textsColumn, writeColumns } from "./csv";
import type { CsvDialect } from "./export-job";

export interface AlignmentCsvOptions {
  /** Account rows in their order; null = all. Deleted ones are left out. */
  readonly rows?: Uint32Array | null;
  readonly dialect?: CsvDialect;
  readonly onProgress?: ((done: number) => void) | undefined;
}

/**
 * The accounts with where they belong: every column of the file they came from, in its order and as it came, then
 * territory, rep and (where territories are grouped) region, then the columns added here and those that are calculated.
 */
export function exportAlignment(plan: Plan, path: AlignmentPath, options: AlignmentCsvOptions = {}): string {
  const { dialect = PLAIN_DIALECT, onProgress } = options;
  const columns = accountColumns(plan, path, dialect);
  return writeColumns(columns, accountRows(plan, options.rows ?? null), dialect, onProgress);
}

/** The rows that are exported of those wanted, null = all. */
export function accountRows(plan: Plan, wanted: Uint32Array | null): Uint32Array {
  const { accounts } = plan.tables;
  const rows =
    wanted ?? naturalOrder(accounts) ?? Uint32Array.from({ length: accounts.count }, (_, account) => account);
  return rows.filter((account) => isLive(accounts, account));
}

/** The columns of an account export, by account row. */
export function accountColumns(plan: Plan, path: AlignmentPath, dialect: CsvDialect): CsvColumn[] {
  const { accounts } = plan.tables;
  const alignment = alignmentAt(plan, path);
  const { names, repOf, regions } = territoryNames(plan, alignment);

  const taken = new Set(accounts.columns.map((column) => column.header.trim().toLowerCase()));
  const added = (header: string, texts: readonly string[]): CsvColumn => {
    const free = taken.has(header.toLowerCase()) ? `Planned ${header}` : header;
    return textsColumn(free, dialect, (account) => texts[alignment.territoryOf[account]!]!);
  };
  const imported = accounts.columns.filter((column) => column.origin === "imported");
  const own = shownColumns(accounts).filter((column) => column.origin === "planner");
  const columns = imported.map((column) => tableColumn(column, { ...dialect, decimal: "." }));
  columns.push(added("Territory", names), added("Rep", repOf));
  if (alignment.groups.length > 0) columns.push(added("Region", regions));
  columns.push(...own.map((column) => tableColumn(column, dialect)));
  columns.push(...calculatedColumns(plan, path, dialect));
  return columns;
}

/** The calculated columns of the accounts with their values; those that cannot be calculated at all are left out. */
function calculatedColumns(plan: Plan, path: AlignmentPath, dialect: CsvDialect): CsvColumn[] {
  const seen = planOfLayer(plan, path.layer);
  const alignment = alignmentAt(plan, path);
  return plan.planning.columns.flatMap((record): CsvColumn[] => {
    if (record.table !== "accounts") return [];
    if (isFormula(record)) {
      const column = calculatedColumn(seen, record, alignment);
      return column.ok ? [tableColumn(asTableColumn(record, column.values, column.type), dialect)] : [];
    }
    const { header, source } = record;
    if (source.kind === "scenario-territory") {
      const other = scenarioAlignment(plan, source.scenario, path.layer);
      if (!other) return [];
      const { names } = territoryNames(plan, other);
      return [textsColumn(header, dialect, (account) => names[other.territoryOf[account]!]!)];
    }
    if (source.kind !== "measure-change") return [];
    const changes = measureChanges(plan, source, path.layer, alignment);
    if (!changes.ok) return [];
    return [numbersColumn(header, dialect, (account) => changes.bySlot[alignment.territoryOf[account]!]!)];
  });
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
