import type { Column, ColumnRole, TableName } from "../../../model/table";

const PLACE = ["street", "city", "state", "postalCode", "country", "latitude", "longitude"] as const;

/** What columns of a table can be used for. What the product itself writes is not offered. */
const ROLES: Readonly<Record<TableName, readonly ColumnRole[]>> = {
  accounts: [
    "name",
    "key",
    "owner",
    "parent",
    "industry",
    "segment",
    "language",
    "skills",
    ...PLACE,
    "revenue",
    "potential",
    "employees",
    "visits",
    "created",
    "since",
    "lastActivity",
  ],
  leads: [
    "name",
    "key",
    "account",
    "owner",
    "industry",
    "segment",
    "language",
    ...PLACE,
    "revenue",
    "employees",
    "stage",
    "email",
    "created",
    "firstResponse",
  ],
  deals: ["name", "key", "account", "owner", "stage", "amount", "created", "closed"],
  reps: [
    "name",
    "key",
    "email",
    "manager",
    "language",
    "industry",
    "skills",
    "seniority",
    "region",
    ...PLACE,
    "quota",
    "capacity",
    "since",
    "availability",
    "awayFrom",
    "awayTo",
    "ramp",
    "lead",
    "dailyCap",
  ],
  units: ["name", "key", "potential", "latitude", "longitude"],
};

const NUMBERS: ReadonlySet<ColumnRole> = new Set([
  "latitude",
  "longitude",
  "revenue",
  "potential",
  "employees",
  "visits",
  "amount",
  "quota",
  "capacity",
  "availability",
  "ramp",
  "dailyCap",
]);
const DATES: ReadonlySet<ColumnRole> = new Set([
  "created",
  "since",
  "lastActivity",
  "firstResponse",
  "closed",
  "awayFrom",
  "awayTo",
]);

/** What a column of this type can be used for in its table; what it is used for now is among them. */
export function roleChoices(table: TableName, { type, role }: Column): readonly ColumnRole[] {
  const isDate = type === "date" || type === "datetime";
  const isNumber = type === "number" || type === "currency" || type === "percent";
  return ROLES[table].filter((candidate) => {
    if (candidate === role) return true;
    if (NUMBERS.has(candidate)) return isNumber;
    if (DATES.has(candidate)) return isDate;
    return !isDate && type !== "yesno";
  });
}

/** What follows when a column is used so; "" for what says itself. */
export function roleConsequence(role: ColumnRole | null): string {
  switch (role) {
    case "revenue":
      return "Disruption counts this money, and fit takes large accounts for those with much of it.";
    case "latitude":
    case "longitude":
      return "Accounts stand on the map where latitude and longitude say.";
    case "street":
    case "city":
    case "state":
    case "postalCode":
    case "country":
      return "Places are looked up by it: locate accounts again to move those already on the map.";
    case "parent":
      return "It says which accounts are of one family.";
    case "industry":
    case "language":
    case "skills":
    case "seniority":
      return "Fit between reps and accounts counts it.";
    case "name":
      return "Lists, map and messages call the row by it.";
    case "key":
      return "Imports find the row again by it.";
    case "quota":
    case "capacity":
      return "Targets can follow it.";
    default:
      return "";
  }
}
