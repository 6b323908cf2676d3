import { describe, expect, it } from "vitest";
import { exportAlignment } from "../../../src/files/export/alignment-csv";
import { PLAIN_DIALECT } from "../../../src/files/export/csv";
import { escapedCells } from "../../../src/files/export/escaped-cells";
import type { CsvDialect } from "../../../src/files/export/export-job";
import { exportTerritories } from "../../../src/files/export/territories-csv";
import { textColumn } from "../../../src/model/sample/column-makers";
import { PATH, smallPlan } from "../../helpers/small-plan";

const EXACT: CsvDialect = { ...PLAIN_DIALECT, formulas: "exact" };

/** Three accounts with phone numbers, and a note whose header itself is a formula. */
function planWithPhones() {
  const plan = smallPlan("AB.", [-5, 10, 10]);
  const { accounts } = plan.tables;
  const phones = textColumn("phone", "Phone", null, [
    "+1 (617) 555-0000",
    "617 555 0000",
    "+44 20 7946 0000",
  ]);
  const notes = textColumn("note", "=Note", null, ["=1+1", "", "a=b"]);
  const columns = [...accounts.columns, phones, notes];
  return { ...plan, tables: { ...plan.tables, accounts: { ...accounts, columns } } };
}

describe("an export of accounts", () => {
  it("escapes what could run for a spreadsheet, and says how often", () => {
    const plan = planWithPhones();
    const csv = exportAlignment(plan, PATH);
    expect(csv).toContain("'+1 (617) 555-0000");
    expect(csv).toContain("'=Note");
    const apostrophes = csv.split("'").length - 1;
    expect(apostrophes).toBe(4);
    expect(escapedCells(plan, { kind: "accounts", path: PATH, rows: null, dialect: EXACT })).toBe(
      apostrophes,
    );
  });

  it("leaves every value as it is for other programs", () => {
    const csv = exportAlignment(planWithPhones(), PATH, { dialect: EXACT });
    expect(csv).not.toContain("'");
    for (const text of ["+1 (617) 555-0000", "+44 20 7946 0000", "=1+1", "=Note"])
      expect(csv).toContain(text);
  });

  it("counts only the rows that are exported", () => {
    const request = {
      kind: "accounts",
      path: PATH,
      rows: Uint32Array.of(1),
      dialect: PLAIN_DIALECT,
    } as const;
    expect(escapedCells(planWithPhones(), request)).toBe(1);
  });
});

describe("an export of territories", () => {
  const cells = (csv: string) =>
    csv
      .trimEnd()
      .split("\r\n")
      .map((line) => line.split(","));

  it("has a row for the accounts without a territory, so that the sums are whole", () => {
    const [header, ...rows] = cells(exportTerritories(smallPlan("AB.", [10, 20, 5]), PATH));
    const sum = (name: string) => {
      const at = header!.indexOf(name);
      return rows.reduce((total, row) => total + Number(row[at]), 0);
    };
    expect(rows.at(-1)?.[0]).toBe("Unassigned");
    expect(rows.at(-1)?.slice(header!.indexOf("Revenue target"))).toEqual(["", "", ""]);
    expect(sum("Accounts")).toBe(3);
    expect(sum("Revenue total")).toBe(35);
  });

  it("has none where every account has one", () => {
    expect(cells(exportTerritories(smallPlan("AB"), PATH)).map((row) => row[0])).not.toContain("Unassigned");
  });

  it("escapes names of territories and measures alike, and counts them", () => {
    const plan = smallPlan("AB");
    const measures = plan.measures.map((measure) => ({ ...measure, name: `=${measure.name}` }));
    const named = { ...plan, measures };
    const csv = exportTerritories(named, PATH);
    const count = escapedCells(named, { kind: "territories", path: PATH, dialect: PLAIN_DIALECT });
    expect(count).toBe(8);
    expect(csv.split("'").length - 1).toBe(count);
    expect(exportTerritories(named, PATH, EXACT)).not.toContain("'");
  });
});
