import { describe, expect, it } from "vitest";
import { figures } from "../../../src/model/metrics/figures";
import { type AssignTarget, assignTargets, rankTargets } from "../../../src/model/suggest/assign-targets";
import { A, B, PATH, smallPlan } from "../../helpers/small-plan";

/** A target with a distance and a balance score after the move; `moved` of 10 accounts would go, `refused` of them against their segment. */
function target(slot: number, km: number, balance: number, moved = 10, refused = 0): AssignTarget {
  return { slot, km, move: { moved, there: 10 - moved, refused, effects: [], balance } };
}
const slots = (targets: readonly AssignTarget[]) => targets.map(({ slot }) => slot);

describe("territories that accounts could go to", () => {
  it("are as far as their middles, and say what the move does", () => {
    const plan = smallPlan("AAAB");
    const { targets, preview } = assignTargets(plan, PATH, figures(plan, PATH), [2]);
    expect(slots(targets)).toEqual([A, B]);
    // 0.1° of latitude and of longitude near 40° N.
    expect(targets[B - 1]!.km).toBeCloseTo(13.99, 1);
    expect(targets[A - 1]!.move).toMatchObject({ moved: 0, there: 1 });
    expect(targets[B - 1]!.move.balance).toBe(100);
    expect(preview.accounts).toBe(1);
  });

  it("stand in the order asked for, blanks last", () => {
    const all = [target(1, Number.NaN, 90), target(2, 50, 80), target(3, 10, 60), target(4, 20, Number.NaN)];
    expect(slots(rankTargets(all, "nearest"))).toEqual([3, 4, 2, 1]);
    expect(slots(rankTargets(all, "balance"))).toEqual([1, 2, 3, 4]);
    const fits = Float64Array.of(Number.NaN, 20, 90, Number.NaN, 50);
    expect(slots(rankTargets(all, "fit", fits))).toEqual([2, 4, 1, 3]);
  });

  it("are recommended by the mean of both places, the nearer first of equals", () => {
    // Places by distance and balance: 1 → 0 + 2, 2 → 1 + 0, 3 → 2 + 1.
    const all = [target(1, 10, 60), target(2, 20, 90), target(3, 30, 80)];
    expect(slots(rankTargets(all, "recommended"))).toEqual([2, 1, 3]);
    expect(slots(rankTargets([target(1, 20, 90), target(2, 10, 80)], "recommended"))).toEqual([2, 1]);
  });

  it("come last where nothing would move or no segment is taken", () => {
    const all = [target(1, 1, 99, 0), target(2, 2, 98, 10, 10), target(3, 900, 10, 10, 9)];
    for (const order of ["recommended", "nearest", "balance", "fit"] as const)
      expect(slots(rankTargets(all, order))).toEqual([3, 2, 1]);
  });
});
