import { type Accessor, batch, createMemo, createSignal, onCleanup } from "solid-js";
import { type Alignment, territorySlots } from "../../model/alignment";
import { applyPatch } from "../../model/apply-patch";
import { countOf } from "../../model/edits/assign-accounts";
import type { Patch } from "../../model/patch";
import { alignmentAt, type Plan, scenarioById, withAlignment } from "../../model/plan";
import { type AlignmentLook, lookSteps } from "../../session/alignment-look";
import type { Remedy } from "../../session/impossible";
import type { CannotOptimize } from "../../session/optimization-problem";
import {
  continueOptimization,
  type OptimizationRun,
  type RunState,
  startOptimization,
} from "../../session/optimization-run";
import { defaultOptimizationSettings, type OptimizationSettings } from "../../session/optimization-settings";
import { type Proposal, proposalPatch } from "../../session/proposal";
import { makesTerritories, withNewColors } from "../../session/proposal-colors";
import { changedTerritories, partOfProposal, proposalAsScenario } from "../../session/proposal-part";
import { applyLoosenings } from "../../session/settings-loosening";
import type { TradeOffPlan } from "../../session/trade-off-run";
import { doneText } from "../done-text";
import { findNeighbors } from "../map/find-neighbors";
import { indexText } from "../number-format";
import type { Planner } from "../planner";
import type { Services } from "../services";
import { newestFirst } from "../slices";
import { type BesideWork, createBesideWork } from "./beside-work";

/** A proposal as it is looked at: counted, and drawn on the map. */
export interface LookedAt {
  readonly proposal: Proposal;
  readonly look: AlignmentLook;
  /** Territories of the plan that was counted, by the slots of its figures. */
  readonly territories: Alignment["territories"];
  /** Accounts that would move. */
  readonly moved: number;
  /** Only the changes of the chosen territories. */
  readonly isPart: boolean;
  readonly isFinal: boolean;
}

/** One use of the optimizer, from its settings to what becomes of the proposal. */
export interface Optimization extends BesideWork {
  readonly settings: Accessor<OptimizationSettings>;
  readonly setSettings: (settings: OptimizationSettings) => void;
  /** Why the settings cannot be tried, in words. */
  readonly refusal: Accessor<string | null>;
  /** null while the settings are being chosen. */
  readonly state: Accessor<RunState | null>;
  /** The plan as it was when the run began. */
  readonly before: Accessor<AlignmentLook | null>;
  readonly shown: Accessor<LookedAt | null>;
  /** The proposal of the run itself. */
  readonly run: Accessor<Proposal | null>;
  /** The proposal that is looked at, with all its changes. */
  readonly whole: Accessor<Proposal | null>;
  /** Slots of the territories that it changes. */
  readonly changed: Accessor<readonly number[]>;
  /** Slots of the territories whose changes are accepted; null = all. */
  readonly chosen: Accessor<ReadonlySet<number> | null>;
  readonly choose: (chosen: ReadonlySet<number> | null) => void;
  readonly pick: (plan: TradeOffPlan) => void;
  readonly backToRun: () => void;
  /** Loosens settings and locks as a remedy says, and searches again. */
  readonly apply: (remedy: Remedy) => void;
  readonly start: () => void;
  /** Searches on from the proposal that is looked at. */
  readonly goOn: () => void;
  readonly stop: () => void;
  /** Ends the run and puts the proposal away. */
  readonly leave: () => void;
  readonly discard: () => void;
  readonly accept: () => boolean;
  readonly acceptAsScenario: () => boolean;
}

/** Follows one use of the optimizer for as long as the owner lives. */
export function createOptimization(
  planner: Planner,
  { optimizer, makeId, startAreaMesh }: Services,
): Optimization {
  const { session } = planner;
  const [settings, setSettings] = createSignal(
    defaultOptimizationSettings(session.plan, territorySlots(session.alignment).length),
  );
  const [refusal, setRefusal] = createSignal<string | null>(null);
  const [state, setState] = createSignal<RunState | null>(null);
  const [before, setBefore] = createSignal<AlignmentLook | null>(null);
  const [shown, setShown] = createSignal<LookedAt | null>(null);
  const [chosen, setChosen] = createSignal<ReadonlySet<number> | null>(null);
  const [found, setFound] = createSignal<Proposal | null>(null);
  const [whole, setWhole] = createSignal<Proposal | null>(null);
  let search: OptimizationRun | null = null;
  let endColoring = () => {};

  const looks = newestFirst(
    function* (wanted: Pick<LookedAt, "proposal" | "isPart" | "isFinal">): Generator<void, LookedAt> {
      const { proposal, isPart, isFinal } = wanted;
      if (!before()) setBefore(yield* lookSteps(session.plan, session.path));
      const moved = movedBy(proposal);
      yield;
      const plan = isFinal ? accepted(session.plan, proposal) : drawn(session.plan, proposal);
      const look = yield* lookSteps(plan, proposal.path);
      const { territories } = alignmentAt(plan, proposal.path);
      return { proposal, look, territories, moved, isPart, isFinal };
    },
    (_, looked) => {
      const wasReady = shown()?.isFinal === true;
      batch(() => {
        setShown(looked);
        const { territoryOf, territories } = looked.proposal;
        planner.setPreview({ territoryOf, territories });
      });
      if (looked.isFinal && !wasReady) planner.announce(`Proposal ready. ${summary(looked)}`);
    },
  );
  const look = (proposal: Proposal, isFinal: boolean) => {
    const slots = chosen();
    const taken = slots ? partOfProposal(session.plan, proposal, slots) : proposal;
    looks.take({ proposal: taken, isPart: slots !== null, isFinal });
  };
  const lookAt = (proposal: Proposal) => {
    setChosen(null);
    setWhole(proposal);
    look(proposal, true);
    colorNew(proposal);
  };
  /** Once it is known where new territories lie, they get colors that their neighbors have not. */
  const colorNew = (proposal: Proposal) => {
    endColoring();
    const slots = session.alignment.territories.length;
    if (!makesTerritories(proposal, slots)) return;
    endColoring = findNeighbors(session.plan.tables.accounts, proposal.territoryOf, startAreaMesh, {
      found: (neighbors) => {
        if (!neighbors || whole() !== proposal) return;
        const colored = withNewColors(proposal, slots, neighbors);
        if (found() === proposal) setFound(colored);
        setWhole(colored);
        look(colored, true);
      },
      // They keep the colors that they were made with.
      failed: () => {},
    });
  };
  const summary = ({ look: { figures }, moved }: LookedAt) => {
    const was = before()?.figures.balanceScore ?? Number.NaN;
    return `Balance ${indexText(was)} to ${indexText(figures.balanceScore)}, ${countOf(moved)} moved.`;
  };
  const movedBy = (of: Proposal) => {
    const { territoryOf } = session.alignment;
    let moved = 0;
    for (let row = 0; row < territoryOf.length; row++) if (territoryOf[row] !== of.territoryOf[row]) moved++;
    return moved;
  };
  const beside = createBesideWork(planner, { optimizer, makeId }, found, (proposal, better) => {
    const isLookedAt = whole() === found();
    setFound(proposal);
    if (better) {
      beside.setPicked(null);
      lookAt(proposal);
    } else if (isLookedAt) setWhole(proposal);
  });

  const listen = (next: RunState) => {
    if (next.kind === "failed") {
      setState(next);
      planner.announce(next.message);
      return;
    }
    const wasDone = state()?.kind === "done";
    setState(next);
    const { proposal } = next;
    const isDone = next.kind === "done";
    // What is told after the end is about bounds and remedies; the planner may be looking at another plan by then.
    if (!proposal || wasDone || (!isDone && proposal.territoryOf === found()?.territoryOf)) return;
    setFound(proposal);
    setWhole(proposal);
    look(proposal, isDone);
    if (isDone) colorNew(proposal);
  };
  const begin = (starting: () => OptimizationRun | CannotOptimize) => {
    leave();
    setState(null);
    const started = starting();
    if (!("reason" in started)) search = started;
    else {
      setState(null);
      setRefusal(started.reason);
      planner.announce(started.reason);
    }
  };
  const start = () =>
    begin(() => startOptimization(optimizer, session.plan, session.path, settings(), makeId, listen));
  const leave = () => {
    search?.cancel();
    search = null;
    endColoring();
    looks.drop();
    beside.end();
    batch(() => {
      setRefusal(null);
      setBefore(null);
      setShown(null);
      setFound(null);
      setWhole(null);
      setChosen(null);
      planner.setPreview(null);
    });
  };
  const changed = createMemo(() => {
    const proposal = whole();
    return proposal && state()?.kind === "done" ? changedTerritories(session.plan, proposal) : [];
  });
  const takenPart = (): Proposal | null => {
    const proposal = whole();
    const slots = chosen();
    return proposal && slots ? partOfProposal(session.plan, proposal, slots) : proposal;
  };
  const commit = (patch: Patch, then = () => {}): boolean => {
    let done = false;
    // At once, so that the map goes from the proposal to the plan without drawing what was before.
    batch(() => {
      done = session.edit(patch);
      if (done) then();
      leave();
      setState(null);
    });
    if (!done) return false;
    const text = doneText(patch.label);
    planner.announce(text);
    planner.notify({ text, action: { label: "Undo", run: () => session.undo() } });
    return true;
  };

  onCleanup(leave);
  return {
    ...beside,
    settings,
    setSettings,
    refusal,
    state,
    before,
    shown,
    run: found,
    whole,
    changed,
    chosen,
    choose: (slots) => {
      const proposal = whole();
      if (!proposal) return;
      setChosen(slots && changed().every((slot) => slots.has(slot)) ? null : slots);
      look(proposal, true);
    },
    pick: (plan) => {
      beside.setPicked(plan);
      lookAt(plan.proposal);
    },
    backToRun: () => {
      const proposal = found();
      beside.setPicked(null);
      if (proposal) lookAt(proposal);
    },
    apply: ({ loosenings }) => {
      const loosened = applyLoosenings(session.plan, session.path, settings(), loosenings);
      leave();
      if (loosened.patch && session.edit(loosened.patch)) {
        const text = doneText(loosened.patch.label);
        planner.announce(text);
        planner.notify({ text });
      }
      setSettings(loosened.settings);
      start();
    },
    start,
    goOn: () => {
      const proposal = whole();
      if (proposal) begin(() => continueOptimization(optimizer, proposal, "thorough", listen));
    },
    stop: () => search?.stop(),
    leave,
    discard: () => {
      leave();
      setState(null);
      planner.announce("Proposal discarded. Nothing was changed.");
    },
    accept: () => {
      const proposal = takenPart();
      return proposal !== null && commit(proposalPatch(session.plan, proposal));
    },
    acceptAsScenario: () => {
      const proposal = takenPart();
      if (!proposal) return false;
      const id = makeId();
      const patch = proposalAsScenario(session.plan, proposal, { id });
      return commit(patch, () => session.show({ ...session.path, scenario: id }));
    },
  };
}

/** The plan with the proposal as it stands, whatever was edited since it began. */
function drawn(plan: Plan, { path, territories, territoryOf }: Proposal): Plan {
  const alignment = scenarioById(plan, path.scenario).alignments[path.layer]!;
  return withAlignment(plan, path, { ...alignment, territories, territoryOf });
}

/** The plan as it would be with the proposal accepted. */
function accepted(plan: Plan, proposal: Proposal): Plan {
  return applyPatch(plan, proposalPatch(plan, proposal));
}
