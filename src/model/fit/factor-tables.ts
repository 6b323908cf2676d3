import type { Plan } from "../plan";
import { type AccountSizes, accountSizes, UNKNOWN_SIZE } from "./account-size";
import { type DistinctEntries, distinctEntries } from "./distinct-entries";
import { experienceIn, type IndustryHistory, industryHistory, successIn } from "./industry-history";
import { lacking, lackingLanguages, type RepProfile } from "./rep-profile";
import { type AccountSize, seniorityValue } from "./seniority-level";
import { textList } from "./text-list";

/** What one factor says of every rep and every kind of account. */
export interface FactorTable {
  /** Kinds of accounts; kind 0 = nothing known. */
  readonly kindCount: number;
  /** Kind of each account, by row. */
  readonly kindOf: ArrayLike<number>;
  /** 0–1 at rep × kindCount + kind; NaN where rep or account say nothing. */
  readonly values: Float64Array;
}

/** The factors that depend on what an account is, not on which. */
export interface FactorTables {
  readonly language: FactorTable;
  readonly industry: FactorTable;
  readonly seniority: FactorTable;
  readonly skills: FactorTable;
  /** What the tables were made from, for explanations. */
  readonly languages: DistinctEntries;
  readonly industries: DistinctEntries;
  readonly needs: DistinctEntries;
  readonly sizes: AccountSizes;
  readonly history: IndustryHistory;
}

/** How an industry counts: in it by the rep's own word, and what accounts and deals there show. */
const LISTED_WEIGHT = 2;
const EXPERIENCE_WEIGHT = 1;
const SUCCESS_WEIGHT = 1;

/** Values of every factor table from scratch. `repOf`: rep of each account in the baseline, −1 = nobody. */
export function factorTables(plan: Plan, reps: readonly RepProfile[], repOf: Int32Array): FactorTables {
  const { accounts } = plan.tables;
  const languages = distinctEntries(accounts, "language");
  const industries = distinctEntries(accounts, "industry");
  const needs = distinctEntries(accounts, "skills");
  const sizes = accountSizes(accounts);
  const history = industryHistory(plan, reps, industries, repOf);
  return {
    language: table(reps, languages, (rep, text) => languageValue(rep, textList(text))),
    industry: table(reps, industries, (rep, text, kind, position) =>
      industryValue(listsIndustry(rep, text), history, position, kind),
    ),
    seniority: seniorityTable(reps, sizes),
    skills: table(reps, needs, (rep, text) => skillsValue(rep, textList(text))),
    languages,
    industries,
    needs,
    sizes,
    history,
  };
}

/** 1 where the rep speaks one of the account's languages, else 0. */
export function languageValue(rep: RepProfile, wanted: readonly string[]): number {
  if (!rep.languages || wanted.length === 0) return Number.NaN;
  return lackingLanguages(wanted, rep.languages).length < wanted.length ? 1 : 0;
}

/** The share of the skills an account asks for that the rep has. */
export function skillsValue(rep: RepProfile, wanted: readonly string[]): number {
  if (!rep.skills || wanted.length === 0) return Number.NaN;
  return 1 - lacking(wanted, rep.skills).length / wanted.length;
}

/** Whether the rep names the industry as one of theirs; null where they name none at all. */
export function listsIndustry(rep: RepProfile, industry: string): boolean | null {
  return rep.industries && lacking([industry], rep.industries).length === 0 ? true : rep.industries && false;
}

/** What is known of rep and industry: the rep's own word counts two, accounts one, deals one. */
export function industryValue(
  listed: boolean | null,
  history: IndustryHistory,
  rep: number,
  industry: number,
): number {
  let sum = 0;
  let weights = 0;
  const add = (value: number | null, weight: number) => {
    if (value === null) return;
    sum += weight * value;
    weights += weight;
  };
  add(listed === null ? null : Number(listed), LISTED_WEIGHT);
  add(experienceIn(history, rep, industry), EXPERIENCE_WEIGHT);
  add(successIn(history, rep, industry), SUCCESS_WEIGHT);
  return sum / weights;
}

function table(
  reps: readonly RepProfile[],
  entries: DistinctEntries,
  read: (rep: RepProfile, text: string, kind: number, position: number) => number,
): FactorTable {
  const kindCount = entries.texts.length;
  const values = new Float64Array(reps.length * kindCount).fill(Number.NaN);
  for (const [position, rep] of reps.entries()) {
    for (let kind = 1; kind < kindCount; kind++) {
      values[position * kindCount + kind] = read(rep, entries.texts[kind]!, kind, position);
    }
  }
  return { kindCount, kindOf: entries.of, values };
}

function seniorityTable(reps: readonly RepProfile[], sizes: AccountSizes): FactorTable {
  const kindCount = UNKNOWN_SIZE + 1;
  const values = new Float64Array(reps.length * kindCount).fill(Number.NaN);
  for (const [position, { level }] of reps.entries()) {
    if (level === null) continue;
    for (const size of [0, 1, 2] satisfies AccountSize[]) {
      values[position * kindCount + size] = seniorityValue(level, size);
    }
  }
  return { kindCount, kindOf: sizes.of, values };
}
