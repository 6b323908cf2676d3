import type { SearchProgress } from "../optimizer/progress";
import type { OptimizerReport, OptimizerStart } from "./optimizer-messages";
import { startJob } from "./worker-job";

interface Listener {
  stated(facts: { readonly canBeExact: boolean }): void;
  progress(progress: SearchProgress): void;
  done(progress: SearchProgress): void;
  failed(message: string): void;
}

/** Starts a search in a worker of its own; the returned function terminates it at once. */
export function startOptimizer(start: OptimizerStart, listener: Listener): () => void {
  const worker = new Worker(new URL("./optimizer-worker.ts", import.meta.url), { type: "module" });
  let assignment: Uint16Array = new Uint16Array(0);
  return startJob<OptimizerStart, OptimizerReport>(
    worker,
    start,
    (report) => {
      if (report.kind === "stated") {
        listener.stated(report);
        return false;
      }
      assignment = report.assignment ?? assignment;
      const progress = { ...report.progress, assignment };
      if (report.kind === "progress") listener.progress(progress);
      else listener.done(progress);
      return report.kind === "done";
    },
    listener.failed,
  ).end;
}
