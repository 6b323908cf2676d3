import { type Accessor, batch, createMemo, createSignal, onCleanup } from "solid-js";
import { territorySlots } from "../../model/alignment";
import { applyPatch } from "../../model/apply-patch";
import { countOf } from "../../model/edits/assign-accounts";
import type { Patch } from "../../model/patch";
import { type Plan, scenarioById, withAlignment } from "../../model/plan";
import { type AlignmentLook, lookSteps } from "../../session/alignment-look";
import { type OptimizationRun, type RunState, startOptimization } from "../../session/optimization-run";
import { defaultOptimizationSettings, type OptimizationSettings } from "../../session/optimization-settings";
import { type Proposal, proposalPatch } from "../../session/proposal";
import { changedTerritories, partOfProposal, proposalAsScenario } from "../../session/proposal-part";
import { doneText } from "../done-text";
import { indexText } from "../number-format";
import type { Planner } from "../planner";
import type { Services } from "../services";
import { newestFirst } from "../slices";

/** A proposal as it is looked at: counted, and drawn on the map. */
export interface LookedAt {
  readonly proposal: Proposal;
  readonly look: AlignmentLook;
  /** Accounts that would move. */
  readonly moved: number;
  readonly isFinal: boolean;
}

/** One use of the optimizer, from its settings to what becomes of the proposal. */
export interface Optimization {
  readonly settings: Accessor<OptimizationSettings>;
  readonly setSettings: (settings: OptimizationSettings) => void;
  /** Why the settings cannot be tried, in words. */
  readonly refusal: Accessor<string | null>;
  /** null while the settings are being chosen. */
  readonly state: Accessor<RunState | null>;
  /** The plan as it was when the run began. */
  readonly before: Accessor<AlignmentLook | null>;
  readonly shown: Accessor<LookedAt | null>;
  /** Slots of the territories whose changes are accepted; null = all. */
  readonly chosen: Accessor<ReadonlySet<number> | null>;
  readonly choose: (chosen: ReadonlySet<number> | null) => void;
  /** Looks at another plan in place of the run's own. */
  readonly lookAt: (proposal: Proposal) => void;
  readonly start: (settings?: OptimizationSettings) => void;
  readonly stop: () => void;
  /** Ends the run and puts the proposal away. */
  readonly leave: () => void;
  readonly discard: () => void;
  readonly accept: () => boolean;
  readonly acceptAsScenario: () => boolean;
}

/** Follows one use of the optimizer for as long as the owner lives. */
export function createOptimization(planner: Planner, { optimizer, makeId }: Services): Optimization {
  const { session } = planner;
  const [settings, setSettings] = createSignal(
    defaultOptimizationSettings(session.plan, territorySlots(session.alignment).length),
  );
  const [refusal, setRefusal] = createSignal<string | null>(null);
  const [state, setState] = createSignal<RunState | null>(null);
  const [before, setBefore] = createSignal<AlignmentLook | null>(null);
  const [shown, setShown] = createSignal<LookedAt | null>(null);
  const [chosen, setChosen] = createSignal<ReadonlySet<number> | null>(null);
  const [whole, setWhole] = createSignal<Proposal | null>(null);
  let run: OptimizationRun | null = null;

  const looks = newestFirst(
    function* (wanted: { proposal: Proposal; isFinal: boolean }): Generator<void, LookedAt> {
      const { proposal, isFinal } = wanted;
      const { plan, path } = session;
      if (!before()) setBefore(yield* lookSteps(plan, path));
      const moved = movedBy(proposal);
      yield;
      const look = yield* lookSteps(
        isFinal ? accepted(plan, proposal) : drawn(plan, proposal),
        proposal.path,
      );
      return { proposal, look, moved, isFinal };
    },
    (_, looked) => {
      const wasReady = shown()?.isFinal === true;
      batch(() => {
        setShown(looked);
        const { territoryOf, territories } = looked.proposal;
        planner.setPreview({ territoryOf, territories, live: !looked.isFinal });
      });
      if (looked.isFinal && !wasReady) planner.announce(`Proposal ready. ${summary(looked)}`);
    },
  );
  const look = (proposal: Proposal, isFinal: boolean) => {
    const part = chosen() ? partOfProposal(session.plan, proposal, chosen()!) : proposal;
    looks.take({ proposal: part, isFinal });
  };
  const summary = ({ look: { figures }, moved }: LookedAt) =>
    `Balance ${indexText(before()?.figures.balanceScore ?? Number.NaN)} to ${indexText(figures.balanceScore)}, ${countOf(moved)} moved.`;
  const movedBy = (of: Proposal) => {
    const { territoryOf } = session.alignment;
    let moved = 0;
    for (let row = 0; row < territoryOf.length; row++) if (territoryOf[row] !== of.territoryOf[row]) moved++;
    return moved;
  };

  const listen = (next: RunState) => {
    setState(next);
    if (next.kind === "failed") {
      planner.announce(next.message);
      return;
    }
    const { proposal } = next;
    const isFinal = next.kind === "done";
    const last = whole();
    const isSame = last?.territoryOf === proposal?.territoryOf && isFinal === (shown()?.isFinal ?? false);
    setWhole(proposal);
    if (proposal && !isSame) look(proposal, isFinal);
  };
  const start = (wanted?: OptimizationSettings) => {
    if (wanted) setSettings(wanted);
    leave();
    const started = startOptimization(optimizer, session.plan, session.path, settings(), makeId, listen);
    if ("reason" in started) {
      setState(null);
      setRefusal(started.reason);
    } else run = started;
  };
  const leave = () => {
    run?.cancel();
    run = null;
    looks.drop();
    batch(() => {
      setRefusal(null);
      setBefore(null);
      setShown(null);
      setWhole(null);
      setChosen(null);
      planner.setPreview(null);
    });
  };
  const choose = (slots: ReadonlySet<number> | null) => {
    const proposal = whole();
    if (!proposal) return;
    const all = slots && changedTerritories(session.plan, proposal).every((slot) => slots.has(slot));
    setChosen(all ? null : slots);
    look(proposal, true);
  };
  const takenPart = (): Proposal | null => {
    const proposal = whole();
    return proposal && chosen() ? partOfProposal(session.plan, proposal, chosen()!) : proposal;
  };
  const commit = (patch: Patch, then = () => {}): boolean => {
    leave();
    setState(null);
    if (!session.edit(patch)) return false;
    then();
    const text = doneText(patch.label);
    planner.announce(text);
    planner.notify({ text, action: { label: "Undo", run: () => session.undo() } });
    return true;
  };

  onCleanup(leave);
  return {
    settings,
    setSettings,
    refusal,
    state,
    before,
    shown,
    chosen: createMemo(chosen),
    choose,
    lookAt: (proposal) => {
      setChosen(null);
      setWhole(proposal);
      look(proposal, true);
    },
    start,
    stop: () => run?.stop(),
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
      return commit(patch, () =>
        session.show({ ...session.path, scenario: scenarioById(session.plan, id).id }),
      );
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
