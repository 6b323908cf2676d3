import type { Aggregate, ColumnPlan, Reading } from "../../files/import/import-plan";
import type { ColumnRole, ColumnType } from "../../model/table";

/** What a column can mean, in the planner's words. */
export const ROLE_WORDS: Readonly<Record<ColumnRole, string>> = {
  key: "Account ID",
  name: "Account name",
  owner: "Owner (rep)",
  territory: "Territory",
  street: "Street",
  city: "City",
  state: "State or province",
  postalCode: "Postal code",
  country: "Country",
  latitude: "Latitude",
  longitude: "Longitude",
  locatedBy: "How it was located",
  industry: "Industry",
  segment: "Segment",
  employees: "Employees",
  revenue: "Revenue",
  potential: "Potential",
  visits: "Visits a year",
  parent: "Parent account",
  lastActivity: "Last activity",
  created: "Created",
  firstResponse: "First response",
  account: "Account of the deal",
  stage: "Stage",
  amount: "Amount",
  closed: "Closed",
  language: "Language",
  seniority: "Seniority",
  manager: "Manager",
  quota: "Quota",
  capacity: "Capacity",
  email: "E-mail",
  skills: "Skills needed",
  since: "With its rep since",
  region: "Region",
  lead: "Paired lead",
  availability: "Availability",
  awayFrom: "Away from",
  awayTo: "Away to",
  ramp: "Ramp (months)",
  dailyCap: "Leads a day at most",
  routedBy: "Routed by",
  routingReason: "Why routed so",
  routedAt: "Routed at",
  unit: "Geographic unit",
  position: "Place among the rows",
};

/** The meanings offered for a column of accounts, grouped as they stand in the list. */
export const ROLE_GROUPS: readonly { readonly label: string; readonly roles: readonly ColumnRole[] }[] = [
  { label: "Account", roles: ["name", "key", "parent", "industry", "segment", "language", "skills"] },
  { label: "Who has it now", roles: ["owner", "territory"] },
  {
    label: "Where it is",
    roles: ["street", "city", "state", "postalCode", "country", "latitude", "longitude"],
  },
  { label: "How big it is", roles: ["revenue", "potential", "employees", "visits"] },
  { label: "When", roles: ["created", "since", "lastActivity"] },
];

/** A type and, where it matters, how its texts are written. */
export interface TypeFormat {
  readonly label: string;
  readonly change: Partial<Pick<ColumnPlan, "type" | "decimal" | "dateOrder">>;
}

/** Types in the planner's words, with the ways to write them. */
export const TYPE_FORMATS: readonly TypeFormat[] = [
  { label: "Text", change: { type: "text" } },
  { label: "Choice of a few", change: { type: "choice" } },
  { label: "Number 1,234.5", change: { type: "number", decimal: "." } },
  { label: "Number 1.234,5", change: { type: "number", decimal: "," } },
  { label: "Money 1,234.50", change: { type: "currency", decimal: "." } },
  { label: "Money 1.234,50", change: { type: "currency", decimal: "," } },
  { label: "Percent 12.5%", change: { type: "percent", decimal: "." } },
  { label: "Percent 12,5%", change: { type: "percent", decimal: "," } },
  { label: "Date, month first", change: { type: "date", dateOrder: "mdy" } },
  { label: "Date, day first", change: { type: "date", dateOrder: "dmy" } },
  { label: "Date and time, month first", change: { type: "datetime", dateOrder: "mdy" } },
  { label: "Date and time, day first", change: { type: "datetime", dateOrder: "dmy" } },
  { label: "Yes or no", change: { type: "yesno" } },
];

/** The entry of `TYPE_FORMATS` that a column has. */
export function formatOf(column: ColumnPlan): TypeFormat | undefined {
  return TYPE_FORMATS.find(
    ({ change }) =>
      change.type === column.type &&
      (change.decimal === undefined || change.decimal === column.decimal) &&
      (change.dateOrder === undefined || change.dateOrder === column.dateOrder),
  );
}

export const AGGREGATE_WORDS: Readonly<Record<Aggregate, string>> = {
  sum: "Sum",
  average: "Average",
  min: "Smallest",
  max: "Largest",
  first: "First",
  most: "Most frequent",
};

export const ENCODING_WORDS: Readonly<Record<Reading["encoding"], string>> = {
  "utf-8": "Unicode (UTF-8)",
  "utf-16le": "Unicode (UTF-16, little end first)",
  "utf-16be": "Unicode (UTF-16, big end first)",
  "windows-1252": "Western (Windows-1252)",
  shift_jis: "Japanese (Shift JIS)",
};

/** The usual delimiters by name. */
export const DELIMITER_WORDS: Readonly<Record<Reading["delimiter"], string>> = {
  ",": "Comma",
  ";": "Semicolon",
  "\t": "Tab",
  "|": "Pipe",
};

export function isNumeric(type: ColumnType): boolean {
  return type === "number" || type === "currency" || type === "percent";
}
