import type { SearchProgress } from "../optimizer/progress";
import type { OptimizerReport, OptimizerStart } from "./optimizer-messages";

interface Listener {
  progress(progress: SearchProgress): void;
  done(progress: SearchProgress): void;
  failed(message: string): void;
}

/** Starts a search in a worker of its own; the returned function terminates it at once. */
export function startOptimizer(start: OptimizerStart, listener: Listener): () => void {
  const worker = new Worker(new URL("./optimizer-worker.ts", import.meta.url), { type: "module" });
  let assignment: Uint16Array = new Uint16Array(0);
  const fail = (message: string) => {
    worker.terminate();
    listener.failed(message);
  };
  worker.onmessage = ({ data }: MessageEvent<OptimizerReport>) => {
    if (data.kind === "failed") return fail(data.message);
    assignment = data.assignment ?? assignment;
    const progress = { ...data.progress, assignment };
    if (data.kind === "progress") return listener.progress(progress);
    worker.terminate();
    listener.done(progress);
  };
  worker.onerror = (event) => fail(event.message || "The optimizer could not be started.");
  worker.postMessage(start);
  return () => worker.terminate();
}
