import { describe, expect, it } from "vitest";
import { assignAccounts } from "../../src/model/edits/assign-accounts";
import type { Revision } from "../../src/model/revision";
import type { OpenResult } from "../../src/model/saved-plan";
import type { PlanFollower, PlanStore } from "../../src/session/ports";
import { Session } from "../../src/session/session";
import { Workspace } from "../../src/session/workspace";
import { B, lettersOf, smallPlan } from "../helpers/small-plan";

let made = 0;
const surroundings = { now: () => 1000, makeId: () => `id-${++made}`, author: () => "" };

/** A store whose plans are found when the test says so, and which tells what it was asked to keep. */
function slowStore() {
  const opening = new Map<string, (result: OpenResult) => void>();
  const followers = new Map<string, PlanFollower>();
  const claimed: string[] = [];
  const created: string[] = [];
  const appended: Revision[] = [];
  const store: PlanStore = {
    list: async () => [],
    open: (planId) => new Promise((found) => opening.set(planId, found)),
    create: async (plan) => void created.push(plan.id),
    append: async (_planId, revision) => void appended.push(revision),
    remove: async () => {},
    duplicate: async () => false,
    lastOpened: async () => null,
    setLastOpened: async () => {},
    setting: async () => undefined,
    setSetting: async () => {},
    claim: async (planId) => {
      claimed.push(planId);
      return {
        role: () => "writer" as const,
        subscribe: (listener) => {
          listener("writer");
          return () => {};
        },
        takeOver: async () => {},
        release: () => void claimed.splice(claimed.indexOf(planId), 1),
      };
    },
    follow: (planId, follower) => {
      followers.set(planId, follower);
      return () => followers.delete(planId);
    },
    subscribe: () => () => {},
    flush: async () => ({ status: "saved" }),
    close: async () => {},
  };
  const find = (id: string) =>
    opening.get(id)!({ status: "ok", plan: { ...smallPlan("AA"), id }, revisions: [] });
  return { store, find, followers, claimed, created, appended };
}

function openSession(workspace: Workspace): Session {
  if (workspace.state.kind !== "open") throw new Error(`Expected an open plan, got ${workspace.state.kind}.`);
  return workspace.state.session;
}

/** Lets promises that wait for nothing else go on. */
const settled = () => new Promise((done) => setTimeout(done));

describe("the workspace", () => {
  it("shows the plan asked for last, whichever is found first, and holds only that", async () => {
    const { store, find, claimed, followers } = slowStore();
    const workspace = new Workspace(store, surroundings);
    const openings = [workspace.open("large"), workspace.open("small")];
    await settled();
    find("small");
    find("large");
    await Promise.all(openings);
    expect(openSession(workspace).plan.id).toBe("small");
    expect(claimed).toEqual(["small"]);
    expect([...followers.keys()]).toEqual(["small"]);
  });

  it("lets go of a plan that is left before it is claimed", async () => {
    const { store, claimed } = slowStore();
    const workspace = new Workspace(store, surroundings);
    await Promise.all([workspace.create({ ...smallPlan("A"), id: "first" }), workspace.close()]);
    expect(workspace.state.kind).toBe("empty");
    expect(claimed).toEqual([]);
  });

  it("saves a new plan even where another is asked for at once", async () => {
    const { store, find, created } = slowStore();
    const workspace = new Workspace(store, surroundings);
    const both = [workspace.create({ ...smallPlan("A"), id: "new" }), workspace.open("old")];
    await settled();
    find("old");
    await Promise.all(both);
    expect(created).toEqual(["new"]);
    expect(openSession(workspace).plan.id).toBe("old");
  });

  it("stores what is edited here, and not again what another tab has stored", async () => {
    const { store, followers, appended } = slowStore();
    const workspace = new Workspace(store, surroundings);
    await workspace.create(smallPlan("AA"));
    const here = openSession(workspace);
    const there = new Session(here.plan, [], surroundings);
    there.edit(assignAccounts(there.plan, there.path, new Set([0]), B));
    followers.get("plan")!.revisions(there.revisions);
    expect(lettersOf(here.plan)).toBe("BA");
    expect(appended).toEqual([]);
    here.edit(assignAccounts(here.plan, here.path, new Set([1]), B));
    expect(appended).toEqual([here.revisions.at(-1)]);
  });
});
