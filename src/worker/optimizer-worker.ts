import type { OptimizerReport, OptimizerStart } from "./optimizer-messages";
import { runSearch } from "./search-job";

self.onmessage = ({ data }: MessageEvent<OptimizerStart>) => {
  try {
    runSearch(data, post, () => performance.now());
  } catch (error) {
    post({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
  }
};

function post(message: OptimizerReport): void {
  self.postMessage(message);
}
