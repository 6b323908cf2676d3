import { stateProblem } from "../optimizer/row-problem";
import { territoriesNeeded } from "../optimizer/territories-needed";
import type { NeededMessage, NeededStart } from "./needed-messages";

/** Iterations of the search for each number of territories: a first feasible plan is enough. */
const STEPS = 300;

/** Finds how many territories are needed, and tells each number it begins to try. */
export function runNeeded(
  { problem: rows, options, seed }: NeededStart,
  post: (message: NeededMessage) => void,
): void {
  const steps = territoriesNeeded(stateProblem(rows), options, seed, STEPS);
  let trying = 0;
  let step = steps.next();
  while (!step.done) {
    const { count, bySum } = step.value;
    if (count !== trying) post({ kind: "trying", count, bySum });
    trying = count;
    step = steps.next();
  }
  post({ kind: "answer", answer: step.value });
}
