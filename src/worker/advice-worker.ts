import { runAdvice } from "./advice-job";
import type { AdviceMessage, AdviceStart } from "./advice-messages";

self.onmessage = ({ data }: MessageEvent<AdviceStart>) => {
  try {
    runAdvice(data, post);
  } catch (error) {
    post({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
  }
};

function post(message: AdviceMessage): void {
  self.postMessage(message);
}
