import { expect, it } from "vitest";
import { UnitsCancelled } from "../../src/files/areas/units-job";
import { makeUnitsClient } from "../../src/worker/units-client";
import type { UnitsReply, UnitsRequest } from "../../src/worker/units-messages";
import { smallPlan } from "../helpers/small-plan";

/** A worker that answers when told to. */
class QuietWorker {
  readonly asked: UnitsRequest[] = [];
  onmessage: ((event: MessageEvent) => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;
  ended = false;

  postMessage(request: UnitsRequest): void {
    this.asked.push(request);
  }

  terminate(): void {
    this.ended = true;
  }

  say(data: UnitsReply): void {
    this.onmessage?.({ data } as MessageEvent<UnitsReply>);
  }
}

const SET = { id: "us-county", name: "US counties", unit: "County", approximate: false, areas: null };
const found = { codes: ["a"], names: ["A"], unitOf: Int32Array.of(0, -1) };

function started() {
  const workers: QuietWorker[] = [];
  const client = makeUnitsClient(() => {
    const worker = new QuietWorker();
    workers.push(worker);
    return worker;
  });
  return { workers, client, accounts: smallPlan("AB").tables.accounts };
}

it("sends only the columns that say where accounts are, one job after the other", async () => {
  const { workers, client, accounts } = started();
  const reports: number[] = [];
  const first = client.find(SET, accounts, (done) => reports.push(done));
  const second = client.readPotential({ key: "county", keyColumn: 0, stateColumn: null, valueColumn: 1 });
  const [worker] = workers;
  expect(worker!.asked).toHaveLength(1);
  const [request] = worker!.asked;
  expect(request?.kind === "find" && request.accounts.columns.map(({ role }) => role)).toEqual([
    "latitude",
    "longitude",
  ]);
  worker!.say({ kind: "progress", done: 0.5 });
  worker!.say({ kind: "result", result: found });
  expect(await first).toBe(found);
  expect(reports).toEqual([0.5]);
  expect(worker!.asked).toHaveLength(2);
  worker!.say({ kind: "failed", message: "No file." });
  await expect(second).rejects.toThrow("No file.");
});

it("ends the worker when cancelled, and starts another for the next job", async () => {
  const { workers, client, accounts } = started();
  const job = client.find(SET, accounts);
  client.cancel();
  await expect(job).rejects.toThrow(UnitsCancelled);
  expect(workers[0]!.ended).toBe(true);
  const next = client.find(SET, accounts);
  workers[1]!.say({ kind: "result", result: found });
  expect(await next).toBe(found);
});
