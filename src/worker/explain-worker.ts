import { answerAbout } from "./explain-job";
import type { ExplainMessage, ExplainQuestion, ExplainRequest } from "./explain-messages";

let answer: ((question: ExplainQuestion) => ExplainMessage) | null = null;

self.onmessage = ({ data }: MessageEvent<ExplainRequest>) => {
  try {
    if (data.kind === "start") answer = answerAbout(data);
    else if (answer) post(answer(data));
  } catch (error) {
    post({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
  }
};

function post(message: ExplainMessage): void {
  self.postMessage(message);
}
