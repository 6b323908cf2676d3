import type { ColumnRole, ColumnType } from "../../model/table";
import { plainHeader } from "./column-roles";
import type { Aggregate, ColumnPlan, RollUp } from "./import-plan";
import { distinctCount } from "./raw-column";
import type { RawTable } from "./raw-table";

const LINE_HEADER =
  /^(row|order|orderline|orderitem|line|lineitem|invoice|transaction|sale|deal|opportunity|ticket|visit|call|shipment|auftrags?|bestell(?:ungs?)?|rechnungs?|belegs?|position|liefer(?:schein|ungs?)?)(id|number|no|#|key|code|nr|nummer)?$/;
const PLACE_ROLES: readonly ColumnRole[] = ["city", "state", "postalCode"];

/**
 * A roll-up for a table of orders and the like: a customer id that repeats beside ids of what the rows are. Accounts are
 * then customers per location. Null where rows are accounts already.
 */
export function proposeRollUp(table: RawTable, columns: readonly ColumnPlan[]): RollUp | null {
  const key = columns.find((column) => column.role === "key");
  if (!key) return null;
  const candidates = columns.filter(
    (column) => column.index !== key.index && LINE_HEADER.test(plainHeader(column.header)),
  );
  if (candidates.length === 0) return null;
  const distinct = (index: number) => distinctCount(table.columns[index]!);
  const customers = distinct(key.index);
  if (customers === 0 || customers > table.rowCount * 0.8) return null;
  const lines = candidates.filter((column) => distinct(column.index) > customers * 1.1);
  if (lines.length === 0) return null;
  // The coarsest of them is what to count: an order has several rows.
  const counted = lines.toSorted((a, b) => distinct(a.index) - distinct(b.index))[0]!;
  const places = columns.filter((column) => column.role && PLACE_ROLES.includes(column.role));
  return {
    groupBy: [key.index, ...places.map((column) => column.index)],
    countOf: distinct(counted.index) < table.rowCount ? counted.index : null,
    countHeader: countHeader(counted.header),
  };
}

/** The column plans for a roll-up: ids of rows have no place in an account. */
export function withoutRowIds(table: RawTable, columns: readonly ColumnPlan[], rollUp: RollUp): ColumnPlan[] {
  return columns.map((column) => {
    if (rollUp.groupBy.includes(column.index)) return column;
    const differs = distinctCount(table.columns[column.index]!) > table.rowCount * 0.95;
    const isRowId =
      column.index === rollUp.countOf || (differs && LINE_HEADER.test(plainHeader(column.header)));
    return isRowId ? { ...column, include: false } : column;
  });
}

/** How the cells of several rows become one. */
export function proposeAggregate(type: ColumnType, header: string, role: ColumnRole | null): Aggregate {
  if (role === "latitude" || role === "longitude") return "first";
  // "Extended Price" of a line is what it came to, not a price.
  if (role === "revenue" && (type === "number" || type === "currency")) return "sum";
  switch (type) {
    case "number":
    case "currency":
      return /discount|rate|price|percent|pct|average|avg|score|rating|margin|age|year/i.test(header)
        ? "average"
        : "sum";
    case "percent":
      return "average";
    case "date":
    case "datetime":
      return /first|start|created|since/i.test(header) ? "min" : "max";
    default:
      return "most";
  }
}

function countHeader(header: string): string {
  const word = /order|invoice|transaction|sale|deal|opportunity|ticket|visit|call|shipment/i.exec(
    header,
  )?.[0];
  if (!word)
    return /auftrag|bestell/i.test(header) ? "Orders" : /rechnung/i.test(header) ? "Invoices" : "Rows";
  const name = word[0]!.toUpperCase() + word.slice(1).toLowerCase();
  return name === "Opportunity" ? "Opportunities" : `${name}s`;
}
