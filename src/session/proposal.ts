import { type Territory, type TerritoryGroup, UNASSIGNED } from "../model/alignment";
import { applyPatch } from "../model/apply-patch";
import { countOf, moveAll } from "../model/edits/assign-accounts";
import { type Figures, figures } from "../model/metrics/figures";
import { territoryColor } from "../model/palette";
import type { Change, Patch } from "../model/patch";
import { type AlignmentPath, alignmentAt, type Plan, withAlignment } from "../model/plan";
import { isLive } from "../model/table";
import type { ExactScope } from "../optimizer/exact";
import type { SearchProgress } from "../optimizer/progress";
import type { MeasureRule } from "./impossible";
import type { OptimizationProblem } from "./optimization-problem";
import type { OptimizationSettings } from "./optimization-settings";

/** What the optimizer proposes, to be looked at, accepted or discarded. */
export interface Proposal {
  readonly path: AlignmentPath;
  /** What was asked, in numbers; what is computed about the proposal later starts from here. */
  readonly problem: OptimizationProblem;
  /** The searches it came from, each from where the one before ended; together with the settings they repeat it. */
  readonly runs: readonly RunRecord[];
  /** The exact attempt that found or confirmed it, or null. */
  readonly exact: ExactOutcome | null;
  readonly settings: OptimizationSettings;
  readonly progress: SearchProgress;
  /** Slot in this proposal of each of the search's territories. */
  readonly slots: readonly number[];
  /** Plan measure (id) of each of the search's measures: those to balance, then the capacities. */
  readonly measures: readonly string[];
  /** The same with what it is: a measure to balance, or a capacity. */
  readonly rules: readonly MeasureRule[];
  /** Whether an exact attempt is worth offering: few enough accounts and families are free. */
  readonly canBeExact: boolean;
  /** Regions that the proposal adds above its territories. */
  readonly groups: readonly TerritoryGroup[];
  /** Territory slot by account row, the new territories behind the existing ones. */
  readonly territoryOf: Uint16Array;
  /** By slot; null where the proposal has none. */
  readonly territories: readonly (Territory | null)[];
}

/** One search: the same settings, seed and number of iterations give the same plan on every machine. */
export interface RunRecord {
  readonly seed: number;
  readonly iterations: number;
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

/** Reads a result of the search back into the plan's accounts and slots. `newIds` holds an id for each new territory. */
export function proposalOf(
  plan: Plan,
  path: AlignmentPath,
  problem: OptimizationProblem,
  settings: OptimizationSettings,
  progress: SearchProgress,
  newIds: readonly string[],
): Proposal {
  const alignment = alignmentAt(plan, path);
  const territories = alignment.territories.slice();
  for (const slot of problem.dropped) territories[slot] = null;
  let made = 0;
  const slots = problem.slots.map((slot) => {
    if (slot !== null) return slot;
    territories.push(newTerritory(newIds[made++]!, territories.length, territories));
    return territories.length - 1;
  });

  const territoryOf = alignment.territoryOf.slice();
  for (let item = 0; item < problem.accounts.length; item++) {
    const territory = progress.assignment[item]!;
    territoryOf[problem.accounts[item]!] = slots[territory] ?? UNASSIGNED;
  }
  const runs = [{ seed: settings.seed, iterations: progress.iterations }];
  const { measures } = problem;
  const rules = measures.map((measure): MeasureRule => ({ kind: "balance", measure }));
  return {
    path,
    problem,
    runs,
    exact: null,
    canBeExact: false,
    settings,
    progress,
    slots,
    measures,
    rules,
    groups: [],
    territoryOf,
    territories,
  };
}

/**
 * The patch that makes the proposal true in the plan as it is now. Accounts locked or deleted since the proposal was made
 * stay, and so do territories that still hold one of them.
 */
export function proposalPatch(plan: Plan, proposal: Proposal): Patch {
  const { path } = proposal;
  const alignment = alignmentAt(plan, path);
  const slotNow = slotsNow(plan, proposal);
  const changes: Change[] = [];
  for (const [slot, territory] of proposal.territories.entries()) {
    if (slot > 0 && territory && !alignment.territories.some((known) => known?.id === territory.id)) {
      changes.push({ kind: "territory", path, slot: slotNow[slot]!, from: null, to: territory });
    }
  }

  const accounts: number[] = [];
  const to: number[] = [];
  const held = new Set<number>();
  for (let account = 0; account < alignment.territoryOf.length; account++) {
    const now = alignment.territoryOf[account]!;
    const wanted = account < proposal.territoryOf.length ? slotNow[proposal.territoryOf[account]!]! : now;
    if (alignment.locked[account] || !isLive(plan.tables.accounts, account)) held.add(now);
    else if (now !== wanted) {
      accounts.push(account);
      to.push(wanted);
    } else held.add(now);
  }
  if (accounts.length > 0) {
    changes.push(moveAll(plan, path, Uint32Array.from(accounts), Uint16Array.from(to), "optimizer"));
  }
  for (const [slot, territory] of proposal.territories.entries()) {
    const known = alignment.territories[slot];
    if (slot > 0 && !territory && known && !held.has(slot)) {
      changes.push({ kind: "territory", path, slot, from: known, to: null });
    }
  }
  return {
    label: `Move ${countOf(accounts.length)} as the optimizer proposed`,
    cause: {
      kind: "run",
      seed: proposal.settings.seed,
      iterations: proposal.progress.iterations,
      settings: proposal.settings,
    },
    changes,
  };
}

/** The figures the plan would have with the proposal accepted. */
export function proposalFigures(plan: Plan, proposal: Proposal): Figures {
  return figures(applyPatch(plan, proposalPatch(plan, proposal)), proposal.path);
}

/** The same while a search runs: quicker, of the proposal as it stands, whatever was edited since it began. */
export function runningFigures(plan: Plan, proposal: Proposal): Figures {
  const { path, territories, territoryOf } = proposal;
  const alignment = { ...alignmentAt(plan, path), territories, territoryOf };
  return figures(withAlignment(plan, path, alignment), path);
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
