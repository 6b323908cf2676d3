import { makeRecordId } from "../model/ids";
import { unpackPlan } from "../model/packed-plan";
import type { Plan } from "../model/plan";
import type { SampleReply, SampleRequest } from "./sample-messages";

/** Everyone gets the same sample, so that what is said about it holds for all. */
const SEED = 1;

/** Makes the sample plan in a worker. Each one is a plan of its own, so that it may be opened more than once. */
export function makeSampleInWorker(): Promise<Plan> {
  const worker = new Worker(new URL("./sample-worker.ts", import.meta.url), { type: "module" });
  return new Promise<Plan>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<SampleReply>) => {
      if (data.kind === "failed") reject(new Error(data.message));
      else resolve({ ...unpackPlan(data.plan), id: makeRecordId(Math.random) });
    };
    worker.onerror = (event) => reject(new Error(event.message || "The worker stopped unexpectedly."));
    worker.postMessage({ seed: SEED, now: Date.now() } satisfies SampleRequest);
  }).finally(() => worker.terminate());
}
