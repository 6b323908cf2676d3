import { applyPatch } from "../../src/model/apply-patch";
import { alignByUnits } from "../../src/model/edits/assign-units";
import { chooseUnits, type NamedUnits } from "../../src/model/edits/choose-units";
import type { Plan } from "../../src/model/plan";
import { exceptionsOf, unitOfAccount } from "../../src/model/units";
import { seededRandom } from "./seeded-random";
import { PATH, smallPlan } from "./small-plan";

/** Units 1 to 4, by the digits that the helpers below use. */
export const FOUR_UNITS: NamedUnits = {
  codes: ["u1", "u2", "u3", "u4"],
  names: ["One", "Two", "Three", "Four"],
};

export const OWN_SET = {
  id: "own:t",
  name: "Test areas",
  unit: "Area",
  approximate: false,
  areas: "packed",
} as const;

/** A plan as by `smallPlan`, each account in the unit with its digit ("." = in none); not aligned by units yet. */
export function unitPlan(letters: string, digits: string, revenue?: readonly number[]): Plan {
  const plan = smallPlan(letters, revenue);
  const unitOf = Array.from(digits, (digit) => (digit === "." ? -1 : Number(digit) - 1));
  return applyPatch(plan, chooseUnits(plan, OWN_SET, FOUR_UNITS, unitOf, seededRandom(1)));
}

/** The same, aligned by units. */
export function alignedByUnits(letters: string, digits: string, revenue?: readonly number[]): Plan {
  const plan = unitPlan(letters, digits, revenue);
  return applyPatch(plan, alignByUnits(plan, PATH));
}

/** The territories of the units, as letters. */
export function unitLetters(plan: Plan): string {
  const { territoryOfUnit } = plan.scenarios[0]!.alignments.main!;
  return Array.from({ length: plan.tables.units.count }, (_, unit) => ".AB"[territoryOfUnit[unit] ?? 0]).join(
    "",
  );
}

/** The digits that `unitPlan` would make the accounts' units from. */
export function unitDigits(plan: Plan): string {
  return Array.from(unitOfAccount(plan), (unit) => (unit < 0 ? "." : String(unit + 1))).join("");
}

/** Which accounts are exceptions: "x" or "-". */
export function exceptionMarks(plan: Plan): string {
  return Array.from(exceptionsOf(plan, PATH).flags, (flag) => (flag ? "x" : "-")).join("");
}
