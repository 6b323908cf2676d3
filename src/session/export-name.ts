import { PLAIN_DIALECT } from "../files/export/csv";
import { escapedCells as countEscapedCells } from "../files/export/escaped-cells";
import type { ExportRequest } from "../files/export/export-job";
import { safeFileName } from "../files/export/file-name";
import { PLAN_FILE_ENDING } from "../files/plan/plan-file";
import type { Plan } from "../model/plan";

/** What a plan can be exported as. */
export type ExportKind = ExportRequest["kind"] | "plan";

/** Name of an exported file: the plan's, made safe for every system. */
export function exportFileName(plan: Plan, kind: ExportKind): string {
  if (kind === "plan") return safeFileName(plan.name, PLAN_FILE_ENDING.slice(1));
  return safeFileName(kind === "territories" ? `${plan.name} territories` : plan.name, "csv");
}

/** Name of a picture of the map. */
export function pictureFileName(plan: Plan, ending: "png" | "svg"): string {
  return safeFileName(`${plan.name} map`, ending);
}

/** Name of the list of who hands what to whom, of one rep or (with "") of all. */
export function handOverFileName(plan: Plan, rep: string): string {
  return safeFileName(`${plan.name} hand-over ${rep}`, "csv");
}

/** What the list is written in: what spreadsheets and CRMs read. */
export const HAND_OVER_DIALECT = PLAIN_DIALECT;

/** How many cells of a CSV file get an apostrophe where formulas are escaped. */
export const escapedCells = countEscapedCells;
