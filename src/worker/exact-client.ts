import type { ExactAnswer, ExactState } from "../optimizer/exact-answer";
import type { ExactMessage, ExactStart } from "./exact-messages";

interface Listener {
  state(state: ExactState): void;
  done(answer: ExactAnswer): void;
  /** More free blocks than can be solved while somebody waits. */
  tooLarge(): void;
  failed(message: string): void;
}

/** Attempts an exact answer in a worker of its own, which loads the solver; the returned function terminates it at once. */
export function startExact(start: ExactStart, listener: Listener): () => void {
  const worker = new Worker(new URL("./exact-worker.ts", import.meta.url), { type: "module" });
  const end = () => worker.terminate();
  worker.onmessage = ({ data }: MessageEvent<ExactMessage>) => {
    if (data.kind === "state") return listener.state(data.state);
    end();
    if (data.kind === "done") listener.done(data.answer);
    else if (data.kind === "too-large") listener.tooLarge();
    else listener.failed(data.message);
  };
  worker.onerror = (event) => {
    end();
    listener.failed(event.message || "The exact solver could not be started.");
  };
  worker.postMessage(start);
  return end;
}
