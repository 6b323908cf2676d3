import type { TradeOffMessage, TradeOffNews, TradeOffStart } from "./trade-off-messages";
import { startJob } from "./worker-job";

interface Listener {
  points(points: {
    readonly news: readonly TradeOffNews[];
    readonly order: readonly number[];
    readonly tried: number;
    readonly of: number;
  }): void;
  done(): void;
  failed(message: string): void;
}

/** Computes a trade-off in a worker of its own; the returned function terminates it at once. */
export function startTradeOff(start: TradeOffStart, listener: Listener): () => void {
  const worker = new Worker(new URL("./trade-off-worker.ts", import.meta.url), { type: "module" });
  return startJob<TradeOffStart, TradeOffMessage>(
    worker,
    start,
    (message) => {
      if (message.kind === "points") listener.points(message);
      else listener.done();
      return message.kind === "done";
    },
    listener.failed,
  ).end;
}
