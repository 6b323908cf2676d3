import { territorySlots, UNASSIGNED } from "../../model/alignment";
import { deviationOf, indexOf } from "../../model/metrics/balance";
import { type Figures, figures } from "../../model/metrics/figures";
import { measuresWorkload } from "../../model/metrics/measure-totals";
import type { WorkloadFigures } from "../../model/metrics/workload";
import { type AlignmentPath, alignmentAt, type Plan } from "../../model/plan";
import { territoryNames } from "./alignment-csv";
import { type CsvColumn, numbersColumn, PLAIN_DIALECT, textsColumn, writeColumns } from "./csv";
import type { CsvDialect } from "./export-job";

/**
 * A row per territory: region, rep, accounts, per measure its total, target, index and deviation in percent (and its limit, where it has
 * one), and where workload is measured visits and hours. A last row
 * holds the accounts without a territory, if there are any, so that the sums are whole.
 */
export function exportTerritories(
  plan: Plan,
  path: AlignmentPath,
  dialect: CsvDialect = PLAIN_DIALECT,
): string {
  const known = figures(plan, path);
  const slots = territorySlots(alignmentAt(plan, path));
  if (known.accounts[UNASSIGNED]! > 0) slots.push(UNASSIGNED);
  return writeColumns(
    territoryColumns(plan, path, dialect, () => known),
    slots,
    dialect,
  );
}

/**
 * The columns of a territories export, by slot. Unassigned accounts have totals, but no target to compare them with.
 * `known` is asked only for cells with figures.
 */
export function territoryColumns(
  plan: Plan,
  path: AlignmentPath,
  dialect: CsvDialect,
  known: () => Figures,
): CsvColumn[] {
  const { names, repOf, regions } = territoryNames(plan, alignmentAt(plan, path));
  const number = (header: string, numberOf: (slot: number) => number) =>
    numbersColumn(header, dialect, numberOf);
  return [
    textsColumn("Territory", dialect, (slot) => (slot === UNASSIGNED ? "Unassigned" : names[slot]!)),
    textsColumn("Region", dialect, (slot) => regions[slot]!),
    textsColumn("Rep", dialect, (slot) => repOf[slot]!),
    number("Accounts", (slot) => known().accounts[slot]!),
    ...plan.measures.flatMap(({ name, capacity }, measure) => {
      const total = (slot: number) => known().measures[measure]!.totals[slot]!;
      const target = (slot: number) =>
        slot === UNASSIGNED ? Number.NaN : known().measures[measure]!.targets[slot]!;
      return [
        number(`${name} total`, (slot) => rounded(total(slot))),
        number(`${name} target`, (slot) => rounded(target(slot))),
        number(`${name} index`, (slot) => rounded(indexOf(total(slot), target(slot)))),
        number(`${name} deviation %`, (slot) => rounded(100 * deviationOf(total(slot), target(slot)))),
        ...(capacity
          ? [number(`${name} limit`, (slot) => rounded(known().measures[measure]!.capacities![slot]!))]
          : []),
      ];
    }),
    ...(measuresWorkload(plan) ? workloadColumns(number, () => known().workload!) : []),
  ];
}

/** What a measure of workload is made of. */
function workloadColumns(
  number: (header: string, numberOf: (slot: number) => number) => CsvColumn,
  workload: () => WorkloadFigures,
): CsvColumn[] {
  return [
    number("Visits a year", (slot) => rounded(workload().visits[slot]!)),
    number("Visit hours", (slot) => rounded(workload().visitHours[slot]!)),
    number("Travel hours", (slot) => rounded(workload().hopHours[slot]! + workload().haulHours[slot]!)),
  ];
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
