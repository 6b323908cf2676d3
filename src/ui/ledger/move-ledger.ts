import { type Accessor, createMemo } from "solid-js";
import type { Alignment } from "../../model/alignment";
import { lastMovers } from "../../model/compare/last-mover";
import {
  type MoveEffectsOf,
  moveEffectsOf,
  type RunnerUp,
  runnerUpOf,
} from "../../model/compare/move-effects-of";
import { type Moves, movesBetween } from "../../model/compare/moves-between";
import { type Figures, liveAccounts } from "../../model/metrics/figures";
import { scenarioById } from "../../model/plan";
import type { Revision } from "../../model/revision";
import type { Planner } from "../planner";

/** What the shown alignment is held against: the baseline (null), or another scenario by id. */
export type LedgerSource = string | null;

/** Every account that is elsewhere in the shown alignment than in another, with what its move does. */
export interface MoveLedger {
  /** What the shown alignment is held against, for people: "the baseline", "Plan B". */
  readonly sourceName: string;
  readonly before: Alignment;
  readonly after: Alignment;
  readonly figures: Figures;
  readonly moves: Moves;
  readonly effects: MoveEffectsOf;
  /** By account row. */
  readonly movers: ReadonlyMap<number, Revision>;
  readonly runnerUp: (account: number) => RunnerUp | null;
}

/** The ledger as it is now; null where there is nothing to compare with. While not `active` it stays as it was. */
export function createMoveLedger(
  planner: Planner,
  source: Accessor<LedgerSource>,
  active: Accessor<boolean>,
): Accessor<MoveLedger | null> {
  return createMemo<MoveLedger | null>((last) => {
    if (!active()) return last;
    const found = sourceOf(planner, source());
    return found && ledgerOf(planner, found.name, found.alignment);
  }, null);
}

function sourceOf(planner: Planner, source: LedgerSource): { name: string; alignment: Alignment } | null {
  const { scenario: shown, layer } = planner.path();
  const plan = planner.plan();
  const other = plan.scenarios.find(({ id }) => id === source && id !== shown);
  if (other) {
    const alignment = scenarioById(plan, other.id).alignments[layer];
    return alignment ? { name: other.name, alignment } : null;
  }
  const baseline = plan.layers.find(({ id }) => id === layer)?.baseline;
  return baseline ? { name: "the baseline", alignment: baseline } : null;
}

function ledgerOf(planner: Planner, sourceName: string, before: Alignment): MoveLedger {
  const plan = planner.plan();
  const { accounts } = plan.tables;
  const after = planner.alignment();
  const figures = planner.figures();
  const moves = movesBetween(before, after, liveAccounts(accounts));
  const runnersUp = new Map<number, RunnerUp | null>();
  return {
    sourceName,
    before,
    after,
    figures,
    moves,
    effects: moveEffectsOf(moves, before, after, figures, plan),
    movers: lastMovers(planner.session.revisions, planner.path(), moves.accounts),
    runnerUp: (account) => {
      let found = runnersUp.get(account);
      if (found === undefined) {
        found = runnerUpOf(account, after, figures, plan);
        runnersUp.set(account, found);
      }
      return found;
    },
  };
}
