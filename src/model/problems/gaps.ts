import { UNASSIGNED } from "../alignment";
import { planOfLayer } from "../eligibility";
import { measureValues, unitValues } from "../metrics/measure-values";
import { type AlignmentPath, alignmentAt, type Measure, type Plan } from "../plan";
import { isLive } from "../table";

/** What nobody has: rows of accounts or units, those that bring most first. */
export interface Gaps {
  /** The measure they are ordered by; null where every account counts the same. */
  readonly by: Measure | null;
  readonly accounts: readonly number[];
  /** What the accounts bring to it together. */
  readonly value: number;
  /** Units with potential that nobody has, by the first measure of a unit column. */
  readonly units: readonly number[];
}

/** Accounts and units with potential that are in no territory. */
export function gapsIn(plan: Plan, path: AlignmentPath): Gaps {
  const alignment = alignmentAt(plan, path);
  const { accounts } = planOfLayer(plan, path.layer).tables;
  const by = orderingMeasure(plan);
  const values = by && measureValues(accounts, by);
  const open: number[] = [];
  for (let account = 0; account < accounts.count; account++)
    if (alignment.territoryOf[account] === UNASSIGNED && isLive(accounts, account)) open.push(account);
  if (values) open.sort((a, b) => values[b]! - values[a]! || a - b);
  const value = values ? open.reduce((sum, account) => sum + values[account]!, 0) : open.length;
  return { by, accounts: open, value, units: openUnits(plan, alignment.territoryOfUnit) };
}

/** The measure of accounts that counts most for the balance and tells accounts apart. */
export function orderingMeasure(plan: Plan): Measure | null {
  const telling = plan.measures.filter(
    ({ source }) => source.kind !== "accounts" && source.kind !== "unit-column" && source.kind !== "workload",
  );
  return telling.reduce<Measure | null>(
    (best, one) => (best && best.weight >= one.weight ? best : one),
    null,
  );
}

function openUnits(plan: Plan, territoryOfUnit: Uint16Array): number[] {
  const { units } = plan.tables;
  const measure = plan.measures.find(({ source }) => source.kind === "unit-column");
  if (measure?.source.kind !== "unit-column") return [];
  const values = unitValues(units, measure.source.column);
  const open: number[] = [];
  for (let unit = 0; unit < units.count; unit++)
    if (territoryOfUnit[unit] === UNASSIGNED && values[unit]! > 0) open.push(unit);
  return open.sort((a, b) => values[b]! - values[a]! || a - b);
}
