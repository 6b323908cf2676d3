import { cellText, cellValue, withCells } from "../../model/cells";
import { makeRecordId, makeRowIds, type Random } from "../../model/ids";
import { EMPTY_TABLES, NO_UNKNOWN_PARTS, type Plan } from "../../model/plan";
import { NO_PLANNING } from "../../model/planning/planning-records";
import { type Column, columnByRole, type Table } from "../../model/table";
import { plainHeader } from "./column-roles";
import type { TextValues } from "./column-values";
import { groupRows, type RowGroups } from "./group-rows";
import type { ImportIssue } from "./import-issue";
import type { ColumnPlan, ImportPlan } from "./import-plan";
import type { ImportReport } from "./import-report";
import { makeAlignment } from "./make-alignment";
import { countColumn, makeColumn } from "./make-column";
import { type LocateAddresses, placeAccounts } from "./place-accounts";
import { proposeMeasures } from "./propose-measures";
import type { RawTable } from "./raw-table";

/** What a plan needs that the file does not say. */
export interface BuildContext {
  readonly planId: string;
  readonly random: Random;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly timeZone: string;
  readonly locate: LocateAddresses;
}

/** Makes a plan of a file that was read: accounts with positions, reps, the current alignment and measures. */
export async function buildPlan(
  table: RawTable,
  importPlan: ImportPlan,
  valuesOf: (column: ColumnPlan) => TextValues,
  issues: readonly ImportIssue[],
  context: BuildContext,
): Promise<{ plan: Plan; report: ImportReport }> {
  const { random } = context;
  const groups = groupRows(table, importPlan);
  const unplacedAccounts = accountTable(table, importPlan, valuesOf, groups, random);
  const { accounts, placed, unplaced } = await placeAccounts(
    unplacedAccounts,
    importPlan.defaultCountry,
    context.locate,
  );
  const { alignment, reps } = makeAlignment(
    accounts,
    importPlan.territories,
    random,
    ownerIdColumn(accounts),
  );
  const layer = makeRecordId(random);
  const baseline = importPlan.territories === "none" ? null : alignment;
  const plan: Plan = {
    id: context.planId,
    name: importPlan.name,
    createdAt: context.now,
    settings: {
      locale: importPlan.locale,
      currency: importPlan.currency,
      distanceUnit: usesMiles(importPlan.locale) ? "mi" : "km",
      timeZone: context.timeZone,
    },
    tables: { ...EMPTY_TABLES, accounts, reps },
    measures: proposeMeasures(accounts, random),
    layers: [{ id: layer, name: "Sales", baseline }],
    scenarios: [
      {
        id: makeRecordId(random),
        name: "Current",
        description: "",
        archived: false,
        alignments: { [layer]: alignment },
      },
    ],
    planning: NO_PLANNING,
    unknown: NO_UNKNOWN_PARTS,
  };
  const names = columnByRole(accounts, "name");
  let unassigned = 0;
  for (const slot of alignment.territoryOf) if (slot === 0) unassigned++;
  const report: ImportReport = {
    rowCount: table.rowCount,
    excludedRows: groups.accountOf.reduce((count, account) => (account < 0 ? count + 1 : count), 0),
    accountCount: accounts.count,
    territoryCount: alignment.territories.length - 1,
    repCount: reps.count,
    unassignedCount: unassigned,
    placed,
    unplaced: unplaced.map((row) => ({
      ...row,
      line: table.lines[groups.firstRow[row.account]!]!,
      name: cellText(names, row.account),
    })),
    issues,
  };
  return { plan, report };
}

function accountTable(
  table: RawTable,
  plan: ImportPlan,
  valuesOf: (column: ColumnPlan) => TextValues,
  groups: RowGroups,
  random: Random,
): Table {
  const columns: Column[] = [];
  for (const column of plan.columns) {
    const raw = table.columns[column.index];
    if (!column.include || !raw) continue;
    const aggregate = plan.rollUp && !plan.rollUp.groupBy.includes(column.index) ? column.aggregate : null;
    columns.push(makeColumn(`c${column.index + 1}`, column, raw, valuesOf(column), groups, aggregate));
  }
  if (plan.rollUp) {
    const { countOf, countHeader } = plan.rollUp;
    const counted = countOf === null ? null : (table.columns[countOf] ?? null);
    columns.push(countColumn("count", countHeader, counted, groups));
  }
  const accounts: Table = {
    count: groups.count,
    ids: makeRowIds(groups.count, random),
    deleted: null,
    columns,
  };
  return withSwappedPlaces(accounts, plan.swappedRows ?? [], groups);
}

/** The accounts of some rows of the file with latitude and longitude swapped. */
function withSwappedPlaces(accounts: Table, rows: readonly number[], groups: RowGroups): Table {
  const latitude = columnByRole(accounts, "latitude");
  const longitude = columnByRole(accounts, "longitude");
  const those = [...new Set(rows.map((row) => groups.accountOf[row]!))].filter((account) => account >= 0);
  if (those.length === 0 || !latitude || !longitude) return accounts;
  const valuesOf = (column: Column) => those.map((account) => cellValue(column, account));
  const columns = accounts.columns.map((column) => {
    if (column === latitude) return withCells(latitude, those, valuesOf(longitude), null);
    return column === longitude ? withCells(longitude, those, valuesOf(latitude), null) : column;
  });
  return { ...accounts, columns };
}

/** A column of the CRM's user ids beside the one with the owners' names. */
function ownerIdColumn(accounts: Table): Column | undefined {
  return accounts.columns.find(
    (column) =>
      column.role !== "owner" &&
      /^(ownerid|accountownerid|companyownerid|hubspotownerid)$/.test(plainHeader(column.header)),
  );
}

function usesMiles(locale: string): boolean {
  return /-(US|GB|LR|MM)$/.test(locale);
}
