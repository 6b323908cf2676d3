import type { ExactAnswer, ExactState } from "../optimizer/exact-answer";
import type { SearchProgress } from "../optimizer/progress";
import type { ExactMessage, ExactStart } from "./exact-messages";
import { startJob } from "./worker-job";

interface Listener {
  state(state: ExactState): void;
  /** `progress`: figures of the answer's plan, where it has one. */
  done(answer: ExactAnswer, progress: SearchProgress | null): void;
  /** More free blocks than can be solved while somebody waits. */
  tooLarge(): void;
  failed(message: string): void;
}

/** Attempts an exact answer in a worker of its own, which loads the solver; the returned function terminates it at once. */
export function startExact(start: ExactStart, listener: Listener): () => void {
  const worker = new Worker(new URL("./exact-worker.ts", import.meta.url), { type: "module" });
  return startJob<ExactStart, ExactMessage>(
    worker,
    start,
    (message) => {
      if (message.kind === "state") listener.state(message.state);
      else if (message.kind === "done") listener.done(message.answer, message.progress);
      else listener.tooLarge();
      return message.kind !== "state";
    },
    listener.failed,
  ).end;
}
