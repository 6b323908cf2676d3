import { primaryRep } from "../alignment";
import { type Remembered, remembered } from "../metrics/remembered";
import { type AlignmentPath, baselineAt, type Plan } from "../plan";
import { DEFAULT_FIT, type FitSettings } from "../planning/fit-settings";
import { type ColumnRole, columnByRole, type Table } from "../table";
import { repProfiles } from "./rep-profile";

const MS_PER_DAY = 86_400_000;
const DAYS_PER_YEAR = 365.25;

/** How the plan counts fit. */
export function fitSettings(plan: Plan): FitSettings {
  return plan.planning.fit[0] ?? DEFAULT_FIT;
}

/** The day from which tenure and activity count, in days since 1970. */
export function fitDay(plan: Plan): number {
  return fitSettings(plan).asOf ?? Math.floor(plan.createdAt / MS_PER_DAY);
}

/** Years from a day to the day that counts, and days since a day; 0 for days to come, NaN for blanks. */
export function yearsSince(day: number, asOf: number): number {
  return daysSince(day, asOf) / DAYS_PER_YEAR;
}

export function daysSince(day: number, asOf: number): number {
  return Math.max(0, asOf - day);
}

/**
 * How strong a relationship is, 0–1: what tenure has built, less what has faded since the last activity. Years with the rep count
 * years ÷ (years + half), between half and all; days without activity halve it every half-life. One of them alone counts for
 * itself; NaN without either.
 */
export function strengthOf(years: number, idleDays: number, settings: FitSettings): number {
  const built = years / (years + settings.halfTenureYears);
  const left = Math.exp((-Math.LN2 * idleDays) / settings.halfLifeDays);
  if (Number.isNaN(left)) return built;
  return Number.isNaN(built) ? left : left * (0.5 + 0.5 * built);
}

/** Dates of relationships by account row; NaN where blank or where there is no such column. */
export interface RelationshipDates {
  /** With its rep since; where that is not known, when the account was made. */
  readonly since: Float64Array;
  readonly lastActivity: Float64Array;
}

export function relationshipDates({ tables: { accounts } }: Plan): RelationshipDates {
  const days = (role: ColumnRole) => {
    const column = columnByRole(accounts, role);
    return column?.kind === "number" ? column.values : null;
  };
  const blank = () => new Float64Array(accounts.count).fill(Number.NaN);
  const since = days("since");
  const created = days("created");
  const start =
    since && created
      ? since.map((day, row) => (Number.isNaN(day) ? created[row]! : day))
      : (since ?? created ?? blank());
  return { since: start, lastActivity: days("lastActivity") ?? blank() };
}

/** Position in `repProfiles` of the rep who has each account in the baseline, by account row; −1 where nobody has. */
export function baselineReps(plan: Plan, path: AlignmentPath): Int32Array {
  const { accounts, reps } = plan.tables;
  const of = new Int32Array(accounts.count).fill(-1);
  const baseline = baselineAt(plan, path);
  if (!baseline) return of;
  const positions = new Map(repProfiles(reps).map(({ id }, position) => [id, position]));
  const bySlot = baseline.territories.map((territory) => {
    const rep = territory && primaryRep(territory);
    return rep === null ? -1 : (positions.get(rep) ?? -1);
  });
  const { length } = baseline.territoryOf;
  for (let row = 0; row < length; row++) of[row] = bySlot[baseline.territoryOf[row]!] ?? -1;
  return of;
}

const strengths: Remembered<Table, Float64Array> = new WeakMap();

/**
 * How strong each account's relationship with its rep of the baseline is, 0–1 by account row; NaN where nobody has it, where it is
 * deleted, or where neither tenure nor last activity is known. Shared: do not write to it.
 */
export function relationshipStrength(plan: Plan, path: AlignmentPath): Float64Array {
  const { accounts, reps } = plan.tables;
  const from = [reps, baselineAt(plan, path), fitSettings(plan), fitDay(plan)];
  return remembered(strengths, accounts, from, () => strengthsOf(plan, path));
}

function strengthsOf(plan: Plan, path: AlignmentPath): Float64Array {
  const { count, deleted } = plan.tables.accounts;
  const settings = fitSettings(plan);
  const asOf = fitDay(plan);
  const { since, lastActivity } = relationshipDates(plan);
  const repOf = baselineReps(plan, path);
  const strength = new Float64Array(count).fill(Number.NaN);
  for (let row = 0; row < count; row++) {
    if (repOf[row]! < 0 || deleted?.[row]) continue;
    strength[row] = strengthOf(yearsSince(since[row]!, asOf), daysSince(lastActivity[row]!, asOf), settings);
  }
  return strength;
}

/**
 * What it costs to break each relationship, as a multiple of the usual price: 0.25 for a dead one to 1.75 for the strongest;
 * 1 where its strength is not known.
 */
export function relationshipMultiples(strength: Float64Array): Float64Array {
  return strength.map((value) => (Number.isNaN(value) ? 1 : 0.25 + 1.5 * value));
}
