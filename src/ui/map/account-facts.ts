import {
  type Alignment,
  primaryRep,
  type Territory,
  territoryAt,
  UNASSIGNED,
  UNASSIGNED_TERRITORY,
} from "../../model/alignment";
import { cellText } from "../../model/cells";
import { withMeasuredFormulas } from "../../model/formula/measured-formulas";
import type { Measure, Plan } from "../../model/plan";
import { columnByKey, columnByRole, rowById } from "../../model/table";
import { exceptionAt, UNIT_COLUMNS, unitOfAccount } from "../../model/units";

/** What hovering over an account tells: its name and lines of label and value. */
export interface AccountFacts {
  readonly name: string;
  readonly lines: readonly { readonly label: string; readonly value: string }[];
}

/**
 * The account's territory, rep, city, unit and what it brings to each measure, in the plan's locale. Blanks are left out. `alignment` is the one
 * that units belong to, null where what is shown is none of the plan's: then nothing is said of exceptions.
 */
export function accountFacts(
  plan: Plan,
  shown: Pick<Alignment, "territoryOf" | "territories">,
  account: number,
  alignment: Alignment | null = null,
): AccountFacts {
  const { accounts } = plan.tables;
  const territory = shown.territories[shown.territoryOf[account] ?? 0] ?? UNASSIGNED_TERRITORY;
  const city = cellText(columnByRole(accounts, "city"), account);
  const state = cellText(columnByRole(accounts, "state"), account);
  const place = [city, state].filter((part) => part !== "").join(", ");
  const lines = [
    { label: "Territory", value: territory.name },
    { label: "Rep", value: repName(plan, territory) },
    { label: "Place", value: place },
    { label: "Unit", value: unitText(plan, alignment, account) },
    ...plan.measures.map((measure) => ({ label: measure.name, value: measureText(plan, measure, account) })),
  ];
  return { name: accountName(plan, account), lines: lines.filter(({ value }) => value !== "") };
}

/** The account's name; where it has none its key, and where that is blank too its row number counted from 1. */
export function accountName(plan: Plan, account: number): string {
  const { accounts } = plan.tables;
  const name = cellText(columnByRole(accounts, "name"), account);
  return name || cellText(columnByRole(accounts, "key"), account) || `Account ${account + 1}`;
}

function repName(plan: Plan, territory: Territory): string {
  const rep = primaryRep(territory);
  const row = rep === null ? undefined : rowById(plan.tables.reps).get(rep);
  return row === undefined ? "" : cellText(columnByRole(plan.tables.reps, "name"), row);
}

/** The unit, and whose it is where the account is an exception to it. */
function unitText(plan: Plan, alignment: Alignment | null, account: number): string {
  const unit = unitOfAccount(plan)[account] ?? -1;
  if (unit < 0) return "";
  const name = cellText(columnByKey(plan.tables.units, UNIT_COLUMNS.name), unit);
  const expected = alignment && exceptionAt(plan, alignment, account);
  if (expected === null) return name;
  const owner = expected === UNASSIGNED ? "nobody" : territoryAt(alignment!, expected).name;
  return `${name} (exception: it belongs to ${owner})`;
}

/** Counting accounts says nothing about a single one, so that measure stays blank. */
function measureText(plan: Plan, { source }: Measure, account: number): string {
  const { tables, settings } = withMeasuredFormulas(plan);
  const column = source.kind === "column" ? columnByKey(tables.accounts, source.column) : undefined;
  if (column?.kind !== "number") return "";
  const value = column.values[account]!;
  if (!Number.isFinite(value)) return "";
  const style: Intl.NumberFormatOptions =
    column.type === "currency"
      ? { style: "currency", currency: settings.currency, maximumFractionDigits: 0 }
      : column.type === "percent"
        ? { style: "percent", maximumFractionDigits: 1 }
        : { maximumFractionDigits: 1 };
  return new Intl.NumberFormat(settings.locale, style).format(value);
}
