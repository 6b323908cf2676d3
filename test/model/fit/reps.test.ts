import { describe, expect, it } from "vitest";
import { applyPatch } from "../../../src/model/apply-patch";
import { assignReps } from "../../../src/model/edits/assign-reps";
import { fitModel } from "../../../src/model/fit/fit-model";
import { isCovered, leadPairings } from "../../../src/model/fit/lead-pairing";
import { isAwayOn, rampedOn, repCoverages } from "../../../src/model/fit/rep-coverage";
import { repProfiles } from "../../../src/model/fit/rep-profile";
import { proposalFit, proposeReps } from "../../../src/model/fit/rep-proposal";
import { fitMatrix } from "../../../src/model/fit/territory-fit";
import { invertPatch } from "../../../src/model/patch";
import { alignmentAt, type Plan } from "../../../src/model/plan";
import { A, B, PATH } from "../../helpers/small-plan";
import { fitPlan, NEUTRAL } from "./fit-plan";

const pairings = (plan: Plan) => leadPairings(repProfiles(plan.tables.reps), alignmentAt(plan, PATH));

describe("juniors and their leads", () => {
  it("lists what a junior covers and the lead does not", () => {
    const plan = fitPlan("AB", {
      reps: {
        lead: ["Bob", null],
        language: ["English; Spanish", "english"],
        industry: ["Retail; Energy", "Energy"],
        region: ["West", "East; West"],
      },
    });
    const [pairing] = pairings(plan);
    expect(pairing).toEqual({
      junior: 1,
      leadName: "Bob",
      lead: 2,
      languages: ["Spanish"],
      industries: ["Retail"],
      regions: [],
      unknown: [],
    });
    expect(isCovered(pairing!)).toBe(false);
  });
  it("takes the manager of a junior where nobody is named, and says what could not be checked", () => {
    const plan = fitPlan("AB", {
      reps: { seniority: ["Junior", "Senior"], manager: ["bob", "Ann"], industry: ["Retail", null] },
    });
    expect(pairings(plan)).toEqual([
      {
        junior: 1,
        leadName: "bob",
        lead: 2,
        languages: [],
        industries: [],
        regions: [],
        unknown: ["industries"],
      },
    ]);
  });
  it("finds no lead who is not a rep, or the junior's own", () => {
    const plan = fitPlan("AB", { reps: { lead: ["Zoe", "Bob"] } });
    expect(pairings(plan).map(({ lead }) => lead)).toEqual([null, null]);
    expect(pairings(plan).some(isCovered)).toBe(false);
  });
  it("takes regions from the groups above the territories where the table names none", () => {
    const plan = fitPlan("AB", { reps: { lead: ["Bob", null] } });
    const alignment = alignmentAt(plan, PATH);
    const groups = [
      { id: "w", name: "West", parent: null },
      { id: "e", name: "East", parent: null },
    ];
    const territories = alignment.territories.map(
      (territory, slot) => territory && { ...territory, group: [null, "w", "e"][slot]! },
    );
    const [pairing] = leadPairings(repProfiles(plan.tables.reps), { ...alignment, groups, territories });
    expect(pairing?.regions).toEqual(["West"]);
  });
});

describe("what reps can carry", () => {
  it("is capacity by availability and ramp, and nothing while away", () => {
    const plan = fitPlan(
      "AAB.",
      {
        reps: {
          capacity: [50, 40, 30],
          availability: [0.8, null, 1],
          // 1,000 is today; a ramp of six months, half over.
          since: [1_000 - 3 * 30.4375, null, 0],
          ramp: [6, null, null],
          awayFrom: [null, null, 990],
          awayTo: [null, null, 1_000],
        },
      },
      NEUTRAL,
    );
    const coverages = repCoverages(plan, alignmentAt(plan, PATH));
    expect(coverages.map(({ accounts, slots }) => [accounts, slots])).toEqual([
      [2, [A]],
      [1, [B]],
      [0, []],
    ]);
    expect(coverages.map(({ room }) => Math.round(room))).toEqual([20, 40, 0]);
    expect(coverages.map(({ isAway }) => isAway)).toEqual([false, false, true]);
  });
  it("counts the last day away as away, and takes a missing end as open", () => {
    const away = (awayFrom: number, awayTo: number) => (day: number) =>
      isAwayOn({ awayFrom, awayTo } as Parameters<typeof isAwayOn>[0], day);
    expect([9, 10, 12, 12.5, 13].map(away(10, 12))).toEqual([false, true, true, true, false]);
    expect([9, 99].map(away(10, Number.NaN))).toEqual([false, true]);
    expect([9, 99].map(away(Number.NaN, 10))).toEqual([true, false]);
    expect([9, 99].map(away(Number.NaN, Number.NaN))).toEqual([false, false]);
  });
  it("ramps from nothing to everything, and stays there", () => {
    const rep = { since: 0, rampMonths: 2 } as Parameters<typeof rampedOn>[0];
    expect([-5, 0, 30.4375, 60.875, 999].map((day) => rampedOn(rep, day))).toEqual([0, 0, 0.5, 1, 1]);
  });
});

describe("the proposal", () => {
  // Ann speaks Spanish, Bob English; A's accounts want English, B's Spanish: they should change places.
  const cells = {
    accounts: { language: ["English", "English", "Spanish", "Spanish"], potential: [1, 1, 3, 1] },
    reps: { language: ["Spanish", "English"], capacity: [1, 9] },
  };
  const weights = { language: 1, industry: 0, relationship: 0, seniority: 0, distance: 0, skills: 0 };
  const plan = fitPlan("AABB", cells, { weights });
  const alignment = alignmentAt(plan, PATH);
  const model = fitModel(plan, PATH);
  const propose = (fields: Partial<Parameters<typeof proposeReps>[4]> = {}) =>
    proposeReps(plan, model, alignment, fitMatrix(model, alignment, Float64Array.of(1, 1, 3, 1)), {
      locks: new Map(),
      seats: null,
      countCapacity: false,
      ...fields,
    });

  it("counts a territory of average worth with the points of its fit", () => {
    const proposal = propose();
    expect([...proposal.before]).toEqual([0, 1]);
    expect([...proposal.assignment.repOf]).toEqual([1, 0]);
    // Worth 2 and 4, so 2/3 and 4/3 of the mean.
    expect(proposal.totalBefore).toBe(0);
    expect(proposal.assignment.total).toBeCloseTo(200, 9);
    expect([proposalFit(proposal, 0, 1), proposalFit(proposal, 0, 0), proposalFit(proposal, 0, -1)]).toEqual([
      100,
      0,
      Number.NaN,
    ]);
  });
  it("says what locks cost", () => {
    const proposal = propose({ locks: new Map([[A, 0]]) });
    expect([...proposal.assignment.repOf]).toEqual([0, 1]);
    expect(propose().assignment.total - proposal.assignment.total).toBeCloseTo(200, 9);
  });
  it("counts what lies beyond a rep's capacity as not looked after", () => {
    const proposal = propose({ countCapacity: true });
    // Ann can carry one of B's two accounts.
    expect(proposal.assignment.total).toBeCloseTo(100 * (2 / 3) + 50 * (4 / 3), 9);
  });
});

describe("assigning reps", () => {
  const plan = fitPlan("AB", {});
  const reps = (of: Plan) => alignmentAt(of, PATH).territories.map((territory) => territory?.coverage);

  it("changes who covers what, keeps the locks, and goes back in one step", () => {
    const patch = assignReps(
      plan,
      PATH,
      new Map([
        [A, 2],
        [B, 1],
      ]),
      new Map([[A, 2]]),
    );
    expect(patch.label).toBe("Assign reps to 2 territories");
    const after = applyPatch(plan, patch);
    expect(reps(after)).toEqual([[], [{ rep: 2, role: "primary" }], [{ rep: 1, role: "primary" }]]);
    expect(after.planning.repLocks).toEqual([{ id: "territory-A", rep: 2 }]);
    const back = applyPatch(after, invertPatch(patch));
    expect(reps(back)).toEqual(reps(plan));
    expect(back.planning.repLocks).toEqual([]);
  });
  it("leaves further roles, takes locks off and changes them, and leaves those of other territories", () => {
    const shared = { rep: 2, role: "overlay" };
    const more = applyPatch(plan, {
      ...assignReps(
        plan,
        PATH,
        new Map(),
        new Map([
          [A, 1],
          [B, 2],
        ]),
      ),
    });
    const foreign = { id: "elsewhere", rep: 1 };
    const known = { ...more, planning: { ...more.planning, repLocks: [foreign, ...more.planning.repLocks] } };
    const alignment = alignmentAt(known, PATH);
    const territories = alignment.territories.map(
      (territory, slot) =>
        territory && (slot === A ? { ...territory, coverage: [...territory.coverage, shared] } : territory),
    );
    const scenarios = known.scenarios.map((scenario) => ({
      ...scenario,
      alignments: { [PATH.layer]: { ...alignment, territories } },
    }));
    const before = { ...known, scenarios };
    const patch = assignReps(
      before,
      PATH,
      new Map([
        [A, 1],
        [B, null],
      ]),
      new Map([[A, 2]]),
    );
    const after = applyPatch(before, patch);
    expect(reps(after)).toEqual([[], [{ rep: 1, role: "primary" }, shared], []]);
    expect(after.planning.repLocks).toEqual([foreign, { id: "territory-A", rep: 2 }]);
    expect(applyPatch(after, invertPatch(patch)).planning.repLocks).toEqual(before.planning.repLocks);
  });
  it("is empty where nothing changes", () =>
    expect(assignReps(plan, PATH, new Map([[A, 1]]), new Map()).changes).toEqual([]));
});
