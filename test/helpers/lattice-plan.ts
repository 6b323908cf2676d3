import type { Plan } from "../../src/model/plan";
import { smallPlan } from "./small-plan";
import { makeColumn } from "./small-table";

/**
 * A plan drawn as a map: a letter per account, north at the top, a blank where nobody is. "A" and "B" are territories, small letters locked
 * accounts, "." accounts that nobody has. Accounts lie 0.1° apart near the equator, in the order of reading.
 */
export function latticePlan(lines: readonly string[], revenue?: readonly number[]): Plan {
  const cells = lines.flatMap((line, y) =>
    [...line].flatMap((letter, x) => (letter === " " ? [] : [{ letter, x, y }])),
  );
  const plan = smallPlan(cells.map(({ letter }) => letter).join(""), revenue);
  const { accounts } = plan.tables;
  const columns = [
    ...accounts.columns.filter(({ role }) => role !== "latitude" && role !== "longitude"),
    makeColumn(
      "latitude",
      "number",
      cells.map(({ y }) => 1 - y / 10),
      "latitude",
    ),
    makeColumn(
      "longitude",
      "number",
      cells.map(({ x }) => 10 + x / 10),
      "longitude",
    ),
  ];
  return { ...plan, tables: { ...plan.tables, accounts: { ...accounts, columns } } };
}

/** The plan's accounts as letters again, in the order of reading. */
export function lettersOf(plan: Plan): string {
  const [scenario] = plan.scenarios;
  const { territoryOf, locked } = scenario!.alignments[plan.layers[0]!.id]!;
  return Array.from(territoryOf, (slot, account) => {
    const letter = ".ABCDEFG"[slot]!;
    return locked[account] ? letter.toLowerCase() : letter;
  }).join("");
}
