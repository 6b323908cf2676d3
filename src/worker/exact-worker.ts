import loadHighs from "highs";
import wasmUrl from "highs/runtime?url";
import { judgedPlan } from "../optimizer/judged-plan";
import { stateProblem } from "../optimizer/row-problem";
import type { ExactMessage, ExactStart } from "./exact-messages";
import { attemptExact } from "./solve-exact";

self.onmessage = ({ data }: MessageEvent<ExactStart>) => {
  attempt(data).catch((error: unknown) =>
    post({ kind: "failed", message: error instanceof Error ? error.message : String(error) }),
  );
};

async function attempt({ problem: rows, options, plan, feasible, seconds }: ExactStart): Promise<void> {
  const highs = await loadHighs({ locateFile: () => wasmUrl });
  const problem = stateProblem(rows);
  const answer = attemptExact(
    highs,
    problem,
    options,
    { ...plan, feasible },
    seconds,
    () => performance.now() / 1000,
    (state) => post({ kind: "state", state }),
  );
  if (!answer) return post({ kind: "too-large" });
  post({ kind: "done", answer, progress: answer.plan && judgedPlan(problem, options, answer.plan, 0) });
}

function post(message: ExactMessage): void {
  self.postMessage(message);
}
