import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyPatch } from "../../../src/model/apply-patch";
import { assignAccounts } from "../../../src/model/edits/assign-accounts";
import { editCells } from "../../../src/model/edits/edit-cells";
import { setPlanningRecord } from "../../../src/model/edits/set-planning-record";
import { figures, updateFigures } from "../../../src/model/metrics/figures";
import { visitPlan, workloadOf } from "../../../src/model/metrics/visit-plan";
import { curveExcess } from "../../../src/model/metrics/workload";
import { workloadForecast, workloadShares } from "../../../src/model/metrics/workload-shares";
import { alignmentAt, type Plan } from "../../../src/model/plan";
import {
  DEFAULT_WORKLOAD,
  driveMinutes,
  sellingHours,
  type Workload,
} from "../../../src/model/planning/workload";
import { A, B, PATH } from "../../helpers/small-plan";
import { TWELVE_WORKLOAD, twelveAccounts } from "../../helpers/twelve-accounts";

const workloadOn = (plan: Plan) => figures(plan, PATH).workload!;
const withWorkload = (plan: Plan, workload: Workload): Plan =>
  applyPatch(plan, setPlanningRecord(plan, "workload", "", workload, "Change workload"));

describe("the workload of twelve accounts, against figures worked out by hand", () => {
  const workload = workloadOn(twelveAccounts());

  it("counts visits and hours with customers by the table", () => {
    // A: tiers A B A B A → 12 + 6 + 12 + 6 + 12 visits; 12 + 3 + 12 + 3 + 12 hours
    expect([...workload.visits]).toEqual([2, 48, 44]);
    expect([...workload.visitHours]).toEqual([1, 42, 34]);
  });

  it("drives from stop to stop: three hops to a trip of four visits", () => {
    // A: of four hops two are 10 km = 12.5 km by road = 15 min, all weigh 9 visits: 7.5 min; a tour of five stops is ÷ 0.9;
    // 48 visits × 7.5 ÷ 0.9 min × 3 ÷ 4
    expect(workload.hopHours[A]).toBeCloseTo(5, 4);
    // B: 45, 0, 37.5, 0, 37.5 min weighing 9, 12, 9, 6, 4: 22.3125 min; 44 visits × 22.3125 ÷ 0.9 min × 3 ÷ 4
    expect(workload.hopHours[B]).toBeCloseTo((44 * 22.3125 * 0.75) / 0.9 / 60, 4);
  });

  it("drives to the first stop and back from the last: from Ann's home, and from the middle where Bob's is not known", () => {
    // A: 0, 0, 15, 15, 30 min there: 2 × (12 × 15 + 6 × 15 + 12 × 30) ÷ 4 visits a trip
    expect(workload.haulHours[A]).toBeCloseTo(1260 / 4 / 60, 4);
    // B: middle at km 113 1/3; 55, 20, 20, 25, 25, 50 min there
    expect(workload.haulHours[B]).toBeCloseTo(2420 / 4 / 60, 2);
  });

  it("charges Unassigned the way there that a visit costs elsewhere", () => {
    expect(workload.hopHours[0]).toBe(0);
    expect(workload.haulHours[0]).toBeCloseTo((2 * (5.25 + 2420 / 240)) / 92, 3);
  });

  it("adds up, and is a measure with targets", () => {
    expect(workload.hours[A]).toBeCloseTo(52.25, 4);
    expect(workload.hours[B]).toBeCloseTo(57.71875, 2);
    const measure = figures(twelveAccounts(), PATH).measures.find(
      ({ measure }) => measure.id === "workload",
    )!;
    expect([...measure.totals]).toEqual([...workload.hours]);
    expect(measure.targets[A]).toBeCloseTo((52.25 + 57.71875 + 1 + 1 / 3) / 2, 2);
  });

  it("leaves the hops out where each trip is one visit", () => {
    const travel = { ...TWELVE_WORKLOAD.travel, visitsPerTrip: 1 };
    const single = workloadOn(withWorkload(twelveAccounts(), { ...TWELVE_WORKLOAD, travel }));
    expect(single.hopHours[A]).toBe(0);
    expect(single.haulHours[A]).toBeCloseTo(1260 / 60, 4);
  });

  it("takes accounts without a place to travel like the others of their territory", () => {
    const plan = twelveAccounts();
    const nowhere = applyPatch(plan, editCells(plan, "accounts", "latitude", [4], [null]));
    const { hopHours, haulHours, visits } = workloadOn(nowhere);
    expect(visits[A]).toBe(48);
    // 36 located visits: 540 min of hauls, hops of 0, 15, 0 min weighing 9 each, four stops a trip
    expect(haulHours[A]).toBeCloseTo(((48 / 36) * 540) / 4 / 60, 4);
    expect(hopHours[A]).toBeCloseTo((48 * 5 * 0.75) / 0.9 / 60, 4);
  });
});

describe("visits", () => {
  it("come from a column, blanks asking for the usual", () => {
    const plan = twelveAccounts();
    const visits = { kind: "column", column: "revenue" } as const;
    const blanked = applyPatch(plan, editCells(plan, "accounts", "revenue", [1], [null]));
    const counted = visitPlan(withWorkload(blanked, { ...TWELVE_WORKLOAD, visits }));
    expect([...counted.visits.slice(0, 3)]).toEqual([100, 2, 300]);
    expect([...counted.hours.slice(0, 3)]).toEqual([50, 1, 150]);
  });

  it("come from segments, the first that an account meets", () => {
    const segment = (id: string, from: number) => ({
      id,
      name: id,
      color: "#000000",
      condition: {
        match: "all" as const,
        tests: [{ column: "revenue", test: { kind: "range" as const, from, to: null } }],
      },
    });
    const plan = twelveAccounts();
    const segmentation = { id: "size", name: "Size", segments: [segment("huge", 1100), segment("big", 900)] };
    const segmented = applyPatch(plan, setPlanningRecord(plan, "segmentations", "size", segmentation, ""));
    const rows = [
      { key: "huge", visits: 10, minutes: 90 },
      { key: "big", visits: 5, minutes: null },
    ];
    const visits = { kind: "segments", segmentation: "size", rows } as const;
    const counted = visitPlan(withWorkload(segmented, { ...TWELVE_WORKLOAD, visits }));
    expect([...counted.visits.slice(6)]).toEqual([2, 2, 5, 5, 10, 10]);
    expect([...counted.hours.slice(8)]).toEqual([2.5, 2.5, 15, 15]);
  });

  it("are the same for all in a plan without a record and without a column of visits", () => {
    const plan = { ...twelveAccounts(), planning: { ...twelveAccounts().planning, workload: [] } };
    expect(workloadOf(plan)).toBe(DEFAULT_WORKLOAD);
    expect(visitPlan(plan).visits[0]).toBe(DEFAULT_WORKLOAD.otherwise);
  });
});

describe("drives", () => {
  it("go slowly at first, then fast", () => {
    const { travel } = TWELVE_WORKLOAD;
    expect(driveMinutes(0, travel)).toBe(0);
    expect(driveMinutes(20, travel)).toBeCloseTo(30, 9);
    expect(driveMinutes(100, travel)).toBeCloseTo(30 + 60, 9);
  });
  it("leave a year of selling time", () => expect(sellingHours(TWELVE_WORKLOAD.selling)).toBe(800));
  it("follow a curve that is no detour for two stops and almost a third too long for many", () => {
    expect(curveExcess(2)).toBe(1);
    expect(curveExcess(10)).toBeCloseTo(1, 2);
    expect(curveExcess(1e6)).toBeCloseTo(1.3, 4);
  });
});

describe("workload shares", () => {
  const letters = fc.array(fc.constantFrom("A", "B", "."), { minLength: 12, maxLength: 12 });

  it("sum to the hours of each territory, places known or not", () => {
    fc.assert(
      fc.property(letters, fc.nat(11), (drawn, lost) => {
        const located = twelveAccounts(drawn.join(""));
        const plan = applyPatch(located, editCells(located, "accounts", "latitude", [lost], [null]));
        const sums = new Float64Array(3);
        const { territoryOf } = alignmentAt(plan, PATH);
        for (const [row, hours] of workloadShares(plan, PATH).entries()) sums[territoryOf[row]!]! += hours;
        const { hours } = workloadOn(plan);
        for (const slot of [0, A, B]) expect(sums[slot]).toBeCloseTo(hours[slot]!, 8);
      }),
    );
  });

  it("grow with the way from home", () => {
    const shares = workloadShares(twelveAccounts(), PATH);
    // Tier A with Ann: at home, at km 10, at km 20
    expect(shares[2]! > shares[0]!).toBe(true);
    expect(shares[4]! > shares[2]!).toBe(true);
  });
});

describe("the forecast of workload", () => {
  it("is the shares where every account lies with the nearest rep", () => {
    // Ann's home is at km 0, Bob's middle beyond km 60: nobody would be nearer to the other
    const plan = twelveAccounts();
    const forecast = workloadForecast(plan, PATH);
    for (const [row, hours] of workloadShares(plan, PATH).entries()) {
      if (row !== 11) expect(forecast[row]).toBeCloseTo(hours, 8);
    }
  });
  it("takes the way from the nearer rep for an account that lies with a far one", () => {
    const plan = twelveAccounts("AAAAABBBBBBA");
    const [share, forecast] = [workloadShares(plan, PATH)[11]!, workloadForecast(plan, PATH)[11]!];
    // Two visits, four a trip: from Ann 160 km, from Bob's middle 46 2/3
    const { travel } = TWELVE_WORKLOAD;
    const spared = (4 * (driveMinutes(160, travel) - driveMinutes(160 - 680 / 6, travel))) / 4 / 60;
    expect(share - forecast).toBeCloseTo(spared, 3);
  });
});

describe("workload updated after moves", () => {
  it("agrees with workload counted from scratch", () => {
    const moves = fc.array(
      fc.record({ accounts: fc.uniqueArray(fc.nat(11), { maxLength: 5 }), to: fc.constantFrom(0, A, B) }),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(moves, (drawn) => {
        let plan = twelveAccounts();
        let live = figures(plan, PATH);
        for (const { accounts, to } of drawn) {
          const patch = assignAccounts(plan, PATH, new Set(accounts), to);
          plan = applyPatch(plan, patch);
          live = updateFigures(live, plan, patch);
        }
        const scratch = figures(plan, PATH).workload!;
        for (const key of ["visits", "visitHours", "hopHours", "haulHours", "hours"] as const) {
          for (const slot of [0, A, B]) expect(live.workload![key][slot]).toBeCloseTo(scratch[key][slot]!, 8);
        }
      }),
    );
  });

  it("notices new tiers, homes and settings", () => {
    const plan = twelveAccounts();
    const before = figures(plan, PATH);
    const edits = [
      editCells(plan, "accounts", "tier", [0, 7], ["C", null]),
      editCells(plan, "reps", "homeLatitude", [1], [1]),
      editCells(plan, "reps", "homeLongitude", [1], [10]),
      setPlanningRecord(plan, "workload", "", { ...TWELVE_WORKLOAD, minutes: 60 }, ""),
    ];
    for (const patch of edits) {
      const after = applyPatch(plan, patch);
      const updated = updateFigures(before, after, patch).workload!;
      expect([...updated.hours]).toEqual([...figures(after, PATH).workload!.hours]);
    }
  });
});
