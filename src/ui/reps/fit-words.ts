import type { FitLeftOut, FitPart, FitReason } from "../../model/fit/explain-fit";
import type { LeadPairing } from "../../model/fit/lead-pairing";
import type { RepCoverage } from "../../model/fit/rep-coverage";
import type { RowId } from "../../model/ids";
import type { Plan } from "../../model/plan";
import type { FitFactor } from "../../model/planning/fit-settings";
import { countText, distanceText, numberFormat, percentText } from "../number-format";

export const FACTOR_WORDS: Readonly<Record<FitFactor, string>> = {
  language: "Language",
  industry: "Industry",
  relationship: "Relationship",
  seniority: "Seniority",
  distance: "Distance",
  skills: "Skills",
};

/** What each factor compares, for the dialog of weights. */
export const FACTOR_HINTS: Readonly<Record<FitFactor, string>> = {
  language: "The rep speaks the account's language, or does not.",
  industry: "The rep's own industries, the accounts they have there, and the deals they won there.",
  relationship: "The rep has the account: longer counts more, and silence lets it fade.",
  seniority: "How experienced the rep is against how large the account is.",
  distance: "From the rep's home to the account, in a straight line.",
  skills: "How much of what the account asks for the rep can do.",
};

const SIZE_WORDS = ["small", "medium", "large"] as const;

/** "71" for 70.6; "–" where nothing is known. */
export function fitText(fit: number): string {
  return Number.isNaN(fit) ? "–" : String(Math.round(fit));
}

/** Fit points with a decimal: "4.2". */
export function pointsText(plan: Plan, points: number): string {
  const options = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  return numberFormat(plan.settings.locale, options).format(Math.abs(points) < 0.05 ? 0 : points);
}

/** The facts behind a factor in a sentence without a period. `nameOf`: name of a rep by id. */
export function reasonText(plan: Plan, { reason }: FitPart, nameOf: (rep: RowId) => string): string {
  switch (reason.kind) {
    case "language":
      return reason.shared.length > 0
        ? `Speaks ${listText(reason.shared, "and")}`
        : `Does not speak ${listText(reason.wanted, "or")}`;
    case "industry":
      return industryText(plan, reason);
    case "relationship":
      return relationshipText(plan, reason, nameOf);
    case "seniority":
      return `${reason.seniority} for a ${SIZE_WORDS[reason.size]} account (${sizeText(plan, reason)})`;
    case "distance":
      return `${distanceText(plan, reason.km)} from home`;
    case "skills": {
      const { needed, missing } = reason;
      if (missing.length === 0) return `Has ${listText(needed, "and")}`;
      return missing.length === needed.length
        ? `Lacks ${listText(missing, "and")}`
        : `Lacks ${listText(missing, "and")} of ${listText(needed, "and")}`;
    }
  }
}

/** Why a factor does not count, in a sentence without a period. */
export function leftOutText({ factor, why }: FitLeftOut): string {
  if (why === "weight") return `${FACTOR_WORDS[factor]} has no weight`;
  const side = why === "rep" ? "rep" : "account";
  return `${MISSING_WORDS[factor][side]} not known`;
}

const MISSING_WORDS: Readonly<Record<FitFactor, Readonly<Record<"rep" | "account", string>>>> = {
  language: { rep: "The rep's languages are", account: "The account's language is" },
  industry: { rep: "The rep's industries are", account: "The account's industry is" },
  relationship: { rep: "A relationship is", account: "A relationship is" },
  seniority: { rep: "The rep's seniority is", account: "The account's size is" },
  distance: { rep: "The rep's home is", account: "The account's place is" },
  skills: { rep: "The rep's skills are", account: "The skills that the account asks for are" },
};

function industryText(plan: Plan, reason: Extract<FitReason, { kind: "industry" }>): string {
  const parts = [];
  if (reason.listed !== null) {
    parts.push(`${reason.industry} is ${reason.listed ? "one" : "not one"} of their industries`);
  }
  if (reason.repAccounts > 0) {
    const share = percentText(reason.accounts / reason.repAccounts);
    const own = `${countText(plan, reason.accounts)} of ${accountsText(plan, reason.repAccounts)}`;
    parts.push(
      `${own} ${reason.accounts === 1 ? "is" : "are"} in ${reason.industry} (${share}; of all ${percentText(reason.marketShare)})`,
    );
  }
  if (reason.closed > 0) {
    const deals = reason.closed === 1 ? "deal" : "deals";
    parts.push(
      `won ${countText(plan, reason.won)} of ${countText(plan, reason.closed)} closed ${deals} there (everyone ${percentText(reason.winRate)})`,
    );
  }
  return sentence(parts.join("; "));
}

function relationshipText(
  plan: Plan,
  reason: Extract<FitReason, { kind: "relationship" }>,
  nameOf: (rep: RowId) => string,
): string {
  const parts = [reason.isOwn ? "Has the account" : `${nameOf(reason.keeper)} has the account`];
  if (!Number.isNaN(reason.years)) parts.push(`for ${yearsText(plan, reason.years)}`);
  const idle = Number.isNaN(reason.idleDays) ? "" : `; last activity ${daysAgoText(plan, reason.idleDays)}`;
  return parts.join(" ") + idle;
}

function sizeText(plan: Plan, { by, number }: Extract<FitReason, { kind: "seniority" }>): string {
  if (by === "employees") return `${countText(plan, number)} employees`;
  const format = numberFormat(plan.settings.locale, {
    style: "currency",
    currency: plan.settings.currency,
    notation: "compact",
    maximumFractionDigits: 1,
  });
  return `${format.format(number)} ${by}`;
}

/** "8 months", "2.4 years". */
export function yearsText(plan: Plan, years: number): string {
  const months = Math.round(years * 12);
  if (months < 24) return months === 1 ? "1 month" : `${months} months`;
  return `${numberFormat(plan.settings.locale, { maximumFractionDigits: 1 }).format(years)} years`;
}

function daysAgoText(plan: Plan, days: number): string {
  const whole = Math.floor(days);
  if (whole === 0) return "today";
  return whole === 1 ? "yesterday" : `${countText(plan, whole)} days ago`;
}

export function accountsText(plan: Plan, count: number): string {
  return count === 1 ? "1 account" : `${countText(plan, count)} accounts`;
}

/** "A", "A and B", "A, B and C". */
export function listText(entries: readonly string[], word: "and" | "or"): string {
  if (entries.length < 2) return entries.join("");
  return `${entries.slice(0, -1).join(", ")} ${word} ${entries.at(-1)}`;
}

/** How a rep works on the day that counts, in short pieces: "80 %", "ramping, 65 %", "away until Jul 11, 2026". */
export function workingTexts(plan: Plan, { rep, ramped, isAway }: RepCoverage): string[] {
  const texts = [];
  if (rep.availability >= 0 && rep.availability < 1) texts.push(`works ${percentText(rep.availability)}`);
  if (ramped < 1) texts.push(`ramping up, ${percentText(ramped)} there`);
  if (isAway) texts.push(Number.isNaN(rep.awayTo) ? "away" : `away until ${dayText(plan, rep.awayTo)}`);
  return texts;
}

/** A day since 1970 as the plan's locale writes it. */
export function dayText(plan: Plan, day: number): string {
  const format = new Intl.DateTimeFormat(plan.settings.locale, { dateStyle: "medium", timeZone: "UTC" });
  return format.format(day * 86_400_000);
}

/** What a lead does not cover of a junior's, or that all is well, in a sentence without a period. */
export function pairingText(pairing: LeadPairing): string {
  const { leadName, lead } = pairing;
  if (lead === null) return `Paired with ${leadName}, who is not among the reps`;
  const missing = [...pairing.languages, ...pairing.industries, ...pairing.regions];
  if (missing.length > 0) return `Paired with ${leadName}, who does not cover ${listText(missing, "or")}`;
  const unknown =
    pairing.unknown.length > 0 ? `; ${listText(pairing.unknown, "and")} of the lead not known` : "";
  return `Paired with ${leadName}, who covers their reach${unknown}`;
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
