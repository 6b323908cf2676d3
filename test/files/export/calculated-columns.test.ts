import { describe, expect, it } from "vitest";
import { exportAlignment } from "../../../src/files/export/alignment-csv";
import { applyPatch } from "../../../src/model/apply-patch";
import { assignAccounts } from "../../../src/model/edits/assign-accounts";
import { saveDerivedColumn } from "../../../src/model/edits/derived-column-edits";
import { setScenario } from "../../../src/model/edits/plan-records";
import type { DerivedColumn } from "../../../src/model/planning/derived-column";
import { formula, planWithColumns } from "../../helpers/formula-plan";
import { B, PATH } from "../../helpers/small-plan";

const plan = planWithColumns("AAB", {
  Name: ["text", ["Acme", "=HYPERLINK(1)", "Cove"]],
  Revenue: ["currency", [100, 0, -2.5]],
});

function exported(...columns: readonly DerivedColumn[]): string[][] {
  let given = applyPatch(
    plan,
    setScenario(plan, "other", { ...plan.scenarios[0]!, id: "other", name: "Other" }),
  );
  given = applyPatch(given, assignAccounts(given, { ...PATH, scenario: "other" }, new Set([0]), B));
  for (const column of columns) given = applyPatch(given, saveDerivedColumn(given, column));
  return exportAlignment(given, PATH)
    .trim()
    .split("\r\n")
    .map((line) => line.split(",").slice(4));
}

describe("calculated columns in an export", () => {
  it("have their values behind all others; what cannot be calculated is blank, and texts that might run are escaped", () => {
    const rows = exported(
      formula("Double", "=[Revenue] * 2"),
      formula("Per", "=100 / [Revenue]"),
      formula("Sum", "=TERRITORY_SUM([Revenue])"),
      formula("Copy", "=[Name]", { type: "text" }),
      formula("Risk", '="+cmd" & "|x"', { type: "text" }),
      formula("=Broken", "=[Nothing]"),
    );
    expect(rows).toEqual([
      ["Double", "Per", "Sum", "Copy", "Risk"],
      ["200", "1", "100", "Acme", "'+cmd|x"],
      ["0", "", "100", "'=HYPERLINK(1)", "'+cmd|x"],
      ["-5", "-40", "-2.5", "Cove", "'+cmd|x"],
    ]);
  });

  it("say where another scenario has the account, and what changes", () => {
    const change = { kind: "measure-change", measure: "count", from: "current", to: "other" } as const;
    const rows = exported(
      {
        id: "t",
        table: "accounts",
        header: "There",
        source: { kind: "scenario-territory", scenario: "other" },
      },
      { id: "c", table: "accounts", header: "Change", source: change },
      { id: "g", table: "accounts", header: "Gone", source: { kind: "scenario-territory", scenario: "no" } },
    );
    expect(rows).toEqual([
      ["There", "Change"],
      ["B", "-1"],
      ["A", "-1"],
      ["B", "1"],
    ]);
  });
});
