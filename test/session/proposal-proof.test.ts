import loadHighs from "highs";
import { describe, expect, it } from "vitest";
import type { Plan } from "../../src/model/plan";
import { type ExactState, startExact } from "../../src/session/exact-run";
import { type NeededTerritoriesState, startNeededTerritories } from "../../src/session/needed-territories";
import { startOptimization } from "../../src/session/optimization-run";
import type { OptimizationSettings } from "../../src/session/optimization-settings";
import { type Proposal, proposalPatch } from "../../src/session/proposal";
import { explainProposal } from "../../src/session/proposal-explanation";
import { startTradeOff, type TradeOffState } from "../../src/session/trade-off-run";
import { optimizerAtHand } from "../helpers/optimizer-at-hand";
import { A, B, PATH, smallPlan } from "../helpers/small-plan";
import { countedIds, settingsOf } from "./proposed";

const highs = await loadHighs();

function proposed(plan: Plan, fields: Partial<OptimizationSettings> = {}): Proposal {
  const optimizer = optimizerAtHand();
  let proposal: Proposal | null = null;
  startOptimization(optimizer, plan, PATH, settingsOf(plan, fields), countedIds(), (state) => {
    if (state.kind === "done") proposal = state.proposal;
  });
  optimizer.settle();
  if (!proposal) throw new Error("Expected a proposal, got none.");
  return proposal;
}

describe("an exact attempt", () => {
  const plan = smallPlan("AAAAAABB");
  const attempted = (proposal: Proposal) => {
    const optimizer = optimizerAtHand(3, highs);
    const states: ExactState[] = [];
    const run = startExact(optimizer, proposal, 60, (state) => states.push(state));
    optimizer.settle();
    return { run, states };
  };

  it("proves the best proposal of a small plan", () => {
    const proposal = proposed(plan);
    expect(proposal.canBeExact).toBe(true);
    const { states } = attempted(proposal);
    const last = states.at(-1);
    if (last?.kind !== "done") throw new Error(`Expected a proof, got ${last?.kind}.`);
    const { exact, progress } = last.proposal;
    expect(exact).toMatchObject({ proven: true, scope: "listed-centers" });
    expect(exact!.gap).toBeLessThan(1e-4);
    expect(progress.cost.total).toBeLessThanOrEqual(proposal.progress.cost.total + 1e-6);
  });

  it("finds a better plan than a poor one, counted as the search counts", () => {
    const best = proposed(plan);
    const assignment = best.progress.assignment.slice();
    const [one, other] = [assignment.indexOf(0), assignment.indexOf(1)];
    assignment[one] = 1;
    assignment[other] = 0;
    const cost = { ...best.progress.cost, total: best.progress.cost.total * 2 };
    const poor = { ...best, progress: { ...best.progress, assignment, cost } };
    const last = attempted(poor).states.at(-1);
    expect(last).toMatchObject({ kind: "done", better: true });
    if (last?.kind !== "done") return;
    expect(last.proposal.progress.cost.total).toBeCloseTo(best.progress.cost.total, 3);
    expect(last.proposal.progress.feasible).toBe(true);
    expect(last.proposal.runs).toEqual(poor.runs);
  });

  it("is not offered for what is too large", { timeout: 60_000 }, () => {
    const { run, states } = attempted({ ...proposed(plan), canBeExact: false });
    expect(run).toBeNull();
    expect(states).toEqual([]);
    expect(proposed(smallPlan("AB".repeat(61))).canBeExact).toBe(false);
  });
});

describe("an explanation", () => {
  const plan = smallPlan("AAAAAABB");
  it("tells every move in accounts, territories and measures of the plan", async () => {
    const proposal = proposed(plan);
    const explanation = explainProposal(optimizerAtHand(), proposal);
    const { moves, accounts, byReason } = await explanation.summary();
    const moved = [...proposal.territoryOf.keys()].filter(
      (row) => row < 6 !== (proposal.territoryOf[row] === A),
    );
    expect(accounts).toBe(moved.length);
    expect(Object.values(byReason).reduce((sum, count) => sum + count, 0)).toBe(accounts);
    const told = await explanation.moves(0, 100);
    expect(told).toHaveLength(moves);
    expect(told.flatMap((move) => move.accounts)).toEqual(moved);
    for (const move of told) {
      expect([move.from, move.to]).toEqual([A, B]);
      expect(move.left[0]).toMatchObject({ rule: { kind: "balance", measure: "count" }, with: 125 });
    }
    expect(await explanation.moves(1, 1)).toEqual([told[1]]);
    expect(await explanation.moveOf(moved[0]!)).toEqual(told[0]);
    expect(await explanation.moveOf(7)).toBeNull();
    expect(await explanation.moveOf(700)).toBeNull();
    const territories = await explanation.territories();
    expect(territories.map(({ territory }) => territory)).toEqual([A, B]);
    expect(territories[0]!.slacks[0]).toMatchObject({
      side: expect.any(String),
      share: expect.closeTo(0.1, 9),
    });
    explanation.close();
    await expect(explanation.summary()).rejects.toThrow("closed");
  });
});

describe("a trade-off", () => {
  it("has plans from least disruption on, none beaten by another, each to be accepted", {
    timeout: 60_000,
  }, () => {
    const plan = smallPlan("AAAAAABBAB");
    const optimizer = optimizerAtHand();
    const states: TradeOffState[] = [];
    const run = startTradeOff(optimizer, plan, PATH, settingsOf(plan), countedIds(), (state) =>
      states.push(state),
    );
    expect("reason" in run).toBe(false);
    optimizer.settle();
    const last = states.at(-1);
    if (last?.kind !== "done") throw new Error(`Expected plans, got ${last?.kind}.`);
    expect(last.tried).toBe(last.of);
    expect(last.plans.length).toBeGreaterThan(1);
    const disruption = last.plans.map((point) => point.disruption);
    expect(disruption).toEqual([...disruption].sort((a, b) => a - b));
    for (const { proposal, changedAccounts, isPresent } of last.plans) {
      const changed = [..."AAAAAABBAB"].filter(
        (letter, row) => letter !== ".AB"[proposal.territoryOf[row]!],
      ).length;
      expect(changedAccounts).toBe(changed);
      if (isPresent) expect(changed).toBe(0);
      // What was asked, and which plan of the curve it is, find it again.
      const { cause } = proposalPatch(plan, proposal);
      expect(cause).toMatchObject({ kind: "run", settings: settingsOf(plan) });
      if (!isPresent) expect(cause).toMatchObject({ settings: { tradeOff: { keep: expect.any(Number) } } });
    }
    expect(last.plans.some(({ isPresent }) => isPresent)).toBe(true);
  });

  it("ends at once when it is cancelled", () => {
    const plan = smallPlan("AAAB");
    const optimizer = optimizerAtHand();
    const states: TradeOffState[] = [];
    const run = startTradeOff(optimizer, plan, PATH, settingsOf(plan), countedIds(), (state) =>
      states.push(state),
    );
    if ("cancel" in run) run.cancel();
    optimizer.settle();
    expect(states).toEqual([]);
  });
});

describe("how many territories are needed", () => {
  const needed = (plan: Plan, each: number, fields: Partial<OptimizationSettings> = {}) => {
    const optimizer = optimizerAtHand();
    const states: NeededTerritoriesState[] = [];
    const capacity = { measure: "revenue", each };
    const run = startNeededTerritories(optimizer, plan, PATH, settingsOf(plan, fields), capacity, (state) =>
      states.push(state),
    );
    if ("reason" in run) throw new Error(run.reason);
    optimizer.settle();
    return states.at(-1)!;
  };

  it("is what the sum asks for where everything fits", () => {
    expect(needed(smallPlan("AAAABBBB"), 20)).toEqual({
      kind: "done",
      answer: { count: 4, bySum: 4, because: "sum", facts: [] },
    });
  });

  it("is more where large accounts do not fit beside each other, and says which", () => {
    const state = needed(smallPlan("AAABB", [60, 60, 60, 10, 10]), 100);
    expect(state).toMatchObject({ kind: "done", answer: { count: 3, bySum: 2, because: "facts" } });
    if (state.kind !== "done") return;
    expect(state.answer.facts).toMatchObject([{ kind: "too-many-large", together: 2, accounts: [0, 1, 2] }]);
  });

  it("is more where families must stay whole and the sums do not show it", { timeout: 60_000 }, () => {
    // 35 + 35 + 30 + 30 + 30 fit into 80 + 80 by their sum, but not in any two parts.
    const plan = smallPlan("AAABB", [35, 35, 30, 30, 30]);
    expect(needed(plan, 80)).toMatchObject({ kind: "done", answer: { count: 3, bySum: 2 } });
  });

  it("is no number where one account alone is too large", () => {
    expect(needed(smallPlan("AAB", [10, 200, 10]), 100)).toMatchObject({
      kind: "impossible",
      facts: [{ kind: "account-too-large", accounts: [1] }],
    });
  });

  it("is at least the number of territories that hold locked accounts", () => {
    expect(needed(smallPlan("AaBb"), 1000)).toMatchObject({ kind: "done", answer: { count: 2, bySum: 1 } });
  });
});
