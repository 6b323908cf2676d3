import { runNeeded } from "./needed-job";
import type { NeededMessage, NeededStart } from "./needed-messages";

self.onmessage = ({ data }: MessageEvent<NeededStart>) => {
  try {
    runNeeded(data, post);
  } catch (error) {
    post({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
  }
};

function post(message: NeededMessage): void {
  self.postMessage(message);
}
