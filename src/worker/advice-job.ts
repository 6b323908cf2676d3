import { explainInfeasible } from "../optimizer/explain-infeasible";
import { remedies } from "../optimizer/remedies";
import { stateProblem } from "../optimizer/row-problem";
import type { AdviceMessage, AdviceStart } from "./advice-messages";

/** Tells the plain facts, then, where there are any or it is insisted, each way out as soon as a plan proves it. */
export function runAdvice(
  { problem: rows, options, seed, insist }: AdviceStart,
  post: (message: AdviceMessage) => void,
): void {
  const problem = stateProblem(rows);
  const facts = explainInfeasible(problem);
  post({ kind: "facts", facts });
  if (facts.length > 0 || insist) {
    for (const remedy of remedies(problem, options, seed)) {
      if (remedy) post({ kind: "remedy", loosenings: remedy.loosenings, isLeast: remedy.isLeast });
    }
  }
  post({ kind: "done" });
}
