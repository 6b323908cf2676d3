import { runTradeOff } from "./trade-off-job";
import type { TradeOffMessage, TradeOffStart } from "./trade-off-messages";

self.onmessage = ({ data }: MessageEvent<TradeOffStart>) => {
  try {
    runTradeOff(data, post);
  } catch (error) {
    post({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
  }
};

function post(message: TradeOffMessage): void {
  self.postMessage(message);
}
