import { describe, expect, it } from "vitest";
import { applyPatch } from "../../../src/model/apply-patch";
import { editCells } from "../../../src/model/edits/edit-cells";
import type { Measure } from "../../../src/model/measure";
import { targetWeights } from "../../../src/model/metrics/targets";
import { alignmentAt, type Plan } from "../../../src/model/plan";
import { choiceColumns, summableColumns, textsOf, usualTest } from "../../../src/ui/measures/measure-columns";
import { measureSummary } from "../../../src/ui/measures/measure-words";
import { newMeasures } from "../../../src/ui/measures/new-measures";
import { targetReason } from "../../../src/ui/measures/target-reason";
import { A, B, PATH } from "../../helpers/small-plan";
import { twelveAccounts } from "../../helpers/twelve-accounts";

const plan = twelveAccounts();
const { accounts, units } = plan.tables;

describe("what can be measured", () => {
  it("are the columns that can be summed and are not yet, and what is worked out", () => {
    const labels = (given: Plan) => newMeasures(given).map(({ label }) => label);
    expect(labels(plan)).toEqual(["Blend of columns and points", "Customer lifetime value", "market"]);
    const bare = labels({ ...plan, measures: [] });
    expect(bare.slice(0, 3)).toEqual(["Number of accounts", "Revenue", "Workload: visits and travel"]);
  });
  it("names each blend anew", () => {
    const blend: Measure = {
      id: "b",
      name: "Blend",
      source: { kind: "blend", parts: [] },
      weight: 1,
      tolerance: 0.1,
    };
    const names = newMeasures({ ...plan, measures: [blend] }).map(({ name }) => name);
    expect(names).toContain("Blend 2");
  });
  it("leaves out places and dates", () => {
    expect(summableColumns(accounts).map(({ key }) => key)).toEqual(["revenue"]);
    expect(summableColumns(units).map(({ key }) => key)).toEqual(["market"]);
    expect(summableColumns(plan.tables.reps).map(({ key }) => key)).toEqual(["quota", "capacity", "ramp"]);
  });
  it("lists the texts of columns that have few", () => {
    const [status] = choiceColumns(accounts, "en-US");
    expect(status!.key).toBe("status");
    expect(textsOf(accounts, status!, "en-US")).toEqual([
      { text: "Lead", rows: 4 },
      { text: "Lost", rows: 2 },
      { text: "Won", rows: 6 },
    ]);
    expect(usualTest(accounts, status!, "en-US")).toEqual({ kind: "one-of", texts: [] });
    expect(usualTest(accounts, accounts.columns[1]!, "en-US").kind).toBe("range");
  });
});

describe("words about a measure", () => {
  const revenue = plan.measures[1]!;
  const reason = (given: Plan, measure: Measure, slot: number) =>
    targetReason(
      given,
      measure,
      targetWeights(measure, alignmentAt(given, PATH), given.tables.reps),
      slot,
      7800,
    );

  it("sum it up", () => {
    expect(measureSummary(plan, revenue)).toBe("Column Revenue · by share");
    const limited: Measure = {
      ...revenue,
      target: { kind: "quota" },
      typed: { "territory-A": 1 },
      capacity: { kind: "same", most: 5000 },
    };
    expect(measureSummary(plan, limited)).toBe("Column Revenue · by quota · 1 typed · limit $5,000 a rep");
    const gone: Measure = { ...revenue, source: { kind: "column", column: "gone" } };
    expect(measureSummary(plan, gone)).toContain("(column removed)");
  });
  it("say why a target is what it is", () => {
    expect(reason(plan, revenue, A)).toBe("share 100 %: 50.0 % of $7,800");
    const byQuota: Measure = { ...revenue, target: { kind: "quota" } };
    expect(reason(plan, byQuota, A)).toBe("quota $3,000 of $4,000: 75.0 % of $7,800");
    const unknown = applyPatch(plan, editCells(plan, "reps", "quota", [1], [null]));
    expect(reason(unknown, byQuota, B)).toBe("quota not known, the mean $3,000 of $6,000: 50.0 % of $7,800");
    const typed: Measure = { ...revenue, typed: { "territory-A": 800 } };
    expect(reason(plan, typed, A)).toBe("typed");
    expect(reason(plan, typed, B)).toBe("share 100 %: 100.0 % of the remaining $7,000");
    const ramp: Measure = { ...revenue, target: { kind: "ramp", from: 20_000, months: 12 } };
    expect(reason(plan, ramp, B)).toBe("share × productivity 75 %: 42.9 % of $7,800");
  });
});
