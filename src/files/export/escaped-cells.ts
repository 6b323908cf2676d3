import { territorySlots } from "../../model/alignment";
import { alignmentAt, type Plan } from "../../model/plan";
import { accountColumns, accountRows } from "./alignment-csv";
import { countEscaped } from "./csv";
import type { ExportRequest } from "./export-job";
import { territoryColumns } from "./territories-csv";

/** How many cells of a file get an apostrophe before them where formulas are escaped; whether they are does not matter. */
export function escapedCells(plan: Plan, request: ExportRequest): number {
  const { path, dialect } = request;
  if (request.kind === "accounts")
    return countEscaped(accountColumns(plan, path, dialect), accountRows(plan, request.rows));
  // Figures are no texts, and are not worth computing here.
  const columns = territoryColumns(plan, path, dialect, () => {
    throw new Error("Expected texts only, got asked for figures.");
  });
  return countEscaped(columns, territorySlots(alignmentAt(plan, path)));
}
