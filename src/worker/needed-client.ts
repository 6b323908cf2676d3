import type { NeededCount, NoCount } from "../optimizer/territories-needed";
import type { NeededMessage, NeededStart } from "./needed-messages";
import { startJob } from "./worker-job";

interface Listener {
  trying(state: { readonly count: number; readonly bySum: number }): void;
  answer(answer: NeededCount | NoCount): void;
  failed(message: string): void;
}

/** Asks a worker of its own how many territories are needed; the returned function terminates it at once. */
export function startNeeded(start: NeededStart, listener: Listener): () => void {
  const worker = new Worker(new URL("./needed-worker.ts", import.meta.url), { type: "module" });
  return startJob<NeededStart, NeededMessage>(
    worker,
    start,
    (message) => {
      if (message.kind === "trying") listener.trying(message);
      else listener.answer(message.answer);
      return message.kind === "answer";
    },
    listener.failed,
  ).end;
}
