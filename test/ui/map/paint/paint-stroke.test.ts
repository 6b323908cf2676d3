import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyPatch } from "../../../../src/model/apply-patch";
import { paintAccounts } from "../../../../src/model/edits/paint-accounts";
import { alignmentAt } from "../../../../src/model/plan";
import { accountPoints } from "../../../../src/ui/map/account-points";
import { accountGround } from "../../../../src/ui/map/paint/paint-ground";
import { PaintStroke } from "../../../../src/ui/map/paint/paint-stroke";
import { grabBoundary, pullBoundary } from "../../../../src/ui/map/paint/pull-boundary";
import { latticePlan } from "../../../helpers/lattice-plan";
import { A, B, PATH } from "../../../helpers/small-plan";

const FREE = { onlyUnassigned: false, respectLocks: true };
const letter = fc.constantFrom("A", "B", "a", "b", ".");
const line = fc.string({ unit: letter, minLength: 4, maxLength: 4 });

describe("a stroke", () => {
  test("shows while it runs what letting go then does", () => {
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 2, maxLength: 4 }),
        fc.array(fc.nat(15), { maxLength: 12 }),
        fc.constantFrom(0, A, B),
        fc.record({ onlyUnassigned: fc.boolean(), respectLocks: fc.boolean() }),
        (lines, swept, slot, rules) => {
          const plan = latticePlan(lines);
          const stroke = new PaintStroke(plan, PATH, slot, rules, false);
          const on = swept.filter((account) => account < plan.tables.accounts.count);
          for (const account of on) stroke.takeAccounts([account]);
          const { accounts, territoryOf } = stroke.painted;
          const after = alignmentAt(applyPatch(plan, paintAccounts(plan, PATH, accounts, slot, rules)), PATH);
          expect(territoryOf).toEqual(after.territoryOf);
          expect(new Set(accounts).size).toBe(accounts.length);
        },
      ),
    );
  });

  test("begins anew where its shape is drawn anew", () => {
    const plan = latticePlan(["AB", "AB"]);
    const stroke = new PaintStroke(plan, PATH, A, FREE, false);
    stroke.takeAccounts([1, 3]);
    stroke.restart(B);
    stroke.takeAccounts([0]);
    expect(stroke.painted.accounts).toEqual([0]);
    expect([...stroke.painted.territoryOf]).toEqual([B, B, A, B]);
  });
});

describe("pulling a border", () => {
  const plan = latticePlan(["AAAABBBB", "AAAABBBB", "AAAABBBB"]);
  const points = accountPoints(plan.tables.accounts);
  const ground = accountGround(points);
  const slotOf = (account: number) => alignmentAt(plan, PATH).territoryOf[account]!;
  const at = (account: number) => ({ x: points.xs[account]!, y: points.ys[account]! });
  const step = points.xs[1]! - points.xs[0]!;
  const border = { x: (at(11).x + at(12).x) / 2, y: at(11).y };
  const grabbed = grabBoundary(ground, slotOf, border.x, border.y, 2 * step)!;

  test("is grabbed between the two nearest territories", () => {
    expect(new Set(grabbed.sides)).toEqual(new Set([A, B]));
    expect(grabBoundary(ground, slotOf, at(8).x, at(8).y, 2 * step)).toBeNull();
  });

  test("gives what it passes to the side it is pulled from", () => {
    const to = at(13);
    const { slot, taken } = pullBoundary(ground, slotOf, grabbed, to.x, to.y, 0.6 * step);
    expect([slot, [...taken].sort((a, b) => a - b)]).toEqual([A, [12, 13]]);
  });

  test("turns round where the pointer comes back over it", () => {
    const to = at(10);
    const { slot, taken } = pullBoundary(ground, slotOf, grabbed, to.x, to.y, 0.6 * step);
    expect([slot, [...taken].sort((a, b) => a - b)]).toEqual([B, [10, 11]]);
  });
});
