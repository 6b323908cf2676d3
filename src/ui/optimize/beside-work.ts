import { type Accessor, createSignal } from "solid-js";
import { type ExactRun, type ExactState, startExact } from "../../session/exact-run";
import type { OptimizerPort } from "../../session/optimizer-port";
import type { Proposal } from "../../session/proposal";
import { explainProposal, type ProposalExplanation } from "../../session/proposal-explanation";
import {
  startTradeOff,
  type TradeOffPlan,
  type TradeOffRun,
  type TradeOffState,
} from "../../session/trade-off-run";
import type { Planner } from "../planner";

/** What is worked out beside a proposal when the planner asks for it. */
export interface BesideWork {
  /** Explains a proposal; whoever asks closes it. */
  readonly explain: (proposal: Proposal) => ProposalExplanation;
  readonly exact: Accessor<ExactState | null>;
  readonly prove: (seconds: number) => void;
  readonly stopProving: () => void;
  readonly tradeOff: Accessor<TradeOffState | null>;
  readonly startTradeOff: () => void;
  /** Keeps the plans found so far. */
  readonly stopTradeOff: () => void;
  /** The point of the trade-off that is looked at. */
  readonly picked: Accessor<TradeOffPlan | null>;
}

/** Exact attempts, trade-offs and explanations of the proposal a run has found; `onProven` hears what an attempt found. */
export function createBesideWork(
  planner: Planner,
  { optimizer, makeId }: { readonly optimizer: OptimizerPort; readonly makeId: () => string },
  found: Accessor<Proposal | null>,
  onProven: (proposal: Proposal, better: boolean) => void,
): BesideWork & {
  readonly setPicked: (plan: TradeOffPlan | null) => void;
  /** Ends all of it. */
  readonly end: () => void;
} {
  const { session } = planner;
  const [exact, setExact] = createSignal<ExactState | null>(null);
  const [tradeOff, setTradeOff] = createSignal<TradeOffState | null>(null);
  const [picked, setPicked] = createSignal<TradeOffPlan | null>(null);
  let proving: ExactRun | null = null;
  let trading: TradeOffRun | null = null;

  const stopProving = () => {
    proving?.cancel();
    proving = null;
    if (exact()?.kind === "running") setExact(null);
  };
  const stopTradeOff = () => {
    trading?.cancel();
    trading = null;
    const now = tradeOff();
    if (now?.kind === "running") setTradeOff({ ...now, kind: "done" });
  };
  return {
    explain: (proposal) => explainProposal(optimizer, proposal),
    exact,
    prove: (seconds) => {
      stopProving();
      const proposal = found();
      if (!proposal) return;
      proving = startExact(optimizer, proposal, seconds, (next) => {
        setExact(next);
        if (next.kind === "done") onProven(next.proposal, next.better);
      });
    },
    stopProving,
    tradeOff,
    startTradeOff: () => {
      const proposal = found();
      if (!proposal) return;
      const { plan, path } = session;
      const run = startTradeOff(optimizer, plan, path, proposal.settings, makeId, setTradeOff);
      if ("reason" in run) setTradeOff({ kind: "failed", message: run.reason });
      else trading = run;
    },
    stopTradeOff,
    picked,
    setPicked,
    end: () => {
      stopProving();
      stopTradeOff();
      setExact(null);
      setTradeOff(null);
      setPicked(null);
    },
  };
}
