import { makeRecordId, type Random } from "../../model/ids";
import type { Measure } from "../../model/plan";
import type { NumberColumn, Table } from "../../model/table";

/** Figures of workload, the better one first: beds say more about the calls a hospital needs than the people around it. */
const WORKLOADS = [
  /^(beds|patients|students|seats|rooms|doctors|physicians|outlets)\b/i,
  /^(visits|calls|workload|hours|units|users)\b/i,
  /^population\b/i,
];
const MONEY = /revenue|sales|turnover|arr\b|amount|umsatz|omzet|ventas|fatturato/i;

/** What a plan balances at first: the number of accounts, their money, their potential and one figure of workload, where the file has them. */
export function proposeMeasures(accounts: Table, random: Random): Measure[] {
  const measure = (name: string, source: Measure["source"]): Measure => ({
    id: makeRecordId(random),
    name,
    source,
    weight: 1,
    tolerance: 0.1,
  });
  const candidates = accounts.columns.filter(
    (column): column is NumberColumn => column.kind === "number" && isBalanceable(column),
  );
  const money =
    candidates.find((column) => column.role === "revenue") ??
    candidates.find((column) => column.type === "currency" && MONEY.test(column.header)) ??
    candidates.find((column) => column.role === "amount");
  const potential = candidates.find((column) => column.role === "potential");
  const work =
    candidates.find((column) => column.role === "visits") ??
    WORKLOADS.flatMap((words) => candidates.filter((column) => words.test(column.header.trim())))[0];
  const measures = [measure("Accounts", { kind: "accounts" })];
  for (const column of new Set([money, potential, work])) {
    if (column) measures.push(measure(column.header.trim(), { kind: "column", column: column.key }));
  }
  return measures;
}

/** A measure needs a total above zero, and shares of it mean nothing where many values are negative. */
function isBalanceable(column: NumberColumn): boolean {
  if (column.type === "date" || column.type === "datetime") return false;
  let sum = 0;
  let negative = 0;
  for (const value of column.values) {
    if (Number.isNaN(value)) continue;
    sum += value;
    if (value < 0) negative -= value;
  }
  return sum > 0 && negative < sum * 0.05;
}
