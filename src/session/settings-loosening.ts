import { lockAccounts } from "../model/edits/lock-accounts";
import type { Patch } from "../model/patch";
import type { AlignmentPath, Plan } from "../model/plan";
import type { Loosening } from "../optimizer/loosening";
import type { SettingsLoosening } from "./impossible";
import type { CapacityRule, OptimizationSettings } from "./optimization-settings";
import type { ProposalFrame } from "./proposal";

/** Tolerances and shares are shown in tenths of a percent: rounded up to them, but not for a rounding error. */
const STEPS = 1000;
const ROUNDING = 2e-6;

/** The optimizer's loosenings as changes of the settings, or null where the settings cannot say one of them. */
export function settingsLoosenings(
  frame: ProposalFrame,
  loosenings: readonly Loosening[],
): SettingsLoosening[] | null {
  const said = loosenings.map((loosening) => settingsLoosening(frame, loosening));
  return said.every((one) => one !== null) ? said : null;
}

function settingsLoosening(frame: ProposalFrame, loosening: Loosening): SettingsLoosening | null {
  const { problem, rules, slots, territories } = frame;
  const { rows, measures } = problem.rows;
  const accounts = (items: readonly number[]) => items.map((item) => rows[item]!);
  const idOf = (territory: number) => territories[slots[territory]!]?.id ?? null;
  switch (loosening.kind) {
    case "tolerance": {
      const { kind, measure } = rules[loosening.measure]!;
      const tolerance = roundedUp(loosening.tolerance);
      return kind === "balance"
        ? { kind: "tolerance", measure, tolerance }
        : { kind: "capacities", measure, factor: 1 + tolerance, caps: capsOf(frame, loosening.measure) };
    }
    case "raise":
    case "lower": {
      const { kind, measure } = rules[loosening.measure]!;
      const territory = idOf(loosening.territory);
      const bound = loosening.kind === "raise" ? loosening.most : loosening.least;
      if (territory === null) return null;
      if (kind === "capacity") return { kind: "capacity", measure, territory, most: bound };
      const target = measures[loosening.measure]!.target[loosening.territory]!;
      if (!(target > 0)) return null;
      const tolerance = roundedUp(Math.abs(bound / target - 1));
      return { kind: "territory-tolerance", measure, territory, tolerance };
    }
    case "unlock":
      return { kind: "unlock", accounts: accounts(loosening.items) };
    case "split-group":
      return { kind: "split-family", accounts: accounts(loosening.items) };
    case "change-limit":
      return { kind: "change-limit", share: shareOfChange(frame, loosening.most) };
    case "allow":
      return null;
  }
}

/** Caps by territory id, those that there are. */
function capsOf({ problem, slots, territories }: ProposalFrame, measure: number): Record<string, number> {
  const { most } = problem.rows.measures[measure]!;
  const caps: Record<string, number> = {};
  for (const [territory, slot] of slots.entries()) {
    const id = territories[slot]?.id;
    if (id !== undefined && Number.isFinite(most[territory]!)) caps[id] = most[territory]!;
  }
  return caps;
}

/** An amount that the accounts of the problem may change hands by, as a share of all that had a rep. */
function shareOfChange({ problem }: ProposalFrame, most: number): number {
  const { rows, live, slotOf, repOfSlot, baselineSlotOf, baselineRepOfSlot, changeLimit } = problem.rows;
  const isItem = new Uint8Array(live.length);
  for (const row of rows) isItem[row] = 1;
  let all = 0;
  let outside = 0;
  for (let row = 0; row < baselineSlotOf.length; row++) {
    const rep = baselineRepOfSlot[baselineSlotOf[row]!];
    if (live[row] === 0 || rep === undefined || rep === 0xffff) continue;
    const weight = changeLimit?.weights ? Math.max(0, changeLimit.weights[row]!) : 1;
    all += weight;
    if (!isItem[row] && repOfSlot[slotOf[row]!] !== rep) outside += weight;
  }
  return all > 0 ? Math.min(1, roundedUp((most + outside) / all)) : 1;
}

function roundedUp(share: number): number {
  return Math.ceil(share * STEPS - ROUNDING) / STEPS;
}

/** Loosened settings, and what to do to the plan first where accounts are to be unlocked. */
export interface Loosened {
  readonly settings: OptimizationSettings;
  readonly patch: Patch | null;
}

/** Applies all loosenings of a remedy. What is looser already stays. */
export function applyLoosenings(
  plan: Plan,
  path: AlignmentPath,
  settings: OptimizationSettings,
  loosenings: readonly SettingsLoosening[],
): Loosened {
  const unlocked = loosenings.flatMap((one) => (one.kind === "unlock" ? one.accounts : []));
  return {
    settings: loosenings.reduce((now, one) => loosened(plan, now, one), settings),
    patch: unlocked.length > 0 ? lockAccounts(plan, path, new Set(unlocked), null) : null,
  };
}

function loosened(
  plan: Plan,
  settings: OptimizationSettings,
  loosening: SettingsLoosening,
): OptimizationSettings {
  switch (loosening.kind) {
    case "unlock":
      return settings;
    case "tolerance":
    case "territory-tolerance":
      return withTolerance(settings, loosening);
    case "capacity":
      return withCapacity(settings, loosening.measure, (rule) => ({
        ...rule,
        territories: { ...rule.territories, [loosening.territory]: loosening.most },
      }));
    case "capacities":
      return withCapacity(settings, loosening.measure, (rule) => raised(rule, loosening));
    case "split-family": {
      const ids = loosening.accounts.map((row) => plan.tables.accounts.ids[row]!);
      return { ...settings, apart: [...new Set([...settings.apart, ...ids])] };
    }
    case "change-limit": {
      const { changeLimit } = settings;
      if (!changeLimit) return settings;
      return {
        ...settings,
        changeLimit: { ...changeLimit, share: Math.max(changeLimit.share, loosening.share) },
      };
    }
  }
}

function withTolerance(
  settings: OptimizationSettings,
  loosening: Extract<SettingsLoosening, { readonly kind: "tolerance" | "territory-tolerance" }>,
): OptimizationSettings {
  const balance = settings.balance.map((rule) => {
    if (rule.measure !== loosening.measure) return rule;
    if (loosening.kind === "territory-tolerance") {
      const now = rule.tolerances?.[loosening.territory] ?? rule.tolerance;
      const tolerance = Math.max(now, loosening.tolerance);
      return { ...rule, tolerances: { ...rule.tolerances, [loosening.territory]: tolerance } };
    }
    const tolerances = Object.entries(rule.tolerances ?? {}).map(
      ([id, tolerance]) => [id, Math.max(tolerance, loosening.tolerance)] as const,
    );
    return {
      ...rule,
      tolerance: Math.max(rule.tolerance, loosening.tolerance),
      ...(rule.tolerances && { tolerances: Object.fromEntries(tolerances) }),
    };
  });
  return { ...settings, balance };
}

function withCapacity(
  settings: OptimizationSettings,
  measure: string,
  change: (rule: CapacityRule) => CapacityRule,
): OptimizationSettings {
  const capacities = settings.capacities.map((rule) => (rule.measure === measure ? change(rule) : rule));
  return { ...settings, capacities };
}

/** All caps raised in proportion; those from the reps' column become typed ones, since the reps' own are not the optimizer's to change. */
function raised(
  rule: CapacityRule,
  { factor, caps }: Extract<SettingsLoosening, { readonly kind: "capacities" }>,
): CapacityRule {
  const isTyped = rule.column !== null || Object.keys(rule.territories).length > 0;
  const typed = Object.entries(caps).map(([id, cap]) => [id, cap * factor] as const);
  return {
    ...rule,
    each: rule.each === null ? null : rule.each * factor,
    territories: isTyped ? { ...rule.territories, ...Object.fromEntries(typed) } : rule.territories,
  };
}
