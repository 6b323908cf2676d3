import { expect, it } from "vitest";
import { applyPatch } from "../../src/model/apply-patch";
import { saveDerivedColumn } from "../../src/model/edits/derived-column-edits";
import { createLayer } from "../../src/model/edits/layer-edits";
import { lockAccounts } from "../../src/model/edits/lock-accounts";
import { setMeasure } from "../../src/model/edits/plan-records";
import { Session } from "../../src/session/session";
import { formula } from "../helpers/formula-plan";
import { B, lettersOf, PATH, smallPlan } from "../helpers/small-plan";

const DAY_MS = 86_400_000;

/** A session over "AB" with account 0 locked through day 10, and how to let time pass. */
function openOn(day: number) {
  let now = day * DAY_MS;
  const plan = smallPlan("AB");
  const lock = { reason: "", until: 10 };
  const locked = applyPatch(plan, lockAccounts(plan, PATH, new Set([0]), lock));
  const session = new Session(locked, [], { now: () => now, makeId: () => "r", author: () => "" });
  return { session, wait: (days: number) => (now += days * DAY_MS) };
}

it("opens a plan as it is today", () => {
  expect(lettersOf(openOn(10).session.plan)).toBe("aB");
  expect(lettersOf(openOn(11).session.plan)).toBe("AB");
});

it("lets locks end while it is open, and tells who listens once", () => {
  const { session, wait } = openOn(10);
  let heard = 0;
  session.observe(() => heard++);
  session.turnDay();
  wait(1);
  session.turnDay();
  session.turnDay();
  expect(lettersOf(session.plan)).toBe("AB");
  expect(heard).toBe(1);
});

it("lets locks end with an edit on a later day", () => {
  const { session, wait } = openOn(10);
  wait(3);
  session.edit(lockAccounts(session.plan, PATH, new Set([1]), { reason: "", until: null }));
  expect(lettersOf(session.plan)).toBe("Ab");
});

it("shows the first layer again when the one shown is taken back", () => {
  const { session } = openOn(1);
  session.edit(createLayer(session.plan, "experts", { name: "Experts", eligible: null }));
  session.show({ ...PATH, layer: "experts" });
  expect(session.figures.accounts[0]).toBe(2);
  session.undo();
  expect(session.path).toEqual(PATH);
  expect(session.figures.accounts[0]).toBe(0);
});

it("counts measures anew that a day changes", () => {
  const { session, wait } = openOn(10);
  const age = {
    id: "age",
    name: "Age",
    source: { kind: "column", column: "@derived:age" },
    weight: 1,
    tolerance: 0.1,
  } as const;
  session.edit(saveDerivedColumn(session.plan, formula("Age", "=TODAY() - DATE(1970, 1, 1)")));
  session.edit(setMeasure(session.plan, "age", age));
  const total = () => session.figures.measures.find(({ measure }) => measure.id === "age")!.totals[B];
  expect(total()).toBe(10);
  wait(1);
  session.turnDay();
  expect(total()).toBe(11);
  wait(1);
  session.edit(lockAccounts(session.plan, PATH, new Set([1]), { reason: "", until: null }));
  expect(total()).toBe(12);
});
