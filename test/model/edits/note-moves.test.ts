import { describe, expect, it } from "vitest";
import { applyPatch } from "../../../src/model/apply-patch";
import { noteMoves } from "../../../src/model/edits/note-moves";
import { invertPatch } from "../../../src/model/patch";
import type { Plan } from "../../../src/model/plan";
import { smallPlan } from "../../helpers/small-plan";

const noted = (plan: Plan, ids: string[], text: string) => applyPatch(plan, noteMoves(plan, ids, text));
const notes = (plan: Plan) => plan.planning.moveNotes.map(({ id, text }) => `${id}: ${text}`);

describe("notes on moves", () => {
  const plan = noted(noted(smallPlan("AB"), ["a", "b"], "Tell Ann"), ["b", "c"], "Tell Bob");

  it("are added, replaced and taken away", () => {
    expect(notes(plan)).toEqual(["a: Tell Ann", "b: Tell Bob", "c: Tell Bob"]);
    expect(notes(noted(plan, ["a", "c", "x"], ""))).toEqual(["b: Tell Bob"]);
  });

  it("come back by undo, in their order", () => {
    for (const patch of [noteMoves(plan, ["a", "b"], ""), noteMoves(plan, ["c", "d"], "New")])
      expect(notes(applyPatch(applyPatch(plan, patch), invertPatch(patch)))).toEqual(notes(plan));
  });

  it("that say the same are no change", () => expect(noteMoves(plan, ["a"], "Tell Ann").changes).toEqual([]));
});
