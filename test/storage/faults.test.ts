import "fake-indexeddb/auto";
import { forceCloseDatabase, IDBFactory, IDBObjectStore, IDBTransaction } from "fake-indexeddb";
import { openDB } from "idb";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Plan } from "../../src/model/plan";
import type { SaveState } from "../../src/model/saved-plan";
import type { PlanStore } from "../../src/session/ports";
import type { EvenfieldSchema, StoredRecord } from "../../src/storage/schema";
import type { Snapshots } from "../../src/storage/snapshots";
import { randomPlan } from "../helpers/arbitrary-plan";
import { planContent } from "../helpers/plan-content";
import { randomHistory } from "../helpers/random-revisions";
import { storeInHand } from "../helpers/store-in-hand";

const start = randomPlan(11);
const history = randomHistory(start, 11, 3);
const [first, second, third] = history.revisions;
const [afterFirst, afterSecond, afterThird] = history.plans;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

afterEach(() => {
  vi.restoreAllMocks();
});

function states(store: PlanStore): SaveState[] {
  const heard: SaveState[] = [];
  store.subscribe((state) => heard.push(state));
  return heard;
}

/** The next transactions end with this error instead of completing. */
function failTransactions(name: string, message: string, times = Number.POSITIVE_INFINITY): void {
  const original = IDBTransaction.prototype.abort;
  const put = IDBObjectStore.prototype.put;
  let left = times;
  vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (this: IDBObjectStore, ...args) {
    const request = put.apply(this, args as Parameters<typeof put>);
    if (left-- > 0) {
      const { transaction } = this as unknown as { transaction: object };
      Object.defineProperty(transaction, "error", { value: new DOMException(message, name) });
      original.call(transaction as never);
    }
    return request;
  });
}

describe("work that cannot be stored", () => {
  it("is never acknowledged while the disk is full, and stored once there is room", async () => {
    const { store } = storeInHand();
    await store.create(start);
    const heard = states(store);
    failTransactions("QuotaExceededError", "");
    let acknowledged = false;
    const appended = store.append(start.id, first!, afterFirst!).then(() => {
      acknowledged = true;
    });
    expect(await store.flush()).toEqual({
      status: "failed",
      reason: "full",
      message: "There is no room left on this device.",
    });
    expect(acknowledged).toBe(false);
    vi.restoreAllMocks();
    expect(await store.flush()).toEqual({ status: "saved" });
    await appended;
    expect(heard.map(({ status }) => status)).toEqual(["saved", "saving", "failed", "saving", "saved"]);
    expect(await content(store)).toEqual(planContent(afterFirst!));
  });

  it("is tried again by itself after a while", async () => {
    const { store, pass } = storeInHand();
    await store.create(start);
    failTransactions("QuotaExceededError", "");
    const appended = store.append(start.id, first!, afterFirst!);
    await store.flush();
    vi.restoreAllMocks();
    pass(10_000);
    await appended;
    expect(await content(store)).toEqual(planContent(afterFirst!));
  });

  it("goes with the next piece of work, in order", async () => {
    const { store } = storeInHand();
    await store.create(start);
    failTransactions("QuotaExceededError", "");
    void store.append(start.id, first!, afterFirst!);
    await store.flush();
    vi.restoreAllMocks();
    await store.append(start.id, second!, afterSecond!);
    expect(await content(store)).toEqual(planContent(afterSecond!));
  });

  it("is there when its plan is left and opened again, and goes to the disk with what follows", async () => {
    const { store } = storeInHand();
    await store.create(start);
    failTransactions("QuotaExceededError", "");
    void store.append(start.id, first!, afterFirst!);
    await store.flush();
    const again = await store.open(start.id);
    if (again.status !== "ok") throw new Error(again.status);
    expect(planContent(again.plan)).toEqual(planContent(afterFirst!));
    expect(again.revisions.map(({ id }) => id)).toEqual([first!.id]);
    vi.restoreAllMocks();
    await store.append(start.id, second!, afterSecond!);
    expect(await content(store)).toEqual(planContent(afterSecond!));
  });

  it("is there even where the plan itself is not on the disk yet", async () => {
    const { store } = storeInHand();
    failTransactions("QuotaExceededError", "");
    void store.create(start);
    void store.append(start.id, first!, afterFirst!);
    await store.flush();
    const again = await store.open(start.id);
    if (again.status !== "ok") throw new Error(again.status);
    expect(planContent(again.plan)).toEqual(planContent(afterFirst!));
    vi.restoreAllMocks();
    expect(await store.flush()).toEqual({ status: "saved" });
    expect(await content(store)).toEqual(planContent(afterFirst!));
  });

  it("holds up nothing once its plan is deleted, even if it fails only then", async () => {
    const { store } = storeInHand();
    await store.create(start);
    failTransactions("QuotaExceededError", "", 1);
    const appended = store.append(start.id, first!, afterFirst!);
    const removed = store.remove(start.id);
    await Promise.all([appended, removed]);
    expect(await store.flush()).toEqual({ status: "saved" });
    expect(await store.list()).toEqual([]);
  });

  it("is reported by the watchdog when the database does not answer", async () => {
    const { store, pass } = storeInHand();
    await store.create(start);
    const heard = states(store);
    void store.append(start.id, first!, afterFirst!);
    pass(5_000);
    expect(heard.at(-1)).toMatchObject({ status: "failed", reason: "slow" });
    await store.flush();
    expect(await content(store)).toEqual(planContent(afterFirst!));
  });

  it("is stored over a new connection when the browser drops the old one", async () => {
    const open = indexedDB.open.bind(indexedDB);
    const databases: IDBDatabase[] = [];
    vi.spyOn(indexedDB, "open").mockImplementation((...args) => {
      const request = open(...args);
      request.addEventListener("success", () => databases.push(request.result));
      return request;
    });
    const { store } = storeInHand();
    await store.create(start);
    forceCloseDatabase(databases[0] as never);
    await store.append(start.id, first!, afterFirst!);
    expect(databases).toHaveLength(2);
    expect(await content(store)).toEqual(planContent(afterFirst!));
  });

  it("is tried three times before it is called lost", async () => {
    const { store } = storeInHand();
    await store.create(start);
    failTransactions("UnknownError", "Internal error", 2);
    await store.append(start.id, first!, afterFirst!);
    expect(await content(store)).toEqual(planContent(afterFirst!));
    vi.restoreAllMocks();
    failTransactions("UnknownError", "Internal error", 3);
    void store.append(start.id, second!, afterSecond!);
    expect(await store.flush()).toMatchObject({ status: "failed", reason: "lost" });
  });

  it("does not overwrite what another tab did", async () => {
    const [mine, theirs] = [storeInHand().store, storeInHand().store];
    await mine.create(start);
    await theirs.append(start.id, first!, afterFirst!);
    void mine.append(start.id, { ...second!, id: "mine", parent: null }, afterSecond!);
    expect(await mine.flush()).toMatchObject({ status: "failed", reason: "elsewhere" });
    expect(await content(theirs)).toEqual(planContent(afterFirst!));

    // Other plans are stored all the same, and opening the plan takes what the other tab made of it.
    const other = { ...start, id: "other" };
    await mine.create(other);
    expect(states(mine).at(-1)!.status).not.toBe("saved");
    expect(await content(mine)).toEqual(planContent(afterFirst!));
    expect(await mine.flush()).toEqual({ status: "saved" });
  });

  it("is written once, even if the first try succeeded without saying so", async () => {
    const { store } = storeInHand();
    await store.create(start);
    await store.append(start.id, first!, afterFirst!);
    // As after a lost connection: the same revision comes again, together with the next ones.
    const again = [
      store.append(start.id, first!, afterFirst!),
      store.append(start.id, second!, afterSecond!),
    ];
    await Promise.all([...again, store.append(start.id, third!, afterThird!)]);
    expect(await content(store)).toEqual(planContent(afterThird!));
  });

  it("lets a newer version upgrade the database, and says so", async () => {
    const { store } = storeInHand();
    await store.create(start);
    const newer = await openDB("evenfield", 99);
    newer.close();
    expect(states(store).at(-1)).toMatchObject({ status: "failed", reason: "outdated" });
    const { store: later } = storeInHand();
    expect(await later.open(start.id)).toMatchObject({ status: "too-new" });
  });
});

describe("a damaged database", () => {
  it("never opens a plan in part: every record and change is checked bit by bit", async () => {
    const { store, runIdle } = storeInHand();
    await store.create(start);
    await store.append(start.id, first!, afterFirst!);
    await store.append(start.id, second!, afterSecond!);
    const database = await openDB<EvenfieldSchema>("evenfield");
    for (const name of ["plans", "records", "journal"] as const) {
      for (const key of await database.getAllKeys(name)) {
        const record = (await database.get(name, key as never)) as StoredRecord;
        for (const broken of breakages(record)) {
          if (broken) await database.put(name, broken, key as never);
          else await database.delete(name, key as never);
          const { status } = await store.open(start.id);
          expect(status, `${name} ${String(key)}`).toBe(name === "plans" && !broken ? "missing" : "damaged");
        }
        await database.put(name, record, key as never);
      }
    }
    runIdle();
    expect((await store.open(start.id)).status).toBe("ok");
    database.close();
  });

  it("gives the whole plan and the newer revisions when only old history is damaged", async () => {
    const { store } = storeInHand();
    await store.create(afterThird!, history.revisions);
    const database = await openDB<EvenfieldSchema>("evenfield");
    const key = (await database.getAllKeys("journal"))[1]!;
    const record = (await database.get("journal", key))!;
    await database.put("journal", flipped(record, 9), key);
    database.close();
    const result = await store.open(start.id);
    if (result.status !== "damaged" || !result.recovered) throw new Error(JSON.stringify(result));
    expect(result.recovered.from).toBe("database");
    expect(planContent(result.recovered.plan)).toEqual(planContent(afterThird!));
    expect(result.recovered.revisions.map(({ id }) => id)).toEqual([third!.id]);
  });

  it("says so when history is gone, and does not take the plan for one without any", async () => {
    const { store } = storeInHand();
    await store.create(afterThird!, history.revisions);
    const database = await openDB<EvenfieldSchema>("evenfield");
    for (const count of [2, 0]) {
      const keys = await database.getAllKeys("journal");
      for (const key of keys.slice(0, keys.length - count)) await database.delete("journal", key);
      const result = await store.open(start.id);
      if (result.status !== "damaged" || !result.recovered) throw new Error(JSON.stringify(result));
      expect(planContent(result.recovered.plan)).toEqual(planContent(afterThird!));
      expect(result.recovered.revisions).toHaveLength(count);
    }
    database.close();
  });

  it("offers the newest snapshot", async () => {
    const snapshot: Plan = { ...start, name: "As of noon" };
    const snapshots: Snapshots = {
      save: async () => {},
      newest: async () => ({ plan: snapshot, revisions: [], from: "snapshot", savedAt: 12 }),
      remove: async () => {},
    };
    const { store } = storeInHand({ snapshots });
    await store.create(start);
    const database = await openDB<EvenfieldSchema>("evenfield");
    await database.clear("records");
    database.close();
    expect(await store.open(start.id)).toMatchObject({
      status: "damaged",
      reason: "This plan is damaged: the plan's description is missing.",
      recovered: { from: "snapshot", savedAt: 12, plan: { name: "As of noon" } },
    });
  });
});

/** The record with a bit flipped at its start, middle and end, cut short, and gone. */
function breakages(record: StoredRecord): (StoredRecord | null)[] {
  const { length } = record.bytes;
  return [
    flipped(record, 0),
    flipped(record, length >> 1),
    flipped(record, length - 1),
    { ...record, bytes: record.bytes.slice(0, length - 1) },
    null,
  ];
}

function flipped(record: StoredRecord, at: number): StoredRecord {
  const bytes = record.bytes.slice();
  bytes[at]! ^= 1;
  return { ...record, bytes };
}

async function content(store: PlanStore) {
  const result = await store.open(start.id);
  if (result.status !== "ok") throw new Error(JSON.stringify(result));
  return planContent(result.plan);
}
