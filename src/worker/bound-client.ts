import type { BoundReport, Incumbent } from "../optimizer/bound";
import type { ProblemInput } from "../optimizer/problem";
import type { SearchOptions } from "../optimizer/progress";
import type { BoundMessage, BoundRequest } from "./bound-messages";

interface BoundJob {
  readonly problem: ProblemInput;
  readonly options: SearchOptions;
  readonly plan: Incumbent;
}

interface Listener {
  bound(report: BoundReport): void;
  /** Nothing more can be proven about the latest plan. */
  done(): void;
  failed(message: string): void;
}

interface BoundRun {
  /** Tells of a better plan of the same problem. */
  better(plan: Incumbent): void;
  /** Ends it at once; nothing more is heard of it. */
  stop(): void;
}

/** Computes bounds in a worker of its own beside the search. */
export function startBound({ problem, options, plan }: BoundJob, listener: Listener): BoundRun {
  const worker = new Worker(new URL("./bound-worker.ts", import.meta.url), { type: "module" });
  const post = (request: BoundRequest) => worker.postMessage(request);
  const fail = (message: string) => {
    worker.terminate();
    listener.failed(message);
  };
  worker.onmessage = ({ data }: MessageEvent<BoundMessage>) => {
    if (data.kind === "bound") listener.bound(data.report);
    else if (data.kind === "done") listener.done();
    else fail(data.message);
  };
  worker.onerror = (event) => fail(event.message || "The bound could not be computed.");
  post({ kind: "start", problem, options, plan: planOf(plan) });
  return { better: (next) => post({ kind: "better", plan: planOf(next) }), stop: () => worker.terminate() };
}

/** Only what the worker needs crosses over. */
function planOf({ assignment, centers, cost }: Incumbent): Incumbent {
  return { assignment, centers, cost };
}
