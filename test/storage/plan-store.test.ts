import "fake-indexeddb/auto";
import { IDBFactory, IDBObjectStore } from "fake-indexeddb";
import fc from "fast-check";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { applyPatch } from "../../src/model/apply-patch";
import { createTerritory } from "../../src/model/edits/territory-edits";
import type { Plan } from "../../src/model/plan";
import type { Revision } from "../../src/model/revision";
import type { Snapshots } from "../../src/storage/snapshots";
import { arbitrarySeed, randomPlan } from "../helpers/arbitrary-plan";
import { planContent, revisionContent } from "../helpers/plan-content";
import { randomHistory } from "../helpers/random-revisions";
import { storeInHand } from "../helpers/store-in-hand";

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

async function reopened(planId: string) {
  const { store } = storeInHand();
  const result = await store.open(planId);
  await store.close();
  if (result.status !== "ok") throw new Error(JSON.stringify(result));
  return result;
}

describe("plan store", () => {
  it("gives back any plan after any series of edits, undos and restarts, folded or not", async () => {
    await fc.assert(
      fc.asyncProperty(arbitrarySeed, fc.nat(20), fc.nat(20), async (seed, steps, foldAt) => {
        globalThis.indexedDB = new IDBFactory();
        const start = randomPlan(seed);
        const { plan, revisions, plans } = randomHistory(start, seed, steps);
        let hand = storeInHand();
        await hand.store.create(start);
        for (const [i, revision] of revisions.entries()) {
          await hand.store.append(start.id, revision, plans[i]!);
          if (i !== foldAt) continue;
          hand.runIdle();
          await hand.store.close();
          hand = storeInHand();
          await hand.store.open(start.id);
        }
        await hand.store.close();
        const result = await reopened(start.id);
        expect(planContent(result.plan)).toEqual(planContent(plan));
        expect(result.revisions.map(revisionContent)).toEqual(revisions.map(revisionContent));
      }),
      { numRuns: 60 },
    );
  });

  it("holds what two tabs did in turn, whenever each of them folds", async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitrarySeed,
        fc.array(fc.record({ tab: fc.nat(1), fold: fc.boolean() }), { minLength: 1, maxLength: 12 }),
        async (seed, turns) => {
          globalThis.indexedDB = new IDBFactory();
          const start = randomPlan(seed);
          const { plan, revisions, plans } = randomHistory(start, seed, turns.length);
          const tabs = [storeInHand(), storeInHand()];
          await tabs[0]!.store.create(start);
          for (const [i, { tab, fold }] of turns.entries()) {
            await tabs[tab]!.store.append(start.id, revisions[i]!, plans[i]!);
            if (fold) tabs[1 - tab]!.runIdle();
          }
          for (const { runIdle, store } of tabs) {
            runIdle();
            await store.close();
          }
          const result = await reopened(start.id);
          expect(planContent(result.plan)).toEqual(planContent(plan));
          expect(result.revisions.map(({ id }) => id)).toEqual(revisions.map(({ id }) => id));
        },
      ),
      { numRuns: 40 },
    );
  });

  it("lists plans with name and rows, the one changed last first, and forgets removed ones", async () => {
    let time = 1;
    const { store } = storeInHand({ now: () => time++ });
    const [first, second] = [randomPlan(1), { ...randomPlan(2), name: "Second" }];
    await store.create(first);
    await store.create(second);
    const [revision] = randomHistory(first, 3, 1).revisions;
    await store.append(first.id, revision!, { ...first, name: "Renamed" });
    expect((await store.list()).map(({ name }) => name)).toEqual(["Renamed", "Second"]);
    expect((await store.list())[1]!.counts.deals).toBe(second.tables.deals.count - deletedRows(second));
    await store.remove(first.id);
    expect((await store.list()).map(({ id }) => id)).toEqual([second.id]);
    expect(await store.open(first.id)).toEqual({ status: "missing" });
  });

  it("copies a plan under another id, leaving the original", async () => {
    const { store } = storeInHand();
    const plan = randomPlan(5);
    await store.create(plan);
    expect(await store.duplicate(plan.id, { id: "copy", name: "Copy" })).toBe(true);
    expect(await store.duplicate("nowhere", { id: "copy2", name: "Copy" })).toBe(false);
    const copy = await reopened("copy");
    expect(planContent({ ...copy.plan, id: plan.id, name: plan.name, createdAt: plan.createdAt })).toEqual(
      planContent(plan),
    );
    expect(planContent((await reopened(plan.id)).plan)).toEqual(planContent(plan));
  });

  it("puts a plan saved anew in the place of the old one", async () => {
    const { store } = storeInHand();
    const old = randomPlan(1);
    const history = randomHistory(old, 1, 3);
    await store.create(old);
    await store.create(history.plan, history.revisions);
    const result = await reopened(old.id);
    expect(planContent(result.plan)).toEqual(planContent(history.plan));
    expect(result.revisions.map(({ id }) => id)).toEqual(history.revisions.map(({ id }) => id));
  });

  it("keeps the newest 500 revisions when it folds the journal", async () => {
    const start = randomPlan(9, 3, 1);
    const { plan, revisions } = randomHistory(start, 9, 520);
    const hand = storeInHand();
    await hand.store.create(start);
    await Promise.all(revisions.map((revision) => hand.store.append(start.id, revision, plan)));
    hand.runIdle();
    await hand.store.close();
    const result = await reopened(start.id);
    expect(result.revisions.map(({ id }) => id)).toEqual(revisions.slice(-500).map(({ id }) => id));
    expect(planContent(result.plan)).toEqual(planContent(plan));
  });

  it("rewrites only what changed, also where an edit comes between", async () => {
    const start = randomPlan(4);
    const territory = { id: "new", name: "New", color: "#123456", group: null, coverage: [], share: 1 };
    const path = { scenario: start.scenarios[0]!.id, layer: start.layers[0]!.id };
    const names = ["One", "Two"];
    let plan: Plan = start;
    const edits = names.map((name, i) => {
      const made = createTerritory(plan, path, { ...territory, id: `new-${i}`, name });
      plan = applyPatch(plan, made);
      const parent = i === 0 ? null : `r${i - 1}`;
      const revision: Revision = { id: `r${i}`, parent, time: i, author: "", origin: "edit", patch: made };
      return { revision, plan };
    });
    const hand = storeInHand();
    await hand.store.create(start);
    await hand.store.append(start.id, edits[0]!.revision, edits[0]!.plan);
    // The page has time to bring the first edit into the records just while the second is being written.
    const original = IDBObjectStore.prototype.put;
    const put = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (
      this: IDBObjectStore,
      ...args
    ) {
      hand.runIdle();
      return original.apply(this, args as Parameters<typeof original>);
    });
    await hand.store.append(start.id, edits[1]!.revision, edits[1]!.plan);
    // It waits for what the page began before.
    await hand.store.list();
    put.mockClear();
    hand.runIdle();
    await hand.store.close();
    const result = await reopened(start.id);
    const written = put.mock.calls.flatMap(([, key]) => (Array.isArray(key) ? [String(key[1])] : []));
    put.mockRestore();
    expect(written.sort()).toEqual([JSON.stringify(["alignment", path.scenario, path.layer]), "envelope"]);
    expect(planContent(result.plan)).toEqual(planContent(plan));
  });

  it("remembers settings of the device", async () => {
    const { store } = storeInHand();
    await store.setSetting("panes", { map: 0.5 });
    await store.setLastOpened("p1");
    expect(await store.setting("panes")).toEqual({ map: 0.5 });
    expect(await store.lastOpened()).toBe("p1");
    expect(await store.setting("never set")).toBeUndefined();
  });

  it("takes a snapshot when it folds the journal", async () => {
    let taken: (name: string) => void = () => {};
    const snapshot = new Promise<string>((resolve) => {
      taken = resolve;
    });
    const snapshots: Snapshots = {
      save: async (saved) => taken(saved.name),
      newest: async () => null,
      remove: async () => {},
    };
    const { store, runIdle } = storeInHand({ snapshots });
    const start = randomPlan(4);
    const { plan, revisions } = randomHistory(start, 4, 1);
    await store.create(start);
    await store.append(start.id, revisions[0]!, plan);
    runIdle();
    expect(await snapshot).toBe(plan.name);
  });

  it("leaves no snapshot behind of a plan that is deleted while one is taken", async () => {
    const kept = new Set<string>();
    let finish: () => void = () => {};
    let begun: () => void = () => {};
    const saving = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const written = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const snapshots: Snapshots = {
      save: async (saved) => {
        begun();
        await written;
        kept.add(saved.id);
      },
      newest: async () => null,
      remove: async (planId) => void kept.delete(planId),
    };
    const { store, runIdle } = storeInHand({ snapshots });
    const start = randomPlan(4);
    const { plan, revisions } = randomHistory(start, 4, 1);
    await store.create(start);
    await store.append(start.id, revisions[0]!, plan);
    runIdle();
    await saving;
    await store.remove(start.id);
    finish();
    await store.list();
    expect([...kept]).toEqual([]);
  });
});

function deletedRows(plan: ReturnType<typeof randomPlan>): number {
  return plan.tables.deals.deleted?.reduce((sum, flag) => sum + flag, 0) ?? 0;
}
