import { textOf } from "../../model/account-lookup";
import { cellText } from "../../model/cells";
import { isoDay } from "../../model/day";
import { type HandOver, type HandOverTime, handOvers } from "../../model/hand-overs";
import type { RowId } from "../../model/ids";
import type { AlignmentPath, Plan } from "../../model/plan";
import { columnByRole, rowById, type Table } from "../../model/table";
import { type CsvColumn, PLAIN_DIALECT, textsColumn, writeColumns } from "./csv";
import type { CsvDialect } from "./export-job";

/** A row per account and held deal that changes hands: who gives what to whom, and when. `from` null = of all reps. */
export function exportHandOvers(
  plan: Plan,
  path: AlignmentPath,
  dialect: CsvDialect = PLAIN_DIALECT,
  from: RowId | null = null,
): string {
  const list = handOvers(plan, path).filter((item) => from === null || item.from === from);
  return writeColumns(handOverColumns(plan, list, dialect), [...list.keys()], dialect);
}

function handOverColumns(plan: Plan, list: readonly HandOver[], dialect: CsvDialect): CsvColumn[] {
  const { accounts, deals, reps } = plan.tables;
  const rows = rowById(reps);
  const nameOf = (rep: RowId | null) => {
    const row = rep === null ? undefined : rows.get(rep);
    return row === undefined ? "" : cellText(columnByRole(reps, "name"), row);
  };
  const cell = (table: Table, role: "key" | "name" | "stage" | "amount", row: number | null) => {
    const column = columnByRole(table, role);
    return column && row !== null ? textOf(column, row) : "";
  };
  const text = (header: string, textFor: (item: HandOver) => string) =>
    textsColumn(header, dialect, (at) => textFor(list[at]!));
  return [
    text("From", ({ from }) => nameOf(from)),
    text("To", ({ to }) => nameOf(to)),
    text("What", ({ deal }) => (deal === null ? "Account" : "Deal")),
    text("Account ID", ({ account }) => cell(accounts, "key", account)),
    text("Account", ({ account }) => cell(accounts, "name", account)),
    text("Deal ID", ({ deal }) => cell(deals, "key", deal)),
    text("Deal", ({ deal }) => cell(deals, "name", deal)),
    text("Stage", ({ deal }) => cell(deals, "stage", deal)),
    text("Amount", ({ deal }) => cell(deals, "amount", deal)),
    text("When", ({ when }) => whenText(when)),
  ];
}

/** "with the plan", "when it closes", or the first day it is handed over. */
function whenText(when: HandOverTime): string {
  switch (when.kind) {
    case "now":
      return "with the plan";
    case "at-close":
      return "when it closes";
    case "after":
      return isoDay(when.day + 1);
  }
}
