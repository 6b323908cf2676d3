import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellNumber } from "../../../src/model/cells";
import { accountSizes, UNKNOWN_SIZE } from "../../../src/model/fit/account-size";
import { dealOutcome } from "../../../src/model/fit/deal-outcome";
import { bestReps, explainFit } from "../../../src/model/fit/explain-fit";
import { fitModel, fitOf } from "../../../src/model/fit/fit-model";
import { languageKey } from "../../../src/model/fit/language-name";
import { relationshipMultiples, relationshipStrength, strengthOf } from "../../../src/model/fit/relationship";
import { seniorityLevel, seniorityValue } from "../../../src/model/fit/seniority-level";
import { accountFits, fitMatrix, meanFit, territoryFits } from "../../../src/model/fit/territory-fit";
import { textList } from "../../../src/model/fit/text-list";
import { alignmentAt, type Plan } from "../../../src/model/plan";
import { FIT_FACTORS, type FitFactor } from "../../../src/model/planning/fit-settings";
import { columnByRole } from "../../../src/model/table";
import { A, B, PATH } from "../../helpers/small-plan";
import { fitPlan, NEUTRAL, tableBy } from "./fit-plan";

const [ANN, BOB, CID] = [0, 1, 2];
const only = (factor: FitFactor) => ({
  weights: Object.fromEntries(FIT_FACTORS.map((each) => [each, each === factor ? 1 : 0])) as Record<
    FitFactor,
    number
  >,
});
const fitIn = (plan: Plan, rep: number, account: number) => fitOf(fitModel(plan, PATH), rep, account);
const part = (plan: Plan, rep: number, account: number, factor: FitFactor) =>
  explainFit(fitModel(plan, PATH), rep, account).factors.find((candidate) => candidate.factor === factor);

/** Equal to nine digits, or both blank. */
function expectSame(a: number, b: number): void {
  if (Number.isNaN(b)) expect(a).toBeNaN();
  else expect(a).toBeCloseTo(b, 9);
}

describe("lists in a cell", () => {
  it.each([
    ["English; Spanish", ["English", "Spanish"]],
    ["English, Spanish", ["English", "Spanish"]],
    ["Oil, gas; Retail", ["Oil, gas", "Retail"]],
    [" ; ", []],
  ])("%j", (text, entries) => expect(textList(text)).toEqual(entries));
});

describe("language", () => {
  const plan = fitPlan(
    "AAAA",
    {
      accounts: { language: ["Spanish", "es-MX", "French; Dutch", null] },
      reps: { language: ["English; Español", "nl", null] },
    },
    only("language"),
  );
  it("counts 100 for a rep who speaks one of the account's, however it is written", () => {
    expect([fitIn(plan, ANN, 0), fitIn(plan, ANN, 1), fitIn(plan, ANN, 2)]).toEqual([100, 100, 0]);
    expect([fitIn(plan, BOB, 0), fitIn(plan, BOB, 2)]).toEqual([0, 100]);
    expect(part(plan, BOB, 2, "language")?.reason).toEqual({
      kind: "language",
      wanted: ["French", "Dutch"],
      shared: ["Dutch"],
    });
  });
  it("is left out where either side is blank", () => {
    expect([fitIn(plan, ANN, 3), fitIn(plan, CID, 0)]).toEqual([Number.NaN, Number.NaN]);
    const model = fitModel(plan, PATH);
    expect(explainFit(model, ANN, 3).leftOut).toContainEqual({ factor: "language", why: "account" });
    expect(explainFit(model, CID, 0).leftOut).toContainEqual({ factor: "language", why: "rep" });
  });
  it.each([
    ["Deutsch", "German"],
    ["français", "fr"],
    ["EN", "English (US)"],
  ])("%s is %s", (a, b) => expect(languageKey(a)).toBe(languageKey(b)));
  it("keeps unknown languages apart", () => expect(languageKey("Klingon")).not.toBe(languageKey("Elvish")));
});

describe("industry", () => {
  // Of ten accounts with an industry four are in Retail. Ann has six, three of them Retail; Bob has four, one of them Retail.
  const industry = [
    "Retail",
    "Retail",
    "Retail",
    "Energy",
    "Energy",
    "Energy",
    "retail",
    "Energy",
    "Energy",
    "Energy",
  ];
  const base = { accounts: { industry, key: industry.map((_, row) => `K${row}`) } };

  it("compares the rep's accounts with the market's", () => {
    const plan = fitPlan("AAAAAABBBB", base, only("industry"));
    // Ann: (3 + 0.4 × 5) ÷ (6 + 5) = 5/11 beside 0.4. Bob: (1 + 2) ÷ 9 = 1/3 beside 0.4.
    expect(fitIn(plan, ANN, 0)).toBeCloseTo((100 * (5 / 11)) / (5 / 11 + 0.4), 10);
    expect(fitIn(plan, BOB, 0)).toBeCloseTo((100 * (1 / 3)) / (1 / 3 + 0.4), 10);
    expect(part(plan, ANN, 0, "industry")?.reason).toMatchObject({
      industry: "Retail",
      listed: null,
      accounts: 3,
      repAccounts: 6,
      marketShare: 0.4,
      closed: 0,
    });
  });
  it("weighs the rep's own word, accounts and closed deals 2 : 1 : 1", () => {
    const plan = fitPlan(
      "AAAAAABBBB",
      {
        ...base,
        reps: { industry: ["Retail; Logistics", "Logistics"] },
        deals: {
          account: ["K0", "K1", "K2", "K3", "K0", "K9"],
          stage: ["Closed Won", "Won", "Closed lost", "Closed lost", "Negotiation", "Closed Won"],
          owner: ["Ann", null, "ann", "Ann", "Ann", "Bob"],
        },
      },
      only("industry"),
    );
    // Won everywhere: 3 of 5 closed. Ann in Retail: 2 of 3, so (2 + 0.6 × 4) ÷ (3 + 4) = 4.4/7.
    const success = 4.4 / 7 / (4.4 / 7 + 0.6);
    const experience = 5 / 11 / (5 / 11 + 0.4);
    expect(fitIn(plan, ANN, 0)).toBeCloseTo((100 * (2 + experience + success)) / 4, 10);
    // Bob closed nothing in Retail, and does not name it.
    expect(fitIn(plan, BOB, 0)).toBeCloseTo((100 * (1 / 3 / (1 / 3 + 0.4))) / 3, 10);
    expect(part(plan, ANN, 0, "industry")?.reason).toMatchObject({
      listed: true,
      closed: 3,
      won: 2,
      winRate: 0.6,
    });
  });
  it("takes names with commas as a whole too", () => {
    const plan = fitPlan(
      "A",
      {
        accounts: { industry: ["Oil, gas & coal"] },
        reps: { industry: ["Oil, gas & coal", "Oil; gas & coal"] },
      },
      only("industry"),
    );
    expect(part(plan, ANN, 0, "industry")?.reason).toMatchObject({ listed: true });
    expect(part(plan, BOB, 0, "industry")?.reason).toMatchObject({ listed: false });
  });
  it("counts 0 where the rep has accounts, but none in it", () => {
    const plan = fitPlan("AB", { accounts: { industry: ["Retail", "Energy"] } }, only("industry"));
    expect([fitIn(plan, ANN, 1), fitIn(plan, BOB, 0)]).toEqual([0, 0]);
  });
  it.each([
    ["Closed Won", "won"],
    ["Gewonnen", "won"],
    ["Closed - Lost", "lost"],
    ["Wonder phase", "open"],
    ["", "open"],
  ])("takes the stage %j as %s", (stage, outcome) => expect(dealOutcome(stage)).toBe(outcome));
});

describe("relationship", () => {
  // Day 1,000 is today; 730.5 days are two years.
  const plan = fitPlan(
    "AAAAB.",
    {
      accounts: {
        since: [269.5, 269.5, null, null, 1_000, 269.5],
        lastActivity: [1_000, 900, 900, null, 2_000, 1_000],
      },
    },
    only("relationship"),
  );
  it("grows with tenure and halves with every half-life without activity", () => {
    const strength = [...relationshipStrength(plan, PATH)];
    // Two years of two: built 0.5, so 0.75; 100 days idle: half of that; tenure unknown: what is left alone; new today.
    expect(strength).toEqual([0.75, 0.375, 0.5, Number.NaN, 0.5, Number.NaN]);
    expect([...relationshipMultiples(Float64Array.of(0, 0.5, 1, Number.NaN))]).toEqual([0.25, 1, 1.75, 1]);
  });
  it("counts for the rep who has the account, and against all others", () => {
    expect([fitIn(plan, ANN, 0), fitIn(plan, BOB, 0), fitIn(plan, BOB, 4)]).toEqual([75, 0, 50]);
    expect(part(plan, BOB, 0, "relationship")?.reason).toMatchObject({
      keeper: 1,
      isOwn: false,
      years: 2,
      idleDays: 0,
    });
  });
  it("is left out where nobody had the account, or nothing is known of it", () =>
    expect([fitIn(plan, ANN, 3), fitIn(plan, ANN, 5)]).toEqual([Number.NaN, Number.NaN]));
  it("counts tenure from when the account was made where nothing better is known", () => {
    const older = fitPlan("AA", { accounts: { since: [null, 269.5], created: [269.5, 0] } }, NEUTRAL);
    expect([...relationshipStrength(older, PATH)]).toEqual([0.5, 0.5]);
  });
  it("is never stronger for longer silence, nor weaker for longer tenure, and stays within 0–1", () =>
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 60, noNaN: true }),
        fc.double({ min: 0, max: 5_000, noNaN: true }),
        fc.double({ min: 0, max: 500, noNaN: true }),
        (years, idle, more) => {
          const strength = strengthOf(years, idle, NEUTRAL);
          expect(strength).toBeGreaterThanOrEqual(0);
          expect(strength).toBeLessThanOrEqual(1);
          expect(strengthOf(years + more, idle, NEUTRAL)).toBeGreaterThanOrEqual(strength);
          expect(strengthOf(years, idle + more, NEUTRAL)).toBeLessThanOrEqual(strength);
        },
      ),
    ));
});

describe("seniority against size", () => {
  it.each([
    ["Junior", 0],
    ["Senior Account Executive", 2],
    ["Sr. Rep", 2],
    ["Mid-level", 1],
    ["Team lead", 3],
    ["Account executive", 1],
    ["L4", 3],
    ["2", 1],
    ["Wizard", null],
    ["", null],
  ])("%j is level %j", (text, level) => expect(seniorityLevel(text)).toBe(level));
  it("loses half for each level missing, and a little for each too many", () => {
    expect([0, 1, 2].map((size) => seniorityValue(0, size as 0 | 1 | 2))).toEqual([1, 0.5, 0]);
    expect([0, 1, 2].map((size) => seniorityValue(3, size as 0 | 1 | 2))).toEqual([0.55, 0.7, 0.85]);
  });
  it("calls accounts large by employees, else by the largest twentieth of what they are worth", () => {
    const people = tableBy({ employees: [99, 100, 1_000, null], revenue: [1, 2, 3, 4] }, 4, 1);
    expect([...accountSizes(people).of]).toEqual([0, 1, 2, UNKNOWN_SIZE]);
    const revenue = Array.from({ length: 100 }, (_, row) => row + 1);
    const { of, role } = accountSizes(tableBy({ revenue }, 100, 1));
    expect(role).toBe("revenue");
    expect([0, 1, 2].map((size) => of.filter((value) => value === size).length)).toEqual([70, 25, 5]);
  });
});

describe("distance", () => {
  // Along a meridian a degree is 111.195 km.
  const plan = fitPlan(
    "AAA",
    {
      accounts: { latitude: [40, 40 + 100 / 111.195, null], longitude: [0, 0, 0] },
      reps: { latitude: [40, null], longitude: [0, null] },
    },
    only("distance"),
  );
  it("counts half at the distance that is half", () => {
    expect(fitIn(plan, ANN, 0)).toBe(100);
    expect(fitIn(plan, ANN, 1)).toBeCloseTo(50, 2);
    const reason = part(plan, ANN, 1, "distance")?.reason;
    expect(reason?.kind === "distance" && reason.km).toBeCloseTo(100, 2);
  });
  it("is left out where home or account has no place", () =>
    expect([fitIn(plan, ANN, 2), fitIn(plan, BOB, 0)]).toEqual([Number.NaN, Number.NaN]));
});

describe("skills", () => {
  it("counts the share of what is needed that the rep has", () => {
    const plan = fitPlan(
      "AAA",
      { accounts: { skills: ["Cloud; Security", "cloud", null] }, reps: { skills: ["Cloud", null] } },
      only("skills"),
    );
    expect([fitIn(plan, ANN, 0), fitIn(plan, ANN, 1), fitIn(plan, ANN, 2), fitIn(plan, BOB, 0)]).toEqual([
      50,
      100,
      Number.NaN,
      Number.NaN,
    ]);
    expect(part(plan, ANN, 0, "skills")?.reason).toEqual({
      kind: "skills",
      needed: ["Cloud", "Security"],
      missing: ["Security"],
    });
  });
});

/** Two reps, letters of accounts, and cells that are blank now and then. */
const arbitraryPlan = fc
  .array(
    fc.record({
      letter: fc.constantFrom("A", "B", "."),
      language: fc.constantFrom("English", "Spanish", null),
      industry: fc.constantFrom("Retail", "Energy", null),
      employees: fc.option(fc.integer({ min: 1, max: 5_000 })),
      skills: fc.constantFrom("Cloud; Security", "Cloud", null),
      latitude: fc.option(fc.double({ min: -60, max: 60, noNaN: true })),
      lastActivity: fc.option(fc.integer({ min: 0, max: 1_200 })),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .chain((rows) =>
    fc.record({
      rows: fc.constant(rows),
      weights: fc.record(
        Object.fromEntries(FIT_FACTORS.map((factor) => [factor, fc.constantFrom(0, 1, 2.5, 4)])) as Record<
          FitFactor,
          fc.Arbitrary<number>
        >,
      ),
    }),
  )
  .map(({ rows, weights }) =>
    fitPlan(
      rows.map(({ letter }) => letter).join(""),
      {
        accounts: {
          language: rows.map(({ language }) => language),
          industry: rows.map(({ industry }) => industry),
          employees: rows.map(({ employees }) => employees),
          skills: rows.map(({ skills }) => skills),
          latitude: rows.map(({ latitude }) => latitude),
          longitude: rows.map(() => 0),
          lastActivity: rows.map(({ lastActivity }) => lastActivity),
        },
        reps: {
          language: ["English", "Spanish; English", null],
          industry: ["Retail", null, "Energy"],
          seniority: ["Junior", "Senior", "?"],
          skills: [null, "Cloud", "Security; Cloud"],
          latitude: [10, -20, null],
          longitude: [0, 0, null],
        },
      },
      { weights },
    ),
  );

describe("fit", () => {
  it("lies within 0 and 100, is the sum of its parts, and counts only what both sides know", () =>
    fc.assert(
      fc.property(arbitraryPlan, (plan) => {
        const model = fitModel(plan, PATH);
        for (const rep of model.reps.keys()) {
          for (let account = 0; account < plan.tables.accounts.count; account++) {
            const { fit: value, factors, leftOut } = explainFit(model, rep, account);
            expect([...factors, ...leftOut].map(({ factor }) => factor).sort()).toEqual(
              [...FIT_FACTORS].sort(),
            );
            for (const { value: factor } of factors) {
              expect(factor).toBeGreaterThanOrEqual(0);
              expect(factor).toBeLessThanOrEqual(1);
            }
            if (factors.length === 0) expect(value).toBeNaN();
            else {
              expect(value).toBeGreaterThanOrEqual(0);
              expect(value).toBeLessThanOrEqual(100 + 1e-9);
              expect(factors.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(value, 9);
              expect(factors.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
            }
          }
        }
      }),
    ));

  it("ignores a factor without weight: its cells might as well be blank", () =>
    fc.assert(
      fc.property(
        arbitraryPlan,
        fc.constantFrom("language", "skills", "employees", "industry"),
        (plan, role) => {
          const factor = role === "employees" ? "seniority" : (role as FitFactor);
          const settings = plan.planning.fit[0]!;
          const fitAs = {
            ...plan.planning,
            fit: [{ ...settings, weights: { ...settings.weights, [factor]: 0 } }],
          };
          const { accounts } = plan.tables;
          const columns = accounts.columns.filter((column) => column.role !== role);
          const without = {
            ...plan,
            planning: fitAs,
            tables: { ...plan.tables, accounts: { ...accounts, columns } },
          };
          const ignored = fitModel({ ...plan, planning: fitAs }, PATH);
          const figures = (of: typeof ignored) =>
            of.reps.map((_, rep) => Array.from({ length: accounts.count }, (_, row) => fitOf(of, rep, row)));
          expect(figures(ignored)).toEqual(figures(fitModel(without, PATH)));
        },
      ),
    ));

  it("moves toward a factor's value as its weight grows", () =>
    fc.assert(
      fc.property(arbitraryPlan, fc.constantFrom(...FIT_FACTORS), (plan, factor) => {
        const settings = plan.planning.fit[0]!;
        const heavier = {
          ...settings,
          weights: { ...settings.weights, [factor]: settings.weights[factor] + 3 },
        };
        const more = fitModel({ ...plan, planning: { ...plan.planning, fit: [heavier] } }, PATH);
        const found = explainFit(more, BOB, 0).factors.find((candidate) => candidate.factor === factor);
        const before = fitIn(plan, BOB, 0);
        if (!found || Number.isNaN(before)) return;
        const target = 100 * found.value;
        expect(Math.abs(fitOf(more, BOB, 0) - target)).toBeLessThanOrEqual(Math.abs(before - target) + 1e-9);
      }),
    ));

  it("is the same counted by classes and pair by pair", () =>
    fc.assert(
      fc.property(arbitraryPlan, (plan) => {
        const model = fitModel(plan, PATH);
        const alignment = alignmentAt(plan, PATH);
        const worth = Float64Array.from(alignment.territoryOf, (_, row) => row + 1);
        const { fit: matrix } = fitMatrix(model, alignment, worth);
        const mean = (slot: number, rep: number) => {
          const rows = [...alignment.territoryOf.keys()].filter(
            (row) => alignment.territoryOf[row] === slot && !Number.isNaN(fitOf(model, rep, row)),
          );
          const sum = rows.reduce((total, row) => total + worth[row]! * fitOf(model, rep, row), 0);
          return sum / rows.reduce((total, row) => total + worth[row]!, 0);
        };
        for (const slot of [0, A, B]) {
          for (const rep of model.reps.keys()) {
            expectSame(matrix[slot * model.reps.length + rep]!, mean(slot, rep));
          }
        }
        const own = accountFits(model, alignment);
        const byTerritory = territoryFits(own, alignment, worth);
        expectSame(byTerritory[A]!, mean(A, ANN));
        expectSame(byTerritory[B]!, mean(B, BOB));
        expect(byTerritory[0]).toBeNaN();
        const known = [A, B].flatMap((slot) =>
          [...own.keys()].filter((row) => alignment.territoryOf[row] === slot && !Number.isNaN(own[row]!)),
        );
        const all =
          known.reduce((sum, row) => sum + worth[row]! * own[row]!, 0) /
          known.reduce((sum, row) => sum + worth[row]!, 0);
        expectSame(meanFit(own, worth), all);
      }),
    ));

  it("names the best reps, best first", () =>
    fc.assert(
      fc.property(arbitraryPlan, (plan) => {
        const model = fitModel(plan, PATH);
        const best = bestReps(model, 0, 3);
        expect(best.map((ranked) => ranked.fit)).toEqual(
          best.map((ranked) => ranked.fit).toSorted((a, b) => b - a),
        );
        for (const ranked of best) expect(ranked.fit).toBe(fitOf(model, ranked.rep, 0));
      }),
    ));

  it("says how large the account is that seniority was held against", () => {
    const plan = fitPlan(
      "A",
      { accounts: { employees: [2_500] }, reps: { seniority: ["Junior", "Senior"] } },
      NEUTRAL,
    );
    expect(part(plan, ANN, 0, "seniority")?.reason).toEqual({
      kind: "seniority",
      seniority: "Junior",
      size: 2,
      by: "employees",
      number: cellNumber(columnByRole(plan.tables.accounts, "employees")!, 0),
    });
  });
});
