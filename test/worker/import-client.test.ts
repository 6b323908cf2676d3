import { describe, expect, it } from "vitest";
import { ImportCancelled } from "../../src/files/import/import-job";
import { makeImportClient } from "../../src/worker/import-client";
import type { ImportReply, ImportRequest } from "../../src/worker/import-messages";

/** A worker whose answers the test gives. */
class FakeWorker {
  onmessage: ((event: MessageEvent) => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;
  readonly requests: ImportRequest[] = [];
  terminated = false;
  postMessage(request: ImportRequest): void {
    this.requests.push(request);
  }
  terminate(): void {
    this.terminated = true;
  }
  answer(reply: ImportReply): void {
    this.onmessage?.({ data: reply } as MessageEvent);
  }
}

function started() {
  const workers: FakeWorker[] = [];
  const client = makeImportClient(() => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker;
  });
  return { client, workers };
}

const EMPTY = { ok: false, refusal: { kind: "empty", title: "", advice: "", line: null } } as const;

describe("the import client", () => {
  it("passes progress on and then the result", async () => {
    const { client, workers } = started();
    const seen: number[] = [];
    const result = client.inspect({ name: "a.csv", text: "" }, {}, (progress) => seen.push(progress.done));
    workers[0]!.answer({ kind: "progress", progress: { step: "parsing", done: 3, total: 9 } });
    workers[0]!.answer({ kind: "inspected", result: EMPTY });
    expect(await result).toEqual(EMPTY);
    expect(seen).toEqual([3]);
  });
  it("does one job after the other", async () => {
    const { client, workers } = started();
    const first = client.inspect({ name: "a.csv", text: "" });
    const second = client.inspect({ name: "b.csv", text: "" });
    expect(workers[0]!.requests.length).toBe(1);
    workers[0]!.answer({ kind: "inspected", result: EMPTY });
    await first;
    expect(workers[0]!.requests.length).toBe(2);
    workers[0]!.answer({ kind: "inspected", result: EMPTY });
    await second;
  });
  it("cancels by ending the worker, and starts anew", async () => {
    const { client, workers } = started();
    const job = client.inspect({ name: "a.csv", text: "" });
    client.cancel();
    await expect(job).rejects.toBeInstanceOf(ImportCancelled);
    expect(workers[0]!.terminated).toBe(true);
    void client.inspect({ name: "a.csv", text: "" });
    expect(workers.length).toBe(2);
  });
  it("rejects with what went wrong", async () => {
    const { client, workers } = started();
    const job = client.inspect({ name: "a.csv", text: "" });
    workers[0]!.answer({ kind: "failed", message: "out of memory" });
    await expect(job).rejects.toThrow("out of memory");
  });
});
