import { describe, expect, it } from "vitest";
import type { Lock } from "../../src/model/alignment";
import { applyPatch } from "../../src/model/apply-patch";
import { assignAccounts } from "../../src/model/edits/assign-accounts";
import { lockAccounts } from "../../src/model/edits/lock-accounts";
import { bringNamedHome, nameAccounts } from "../../src/model/edits/name-accounts";
import { deleteTerritory, updateTerritory } from "../../src/model/edits/territory-edits";
import { namedConflicts } from "../../src/model/named-accounts";
import { invertPatch, type Patch } from "../../src/model/patch";
import { onDay } from "../../src/model/pins";
import { alignmentAt, type Plan } from "../../src/model/plan";
import { A, B, lettersOf, PATH, smallPlan } from "../helpers/small-plan";
import { treePlan } from "../helpers/tree-plan";

const ANN = 1;
const BOB = 2;
let made = 0;
const makeId = () => `named-${made++}`;
const edited = (plan: Plan, ...edits: ((plan: Plan) => Patch)[]) =>
  edits.reduce((now, edit) => applyPatch(now, edit(now)), plan);
const name =
  (rows: number[], rep: number, territory: string | null = null) =>
  (plan: Plan) =>
    nameAccounts(plan, PATH, rows, { rep, territory }, makeId);
const assign = (rows: number[], slot: number) => (plan: Plan) =>
  assignAccounts(plan, PATH, new Set(rows), slot);
const kinds = (plan: Plan) => namedConflicts(plan, PATH).map(({ kind }) => kind);

describe("named accounts", () => {
  it("move to their rep and stay there", () => {
    const plan = edited(smallPlan("AAB."), name([0, 3], BOB));
    expect(lettersOf(plan)).toBe("bABb");
    expect(lettersOf(edited(plan, assign([0, 1, 2, 3], A)))).toBe("bAAb");
  });
  it("are one step to undo", () => {
    const plan = smallPlan("AAB.");
    const patch = name([0, 3], BOB)(plan);
    expect(lettersOf(applyPatch(applyPatch(plan, patch), invertPatch(patch)))).toBe("AAB.");
  });
  it("are free again when named no longer, and stay", () => {
    const plan = edited(smallPlan("AB"), name([0], BOB), (now) =>
      nameAccounts(now, PATH, [0, 1], null, makeId),
    );
    expect(lettersOf(plan)).toBe("BB");
    expect(plan.planning.namedAccounts).toEqual([]);
  });
  it("follow when another rep takes over, in the same step", () => {
    const plan = edited(smallPlan("AB"), name([0], BOB));
    const swap = updateTerritory(plan, PATH, A, { coverage: [{ rep: BOB, role: "primary" }] });
    // Bob has A and B now, and none is chosen: the account stays and is listed.
    const both = applyPatch(plan, swap);
    expect(lettersOf(both)).toBe("BB");
    expect(kinds(both)).toEqual(["several"]);
    const given = updateTerritory(both, PATH, B, { coverage: [{ rep: ANN, role: "primary" }] });
    expect(lettersOf(applyPatch(both, given))).toBe("aB");
    expect(kinds(applyPatch(both, given))).toEqual([]);
  });
  it("go to the territory chosen for them while their rep has it", () => {
    const plan = edited(treePlan(), name([3], ANN, "territory-C"));
    expect(alignmentAt(plan, PATH).territoryOf[3]).toBe(3);
    const lost = edited(plan, (now) => deleteTerritory(now, PATH, 3));
    expect(alignmentAt(lost, PATH).territoryOf[3]).toBe(1);
    expect(kinds(edited(treePlan(), name([3], ANN)))).toEqual(["several"]);
  });
  it("are listed where a lock, a lost rep or no territory is in the way", () => {
    const locked = edited(
      smallPlan("AB"),
      (now) => lockAccounts(now, PATH, new Set([0]), { reason: "signed", until: null }),
      name([0], BOB),
    );
    expect(lettersOf(locked)).toBe("aB");
    expect(kinds(locked)).toEqual(["locked"]);
    expect(kinds(edited(smallPlan("AB"), name([0], 77)))).toEqual(["no-rep"]);
    const idle = edited(smallPlan("AB"), name([0], BOB), (now) =>
      updateTerritory(now, PATH, B, { coverage: [] }),
    );
    expect(kinds(idle)).toEqual(["no-territory"]);
    expect(lettersOf(idle)).toBe("BB");
  });
  it("come home when the lock in their way has gone", () => {
    const lock: Lock = { reason: "", until: 20 };
    const plan = edited(
      smallPlan("AB"),
      (now) => lockAccounts(now, PATH, new Set([0]), lock),
      name([0], BOB),
    );
    const later = onDay(plan, 21);
    expect(kinds(later)).toEqual(["elsewhere"]);
    expect(lettersOf(edited(later, (now) => bringNamedHome(now, PATH)))).toBe("bB");
  });
});

describe("locks with an expiry", () => {
  const plan = edited(smallPlan("AAB"), (now) =>
    lockAccounts(now, PATH, new Set([0, 2]), { reason: "until May", until: 20_000 }),
  );
  it("hold through their last day", () => {
    expect(lettersOf(onDay(plan, 20_000))).toBe("aAb");
    expect(lettersOf(onDay(plan, 20_001))).toBe("AAB");
  });
  it("do not come back by undo after they ended", () => {
    const later = onDay(plan, 20_001);
    const unlock = lockAccounts(later, PATH, new Set([0]), null);
    const again = applyPatch(applyPatch(later, unlock), invertPatch(unlock));
    expect(lettersOf(again)).toBe("AAB");
    expect(alignmentAt(again, PATH).locks.size).toBe(2);
  });
  it("let accounts go that had to stay", () =>
    expect(lettersOf(edited(onDay(plan, 20_001), assign([0, 1, 2], B)))).toBe("BBB"));
  it("share all other alignments when a day goes by", () =>
    expect(onDay(plan, 19_999).scenarios).toEqual(plan.scenarios));
});
