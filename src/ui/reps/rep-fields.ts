import { cellValue } from "../../model/cells";
import { REP_COLUMNS, type RepDetails, type RepRole } from "../../model/edits/edit-rep";
import { cellFormatOf, parseCell } from "../../model/parse-cell";
import type { PlanSettings } from "../../model/plan";
import { type ColumnType, columnByRole, type Table } from "../../model/table";
import { fullNumberText } from "../grid/cell-format";

/** A field of the form: what it is called, how it is filled in, and what it starts with. */
export interface RepField {
  readonly role: RepRole;
  readonly label: string;
  readonly type: ColumnType;
  readonly hint?: string;
}

/** The fields of the form by group; lists are written with semicolons. */
export const REP_FIELDS: readonly { readonly legend: string; readonly roles: readonly RepRole[] }[] = [
  { legend: "Brings", roles: ["seniority", "language", "industry", "skills"] },
  { legend: "Home", roles: ["city", "state", "postalCode", "country"] },
  { legend: "Carries", roles: ["capacity", "quota", "availability", "awayFrom", "awayTo"] },
  { legend: "Stands with", roles: ["manager", "lead", "region", "since", "ramp"] },
];

const HINTS: Readonly<Partial<Record<RepRole, string>>> = {
  seniority: "Junior, Mid-level, Senior, Team lead",
  language: "English; Spanish",
  industry: "Retail; Energy",
  skills: "Security; Analytics",
  capacity: "accounts",
  availability: "80%",
  lead: "for juniors",
  region: "West; Central",
  ramp: "months to full quota",
};

/** The field of a role. A column of the plan lends it its name and type. */
export function repField(reps: Table, role: RepRole): RepField {
  const usual = REP_COLUMNS.find((column) => column.role === role)!;
  const column = columnByRole(reps, role);
  const hint = HINTS[role];
  return {
    role,
    label: column?.header ?? usual.header,
    type: column?.type ?? usual.type,
    ...(hint !== undefined && { hint }),
  };
}

/** What the form starts with, as it would be typed; "" for blanks. */
export function repText(
  reps: Table,
  row: number | null,
  { role, type }: RepField,
  settings: PlanSettings,
): string {
  const column = columnByRole(reps, role);
  const value = column && row !== null ? cellValue(column, row) : null;
  if (value === null) return "";
  return typeof value === "number" ? fullNumberText(value, type, settings.locale) : String(value);
}

/** What was typed read by the fields' types: values of the fields that were changed, and labels of those that cannot be read. */
export function readRepTexts(
  fields: readonly RepField[],
  texts: ReadonlyMap<RepRole, string>,
  { locale }: PlanSettings,
): { details: RepDetails; unread: string[] } {
  const details: Partial<Record<RepRole, RepDetails[RepRole]>> = {};
  const unread: string[] = [];
  for (const field of fields) {
    const text = texts.get(field.role);
    if (text === undefined) continue;
    const read = parseCell(text.trim(), field.type, cellFormatOf(locale));
    if (read.ok) details[field.role] = read.value;
    else unread.push(field.label);
  }
  return { details, unread };
}
