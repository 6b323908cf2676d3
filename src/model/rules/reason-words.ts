import { territoryAt } from "../alignment";
import { cellText } from "../cells";
import { isoDay } from "../day";
import { repProfiles } from "../fit/rep-profile";
import { type AlignmentPath, alignmentAt, type Plan } from "../plan";
import { columnByRole } from "../table";
import type { Decision, NobodyReason, RuleAnswer, SkippedRep } from "./decision";

const KM_PER_MILE = 1.609344;

/** Why a row went where it went, in a line that is kept beside it: what decided, who was passed over, which rules had nobody. */
export function reasonWords(plan: Plan, path: AlignmentPath, { answer, fellThrough }: Decision): string {
  const passed = fellThrough.map(
    ({ rule, answer: theirs }) => `${rule.name}: ${answerWords(plan, path, theirs)}`,
  );
  return [answerWords(plan, path, answer), ...passed].join("; before, ");
}

/** What a rule does with a row, and who was passed over. */
export function answerWords(plan: Plan, path: AlignmentPath, answer: RuleAnswer): string {
  const skipped = answer.skipped.map((rep) => skippedWords(plan, rep));
  if (!answer.given) {
    const why = nobodyWords(answer.why);
    return skipped.length > 0 ? `${why} (${skipped.join(", ")})` : why;
  }
  return [givenWords(plan, path, answer), ...skipped].join("; ");
}

/** Why somebody was passed over: "Ann is away until 2026-05-31". */
export function skippedWords(plan: Plan, { rep, why }: SkippedRep): string {
  const name = repName(plan, rep);
  const format = numbers(plan, 1);
  switch (why.kind) {
    case "away":
      return why.until === null ? `${name} is away` : `${name} is away until ${isoDay(why.until)}`;
    case "language":
      return `${name} does not speak ${why.languages.join(" or ")}`;
    case "capacity":
      return `${name} has ${format.format(why.load)} of ${format.format(why.capacity)}`;
    case "daily-cap":
      return `${name} has had ${format.format(why.cap)} ${why.cap === 1 ? "lead" : "leads"} that day`;
    case "no-territory":
      return `${name} has no territory`;
    case "segment":
      return `${name}'s territory does not take its segment`;
  }
}

/** The name of the rep in a row. */
export function repName(plan: Plan, row: number): string {
  const profiles = repProfiles(plan.tables.reps);
  const own = profiles[row];
  return (own?.row === row ? own : profiles.find((profile) => profile.row === row))?.name ?? "";
}

function givenWords(plan: Plan, path: AlignmentPath, answer: RuleAnswer & { given: true }): string {
  const { by } = answer;
  const name = territoryAt(alignmentAt(plan, path), answer.territory).name;
  switch (by.kind) {
    case "territory":
      return `Goes to ${name}`;
    case "nearest-territory":
      return `${name} is nearest (${distanceWords(plan, by.km)})`;
    case "unit":
      return `${by.accounts} of ${by.of} accounts of ${by.text} are in ${name}`;
    case "assigned-unit":
      return `${by.text} belongs to ${name}`;
    case "account":
      return `${cellText(columnByRole(plan.tables.accounts, "name"), by.account)} is in ${name}`;
    case "rep":
      return `Goes to ${repName(plan, answer.rep)}`;
    case "turns":
      return "Next in turn";
    case "weights":
      return "Next by weight";
    case "capacity":
      return Number.isNaN(by.left)
        ? "No capacity is known"
        : `Most capacity left (${leftWords(plan, by.left)})`;
    case "match":
      return by.matched.length > 0 ? `Knows ${by.matched.join(", ")}` : "Nobody matches better";
    case "nearest":
      return Number.isNaN(by.km) ? "No place is known" : `Lives nearest (${distanceWords(plan, by.km)})`;
  }
}

function nobodyWords(why: NobodyReason): string {
  switch (why.kind) {
    case "territory-gone":
      return "The territory is gone";
    case "no-place":
      return "The row has no place";
    case "not-taken":
      return "The territory does not take its segment";
    case "no-unit":
      return why.text === "" ? "The field is blank" : `No account of ${why.text} has a territory`;
    case "no-account":
      return why.text === "" ? "The field is blank" : `No account “${why.text}” has a territory`;
    case "nobody-eligible":
      return "Nobody may have it";
    case "left-unassigned":
      return "Left unassigned";
    case "rep-gone":
      return "No rep is left";
  }
}

function leftWords(plan: Plan, left: number): string {
  return numbers(plan, 1).format(left);
}

function distanceWords(plan: Plan, km: number): string {
  const { distanceUnit } = plan.settings;
  const distance = distanceUnit === "mi" ? km / KM_PER_MILE : km;
  return `${numbers(plan, distance < 10 ? 1 : 0).format(distance)} ${distanceUnit}`;
}

const formats = new Map<string, Intl.NumberFormat>();

/** Formats are dear to make and there may be a reason for every row. */
function numbers({ settings: { locale } }: Plan, digits: number): Intl.NumberFormat {
  const key = `${locale} ${digits}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale, { maximumFractionDigits: digits });
    formats.set(key, format);
  }
  return format;
}
