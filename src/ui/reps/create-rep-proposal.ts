import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from "solid-js";
import { planOfLayer } from "../../model/eligibility";
import type { FitModel } from "../../model/fit/fit-model";
import { fitModel } from "../../model/fit/fit-model";
import { type WishPrices, wishPrices } from "../../model/fit/rep-assignment";
import { proposeReps, type RepProposal } from "../../model/fit/rep-proposal";
import { type FitMatrix, fitMatrixSteps } from "../../model/fit/territory-fit";
import type { RowId } from "../../model/ids";
import { liveAccounts } from "../../model/metrics/figures";
import { measureValues } from "../../model/metrics/measure-values";
import type { Planner } from "../planner";
import { inSlices } from "../slices";

/** What the planner chooses in the dialog. */
export interface RepChoices {
  /** What accounts count for: a measure (by id), or null for each the same. */
  readonly worthBy: string | null;
  readonly countCapacity: boolean;
  /** Rep by territory id. */
  readonly locks: ReadonlyMap<string, RowId>;
}

/** The proposal for the plan and the choices as they are now. */
export interface RepProposalState {
  readonly model: Accessor<FitModel>;
  /** null while fit is counted. */
  readonly proposal: Accessor<RepProposal | null>;
  /** The same without locks. */
  readonly free: Accessor<RepProposal | null>;
  /** Share of the counting that is done. */
  readonly progress: Accessor<number>;
  /** Prices of wishes for a territory, by its position in the proposal. */
  readonly pricesOf: (territory: number) => WishPrices;
}

export function createRepProposal(planner: Planner, choices: Accessor<RepChoices>): RepProposalState {
  const model = createMemo(() => fitModel(planner.plan(), planner.path()));
  const [matrix, setMatrix] = createSignal<FitMatrix | null>(null);
  const [progress, setProgress] = createSignal(0);
  const worth = createMemo(() => {
    const { accounts } = planOfLayer(planner.plan(), planner.path().layer).tables;
    const measure = planner.plan().measures.find(({ id }) => id === choices().worthBy);
    if (!measure) return liveAccounts(accounts);
    return measureValues(accounts, measure).map((value) => Math.max(0, value));
  });
  let drop = () => {};
  createEffect(
    on([model, planner.alignment, worth], ([now, alignment, values]) => {
      drop();
      setMatrix(null);
      drop = inSlices(told(fitMatrixSteps(now, alignment, values), setProgress), setMatrix);
    }),
  );
  onCleanup(() => drop());

  const wishes = (locks: ReadonlyMap<string, RowId>) => {
    const found = matrix();
    if (!found) return null;
    const positions = new Map(model().reps.map(({ id }, position) => [id, position]));
    const bySlot = new Map<number, number>();
    for (const [slot, territory] of planner.alignment().territories.entries()) {
      const rep = territory ? locks.get(territory.id) : undefined;
      const position = rep === undefined ? undefined : positions.get(rep);
      if (position !== undefined) bySlot.set(slot, position);
    }
    const { countCapacity } = choices();
    return proposeReps(planner.plan(), model(), planner.alignment(), found, {
      locks: bySlot,
      seats: null,
      countCapacity,
    });
  };
  const proposal = createMemo(() => wishes(choices().locks));
  const free = createMemo(() => (choices().locks.size === 0 ? proposal() : wishes(new Map())));
  const known = createMemo(() => {
    proposal();
    return new Map<number, WishPrices>();
  });
  const pricesOf = (territory: number): WishPrices => {
    const prices = known();
    let found = prices.get(territory);
    if (!found) {
      const assignment = proposal()?.assignment;
      found = assignment
        ? wishPrices(assignment, territory)
        : { prices: new Float64Array(0), movesFor: () => [] };
      prices.set(territory, found);
    }
    return found;
  };
  return { model, proposal, free, progress, pricesOf };
}

function* told(
  steps: Generator<number, FitMatrix>,
  tell: (done: number) => void,
): Generator<void, FitMatrix> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    tell(value);
    yield;
  }
}
