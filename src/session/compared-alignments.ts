import type { Alignment } from "../model/alignment";
import { type KeeperImpact, keeperImpacts } from "../model/compare/keeper-impacts";
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
  const columns: ComparedAlignment[] = [];
  for (const one of chosen) {
    const look = yield* lookSteps(withAlignment(plan, path, one.alignment), path);
    columns.push({ ...one, look });
  }
  const { accounts } = plan.tables;
  const [first, last] = [columns[0], columns.at(-1)];
  const impacts =
    first && last && first !== last
      ? keeperImpacts(first.alignment, last.alignment, liveAccounts(accounts), revenueOf(accounts))
      : [];
  return { columns, impacts };
}
