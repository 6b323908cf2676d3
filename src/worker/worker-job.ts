/** What a client uses of a worker. */
export type WorkerLike = Pick<Worker, "postMessage" | "terminate"> & {
  onmessage: ((event: MessageEvent) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
};

/** A worker with its one job. */
export interface WorkerJob<Request> {
  post(request: Request): void;
  /** Terminates it at once; nothing more is heard of it. */
  end(): void;
}

/**
 * Gives a new worker its job and listens. `hear` gets every message but failures, and returns true where it was the last one: then the worker is
 * terminated. `fail` hears of a failure once, the worker terminated.
 */
export function startJob<Request, Message extends { readonly kind: string }>(
  worker: WorkerLike,
  start: Request,
  hear: (message: Exclude<Message, { readonly kind: "failed" }>) => boolean,
  fail: (message: string) => void,
): WorkerJob<Request> {
  const end = () => {
    worker.onmessage = null;
    worker.onerror = null;
    worker.terminate();
  };
  worker.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.kind === "failed") {
      end();
      fail((data as unknown as { readonly message: string }).message);
    } else if (hear(data as Exclude<Message, { readonly kind: "failed" }>)) end();
  };
  worker.onerror = (event) => {
    end();
    fail(event.message || "The worker could not be started.");
  };
  worker.postMessage(start);
  return { post: (request) => worker.postMessage(request), end };
}
