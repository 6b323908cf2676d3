import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyPatch } from "../../../src/model/apply-patch";
import {
  deleteComment,
  deleteNote,
  replyToComment,
  resolveComment,
  startComment,
} from "../../../src/model/edits/comment-edits";
import { invertPatch, isEmptyPatch, type Patch } from "../../../src/model/patch";
import type { Plan } from "../../../src/model/plan";
import { smallPlan } from "../../helpers/small-plan";

const CELL = { table: "accounts", row: 101, column: "revenue" } as const;
const said = (text: string, at = 1) => ({ text, author: "Kim", at });
const done = (plan: Plan, ...edits: ((plan: Plan) => Patch)[]) =>
  edits.reduce((now, edit) => applyPatch(now, edit(now)), plan);
const begun = done(smallPlan("AB"), (plan) => startComment(plan, "c", CELL, said("Why so low?")));
const thread = (plan: Plan) => plan.planning.comments.find(({ id }) => id === "c");

describe("comments on cells", () => {
  it("begin a thread, and take replies", () => {
    const plan = done(begun, (now) => replyToComment(now, "c", said("A typo.", 2)));
    expect(thread(plan)).toEqual({
      id: "c",
      ...CELL,
      notes: [said("Why so low?"), said("A typo.", 2)],
      resolvedAt: null,
    });
  });

  it("are settled and opened again, by a reply too", () => {
    const settled = done(begun, (now) => resolveComment(now, "c", 7));
    expect(thread(settled)?.resolvedAt).toBe(7);
    expect(isEmptyPatch(resolveComment(settled, "c", 9))).toBe(true);
    expect(thread(done(settled, (now) => resolveComment(now, "c", null)))?.resolvedAt).toBeNull();
    expect(thread(done(settled, (now) => replyToComment(now, "c", said("No."))))?.resolvedAt).toBeNull();
  });

  it("lose a reply, and go with the first note", () => {
    const plan = done(begun, (now) => replyToComment(now, "c", said("A typo.")));
    expect(thread(done(plan, (now) => deleteNote(now, "c", 1)))?.notes).toEqual([said("Why so low?")]);
    expect(thread(done(plan, (now) => deleteNote(now, "c", 0)))).toBeUndefined();
    expect(isEmptyPatch(deleteNote(plan, "c", 5))).toBe(true);
  });

  it("change nothing where the thread is gone", () => {
    const gone = done(begun, (now) => deleteComment(now, "c"));
    for (const patch of [
      replyToComment(gone, "c", said("?")),
      resolveComment(gone, "c", 1),
      deleteNote(gone, "c", 1),
      deleteComment(gone, "c"),
    ])
      expect(isEmptyPatch(patch)).toBe(true);
  });

  it("invert, whatever was done in whatever order", () => {
    const id = fc.constantFrom("c", "d", "e");
    const edit = fc.oneof(
      id.map((of) => (plan: Plan) => startComment(plan, of, CELL, said(of))),
      fc.tuple(id, fc.string()).map(
        ([of, text]) =>
          (plan: Plan) =>
            replyToComment(plan, of, said(text)),
      ),
      fc.tuple(id, fc.option(fc.nat())).map(
        ([of, at]) =>
          (plan: Plan) =>
            resolveComment(plan, of, at),
      ),
      fc.tuple(id, fc.nat(3)).map(
        ([of, at]) =>
          (plan: Plan) =>
            deleteNote(plan, of, at),
      ),
      id.map((of) => (plan: Plan) => deleteComment(plan, of)),
    );
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
        const plans = [begun];
        const patches: Patch[] = [];
        for (const make of edits) {
          const patch = make(plans.at(-1)!);
          patches.push(patch);
          plans.push(applyPatch(plans.at(-1)!, patch));
        }
        let now = plans.at(-1)!;
        for (const [i, patch] of [...patches.entries()].reverse()) {
          now = applyPatch(now, invertPatch(patch));
          expect(now.planning.comments).toEqual(plans[i]!.planning.comments);
        }
      }),
    );
  });
});
