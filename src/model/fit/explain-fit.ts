import { chordToKm } from "../../geo/distance";
import { cellNumber, cellText } from "../cells";
import type { RowId } from "../ids";
import { FIT_FACTORS, type FitFactor } from "../planning/fit-settings";
import { columnByRole } from "../table";
import type { SizeRole } from "./account-size";
import { listsIndustry } from "./factor-tables";
import { type FitModel, fitOf, nearness, tableValue } from "./fit-model";
import { daysSince, relationshipDates, yearsSince } from "./relationship";
import { lacking, lackingLanguages } from "./rep-profile";
import type { AccountSize } from "./seniority-level";
import { textList } from "./text-list";

/** Why a rep and an account suit each other as they do. */
export interface FitExplanation {
  /** 0–100; NaN where nothing that counts is known of both. */
  readonly fit: number;
  /** The factors that count, in the order of FIT_FACTORS. */
  readonly factors: readonly FitPart[];
  readonly leftOut: readonly FitLeftOut[];
}

export interface FitPart {
  readonly factor: FitFactor;
  /** Its share of the weights that count, a fraction. */
  readonly share: number;
  /** 0–1. */
  readonly value: number;
  /** What it adds to the fit, 0–100: the parts sum up to it. */
  readonly points: number;
  readonly reason: FitReason;
}

/** A factor that says nothing here: it has no weight, or the cells it needs are blank on one side. */
export interface FitLeftOut {
  readonly factor: FitFactor;
  readonly why: "weight" | "account" | "rep";
}

/** The facts behind a value. */
export type FitReason =
  | { readonly kind: "language"; readonly wanted: readonly string[]; readonly shared: readonly string[] }
  | {
      readonly kind: "industry";
      readonly industry: string;
      /** Whether the rep names it as one of theirs; null where they name none. */
      readonly listed: boolean | null;
      /** Of how many accounts of the rep (in the baseline) how many are in it, and what share of all accounts is. */
      readonly accounts: number;
      readonly repAccounts: number;
      readonly marketShare: number;
      /** Closed deals of the rep in it, those won, and the share won by everyone everywhere (NaN without deals). */
      readonly closed: number;
      readonly won: number;
      readonly winRate: number;
    }
  | {
      readonly kind: "relationship";
      /** Who has the account in the baseline. */
      readonly keeper: RowId;
      readonly isOwn: boolean;
      /** NaN where not known. */
      readonly years: number;
      readonly idleDays: number;
    }
  | {
      readonly kind: "seniority";
      readonly seniority: string;
      readonly size: AccountSize;
      /** What the size was told by, and its number. */
      readonly by: SizeRole;
      readonly number: number;
    }
  | { readonly kind: "distance"; readonly km: number }
  | { readonly kind: "skills"; readonly needed: readonly string[]; readonly missing: readonly string[] };

/** The fit of a rep (by position) and an account (by row), factor by factor. */
export function explainFit(model: FitModel, rep: number, account: number): FitExplanation {
  const { weights } = model.settings;
  const values = FIT_FACTORS.map((factor) => ({ factor, value: factorValue(model, factor, rep, account) }));
  const counted = values.filter(({ factor, value }) => weights[factor] > 0 && !Number.isNaN(value));
  const total = counted.reduce((sum, { factor }) => sum + weights[factor], 0);
  return {
    fit: fitOf(model, rep, account),
    factors: counted.map(({ factor, value }) => ({
      factor,
      value,
      share: weights[factor] / total,
      points: (100 * weights[factor] * value) / total,
      reason: reasonOf(model, factor, rep, account),
    })),
    leftOut: values.flatMap(({ factor, value }): FitLeftOut[] => {
      if (weights[factor] === 0) return [{ factor, why: "weight" }];
      return Number.isNaN(value)
        ? [{ factor, why: accountSays(model, factor, account) ? "rep" : "account" }]
        : [];
    }),
  };
}

/** A rep, by position, and how well they suit an account. */
export interface RankedRep {
  readonly rep: number;
  readonly fit: number;
}

/** The reps that suit an account best, best first; reps of whom nothing is known are left out. */
export function bestReps(model: FitModel, account: number, most: number): RankedRep[] {
  return model.reps
    .map((_, rep) => ({ rep, fit: fitOf(model, rep, account) }))
    .filter(({ fit }) => !Number.isNaN(fit))
    .sort((a, b) => b.fit - a.fit || a.rep - b.rep)
    .slice(0, most);
}

/** 0–1, NaN where rep or account say nothing. */
function factorValue(model: FitModel, factor: FitFactor, rep: number, account: number): number {
  switch (factor) {
    case "relationship": {
      const strength = model.strength[account]!;
      return Number.isNaN(strength) || model.baselineRep[account] === rep ? strength : 0;
    }
    case "distance":
      return nearness(model, rep, account);
    default:
      return tableValue(model.tables[factor], rep, account);
  }
}

/** Whether the account's cells say what the factor needs of it. */
function accountSays(model: FitModel, factor: FitFactor, account: number): boolean {
  switch (factor) {
    case "relationship":
      return !Number.isNaN(model.strength[account]!);
    case "distance":
      return !Number.isNaN(model.places[3 * account]!);
    case "seniority":
      return model.tables.sizes.of[account]! <= 2;
    default:
      return model.tables[factor].kindOf[account]! > 0;
  }
}

function reasonOf(model: FitModel, factor: FitFactor, rep: number, account: number): FitReason {
  const profile = model.reps[rep]!;
  const { tables, plan } = model;
  switch (factor) {
    case "language": {
      const wanted = textList(tables.languages.texts[tables.languages.of[account]!]!);
      const missing = new Set(lackingLanguages(wanted, profile.languages ?? []));
      return { kind: "language", wanted, shared: wanted.filter((language) => !missing.has(language)) };
    }
    case "industry": {
      const { history } = tables;
      const industry = tables.industries.of[account]!;
      const at = rep * history.industryCount + industry;
      const text = tables.industries.texts[industry]!;
      return {
        kind: "industry",
        industry: text,
        listed: listsIndustry(profile, text),
        accounts: history.accounts[at]!,
        repAccounts: history.repAccounts[rep]!,
        marketShare: history.marketAccounts[industry]! / history.market,
        closed: history.closed[at]!,
        won: history.won[at]!,
        winRate: history.winRate,
      };
    }
    case "relationship": {
      const { since, lastActivity } = relationshipDates(plan);
      const keeper = model.baselineRep[account]!;
      return {
        kind: "relationship",
        keeper: model.reps[keeper]!.id,
        isOwn: keeper === rep,
        years: yearsSince(since[account]!, model.asOf),
        idleDays: daysSince(lastActivity[account]!, model.asOf),
      };
    }
    case "seniority": {
      const by = tables.sizes.role!;
      const column = columnByRole(plan.tables.accounts, by)!;
      const size = tables.sizes.of[account] as AccountSize;
      return {
        kind: "seniority",
        seniority: profile.seniority,
        size,
        by,
        number: cellNumber(column, account),
      };
    }
    case "distance":
      return { kind: "distance", km: kmFromHome(model, rep, account) };
    case "skills": {
      const needed = textList(cellText(columnByRole(plan.tables.accounts, "skills"), account));
      return { kind: "skills", needed, missing: lacking(needed, profile.skills ?? []) };
    }
  }
}

/** Great-circle kilometers from the rep's home; NaN where home or account has no place. */
export function kmFromHome(model: FitModel, rep: number, account: number): number {
  const home = 3 * model.reps[rep]!.row;
  let squared = 0;
  for (let axis = 0; axis < 3; axis++) {
    squared += (model.places[3 * account + axis]! - model.homes[home + axis]!) ** 2;
  }
  return chordToKm(Math.sqrt(squared));
}
