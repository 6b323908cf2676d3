import { alignmentAt, type Plan } from "../../src/model/plan";
import type { SearchProgress } from "../../src/optimizer/progress";
import { type OptimizationProblem, optimizationProblem } from "../../src/session/optimization-problem";
import {
  defaultOptimizationSettings,
  type OptimizationSettings,
} from "../../src/session/optimization-settings";
import { type Proposal, proposalFrame, proposalOf } from "../../src/session/proposal";
import { PATH } from "../helpers/small-plan";

/** Ids in a row: new-1, new-2 … */
export function countedIds(): () => string {
  let made = 0;
  return () => `new-${++made}`;
}

/** The default settings of a small plan with some of them changed. */
export function settingsOf(plan: Plan, fields: Partial<OptimizationSettings> = {}): OptimizationSettings {
  const { territories } = alignmentAt(plan, PATH);
  return { ...defaultOptimizationSettings(plan, territories.filter(Boolean).length - 1), ...fields };
}

/** The problem of a small plan; throws where it is refused. */
export function problemOf(plan: Plan, fields: Partial<OptimizationSettings> = {}): OptimizationProblem {
  const problem = optimizationProblem(plan, PATH, settingsOf(plan, fields));
  if ("reason" in problem) throw new Error(problem.reason);
  return problem;
}

/** Why a problem is refused; "" where it is not. */
export function refusal(plan: Plan, fields: Partial<OptimizationSettings>): string {
  const problem = optimizationProblem(plan, PATH, settingsOf(plan, fields));
  return "reason" in problem ? problem.reason : "";
}

/** A proposal as the search would give it: one digit per account, the number of the search's territory. */
export function proposalByDigits(
  plan: Plan,
  digits: string,
  fields: Partial<OptimizationSettings> = {},
): Proposal {
  const problem = problemOf(plan, fields);
  const assignment = Uint16Array.from(problem.rows.rows, (row) => Number(digits[row]));
  const progress = { assignment, iterations: 1 } as unknown as SearchProgress;
  const frame = proposalFrame(plan, PATH, problem, settingsOf(plan, fields), countedIds());
  return proposalOf(frame, progress, { runs: [{ seed: 1, effort: "quick", iterations: 1 }] });
}
