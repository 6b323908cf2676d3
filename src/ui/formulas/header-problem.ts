import type { Plan } from "../../model/plan";
import type { DerivedColumn } from "../../model/planning/derived-column";

/** Headers that the sheets have beside those of the tables. */
const OWN_HEADERS = ["territory", "rep", "locked", "accounts"];

/** Why a calculated column cannot have this name; null where it can. */
export function headerProblem(
  plan: Plan,
  table: DerivedColumn["table"],
  id: string,
  header: string,
): string | null {
  const wanted = header.trim();
  if (wanted === "") return "Give the column a name.";
  return takenHeaders(plan, table, id).has(wanted.toLowerCase())
    ? `There is already a column named ${wanted}.`
    : null;
}

/** The name, or the next one with a number that no column has. */
export function freeHeader(plan: Plan, table: DerivedColumn["table"], wanted: string): string {
  const taken = takenHeaders(plan, table, "");
  let [header, number] = [wanted, 2];
  while (taken.has(header.toLowerCase())) header = `${wanted} ${number++}`;
  return header;
}

function takenHeaders(
  { tables, planning }: Plan,
  table: DerivedColumn["table"],
  id: string,
): ReadonlySet<string> {
  const own = table === "territories" ? [] : tables[table].columns;
  const derived = planning.columns.filter((record) => record.table === table && record.id !== id);
  const headers = [...own, ...derived].map(({ header }) => header.trim().toLowerCase());
  return new Set([...OWN_HEADERS, ...headers]);
}
