import { describe, expect, it } from "vitest";
import { territorySlots } from "../../../src/model/alignment";
import { explainFit } from "../../../src/model/fit/explain-fit";
import { fitClasses } from "../../../src/model/fit/fit-classes";
import { classFit, fitModel } from "../../../src/model/fit/fit-model";
import { isCovered, leadPairings } from "../../../src/model/fit/lead-pairing";
import { repCoverages } from "../../../src/model/fit/rep-coverage";
import { proposeReps } from "../../../src/model/fit/rep-proposal";
import { accountFits, fitMatrix, meanFit, repPositions } from "../../../src/model/fit/territory-fit";
import { liveAccounts } from "../../../src/model/metrics/figures";
import { alignmentAt } from "../../../src/model/plan";
import { FIT_FACTORS } from "../../../src/model/planning/fit-settings";
import { makeSamplePlan } from "../../../src/model/sample/sample-plan";
import { usPostalCodes } from "../sample/sample-places";

const plan = makeSamplePlan(usPostalCodes, { seed: 7, now: Date.UTC(2026, 4, 1, 15) });
const path = { scenario: plan.scenarios[0]!.id, layer: plan.layers[0]!.id };
const alignment = alignmentAt(plan, path);
const model = fitModel(plan, path);
const worth = liveAccounts(plan.tables.accounts);

describe("the sample plan's reps", () => {
  it("suit their accounts neither perfectly nor badly", () => {
    const fits = accountFits(model, alignment);
    expect(meanFit(fits, worth)).toBeGreaterThan(50);
    expect(meanFit(fits, worth)).toBeLessThan(85);
    const known = fits.filter((fit) => !Number.isNaN(fit));
    expect(Math.max(...known) - Math.min(...known)).toBeGreaterThan(40);
  });
  it("can be explained by every factor", () => {
    const slotRep = repPositions(model, alignment);
    const factors = new Set(
      Array.from({ length: 200 }, (_, row) => {
        const rep = slotRep[alignment.territoryOf[row]!]!;
        return rep < 0 ? [] : explainFit(model, rep, row).factors.map(({ factor }) => factor);
      }).flat(),
    );
    expect([...factors].sort()).toEqual([...FIT_FACTORS].sort());
  });
  it("are paired with leads, two of whom cannot stand in for all of it", () => {
    const pairings = leadPairings(model.reps, alignment);
    expect(pairings).toHaveLength(6);
    const open = pairings.filter((pairing) => !isCovered(pairing));
    expect(
      open.map(({ languages, industries, regions }) => [...languages, ...industries, ...regions]),
    ).toEqual([["Polish"], ["Urdu"]]);
  });
  it("are away, part-time and new here and there", () => {
    const coverages = repCoverages(plan, alignment);
    const names = (holds: (coverage: (typeof coverages)[number]) => boolean) =>
      coverages.filter(holds).map(({ rep }) => rep.name);
    expect(names(({ isAway }) => isAway)).toEqual(["Anders Nyberg"]);
    expect(names(({ ramped }) => ramped < 1)).toEqual(["Caleb Thornton", "Rafael Ibarra"]);
    expect(names(({ working, ramped, isAway }) => working < 1 && ramped === 1 && !isAway)).toEqual([
      "Renee Dubois",
      "Claire Moreau",
    ]);
  });
  it("could serve their territories better if some changed places", () => {
    const proposal = proposeReps(plan, model, alignment, fitMatrix(model, alignment, worth), {
      locks: new Map(),
      seats: null,
      countCapacity: false,
    });
    expect(proposal.assignment.total).toBeGreaterThan(proposal.totalBefore);
    expect(new Set(proposal.assignment.repOf).size).toBe(24);
  });
});

describe("fit for the optimizer", () => {
  const slots = territorySlots(alignment);
  const rows = Uint32Array.from({ length: 1_200 }, (_, row) => row);

  it("costs what is missing of the fit by class, distance and relationship left out", () => {
    const classes = fitClasses(model, alignment, rows, slots, 50)!;
    const slotRep = repPositions(model, alignment);
    for (const row of [0, 7, 500, 1_199]) {
      for (const [territory, slot] of slots.entries()) {
        const { points, weights } = classFit(model, slotRep[slot]!);
        const kind = model.classOf[row]!;
        expect(classes.of[row]).toBe(kind);
        const cost = classes.cost[kind * slots.length + territory]!;
        expect(cost).toBeCloseTo(50 * (1 - points[kind]! / weights[kind]!), 9);
        expect(cost).toBeGreaterThanOrEqual(0);
        expect(cost).toBeLessThanOrEqual(50);
      }
    }
  });
  it("takes the mean for a territory that has no rep yet", () => {
    const { cost } = fitClasses(model, alignment, rows, [1, null, 2], 50)!;
    expect(cost[1]).toBeCloseTo((cost[0]! + cost[2]!) / 2, 9);
  });
  it("says nothing where nothing tells territories apart", () => {
    expect(fitClasses(model, alignment, rows, [1], 50)).toBeNull();
    expect(fitClasses(model, alignment, rows, [null, null], 50)).toBeNull();
  });
});
