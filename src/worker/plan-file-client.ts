import { PlanFileCancelled, type PlanFileClient, type PlanFileProgress } from "../files/plan/plan-file";
import { packPlan, unpackPlan } from "../model/packed-plan";
import { packRevision, unpackRevision } from "../model/packed-revision";
import type { PlanFileReply, PlanFileRequest } from "./plan-file-messages";

type WorkerLike = Pick<Worker, "postMessage" | "terminate"> & {
  onmessage: ((event: MessageEvent) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
};

/** A client that starts a worker for each file, so that its memory is given back with it. */
export function makePlanFileClient(startWorker: () => WorkerLike = startPlanFileWorker): PlanFileClient {
  const cancellations = new Set<() => void>();

  function run(request: PlanFileRequest, onProgress?: PlanFileProgress): Promise<PlanFileReply> {
    return new Promise((resolve, reject) => {
      const worker = startWorker();
      const cancel = (): void => settle(() => reject(new PlanFileCancelled()));
      function settle(report: () => void): void {
        cancellations.delete(cancel);
        worker.terminate();
        report();
      }
      cancellations.add(cancel);
      worker.onmessage = ({ data }: MessageEvent<PlanFileReply>) => {
        if (data.kind === "progress") onProgress?.(data.done);
        else if (data.kind === "failed") settle(() => reject(new Error(data.message)));
        else settle(() => resolve(data));
      };
      worker.onerror = (event) =>
        settle(() => reject(new Error(event.message || "The work on the plan file stopped unexpectedly.")));
      worker.postMessage(request);
    });
  }

  return {
    async write({ plan, revisions }, { passphrase, onProgress } = {}) {
      const content = { plan: packPlan(plan), revisions: revisions.map(packRevision) };
      const reply = await run({ kind: "write", content, passphrase }, onProgress);
      if (reply.kind !== "written") throw unexpected("written", reply);
      return reply.bytes;
    },
    async read(file, { passphrase, onProgress } = {}) {
      const reply = await run({ kind: "read", file, passphrase }, onProgress);
      if (reply.kind === "refused") return { status: reply.status, message: reply.message };
      if (reply.kind !== "opened") throw unexpected("opened", reply);
      const { plan, revisions } = reply.content;
      return { status: "ok", plan: unpackPlan(plan), revisions: revisions.map(unpackRevision) };
    },
    cancel() {
      for (const cancel of [...cancellations]) cancel();
    },
  };
}

function startPlanFileWorker(): Worker {
  return new Worker(new URL("./plan-file-worker.ts", import.meta.url), { type: "module" });
}

function unexpected(expected: string, reply: PlanFileReply): Error {
  return new Error(`Expected the reply "${expected}", got "${reply.kind}".`);
}
