import { territorySlots } from "../../model/alignment";
import { deviationOf, indexOf } from "../../model/metrics/balance";
import { figures } from "../../model/metrics/figures";
import { type AlignmentPath, alignmentAt, type Plan } from "../../model/plan";
import { territoryNames } from "./alignment-csv";
import { type CsvColumn, numbersColumn, PLAIN_DIALECT, textsColumn, writeColumns } from "./csv";
import type { CsvDialect } from "./export-job";

/** A row per territory: region, rep, accounts, and per measure its total, target, index and deviation in percent. */
export function exportTerritories(
  plan: Plan,
  path: AlignmentPath,
  dialect: CsvDialect = PLAIN_DIALECT,
): string {
  const alignment = alignmentAt(plan, path);
  const { names, repOf, regions } = territoryNames(plan, alignment);
  const { measures, accounts } = figures(plan, path);
  const number = (header: string, numberOf: (slot: number) => number) =>
    numbersColumn(header, dialect.decimal, numberOf);
  const columns: CsvColumn[] = [
    textsColumn("Territory", (slot) => names[slot]!),
    textsColumn("Region", (slot) => regions[slot]!),
    textsColumn("Rep", (slot) => repOf[slot]!),
    number("Accounts", (slot) => accounts[slot]!),
    ...measures.flatMap(({ measure, totals, targets }) => [
      number(`${measure.name} total`, (slot) => rounded(totals[slot]!)),
      number(`${measure.name} target`, (slot) => rounded(targets[slot]!)),
      number(`${measure.name} index`, (slot) => rounded(indexOf(totals[slot]!, targets[slot]!))),
      number(`${measure.name} deviation %`, (slot) =>
        rounded(100 * deviationOf(totals[slot]!, targets[slot]!)),
      ),
    ]),
  ];
  return writeColumns(columns, territorySlots(alignment), dialect.delimiter);
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
