import { type Alignment, UNASSIGNED_TERRITORY } from "../../model/alignment";
import type { Plan } from "../../model/plan";
import type { ImpossibleFact, MeasureRule, Remedy, SettingsLoosening } from "../../session/impossible";
import { givesUpBalance } from "../../session/impossible-remedies";
import { accountName } from "../map/account-facts";
import { countText, fullValue } from "../number-format";

/** Names that a sentence bears. */
const NAMES = 3;
/** Loosenings that a button names: two measures in one territory and in all. */
const PARTS = 4;
/** Said once where several parts begin with it. */
const ALLOW = "allow ";

/** What the words are about: the plan, and the territories by slot as the proposal has them. */
export interface Speaking {
  readonly plan: Plan;
  readonly territories: Alignment["territories"];
}

/** One reason why no plan can meet the rules, as a sentence with names. */
export function factWords(speaking: Speaking, fact: ImpossibleFact): string {
  const { plan } = speaking;
  const nameOf = (slot: number) => territoryName(speaking, slot);
  const accounts = (rows: readonly number[]) => accountList(plan, rows);
  switch (fact.kind) {
    case "too-much-in-all":
      return `There is ${valueWords(plan, fact.rule, fact.total)} in all, but the territories may hold only ${valueWords(plan, fact.rule, fact.most)} together.`;
    case "too-little-in-all":
      return `The territories must hold at least ${valueWords(plan, fact.rule, fact.least)} together, but there is only ${valueWords(plan, fact.rule, fact.total)}.`;
    case "account-too-large":
      return fact.accounts.length === 1
        ? `${accounts(fact.accounts)} alone is ${shareWords(fact.rule, fact.share)} in ${ruleName(plan, fact.rule)}; at most ${mostWords(fact)} is allowed.`
        : `${accounts(fact.accounts)} must stay together, and are ${shareWords(fact.rule, fact.share)} in ${ruleName(plan, fact.rule)}; at most ${mostWords(fact)} is allowed.`;
    case "locks-too-large":
      return `The accounts locked to ${nameOf(fact.territory)} are ${shareWords(fact.rule, fact.share)} in ${ruleName(plan, fact.rule)}, where ${mostWords(fact)} is allowed: ${accounts(fact.accounts)}.`;
    case "too-little-allowed":
      return `${nameOf(fact.territory)} cannot get enough ${ruleName(plan, fact.rule)}: all that may go there is ${shareWords(fact.rule, fact.share)}.`;
    case "too-many-large":
      return `There are so many large accounts that some territory must take ${fact.together} of them, at least ${shareWords(fact.rule, fact.share)} in ${ruleName(plan, fact.rule)}: ${accounts(fact.accounts)}.`;
    case "indivisible": {
      const each = (fact.count / fact.territories).toFixed(2).replace(/\.?0+$/, "");
      const all = `${countText(plan, fact.count)} accounts over ${countText(plan, fact.territories)} territories is ${each} each`;
      const whole = countText(plan, fact.whole);
      return fact.side === "most"
        ? `${all}: in whole accounts, the bounds of ${ruleName(plan, fact.rule)} leave room for only ${whole}.`
        : `${all}: in whole accounts, the bounds of ${ruleName(plan, fact.rule)} ask for at least ${whole}.`;
    }
    case "locks-change-too-much":
      return fact.by === "accounts"
        ? `Locks alone give ${countText(plan, fact.value)} accounts to another rep, more than the ${countText(plan, Math.floor(fact.most))} allowed: ${accounts(fact.accounts)}.`
        : `Locks alone give more revenue to another rep than may change hands: ${accounts(fact.accounts)}.`;
    case "nowhere-allowed":
      return `No territory may take ${accounts([fact.account])}.`;
    case "lock-forbidden":
      return `${accounts([fact.account])} is locked to ${nameOf(fact.territory)}, where it may not be.`;
    case "family-locked-apart":
      return `${accounts(fact.accounts)} must stay together, but are locked to different territories.`;
  }
}

/** What a button says that applies a way out: "Allow ±12 % for Revenue and unlock 3 accounts". */
export function remedyWords(speaking: Speaking, remedy: Remedy): string {
  const words = remedy.loosenings.map((loosening) => looseningWords(speaking, loosening));
  const shown =
    words.length > PARTS ? [...words.slice(0, PARTS - 1), `${words.length - PARTS + 1} more`] : words;
  const text = joined(
    shown.map((part, at) => (shown[at - 1]?.startsWith(ALLOW) ? withoutAllow(part) : part)),
  );
  if (givesUpBalance(remedy)) return `Only by giving up balance: ${text}`;
  return text ? text[0]!.toUpperCase() + text.slice(1) : "";
}

function withoutAllow(part: string): string {
  return part.startsWith(ALLOW) ? part.slice(ALLOW.length) : part;
}

function looseningWords(speaking: Speaking, loosening: SettingsLoosening): string {
  const { plan, territories } = speaking;
  const measure = (id: string) => plan.measures.find((candidate) => candidate.id === id);
  const territory = (id: string) =>
    territories.find((candidate) => candidate?.id === id)?.name ?? "a territory";
  switch (loosening.kind) {
    case "tolerance":
      return `allow ±${upwards(loosening.tolerance)} % for ${measure(loosening.measure)?.name ?? "a measure"}`;
    case "territory-tolerance":
      return `allow ±${upwards(loosening.tolerance)} % for ${measure(loosening.measure)?.name ?? "a measure"} in ${territory(loosening.territory)}`;
    case "capacity": {
      const own = measure(loosening.measure);
      const most = own ? `${fullValue(plan, own, Math.ceil(loosening.most))} ${own.name}` : "more";
      return `allow ${territory(loosening.territory)} ${most}`;
    }
    case "capacities":
      return `raise every capacity for ${measure(loosening.measure)?.name ?? "a measure"} by ${upwards(loosening.factor - 1)} %`;
    case "unlock":
      return `unlock ${accountsWords(plan, loosening.accounts)}`;
    case "split-family":
      return `let ${accountsWords(plan, loosening.accounts)} part`;
    case "change-limit":
      return `allow ${upwards(loosening.share)} % to change hands`;
  }
}

/** "Acme", "Acme and Bolt", "Acme, Bolt and 3 more". */
export function accountList(plan: Plan, rows: readonly number[]): string {
  const names = rows.slice(0, rows.length > NAMES ? NAMES - 1 : NAMES).map((row) => accountName(plan, row));
  const more = rows.length - names.length;
  return joined(more > 0 ? [...names, `${countText(plan, more)} more`] : names);
}

function accountsWords(plan: Plan, rows: readonly number[]): string {
  return rows.length === 1 ? accountName(plan, rows[0]!) : `${countText(plan, rows.length)} accounts`;
}

function joined(parts: readonly string[]): string {
  return parts.length < 2 ? (parts[0] ?? "") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

/** A percentage that is enough: rounded up to a tenth, or to a whole number where that says it. */
function upwards(share: number): string {
  const tenths = Math.ceil(share * 1000 - 1e-6);
  return tenths % 10 === 0 ? String(tenths / 10) : (tenths / 10).toFixed(1);
}

/** A territory's name by slot of the proposal. */
export function territoryName({ territories }: Speaking, slot: number): string {
  return (territories[slot] ?? UNASSIGNED_TERRITORY).name;
}

/** "Revenue", or "the capacity for Revenue". */
export function ruleName(plan: Plan, { kind, measure: id }: MeasureRule): string {
  const name = plan.measures.find((measure) => measure.id === id)?.name ?? "a measure";
  return kind === "capacity" ? `the capacity for ${name}` : name;
}

function valueWords(plan: Plan, rule: MeasureRule, value: number): string {
  const measure = plan.measures.find(({ id }) => id === rule.measure);
  return measure ? `${fullValue(plan, measure, value)} ${measure.name}` : countText(plan, value);
}

/** The limit as a share of what the value is held against: "110 %". */
function mostWords({ share, value, most }: { share: number; value: number; most: number }): string {
  return `${Math.round((100 * share * most) / value)} %`;
}

function shareWords({ kind }: MeasureRule, share: number): string {
  const percent = Math.round(100 * share);
  return kind === "capacity" ? `${percent} % of the cap` : `${percent} % of a territory's target`;
}
