import { describe, expect, it } from "vitest";
import { applyPatch } from "../../src/model/apply-patch";
import { alignmentAt, type Plan } from "../../src/model/plan";
import {
  continueOptimization,
  type OptimizationRun,
  type RunState,
  repeatOptimization,
  startOptimization,
} from "../../src/session/optimization-run";
import type { OptimizationSettings } from "../../src/session/optimization-settings";
import { type Proposal, proposalPatch } from "../../src/session/proposal";
import { type OptimizerAtHand, optimizerAtHand } from "../helpers/optimizer-at-hand";
import { lettersOf, PATH, smallPlan } from "../helpers/small-plan";
import { countedIds, settingsOf } from "./proposed";

interface Watched {
  readonly states: RunState[];
  readonly run: OptimizationRun;
}

function watch(start: (listen: (state: RunState) => void) => OptimizationRun | { reason: string }): Watched {
  const states: RunState[] = [];
  const run = start((state) => states.push(state));
  if ("reason" in run) throw new Error(run.reason);
  return { states, run };
}

function started(
  optimizer: OptimizerAtHand,
  plan: Plan,
  fields: Partial<OptimizationSettings> = {},
): Watched {
  return watch((listen) =>
    startOptimization(optimizer, plan, PATH, settingsOf(plan, fields), countedIds(), listen),
  );
}

function result(states: readonly RunState[]): Proposal {
  const last = states.at(-1);
  if (last?.kind !== "done") throw new Error(`Expected a proposal, got ${last?.kind}.`);
  return last.proposal;
}

const lopsided = smallPlan("AAAAAAAAAA.B");
const slots = (proposal: Proposal) => [...proposal.territoryOf];

describe("a run", () => {
  it("starts without a proposal, tells the best so far, and ends with it", () => {
    const optimizer = optimizerAtHand();
    const { states } = started(optimizer, lopsided);
    expect(states).toMatchObject([{ kind: "running", proposal: null, bound: null, impossible: null }]);
    optimizer.settle();
    const kinds = states.map(({ kind }) => kind);
    expect(kinds.indexOf("done")).toBeGreaterThan(1);
    expect(kinds.slice(kinds.indexOf("done")).every((kind) => kind === "done")).toBe(true);
    expect(result(states).progress.feasible).toBe(true);
    expect(slots(result(states)).filter((slot) => slot === 1)).toHaveLength(6);
  });

  it("says that it was too early when it is stopped before the first plan", () => {
    const optimizer = optimizerAtHand();
    const { states, run } = started(optimizer, lopsided);
    run.stop();
    optimizer.settle();
    expect(states.at(-1)).toMatchObject({ kind: "failed", message: expect.stringContaining("longer") });
  });

  it("is silent once it is cancelled", () => {
    const optimizer = optimizerAtHand();
    const { states, run } = started(optimizer, lopsided);
    run.cancel();
    optimizer.settle();
    expect(states).toHaveLength(1);
  });

  it("keeps the best so far when it is stopped on the way, and goes on from there later", () => {
    const optimizer = optimizerAtHand();
    const states: RunState[] = [];
    let run: OptimizationRun | null = null;
    run = watch((listen) =>
      startOptimization(optimizer, lopsided, PATH, settingsOf(lopsided), countedIds(), (state) => {
        states.push(state);
        listen(state);
        if (state.kind === "running" && state.proposal) run?.stop();
      }),
    ).run;
    optimizer.settle();
    const stopped = result(states);
    const later = watch((listen) => continueOptimization(optimizer, stopped, "quick", listen));
    optimizer.settle();
    const better = result(later.states);
    expect(better.runs).toHaveLength(2);
    expect(better.runs[0]).toEqual(stopped.runs[0]);
    expect(better.progress.cost.total).toBeLessThanOrEqual(stopped.progress.cost.total + 1e-9);
    expect([...optimizer.searches.at(-1)!.problem.start!]).toEqual([...stopped.progress.assignment]);
    expect(better.territories).toEqual(stopped.territories);
  });
});

describe("a run is repeated by what its proposal records", () => {
  const repeated = (proposal: Proposal, plan: Plan) => {
    const optimizer = optimizerAtHand();
    const { states } = watch((listen) =>
      repeatOptimization(optimizer, plan, PATH, proposal.settings, proposal.runs, countedIds(), listen),
    );
    optimizer.settle();
    return result(states);
  };

  it("with the territories there are", () => {
    const optimizer = optimizerAtHand();
    const { states } = started(optimizer, lopsided, { seed: 7 });
    optimizer.settle();
    const first = result(states);
    const again = repeated(first, lopsided);
    expect(slots(again)).toEqual(slots(first));
    expect(again.progress).toEqual(first.progress);
    expect(again.runs).toEqual(first.runs);
  });

  it("with new ones, and continued", () => {
    const plan = smallPlan("AAAAAABBBBBBBBBB");
    const optimizer = optimizerAtHand();
    const { states } = started(optimizer, plan, { territories: { kind: "count", count: 4 } });
    optimizer.settle();
    const later = watch((listen) => continueOptimization(optimizer, result(states), "quick", listen));
    optimizer.settle();
    const last = result(later.states);
    expect(slots(repeated(last, plan))).toEqual(slots(last));
  });

  it("in regions", () => {
    const plan = smallPlan("AAAAAABBBBBBBBBB");
    const optimizer = optimizerAtHand();
    const { states } = started(optimizer, plan, { territories: { kind: "regions", regions: 2, count: 4 } });
    optimizer.settle();
    expect(slots(repeated(result(states), plan))).toEqual(slots(result(states)));
  });

  it("and the patch that is accepted says how", () => {
    const optimizer = optimizerAtHand();
    const { states } = started(optimizer, lopsided, { seed: 3 });
    optimizer.settle();
    const first = result(states);
    const { iterations } = first.progress;
    expect(proposalPatch(lopsided, first).cause).toEqual({
      kind: "run",
      seed: 3,
      iterations,
      settings: first.settings,
    });
    const later = watch((listen) => continueOptimization(optimizer, first, "quick", listen));
    optimizer.settle();
    const more = result(later.states);
    expect(more.runs).toMatchObject([{ seed: 3, iterations }, { seed: 4 }]);
    expect(proposalPatch(lopsided, more).cause).toMatchObject({
      seed: 3,
      iterations: iterations + more.progress.iterations,
      settings: { ...first.settings, runs: more.runs },
    });
  });
});

describe("beside a run", () => {
  it("a bound is computed from the first feasible plan on, and the one with the smallest gap is told", () => {
    const optimizer = optimizerAtHand();
    const { states } = started(optimizer, lopsided);
    optimizer.settle();
    const last = states.at(-1);
    if (last?.kind !== "done" || !last.bound) throw new Error("Expected a bound.");
    expect(last.bounds.length).toBeGreaterThan(0);
    for (const { gap } of last.bounds) if (gap !== null) expect(last.bound.gap).toBeLessThanOrEqual(gap);
    expect(last.bound.bound).toBeLessThanOrEqual(last.proposal.progress.cost.total * (1 + 1e-9));
    const before = states.find(({ kind }) => kind === "running");
    expect(before).toMatchObject({ bound: null });
  });

  // Ways out are searched for at length.
  it("an impossible wish is explained at once, with a way out", { timeout: 60_000 }, () => {
    const optimizer = optimizerAtHand();
    const plan = smallPlan("AABBAB", [10, 10, 10, 10, 10, 500]);
    const { states } = started(optimizer, plan);
    optimizer.settle();
    const last = states.at(-1);
    if (last?.kind !== "done" || !last.impossible) throw new Error("Expected reasons.");
    const { facts, remedies, searching } = last.impossible;
    expect(searching).toBe(false);
    expect(facts).toContainEqual(
      expect.objectContaining({
        kind: "account-too-large",
        accounts: [5],
        rule: { kind: "balance", measure: "revenue" },
      }),
    );
    expect(remedies.length).toBeGreaterThan(0);
    expect(remedies.at(-1)!.loosenings).toContainEqual(
      expect.objectContaining({ kind: "tolerance", measure: "revenue" }),
    );
  });

  it("what cannot add up is explained when the search has given up", { timeout: 60_000 }, () => {
    const optimizer = optimizerAtHand(1);
    // 27 against 30 is the best there is, and no single account says so.
    const plan = smallPlan("ABA", [10, 20, 27]);
    const balance = [{ measure: "revenue", tolerance: 0.01 }];
    const { states } = started(optimizer, plan, { balance });
    optimizer.settle();
    const last = states.at(-1);
    expect(last).toMatchObject({ kind: "done", impossible: { searching: false } });
    if (last?.kind === "done") expect(last.impossible!.remedies.length).toBeGreaterThan(0);
  });

  it("nothing is said against what is possible", () => {
    const optimizer = optimizerAtHand();
    const { states } = started(optimizer, lopsided);
    optimizer.settle();
    expect(states.at(-1)).toMatchObject({ kind: "done", impossible: null });
  });
});

it("accepts what it proposes", () => {
  const optimizer = optimizerAtHand();
  const { states } = started(optimizer, lopsided);
  optimizer.settle();
  const after = applyPatch(lopsided, proposalPatch(lopsided, result(states)));
  expect(lettersOf(after)).not.toContain(".");
  expect([...alignmentAt(after, PATH).territoryOf]).toEqual(slots(result(states)));
});
