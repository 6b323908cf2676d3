import { type Alignment, territorySlots } from "../../model/alignment";
import type { CellTest } from "../../model/condition";
import { repProfiles } from "../../model/fit/rep-profile";
import { formatRowId } from "../../model/ids";
import type { Plan } from "../../model/plan";
import type {
  PoolShare,
  RoutingRule,
  RuleField,
  RuleTarget,
  RuleTest,
} from "../../model/planning/routing-rule";
import type { Segmentation } from "../../model/planning/segmentation";
import type { RowCounts, RuleLoss } from "../../model/rules/analyze-rules";
import { fieldColumn, fieldHeader } from "../../model/rules/rule-field";
import { segmentIds, segmentNames } from "../../model/segments";

/** Names listed before the rest is a number. */
const LISTED = 3;

export const SHARE_WORDS: Readonly<Record<PoolShare, string>> = {
  turns: "in turn",
  weights: "by weight",
  capacity: "most capacity left",
  match: "best language, industry and skills",
  nearest: "nearest home",
};

/** What a rule asks of a row: "State is TX or OK and Employees ≥ 100". */
export function conditionWords(plan: Plan, alignment: Alignment, { match, tests }: RoutingRule): string {
  if (tests.length === 0) return match === "all" ? "Everything" : "Nothing";
  return tests.map((test) => testWords(plan, alignment, test)).join(match === "all" ? " and " : " or ");
}

export function testWords(plan: Plan, alignment: Alignment, test: RuleTest): string {
  switch (test.kind) {
    case "cell":
      return `${fieldHeader(plan, test.field)} ${cellTestWords(plan, test.field, test.test)}`;
    case "segment": {
      const segmentation = plan.planning.segmentations.find(({ id }) => id === test.segmentation);
      const choices = segmentation ? segmentChoices(segmentation) : [];
      const names = test.segments.map(
        (id) => choices.find((segment) => segment.id === id)?.name ?? "a segment that is gone",
      );
      return `${segmentation?.name ?? "Segment"} is ${listWords(names, "or")}`;
    }
    case "nearest-territory":
      return `Nearest territory is ${listWords(
        test.territories.map((id) => territoryName(alignment, id)),
        "or",
      )}`;
  }
}

/** Who gets what a rule takes. */
export function targetWords(plan: Plan, alignment: Alignment, target: RuleTarget): string {
  switch (target.kind) {
    case "unassigned":
      return "Nobody";
    case "territory":
      return territoryName(alignment, target.territory);
    case "nearest-territory":
      return target.among.length === 0
        ? "The nearest territory"
        : `The nearest of ${listWords(
            target.among.map((id) => territoryName(alignment, id)),
            "and",
          )}`;
    case "unit": {
      const header = fieldHeader(plan, target.field);
      const part = target.length === null ? header : `${header} (first ${target.length})`;
      return `The territory of its ${part}`;
    }
    case "account":
      return `The territory of the account in ${fieldHeader(plan, target.field)}`;
    case "rep":
      return repNameOf(plan, target.rep);
    case "pool":
      return `${listWords(
        target.reps.map(({ rep }) => repNameOf(plan, rep)),
        "and",
      )}, ${SHARE_WORDS[target.share]}`;
  }
}

/** What is missing, and what comes of it. */
export function lossWords(plan: Plan, loss: RuleLoss): string {
  switch (loss.kind) {
    case "field":
      return `The ${loss.table} have no column “${fieldHeader(plan, loss.field)}”`;
    case "unsuited":
      return `“${fieldHeader(plan, loss.field)}” of the ${loss.table} holds something else than the rule asks for`;
    case "segment":
      return "A segment of it is gone";
    case "territory":
      return "A territory of it is gone";
    case "rep":
      return "A rep of it is gone";
    case "empty-pool":
      return "The pool has no reps";
  }
}

/** What a rule cannot place, and where that goes: "Cannot place 1 account: the next rule is asked". */
export function missedWords({ otherwise }: RoutingRule, missed: RowCounts, locale: string): string {
  const next = otherwise === "next" ? "the next rule is asked" : "nobody gets it";
  return `Cannot place ${rowsWords(missed, locale)} (no place, area, account, territory or rep to go by): ${next}`;
}

/** "12 accounts and 3 leads"; what is 0 is left out. */
export function rowsWords({ accounts, leads }: RowCounts, locale: string): string {
  const count = (number: number, noun: string) =>
    `${number.toLocaleString(locale)} ${number === 1 ? noun : `${noun}s`}`;
  if (accounts > 0 && leads > 0) return `${count(accounts, "account")} and ${count(leads, "lead")}`;
  return leads > 0 ? count(leads, "lead") : count(accounts, "account");
}

/** The segments that a rule can ask for, with the rest last. */
export function segmentChoices(
  segmentation: Segmentation,
): readonly { readonly id: string; readonly name: string }[] {
  const names = segmentNames(segmentation);
  const choices = segmentIds(segmentation).map((id, number) => ({ id, name: names[number]! }));
  return [...choices.slice(1), choices[0]!];
}

export function territoryName(alignment: Alignment, id: string): string {
  const slot = territorySlots(alignment).find((candidate) => alignment.territories[candidate]?.id === id);
  return slot === undefined ? "a territory that is gone" : alignment.territories[slot]!.name;
}

export function repNameOf(plan: Plan, id: string): string {
  const profile = repProfiles(plan.tables.reps).find((candidate) => formatRowId(candidate.id) === id);
  return profile?.name ?? "a rep who is gone";
}

/** "TX, OK or NM"; of many the first three. */
export function listWords(texts: readonly string[], last: "and" | "or"): string {
  if (texts.length === 0) return "nothing";
  if (texts.length > LISTED + 1)
    return `${texts.slice(0, LISTED).join(", ")} ${last} ${texts.length - LISTED} more`;
  const [end, ...rest] = texts.toReversed();
  return rest.length === 0 ? end! : `${rest.toReversed().join(", ")} ${last} ${end}`;
}

function cellTestWords(plan: Plan, field: RuleField, test: CellTest): string {
  const shown = (texts: readonly string[]) => texts.map((text) => text || "blank");
  switch (test.kind) {
    case "text":
      return `${TEXT_WORDS[test.match]} “${test.text}”`;
    case "one-of":
      return `is ${listWords(shown(test.texts), "or")}`;
    case "none-of":
      return `is not ${listWords(shown(test.texts), "or")}`;
    case "starts-with-any":
      return `starts with ${listWords(test.texts, "or")}`;
    case "range":
      return rangeWords(plan, field, test.from, test.to);
    case "blank":
      return "is blank";
    case "filled":
      return "is not blank";
  }
}

const TEXT_WORDS = {
  contains: "contains",
  "not-contains": "does not contain",
  equals: "is",
  starts: "starts with",
  ends: "ends with",
} as const;

function rangeWords(plan: Plan, field: RuleField, from: number | null, to: number | null): string {
  const column = fieldColumn(plan, "accounts", field) ?? fieldColumn(plan, "leads", field);
  const isDate = column?.type === "date" || column?.type === "datetime";
  const write = (value: number) =>
    isDate
      ? new Date(Math.floor(value) * 86_400_000).toISOString().slice(0, 10)
      : value.toLocaleString(plan.settings.locale, { maximumFractionDigits: 6 });
  if (from !== null && to !== null)
    return from === to ? `= ${write(from)}` : `from ${write(from)} to ${write(to)}`;
  if (from !== null) return `≥ ${write(from)}`;
  return to === null ? "is any number" : `≤ ${write(to)}`;
}
