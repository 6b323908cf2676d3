import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyPatch } from "../../src/model/apply-patch";
import { type Condition, rowMeets } from "../../src/model/condition";
import { setSegmentation } from "../../src/model/edits/segmentation-edits";
import { updateTerritory } from "../../src/model/edits/territory-edits";
import { forbiddenClasses, misplacedAccounts, refusedCount } from "../../src/model/hybrid";
import { invertPatch } from "../../src/model/patch";
import { alignmentAt, type Plan } from "../../src/model/plan";
import type { Segmentation } from "../../src/model/planning/segmentation";
import { otherSegment, segmentMembership } from "../../src/model/segments";
import { PATH } from "../helpers/small-plan";
import { treePlan } from "../helpers/tree-plan";

const range = (from: number | null, to: number | null): Condition => ({
  match: "all",
  tests: [{ column: "revenue", test: { kind: "range", from, to } }],
});
const segmentation = (id: string, ...conditions: Condition[]): Segmentation => ({
  id,
  name: id,
  segments: conditions.map((condition, i) => ({
    id: `${id}${i + 1}`,
    name: `${id} ${i + 1}`,
    color: "#000000",
    condition,
  })),
});
// Revenue by account: 10 20 30 | 40 50 60 | 5 5 5 | 25 25 25 in A, B, C and D.
const SIZE = segmentation("size", range(40, null), range(25, 50));
const withSize = (plan: Plan, to: Segmentation = SIZE) =>
  applyPatch(plan, setSegmentation(plan, to.id, to, "Segments"));
const limited = (plan: Plan, slot: number, ...segments: string[]) =>
  applyPatch(
    plan,
    updateTerritory(plan, PATH, slot, { segments: segments.length > 0 ? segments : undefined }),
  );
const plan = withSize(treePlan());
const misplacedIn = (plan: Plan) =>
  [...(misplacedAccounts(plan, PATH) ?? [])].flatMap((flag, i) => (flag ? [i] : []));

describe("a segmentation", () => {
  const found = segmentMembership(plan.tables.accounts, SIZE);
  it("puts an account into the first segment whose condition it meets", () =>
    expect([...found.of]).toEqual([0, 0, 2, 1, 1, 1, 0, 0, 0, 2, 2, 2]));
  it("counts its segments and the rest", () => expect([...found.counts]).toEqual([5, 3, 4]));
  it("counts what meets more than one condition", () => {
    expect([...found.meeting]).toEqual([0, 3, 6]);
    expect(found.overlapping).toBe(2);
    expect([...found.overlaps]).toEqual([0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0]);
  });
  it("has no account twice and none left out, whatever the conditions", () => {
    const bounds = fc.tuple(fc.integer({ min: 0, max: 70 }), fc.integer({ min: 0, max: 70 }));
    fc.assert(
      fc.property(fc.array(bounds, { maxLength: 5 }), (pairs) => {
        const drawn = segmentation("s", ...pairs.map(([from, to]) => range(from, to)));
        const { of, counts, overlapping } = segmentMembership(plan.tables.accounts, drawn);
        expect(counts.reduce((a, b) => a + b, 0)).toBe(12);
        let twice = 0;
        for (let row = 0; row < 12; row++) {
          const meets = drawn.segments.map(({ condition }) => rowMeets(plan.tables.accounts, row, condition));
          expect(of[row]).toBe(meets.indexOf(true) + 1);
          if (meets.filter(Boolean).length > 1) twice++;
        }
        expect(overlapping).toBe(twice);
      }),
    );
  });
});

describe("territories limited to segments", () => {
  it("take all where none is limited", () => {
    expect(misplacedAccounts(plan, PATH)).toBeNull();
    expect(forbiddenClasses(plan, PATH, [1, 2])).toBeNull();
  });
  it("list what stands in them and is of another segment", () => {
    expect(misplacedIn(limited(plan, 1, "size1"))).toEqual([0, 1, 2]);
    expect(misplacedIn(limited(plan, 1, "size2"))).toEqual([0, 1]);
    expect(misplacedIn(limited(plan, 1, "size2", otherSegment("size")))).toEqual([]);
    expect(misplacedIn(limited(limited(plan, 1, "size1"), 1))).toEqual([]);
  });
  it("must be met by every segmentation they list", () => {
    const even = segmentation("odd", range(10, 20), range(30, 30));
    const both = withSize(plan, even);
    expect(misplacedIn(limited(both, 1, otherSegment("size"), "odd1"))).toEqual([2]);
    expect(misplacedIn(limited(both, 1, "size2", "odd1"))).toEqual([0, 1, 2]);
    expect(misplacedIn(limited(both, 1, "size2", "odd2"))).toEqual([0, 1]);
  });
  it("say how many of some accounts they would refuse", () => {
    const refused = refusedCount(limited(plan, 1, "size1"), PATH, [3, 6, 9]);
    expect([0, 1, 2].map(refused)).toEqual([0, 2, 0]);
  });
  it("forbid a search the same pairs, and nothing in territories still to be drawn", () => {
    const pairs = limited(limited(plan, 1, "size1"), 3, "size2", otherSegment("size"));
    const accounts = [0, 3, 9];
    const slots = [3, 1, 2, null];
    const { of, forbidden } = forbiddenClasses(pairs, PATH, slots)!;
    const rows = accounts.map((row) => slots.map((_, at) => forbidden[of[row]! * slots.length + at]));
    expect(rows).toEqual([
      [0, 1, 0, 0],
      [1, 0, 0, 0],
      [0, 1, 0, 0],
    ]);
  });
  it("lose a segment that is deleted, in the same step, and are free where it was the only one", () => {
    const start = limited(limited(plan, 1, "size1"), 2, "size1", "size2");
    const patch = setSegmentation(
      start,
      "size",
      { ...SIZE, segments: SIZE.segments.slice(1) },
      "Drop a segment",
    );
    const { territories } = alignmentAt(applyPatch(start, patch), PATH);
    expect(territories.map((territory) => territory?.segments)).toEqual([
      undefined,
      undefined,
      ["size2"],
      undefined,
      undefined,
    ]);
    expect(applyPatch(applyPatch(start, patch), invertPatch(patch))).toEqual(start);
  });
});
