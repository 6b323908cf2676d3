import { type Accessor, createMemo } from "solid-js";
import type { Alignment } from "../../model/alignment";
import { type FitModel, fitModel } from "../../model/fit/fit-model";
import { accountFits, meanFit, territoryFits } from "../../model/fit/territory-fit";
import { liveAccounts } from "../../model/metrics/figures";
import type { Planner } from "../planner";

/** Fit in the alignment shown, or in the proposal being looked at; every account counts the same. */
export interface Fit {
  /** The alignment that is looked at. */
  readonly shown: Accessor<Alignment>;
  readonly model: Accessor<FitModel>;
  /** Of each account with the rep of its territory, by row; NaN where it has none or nothing is known. */
  readonly accounts: Accessor<Float64Array>;
  /** Mean of each territory's accounts, by slot. */
  readonly territories: Accessor<Float64Array>;
  readonly mean: Accessor<number>;
}

/** Counted from scratch when it is asked for: a few milliseconds at 100,000 accounts. */
export function createFit(planner: Planner): Fit {
  const shown = createMemo((): Alignment => {
    const preview = planner.preview();
    return preview ? { ...planner.alignment(), ...preview } : planner.alignment();
  });
  const live = createMemo(() => liveAccounts(planner.plan().tables.accounts));
  const model = createMemo(() => fitModel(planner.plan(), planner.path()));
  const accounts = createMemo(() => accountFits(model(), shown()));
  const territories = createMemo(() => territoryFits(accounts(), shown(), live()));
  const mean = createMemo(() => meanFit(accounts(), live()));
  return { shown, model, accounts, territories, mean };
}
