import type { Plan } from "../plan";
import type { RoutedTable, RuleField } from "../planning/routing-rule";
import { type Column, type ColumnRole, columnByKey, columnByRole, shownColumns } from "../table";
import { foldText } from "../views/fold-text";

/** Roles that say the same thing of an account as of a lead; any other column is a field by its header. */
const SHARED_ROLES: ReadonlySet<ColumnRole | null> = new Set<ColumnRole>([
  "name",
  "owner",
  "territory",
  "street",
  "city",
  "state",
  "postalCode",
  "country",
  "latitude",
  "longitude",
  "industry",
  "segment",
  "employees",
  "revenue",
  "potential",
  "language",
  "skills",
  "created",
  "stage",
  "email",
]);

/** The field that a column of one of the tables is. */
export function fieldOfColumn(table: RoutedTable, { key, header, role }: Column): RuleField {
  if (role && SHARED_ROLES.has(role)) return { kind: "role", role };
  return { kind: "column", table, column: key, header };
}

/** The column that a field is in a table, or undefined. */
export function fieldColumn(plan: Plan, table: RoutedTable, field: RuleField): Column | undefined {
  const { columns } = plan.tables[table];
  if (field.kind === "role") return columnByRole(plan.tables[table], field.role);
  const own = columnByKey(plan.tables[field.table], field.column);
  if (field.table === table) return own;
  const header = foldText((own?.header ?? field.header).trim());
  return columns.find((column) => foldText(column.header.trim()) === header);
}

/** What the sheets call a field; what it was called where no table has it any more. */
export function fieldHeader(plan: Plan, field: RuleField): string {
  const column = fieldColumn(plan, "accounts", field) ?? fieldColumn(plan, "leads", field);
  return column?.header ?? (field.kind === "column" ? field.header : field.role);
}

/** The fields of both tables, each once, those of the accounts first. */
export function ruleFields(plan: Plan): readonly { readonly field: RuleField; readonly column: Column }[] {
  const known = new Map<string, { field: RuleField; column: Column }>();
  for (const table of ["accounts", "leads"] as const) {
    for (const column of shownColumns(plan.tables[table])) {
      const field = fieldOfColumn(table, column);
      const id = field.kind === "role" ? `role ${field.role}` : `header ${foldText(column.header.trim())}`;
      if (!known.has(id)) known.set(id, { field, column });
    }
  }
  return [...known.values()];
}
