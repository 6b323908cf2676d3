import type { Highs, ModelData } from "highs";
import type { Incumbent } from "../optimizer/bound";
import { type BoundNotes, boundFreeCenters } from "../optimizer/bound-free-centers";
import { type ExactModel, exactModel, planOfSolution } from "../optimizer/exact";
import type { ExactAnswer, ExactState } from "../optimizer/exact-answer";
import { hopelessPairs } from "../optimizer/hopeless-pairs";
import type { Problem } from "../optimizer/problem";
import type { SearchOptions } from "../optimizer/progress";
import { separators } from "../optimizer/separators";

/** Share of the time for a bound that leaves out hopeless centers first, and the most of it in seconds. */
const BOUND_SHARE = 0.2;
const MOST_BOUND_SECONDS = 4;

/**
 * Attempts an exact answer for a problem: a bound first, which leaves out what cannot beat the plan at hand, then {@link solveExact}. Null
 * where the problem is too large.
 */
export function attemptExact(
  highs: Highs,
  problem: Problem,
  options: SearchOptions,
  incumbent: Incumbent & { readonly feasible: boolean },
  seconds: number,
  now: () => number,
  tell: (state: ExactState) => void = () => {},
): ExactAnswer | null {
  const start = now();
  let model = exactModel(problem, options, incumbent);
  if (!model) return null;
  if (incumbent.feasible && model.opensCenters) {
    const notes: BoundNotes = { credits: null };
    const until = start + Math.min(MOST_BOUND_SECONDS, BOUND_SHARE * seconds);
    for (const { bound } of boundFreeCenters(problem, options, incumbent, notes)) {
      tell({ bound, seconds: now() - start });
      if (now() > until) break;
    }
    const hopeless = notes.credits && hopelessPairs(problem, options, notes.credits, incumbent.cost);
    if (hopeless) model = exactModel(problem, options, incumbent, hopeless) ?? model;
  }
  return solveExact(highs, model, incumbent, seconds - (now() - start), now, tell);
}

/** Costs are scaled so that the incumbent's is this, whatever the unit: the solver's tolerances are absolute. */
const USUAL_COST = 10_000;
/** How far a row without columns may be off. */
const ROUNDING = 1e-9;
/** The solver's code for a solution that meets all rows. */
const FEASIBLE = 2;

/**
 * Solves a model with HiGHS until it is proven or `seconds` are over. `now` tells the time in seconds. Where the incumbent meets all
 * rules, only cheaper plans are looked for, and finding none proves it.
 */
export function solveExact(
  highs: Highs,
  model: ExactModel,
  incumbent: Incumbent & { readonly feasible: boolean },
  seconds: number,
  now: () => number,
  tell: (state: ExactState) => void = () => {},
): ExactAnswer {
  const start = now();
  const { modelStatus, callbackType } = highs.constants;
  // Every column is bounded, so nothing is unbounded.
  const noPlan = new Set<number>([
    modelStatus.infeasible,
    modelStatus.objectiveBound,
    modelStatus.unboundedOrInfeasible,
  ]);
  const scale = Math.abs(incumbent.cost) > 0 ? USUAL_COST / Math.abs(incumbent.cost) : 1;
  const cost = (value: number): number => value / scale + model.offset;
  const cutoff = incumbent.feasible ? incumbent.cost : Number.POSITIVE_INFINITY;
  if (model.costs.length === 0) return onlyPlan(model, incumbent);
  return highs.withModel(modelData(model, scale), (solver): ExactAnswer => {
    solver.options.set({
      output_flag: false,
      mip_rel_gap: 1e-7,
      mip_abs_gap: 1e-6,
      primal_feasibility_tolerance: 1e-9,
      mip_feasibility_tolerance: 1e-9,
    });
    if (incumbent.feasible) solver.options.set("objective_bound", (cutoff - model.offset) * scale);
    let bound = Number.NEGATIVE_INFINITY;
    for (let round = 0; ; round++) {
      const answer = (status: ExactAnswer["status"], plan: Incumbent | null = null): ExactAnswer => ({
        scope: model.scope,
        status,
        bound,
        plan,
        rounds: round,
      });
      const left = seconds - (now() - start);
      if (left <= 0) return answer("stopped");
      solver.zeroAllClocks();
      solver.options.set("time_limit", left);
      solver.run({
        [callbackType.mipLogging]: ({ data }) => {
          const dual = data.mip_dual_bound ?? Number.NEGATIVE_INFINITY;
          tell({ bound: Math.max(bound, Math.min(cost(dual), cutoff)), seconds: now() - start });
          return undefined;
        },
      });
      const status = solver.getModelStatus();
      if (noPlan.has(status)) {
        bound = cutoff;
        return answer(incumbent.feasible ? "proven" : "impossible");
      }
      const dual = Number(solver.info.get("mip_dual_bound"));
      if (Number.isFinite(dual)) bound = Math.max(bound, Math.min(cost(dual), cutoff));
      const hasSolution = Number(solver.info.get("primal_solution_status")) === FEASIBLE;
      if (!hasSolution) return answer("stopped");
      const values = solver.getSolution().colValue;
      const cuts = separators(model, values);
      const end = status === modelStatus.optimal ? "proven" : "stopped";
      if (cuts.length === 0) return answer(end, planOfSolution(model, values));
      if (end === "stopped") return answer(end);
      for (const { least, most, columns, values: factors } of cuts)
        solver.addRow(least, most, { indices: columns, values: factors });
    }
  });
}

/** Everything is locked or left out: there is one plan, or none that is cheaper than one at hand, or none at all. */
function onlyPlan(model: ExactModel, incumbent: Incumbent & { readonly feasible: boolean }): ExactAnswer {
  const isPossible = model.rows.every(({ least, most }) => least <= ROUNDING && most >= -ROUNDING);
  const plan = isPossible ? planOfSolution(model, []) : null;
  const known = incumbent.feasible ? incumbent.cost : Number.POSITIVE_INFINITY;
  const bound = Math.min(plan?.cost ?? Number.POSITIVE_INFINITY, known);
  const status = plan || incumbent.feasible ? "proven" : "impossible";
  return { scope: model.scope, status, bound, plan, rounds: 0 };
}

function modelData(model: ExactModel, scale: number): ModelData {
  const { costs, rows } = model;
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const row of rows) {
    for (const [i, column] of row.columns.entries()) {
      if (row.values[i] === 0) continue;
      indices.push(column);
      values.push(row.values[i]!);
    }
    starts.push(indices.length);
  }
  return {
    numCols: costs.length,
    numRows: rows.length,
    colCost: costs.map((value) => value * scale),
    colLower: new Float64Array(costs.length),
    colUpper: new Float64Array(costs.length).fill(1),
    rowLower: rows.map(({ least }) => least),
    rowUpper: rows.map(({ most }) => most),
    matrix: { format: "csr", numRows: rows.length, numCols: costs.length, starts, indices, values },
    integrality: new Int32Array(costs.length).fill(1),
  };
}
