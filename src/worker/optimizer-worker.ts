import { createBudget } from "../optimizer/budget";
import { keepNames } from "../optimizer/keep-names";
import { defineProblem } from "../optimizer/problem";
import type { SearchProgress } from "../optimizer/progress";
import { createRandom } from "../optimizer/random";
import { search } from "../optimizer/search";
import type { OptimizerReport, OptimizerStart } from "./optimizer-messages";

/** Milliseconds between two reports that are worth drawing; a large plan takes the page longer to draw. */
const REPORT_EVERY_MS = 120;
const REPORT_EVERY_MS_PER_ITEM = 0.005;

self.onmessage = ({ data }: MessageEvent<OptimizerStart>) => {
  try {
    run(data);
  } catch (error) {
    post({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
  }
};

function run({ problem, options, seed, iterations }: OptimizerStart): void {
  const enough = createBudget(iterations);
  const reportEveryMs = Math.max(REPORT_EVERY_MS, problem.itemCount * REPORT_EVERY_MS_PER_ITEM);
  let sent: Uint16Array | null = null;
  let last: SearchProgress | null = null;
  let reportedAt = 0;
  let named: SearchProgress | null = null;
  const report = (kind: "progress" | "done", progress: SearchProgress) => {
    const isNew = progress.assignment !== sent;
    if (isNew || !named) named = progress.phase === "seeding" ? progress : keepNames(defined, progress);
    const { assignment, centers, violation } = named;
    const figures = { ...progress, centers, violation };
    post({ kind, progress: figures, assignment: isNew ? assignment : null });
    sent = progress.assignment;
  };
  const defined = defineProblem(problem);
  for (const progress of search(defined, options, createRandom(seed))) {
    last = progress;
    if (enough(progress)) break;
    if (performance.now() - reportedAt < reportEveryMs) continue;
    reportedAt = performance.now();
    report("progress", progress);
  }
  if (last) report("done", last);
  else post({ kind: "failed", message: "There was nothing to choose: every account is locked." });
}

function post(message: OptimizerReport): void {
  self.postMessage(message);
}
