import loadHighs from "highs";
import wasmUrl from "highs/runtime?url";
import { defineProblem } from "../optimizer/problem";
import type { ExactMessage, ExactStart } from "./exact-messages";
import { attemptExact } from "./solve-exact";

self.onmessage = ({ data }: MessageEvent<ExactStart>) => {
  attempt(data).catch((error: unknown) =>
    post({ kind: "failed", message: error instanceof Error ? error.message : String(error) }),
  );
};

async function attempt({ problem, options, plan, feasible, seconds }: ExactStart): Promise<void> {
  const highs = await loadHighs({ locateFile: () => wasmUrl });
  const answer = attemptExact(
    highs,
    defineProblem(problem),
    options,
    { ...plan, feasible },
    seconds,
    () => performance.now() / 1000,
    (state) => post({ kind: "state", state }),
  );
  post(answer ? { kind: "done", answer } : { kind: "too-large" });
}

function post(message: ExactMessage): void {
  self.postMessage(message);
}
