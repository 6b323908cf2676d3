import { ExportCancelled, type ExportClient } from "../files/export/export-job";
import { packPlan } from "../model/packed-plan";
import type { ExportOrder, ExportReply } from "./export-messages";

/** A client that gives every file a worker of its own. */
export function makeExportClient(): ExportClient {
  const running = new Map<Worker, (error: Error) => void>();
  return {
    write(plan, request, onProgress) {
      return new Promise((resolve, reject) => {
        const worker = new Worker(new URL("./export-worker.ts", import.meta.url), { type: "module" });
        const end = () => {
          worker.terminate();
          running.delete(worker);
        };
        const fail = (error: Error) => {
          end();
          reject(error);
        };
        running.set(worker, fail);
        worker.onmessage = ({ data }: MessageEvent<ExportReply>) => {
          if (data.kind === "progress") onProgress?.(data.done);
          else if (data.kind === "failed") fail(new Error(data.message));
          else {
            end();
            resolve(data.bytes);
          }
        };
        worker.onerror = (event) => fail(new Error(event.message || "The export stopped unexpectedly."));
        worker.postMessage({ plan: packPlan(plan), request } satisfies ExportOrder);
      });
    },
    cancel() {
      for (const fail of running.values()) fail(new ExportCancelled());
    },
  };
}
