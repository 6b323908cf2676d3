import { describe, expect, it } from "vitest";
import { startExplaining } from "../../src/worker/explain-client";
import type { ExplainMessage, ExplainRequest } from "../../src/worker/explain-messages";
import { startJob } from "../../src/worker/worker-job";

/** A worker whose answers the test gives. */
class FakeWorker {
  onmessage: ((event: MessageEvent) => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;
  readonly sent: unknown[] = [];
  terminated = false;
  postMessage(message: unknown): void {
    this.sent.push(message);
  }
  terminate(): void {
    this.terminated = true;
  }
  say(data: unknown): void {
    this.onmessage?.({ data } as MessageEvent);
  }
}

type Said = { kind: "news"; value: number } | { kind: "end" } | { kind: "failed"; message: string };

function started() {
  const worker = new FakeWorker();
  const heard: Said["kind"][] = [];
  const failures: string[] = [];
  const job = startJob<string, Said>(
    worker,
    "go",
    ({ kind }) => {
      heard.push(kind);
      return kind === "end";
    },
    (message) => failures.push(message),
  );
  return { worker, heard, failures, job };
}

describe("a worker's job", () => {
  it("is posted at once, heard, and its worker ended with the last message", () => {
    const { worker, heard } = started();
    expect(worker.sent).toEqual(["go"]);
    worker.say({ kind: "news", value: 1 });
    expect(worker.terminated).toBe(false);
    worker.say({ kind: "end" });
    worker.say({ kind: "news", value: 2 });
    expect(heard).toEqual(["news", "end"]);
    expect(worker.terminated).toBe(true);
  });

  it("is silent once it is ended", () => {
    const { worker, heard, failures, job } = started();
    job.end();
    worker.say({ kind: "news", value: 1 });
    worker.onerror?.({ message: "late" } as ErrorEvent);
    expect([heard, failures, worker.terminated]).toEqual([[], [], true]);
  });

  it("fails once, whether the worker says so or breaks", () => {
    const said = started();
    said.worker.say({ kind: "failed", message: "out of memory" });
    expect([said.failures, said.worker.terminated]).toEqual([["out of memory"], true]);
    const broken = started();
    broken.worker.onerror?.({ message: "" } as ErrorEvent);
    expect(broken.failures).toEqual(["The worker could not be started."]);
  });
});

describe("the explaining worker", () => {
  const job = {
    problem: {} as Parameters<typeof startExplaining>[0]["problem"],
    options: { mode: "repair", keep: 1 },
    plan: { assignment: new Uint16Array(0), centers: new Float64Array(0), cost: 0 },
  } as const;
  const answer = (message: ExplainMessage) => message;

  it("gives each question its own answer, in whatever order they come", async () => {
    const worker = new FakeWorker();
    const explainer = startExplaining(job, worker);
    const first = explainer.moves(0, 5);
    const second = explainer.territories();
    const [, moves, territories] = worker.sent as [ExplainRequest, { number: number }, { number: number }];
    worker.say(answer({ kind: "territories", number: territories.number, territories: [] }));
    worker.say(answer({ kind: "moves", number: moves.number, moves: [] }));
    expect(await second).toEqual([]);
    expect(await first).toEqual([]);
  });

  it("rejects what is open when it fails, and what is asked later", async () => {
    const worker = new FakeWorker();
    const explainer = startExplaining(job, worker);
    const open = explainer.summary();
    worker.say(answer({ kind: "failed", message: "no" }));
    await expect(open).rejects.toThrow("no");
    await expect(explainer.moveOf(1)).rejects.toThrow("no");
  });
});
