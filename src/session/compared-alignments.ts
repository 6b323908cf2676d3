import type { Alignment } from "../model/alignment";
import { type KeeperImpact, keeperImpacts } from "../model/compare/keeper-impacts";
import { type FitModel, fitModel } from "../model/fit/fit-model";
import { meanFit, repFits, repPositions } from "../model/fit/territory-fit";
import { liveAccounts, revenueOf } from "../model/metrics/figures";
import { type AlignmentPath, type Plan, withAlignment } from "../model/plan";
import { type AlignmentLook, lookSteps } from "./alignment-look";

/** Stands for the baseline among the ids of scenarios. */
export const BASELINE = "baseline";

/** An alignment of one layer that can be compared: a scenario's, or the baseline. */
export interface Comparable {
  /** Scenario id, or `BASELINE`. */
  readonly id: string;
  readonly name: string;
  readonly alignment: Alignment;
}

/** One column of a comparison. */
export interface ComparedAlignment extends Comparable {
  readonly look: AlignmentLook;
  /** Mean fit of the accounts with their rep, 0–100, each the same; NaN where nothing is known. */
  readonly fit: number;
}

/** Alignments side by side, and what changes for everyone from the first to the last. */
export interface ComparedAlignments {
  readonly columns: readonly ComparedAlignment[];
  readonly impacts: readonly KeeperImpact[];
}

/** What can be compared in a layer: the baseline, if there is one, then the scenarios that are not archived. */
export function comparables(plan: Plan, layer: string): Comparable[] {
  const baseline = plan.layers.find(({ id }) => id === layer)?.baseline;
  const scenarios = plan.scenarios.flatMap(({ id, name, archived, alignments }) => {
    const alignment = alignments[layer];
    return archived || !alignment ? [] : [{ id, name, alignment }];
  });
  return baseline ? [{ id: BASELINE, name: "Baseline", alignment: baseline }, ...scenarios] : scenarios;
}

/** Compares alignments of a layer in steps of a few milliseconds. `path` is any alignment of that layer. */
export function* compareSteps(
  plan: Plan,
  path: AlignmentPath,
  chosen: readonly Comparable[],
): Generator<void, ComparedAlignments> {
  const { accounts } = plan.tables;
  const live = liveAccounts(accounts);
  const columns: ComparedAlignment[] = [];
  for (const one of chosen) {
    const look = yield* lookSteps(withAlignment(plan, path, one.alignment), path);
    const fit = yield* fitSteps(fitModel(plan, path), one.alignment, live);
    columns.push({ ...one, look, fit });
  }
  const [first, last] = [columns[0], columns.at(-1)];
  const impacts =
    first && last && first !== last
      ? keeperImpacts(first.alignment, last.alignment, live, revenueOf(accounts))
      : [];
  return { columns, impacts };
}

/** Accounts whose fit is counted between two looks at the clock. */
const STEP = 16_384;

function* fitSteps(model: FitModel, alignment: Alignment, live: Float64Array): Generator<void, number> {
  const repOf = repPositions(model, alignment);
  const rows = model.reps.map((): number[] => []);
  for (let row = 0; row < alignment.territoryOf.length; row++) {
    const rep = repOf[alignment.territoryOf[row]!]!;
    if (rep >= 0 && live[row]) rows[rep]!.push(row);
  }
  yield;
  const fits = new Float64Array(live.length).fill(Number.NaN);
  let since = 0;
  for (const [rep, own] of rows.entries()) {
    for (let from = 0; from < own.length; from += STEP) {
      const part = own.slice(from, from + STEP);
      repFits(model, rep, part, fits);
      since += part.length;
      if (since < STEP) continue;
      since = 0;
      yield;
    }
  }
  return meanFit(fits, live);
}
