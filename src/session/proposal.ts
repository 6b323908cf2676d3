import { type Territory, type TerritoryGroup, UNASSIGNED } from "../model/alignment";
import { countOf, moveAll } from "../model/edits/assign-accounts";
import { unitChange } from "../model/edits/assign-units";
import { planOfLayer } from "../model/eligibility";
import { territoryColor } from "../model/palette";
import type { AssignmentChange, Change, Patch, PatchCause, TerritoryChange } from "../model/patch";
import { type AlignmentPath, alignmentAt, type Plan } from "../model/plan";
import { unitsAsProposed } from "../model/proposed-units";
import { isLive } from "../model/table";
import { isAlignedByUnits } from "../model/units";
import type { ExactScope } from "../optimizer/exact";
import type { SearchProgress } from "../optimizer/progress";
import type { MeasureRule } from "./impossible";
import type { OptimizationProblem } from "./optimization-problem";
import type { Effort, OptimizationSettings } from "./optimization-settings";

/** What every proposal of a run is about: the same question, and the same territories. */
export interface ProposalFrame {
  readonly path: AlignmentPath;
  /** What was asked, in numbers; what is computed about the proposal later starts from here. */
  readonly problem: OptimizationProblem;
  readonly settings: OptimizationSettings;
  /** Slot in this proposal of each of the search's territories. */
  readonly slots: readonly number[];
  /** Plan measure (id) of each of the search's measures: those to balance, then the capacities. */
  readonly measures: readonly string[];
  /** The same with what it is: a measure to balance, or a capacity. */
  readonly rules: readonly MeasureRule[];
  /** By slot, the new ones behind the existing; null where the proposal has none. */
  readonly territories: readonly (Territory | null)[];
  /** Regions that the proposal adds above its territories. */
  readonly groups: readonly TerritoryGroup[];
}

/** What the optimizer proposes, to be looked at, accepted or discarded. */
export interface Proposal extends ProposalFrame {
  /** What the search said of the plan. `unplaced` tells of the accounts without a place: how many stayed, how many were dealt for balance. */
  readonly progress: SearchProgress;
  /** Territory slot by account row. */
  readonly territoryOf: Uint16Array;
  /**
   * The searches it came from, each from where the one before ended; together with the settings they repeat it. Empty where it came
   * from something else (a trade-off).
   */
  readonly runs: readonly RunRecord[];
  /** The exact attempt that found or confirmed it, or null. */
  readonly exact: ExactOutcome | null;
  /** Which plan of a trade-off it is, or null. */
  readonly tradeOff: TradeOffPlace | null;
  /** Whether an exact attempt is worth offering: few enough accounts and families are free. */
  readonly canBeExact: boolean;
}

/** One search: the same settings, seed and number of iterations give the same plan on every machine. */
export interface RunRecord {
  readonly seed: number;
  readonly effort: Effort;
  readonly iterations: number;
}

/** How a plan of a trade-off was found: multiplier of what keeps relationships, and share of the tolerances used. */
export interface TradeOffPlace {
  readonly keep: number;
  readonly tightness: number;
}

/** What an exact attempt says about a proposal. */
export interface ExactOutcome {
  /** No plan of the scope is better. */
  readonly proven: boolean;
  /** Every plan, or those whose territories keep the centers they have. */
  readonly scope: ExactScope;
  /** No plan of the scope costs less (km). */
  readonly bound: number;
  /** Share of the bound by which the proposal lies above it; null where nothing is known. */
  readonly gap: number | null;
  readonly seconds: number;
}

/** The territories that proposals for a problem will have: existing ones, then new ones under names of their own. */
export function proposalFrame(
  plan: Plan,
  path: AlignmentPath,
  problem: OptimizationProblem,
  settings: OptimizationSettings,
  makeId: () => string,
): ProposalFrame {
  const alignment = alignmentAt(plan, path);
  const territories = alignment.territories.slice();
  for (const slot of problem.dropped) territories[slot] = null;
  const groups = newRegions(alignment.groups, problem, makeId);
  const slots = problem.slots.map((known, territory) => {
    const slot = known ?? territories.length;
    const own = known === null ? newTerritory(makeId(), slot, territories) : territories[known]!;
    const group = groups[problem.regions?.of[territory] ?? -1];
    territories[slot] = group ? { ...own, group: group.id } : own;
    return slot;
  });
  const { rules } = problem;
  return {
    path,
    problem,
    settings,
    slots,
    measures: rules.map((rule) => rule.measure),
    rules,
    territories,
    groups,
  };
}

/** Reads a result of the search back into the plan's accounts and slots. */
export function proposalOf(
  frame: ProposalFrame,
  progress: SearchProgress,
  from: Partial<Pick<Proposal, "runs" | "exact" | "tradeOff" | "canBeExact">>,
): Proposal {
  const { rows, slotOf } = frame.problem.rows;
  const territoryOf = slotOf.slice();
  for (let item = 0; item < rows.length; item++) {
    territoryOf[rows[item]!] = frame.slots[progress.assignment[item]!] ?? UNASSIGNED;
  }
  const { runs = [], exact = null, tradeOff = null, canBeExact = false } = from;
  return { ...frame, progress, territoryOf, runs, exact, tradeOff, canBeExact };
}

/**
 * The patch that makes the proposal true in the plan as it is now. Accounts locked or deleted since the proposal was made
 * stay, and so do territories that still hold one of them.
 */
export function proposalPatch(plan: Plan, proposal: Proposal): Patch {
  const slotNow = slotsNow(plan, proposal);
  const { change, held } = moves(plan, proposal, slotNow);
  const away = territoriesTakenAway(plan, proposal, held);
  return {
    label: `Move ${countOf(change.accounts.length)} as the optimizer proposed`,
    cause: causeOf(proposal),
    changes: [
      ...territoriesMade(plan, proposal, slotNow),
      ...(change.accounts.length > 0 ? [change] : []),
      ...unitsThatFollow(plan, proposal.path, change, new Set(away.map(({ slot }) => slot))),
      ...away,
    ],
  };
}

/** What repeats the proposal: where it took several searches, an exact attempt or a trade-off, the settings say so. */
function causeOf({ settings, runs, exact, tradeOff, progress }: Proposal): PatchCause {
  const more = { ...(runs.length > 1 && { runs }), ...(exact && { exact }), ...(tradeOff && { tradeOff }) };
  const iterations =
    runs.length > 0 ? runs.reduce((sum, run) => sum + run.iterations, 0) : progress.iterations;
  return {
    kind: "run",
    seed: runs[0]?.seed ?? settings.seed,
    iterations,
    settings: { ...settings, ...more },
  };
}

/** The accounts that move, and 1 by slot for territories that an account stays in. Those that took no part stay where they are now. */
function moves(
  plan: Plan,
  { path, territoryOf, problem }: Proposal,
  slotNow: Uint16Array,
): { change: AssignmentChange; held: Uint8Array } {
  const alignment = alignmentAt(plan, path);
  const eligible = planOfLayer(plan, path.layer).tables.accounts;
  const accounts = new Uint32Array(alignment.territoryOf.length);
  const to = new Uint16Array(alignment.territoryOf.length);
  const held = new Uint8Array(alignment.territories.length);
  const tookPart = new Uint8Array(alignment.territoryOf.length);
  for (const row of problem.rows.rows) tookPart[row] = 1;
  let count = 0;
  for (let account = 0; account < alignment.territoryOf.length; account++) {
    const now = alignment.territoryOf[account]!;
    const wanted = tookPart[account] ? slotNow[territoryOf[account]!]! : now;
    const isFixed = alignment.locked[account] === 1 || !isLive(eligible, account);
    if (isFixed || now === wanted) held[now] = 1;
    else {
      accounts[count] = account;
      to[count++] = wanted;
    }
  }
  return { change: moveAll(plan, path, accounts.slice(0, count), to.slice(0, count), "optimizer"), held };
}

/** Territories that do not exist yet, those whose region changes, and the regions. */
function territoriesMade(
  plan: Plan,
  { path, territories, groups }: Proposal,
  slotNow: Uint16Array,
): Change[] {
  const alignment = alignmentAt(plan, path);
  const existing = new Map(alignment.territories.map((territory) => [territory?.id, territory]));
  const changes: Change[] = [];
  const regions = new Set<string | null>();
  for (const [slot, territory] of territories.entries()) {
    if (slot === UNASSIGNED || !territory) continue;
    const from = existing.get(territory.id) ?? null;
    const isRegrouped = groups.some((group) => group.id === territory.group);
    if (from && !isRegrouped) continue;
    regions.add(territory.group);
    const next = from ? { ...from, group: territory.group } : territory;
    changes.push({ kind: "territory", path, slot: slotNow[slot]!, from, to: next });
  }
  const added = groups.filter(({ id }) => regions.has(id));
  return [...added.map((to): Change => ({ kind: "group", path, id: to.id, from: null, to })), ...changes];
}

function territoriesTakenAway(
  plan: Plan,
  { path, territories }: Proposal,
  held: Uint8Array,
): TerritoryChange[] {
  const alignment = alignmentAt(plan, path);
  return territories.flatMap((territory, slot): TerritoryChange[] => {
    const known = alignment.territories[slot];
    if (slot === UNASSIGNED || territory || !known || held[slot]) return [];
    return [{ kind: "territory", path, slot, from: known, to: null }];
  });
}

/**
 * Where a plan is aligned by units, they go where most of their accounts go, unless that would make many accounts exceptions; those of a
 * territory that is taken away go to nobody otherwise.
 */
function unitsThatFollow(
  plan: Plan,
  path: AlignmentPath,
  { accounts, to }: AssignmentChange,
  away: ReadonlySet<number>,
): Change[] {
  const alignment = alignmentAt(plan, path);
  if (!isAlignedByUnits(plan, alignment)) return [];
  const after = alignment.territoryOf.slice();
  for (let i = 0; i < accounts.length; i++) after[accounts[i]!] = to[i]!;
  const slots = unitsAsProposed(plan, alignment.territoryOfUnit, after) ?? alignment.territoryOfUnit;
  const live = Array.from({ length: plan.tables.units.count }, (_, unit) => unit).filter((unit) =>
    isLive(plan.tables.units, unit),
  );
  return unitChange(plan, path, live, (unit) => {
    const slot = slots[unit] ?? UNASSIGNED;
    return away.has(slot) ? UNASSIGNED : slot;
  });
}

/** Slot in the plan as it is now for each slot of the proposal, matched by territory id. New ones go behind. */
function slotsNow(plan: Plan, proposal: Proposal): Uint16Array {
  const { territories } = alignmentAt(plan, proposal.path);
  const slotById = new Map(territories.map((territory, slot) => [territory?.id, slot]));
  let next = territories.length;
  return Uint16Array.from(proposal.territories, (territory, slot) => {
    if (slot === UNASSIGNED || !territory) return UNASSIGNED;
    return slotById.get(territory.id) ?? next++;
  });
}

function newRegions(
  existing: readonly TerritoryGroup[],
  { regions }: OptimizationProblem,
  makeId: () => string,
): TerritoryGroup[] {
  if (!regions?.areNew) return [];
  const names = new Set(existing.map(({ name }) => name));
  let number = 0;
  return Array.from({ length: regions.count }, () => {
    do number++;
    while (names.has(`Region ${number}`));
    return { id: makeId(), name: `Region ${number}`, parent: null };
  });
}

function newTerritory(id: string, slot: number, territories: readonly (Territory | null)[]): Territory {
  const names = new Set(territories.map((territory) => territory?.name));
  let number = slot;
  while (names.has(`Territory ${number}`)) number++;
  return {
    id,
    name: `Territory ${number}`,
    color: territoryColor(slot),
    group: null,
    coverage: [],
    share: 1,
  };
}
