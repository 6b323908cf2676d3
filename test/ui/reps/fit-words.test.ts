import { describe, expect, it } from "vitest";
import type { FitPart, FitReason } from "../../../src/model/fit/explain-fit";
import type { LeadPairing } from "../../../src/model/fit/lead-pairing";
import type { RepCoverage } from "../../../src/model/fit/rep-coverage";
import {
  fitText,
  leftOutText,
  pairingText,
  pointsText,
  reasonText,
  workingTexts,
} from "../../../src/ui/reps/fit-words";
import { smallPlan } from "../../helpers/small-plan";

const plan = smallPlan("A");
const words = (reason: FitReason) => {
  const part: FitPart = { factor: reason.kind, share: 1, value: 1, points: 100, reason };
  return reasonText(plan, part, (rep) => (rep === 2 ? "Bob" : "Ann"));
};

describe("why a factor is what it is", () => {
  it("says which language is spoken, or which would have to be", () => {
    expect(words({ kind: "language", wanted: ["Spanish", "French"], shared: ["French"] })).toBe(
      "Speaks French",
    );
    expect(words({ kind: "language", wanted: ["Spanish", "French"], shared: [] })).toBe(
      "Does not speak Spanish or French",
    );
  });
  it("says what the rep has done in the industry, and what is known of it only", () => {
    const industry = {
      kind: "industry",
      industry: "Retail",
      listed: null,
      accounts: 1,
      repAccounts: 40,
      marketShare: 0.1,
      closed: 0,
      won: 0,
      winRate: Number.NaN,
    } as const;
    expect(words(industry)).toBe("1 of 40 accounts is in Retail (3 %; of all 10 %)");
    expect(words({ ...industry, listed: true, repAccounts: 0, closed: 4, won: 3, winRate: 0.25 })).toBe(
      "Retail is one of their industries; won 3 of 4 closed deals there (everyone 25 %)",
    );
  });
  it("says who has the account, how long, and when it was last touched", () => {
    const own = { kind: "relationship", keeper: 1, isOwn: true, years: 2.44, idleDays: 34.5 } as const;
    expect(words(own)).toBe("Has the account for 2.4 years; last activity 34 days ago");
    expect(words({ ...own, isOwn: false, keeper: 2, years: Number.NaN, idleDays: 1 })).toBe(
      "Bob has the account; last activity yesterday",
    );
    expect(words({ ...own, years: 0.5, idleDays: Number.NaN })).toBe("Has the account for 6 months");
  });
  it("holds seniority against size, and counts distance in the plan's unit", () => {
    const seniority = {
      kind: "seniority",
      seniority: "Junior",
      size: 2,
      by: "employees",
      number: 2_400,
    } as const;
    expect(words(seniority)).toBe("Junior for a large account (2,400 employees)");
    expect(words({ ...seniority, size: 0, by: "potential", number: 12_300 })).toBe(
      "Junior for a small account ($12.3K potential)",
    );
    expect(words({ kind: "distance", km: 12.34 })).toBe("12 km from home");
  });
  it("says which skills are missing", () => {
    const needed = ["Cloud", "Security"];
    expect(words({ kind: "skills", needed, missing: [] })).toBe("Has Cloud and Security");
    expect(words({ kind: "skills", needed, missing: ["Cloud"] })).toBe("Lacks Cloud of Cloud and Security");
    expect(words({ kind: "skills", needed, missing: needed })).toBe("Lacks Cloud and Security");
  });
  it("says what a factor would need to count", () => {
    expect(leftOutText({ factor: "distance", why: "rep" })).toBe("The rep's home is not known");
    expect(leftOutText({ factor: "skills", why: "account" })).toBe(
      "The skills that the account asks for are not known",
    );
    expect(leftOutText({ factor: "language", why: "weight" })).toBe("Language has no weight");
  });
});

describe("numbers", () => {
  it("round fit to whole points, and what it costs to tenths", () => {
    expect([fitText(70.6), fitText(Number.NaN)]).toEqual(["71", "–"]);
    expect([pointsText(plan, 4.24), pointsText(plan, -1e-9)]).toEqual(["4.2", "0.0"]);
  });
});

describe("reps", () => {
  const pairing: LeadPairing = {
    junior: 1,
    leadName: "Bob",
    lead: 2,
    languages: [],
    industries: [],
    regions: [],
    unknown: [],
  };
  it("are paired with someone who covers their reach, or not all of it", () => {
    expect(pairingText(pairing)).toBe("Paired with Bob, who covers their reach");
    expect(pairingText({ ...pairing, languages: ["Polish"], regions: ["East"] })).toBe(
      "Paired with Bob, who does not cover Polish or East",
    );
    expect(pairingText({ ...pairing, unknown: ["industries"] })).toBe(
      "Paired with Bob, who covers their reach; industries of the lead not known",
    );
    expect(pairingText({ ...pairing, lead: null })).toBe("Paired with Bob, who is not among the reps");
  });
  it("work part-time, ramp up, and are away", () => {
    const coverage = {
      rep: { availability: 0.8, awayTo: 20_000 },
      ramped: 0.65,
      isAway: true,
    } as RepCoverage;
    expect(workingTexts(plan, coverage)).toEqual([
      "works 80 %",
      "ramping up, 65 % there",
      "away until Oct 4, 2024",
    ]);
  });
});
