import type { Alignment } from "../../model/alignment";
import type { Measure } from "../../model/measure";
import { deviationOf } from "../../model/metrics/balance";
import type { MeasureRule } from "../../session/impossible";
import { percentText } from "../number-format";
import type { LookedAt } from "./create-optimization";

/** A rule over a measure that some territories break in the plan as it is counted. */
export interface BrokenRule {
  readonly kind: MeasureRule["kind"];
  readonly measure: Measure;
  /** Territories that break it, of those that it is for. */
  readonly broken: number;
  readonly of: number;
  /** The territory farthest off, and its deviation from the target (or the cap) as a fraction. */
  readonly farthest: { readonly name: string; readonly deviation: number };
}

/** What is to be said of a proposal that has been counted. */
export interface Verdict {
  readonly text: string;
  /** Every rule holds, by the search and as counted. */
  readonly isGood: boolean;
}

/** What the search rounds by (millionths of a value) breaks nothing. */
const ROUNDING = 1e-6;
/** Below this deviation a whole percentage may read like the tolerance itself. */
const FINE = 0.2;

/** Tolerances and capacities that the plan breaks as it is counted, the order being that of the settings. */
export function brokenRules(looked: LookedAt): readonly BrokenRule[] {
  return [...brokenTolerances(looked), ...brokenCapacities(looked)];
}

/**
 * Judges a final proposal by the plan as it is counted: the search knows only an estimate of what each account brings to the workload, and
 * has not judged a part of its proposal at all.
 */
export function verdictOf(looked: LookedAt): Verdict {
  const broken = brokenRules(looked);
  const words = broken.map(brokenWords).join("; ");
  const { feasible } = looked.proposal.progress;
  if (looked.isPart) {
    const counted = words || "every territory is within its tolerances";
    return { text: `Counted with the chosen changes only, ${counted}.`, isGood: !words };
  }
  const estimated = broken.some(({ measure }) => isEstimated(measure));
  const advice = estimated ? " To estimate again from this plan, accept it and optimize once more." : "";
  if (!feasible) {
    const isOnlyEstimate = !words && estimates(looked);
    if (isOnlyEstimate) {
      const text =
        "By the search's estimate not every rule could be met; counted on this plan, every territory is within its tolerances.";
      return { text, isGood: false };
    }
    const counted = estimated ? ` Counted on this plan, ${words}.${advice}` : "";
    return { text: `Not every rule could be met.${counted}`, isGood: false };
  }
  if (!words) return { text: "Every rule is met.", isGood: true };
  const by = estimated ? "By the search's estimate of driving" : "By what the search counts";
  return { text: `${by} every rule is met; counted on this plan, ${words}.${advice}`, isGood: false };
}

/** Whether some rule is over a measure that the search can only estimate. */
export function estimates({ look, proposal }: LookedAt): boolean {
  const ruled = new Set(proposal.rules.map(({ measure }) => measure));
  return look.figures.measures.some(({ measure }) => ruled.has(measure.id) && isEstimated(measure));
}

/** Names of the territories that would be left with no accounts; those that have none now do not count. */
export function emptiedTerritories(
  before: { readonly accounts: Float64Array },
  { look, territories }: Pick<LookedAt, "look" | "territories">,
): readonly string[] {
  return territories.flatMap((territory, slot) => {
    const isEmptied = slot > 0 && look.figures.accounts[slot] === 0 && before.accounts[slot] !== 0;
    return territory && isEmptied ? [territory.name] : [];
  });
}

function brokenTolerances(looked: LookedAt): BrokenRule[] {
  const ruled = ruledSlots(looked);
  return looked.proposal.settings.balance.flatMap(({ measure: id, tolerance, tolerances }) => {
    const figure = looked.look.figures.measures.find(({ measure }) => measure.id === id);
    if (!figure) return [];
    const { totals, targets } = figure;
    const off = ruled.map(({ slot, territory }) => {
      const deviation = deviationOf(totals[slot] ?? 0, targets[slot] ?? 0);
      const allowed = tolerances?.[territory.id] ?? tolerance;
      return { name: territory.name, deviation, beyond: Math.abs(deviation) - allowed };
    });
    return brokenOf("balance", figure.measure, off);
  });
}

function brokenCapacities(looked: LookedAt): BrokenRule[] {
  const { rules, problem } = looked.proposal;
  const ruled = ruledSlots(looked);
  return rules.flatMap((rule, index) => {
    const figure = looked.look.figures.measures.find(({ measure }) => measure.id === rule.measure);
    const caps = problem.rows.measures[index]?.most;
    if (rule.kind !== "capacity" || !figure || !caps) return [];
    const off = ruled.map(({ slot, territory, number }) => {
      const deviation = deviationOf(figure.totals[slot] ?? 0, caps[number]!);
      return { name: territory.name, deviation, beyond: deviation };
    });
    return brokenOf("capacity", figure.measure, off);
  });
}

interface Off {
  readonly name: string;
  /** NaN where there is nothing to deviate from. */
  readonly deviation: number;
  readonly beyond: number;
}

function brokenOf(kind: MeasureRule["kind"], measure: Measure, off: readonly Off[]): BrokenRule[] {
  const outside = off.filter(({ beyond }) => beyond > ROUNDING);
  if (outside.length === 0) return [];
  const farthest = outside.reduce((most, each) => (each.beyond > most.beyond + ROUNDING ? each : most));
  return [{ kind, measure, broken: outside.length, of: off.length, farthest }];
}

/** The territories that the rules are for, as they are counted: their slots there may be others than in the proposal. */
function ruledSlots({ proposal, territories }: LookedAt) {
  const slotOf = new Map(territories.map((territory, slot) => [territory?.id, slot]));
  return proposal.slots.flatMap((own, number) => {
    const territory: Alignment["territories"][number] = proposal.territories[own] ?? null;
    const slot = territory ? slotOf.get(territory.id) : undefined;
    return territory && slot !== undefined ? [{ slot, territory, number }] : [];
  });
}

function brokenWords({ kind, measure, broken, of, farthest }: BrokenRule): string {
  const rule = kind === "capacity" ? "above its capacity" : "outside its tolerance";
  const off = `${broken === 1 ? "" : "farthest "}${farthest.name} at ${signedText(farthest.deviation)}`;
  return `${measure.name} is ${rule} in ${broken} of ${of} ${of === 1 ? "territory" : "territories"}, ${off}`;
}

function signedText(deviation: number): string {
  const size = Math.abs(deviation);
  return `${deviation < 0 ? "−" : "+"}${percentText(size, size < FINE ? 1 : 0)}`;
}

/** How much driving an account asks for depends on who else is in its territory. */
function isEstimated({ source }: Measure): boolean {
  return source.kind === "workload";
}
