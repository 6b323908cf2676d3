import type { BoundReport, Incumbent } from "../optimizer/bound";
import type { SearchOptions } from "../optimizer/progress";
import type { RowProblem } from "../optimizer/row-problem";
import type { BoundMessage, BoundRequest } from "./bound-messages";
import { startJob } from "./worker-job";

interface BoundJob {
  readonly problem: RowProblem;
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
  const job = startJob<BoundRequest, BoundMessage>(
    worker,
    { kind: "start", problem, options, plan: planOf(plan) },
    (message) => {
      if (message.kind === "bound") listener.bound(message.report);
      else listener.done();
      return false;
    },
    listener.failed,
  );
  return { better: (next) => job.post({ kind: "better", plan: planOf(next) }), stop: job.end };
}

/** Only what the worker needs crosses over. */
function planOf({ assignment, centers, cost }: Incumbent): Incumbent {
  return { assignment, centers, cost };
}
