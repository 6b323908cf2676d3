import { ImportCancelled, type ImportClient, type ImportProgress } from "../files/import/import-job";
import { unpackPlan } from "../model/packed-plan";
import type { ImportReply, ImportRequest } from "./import-messages";

type WorkerLike = Pick<Worker, "postMessage" | "terminate"> & {
  onmessage: ((event: MessageEvent) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
};

interface Job {
  readonly request: ImportRequest;
  readonly onProgress: ((progress: ImportProgress) => void) | undefined;
  readonly resolve: (reply: ImportReply) => void;
  readonly reject: (error: Error) => void;
}

/** A client with its own worker, started at the first job. */
export function makeImportClient(startWorker: () => WorkerLike = startImportWorker): ImportClient {
  let worker: WorkerLike | null = null;
  const jobs: Job[] = [];

  function run(
    request: ImportRequest,
    onProgress?: (progress: ImportProgress) => void,
  ): Promise<ImportReply> {
    return new Promise((resolve, reject) => {
      jobs.push({ request, onProgress, resolve, reject });
      if (jobs.length === 1) send();
    });
  }

  function send(): void {
    const job = jobs[0];
    if (!job) return;
    worker ??= listen(startWorker());
    worker.postMessage(job.request);
  }

  function listen(started: WorkerLike): WorkerLike {
    started.onmessage = (event) => {
      const reply = event.data as ImportReply;
      if (reply.kind === "progress") {
        jobs[0]?.onProgress?.(reply.progress);
        return;
      }
      const job = jobs.shift();
      if (reply.kind === "failed") job?.reject(new Error(reply.message));
      else job?.resolve(reply);
      send();
    };
    started.onerror = (event) => stop(new Error(event.message || "The import stopped unexpectedly."));
    return started;
  }

  function stop(error: Error): void {
    worker?.terminate();
    worker = null;
    for (const job of jobs.splice(0)) job.reject(error);
  }

  return {
    async inspect(source, choice = {}, onProgress) {
      const reply = await run({ kind: "inspect", source, choice }, onProgress);
      if (reply.kind !== "inspected") throw unexpected("inspected", reply);
      return reply.result;
    },
    async review(importPlan) {
      const reply = await run({ kind: "review", importPlan });
      if (reply.kind !== "reviewed") throw unexpected("reviewed", reply);
      return reply.review;
    },
    async build(importPlan, onProgress) {
      const reply = await run({ kind: "build", importPlan }, onProgress);
      if (reply.kind !== "built") throw unexpected("built", reply);
      return { plan: unpackPlan(reply.plan), report: reply.report };
    },
    cancel: () => stop(new ImportCancelled()),
  };
}

function startImportWorker(): Worker {
  return new Worker(new URL("./import-worker.ts", import.meta.url), { type: "module" });
}

function unexpected(expected: string, reply: ImportReply): Error {
  return new Error(`Expected the reply "${expected}", got "${reply.kind}".`);
}
