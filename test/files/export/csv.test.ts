import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeCsv } from "../../../src/files/export/csv";
import { safeFileName } from "../../../src/files/export/file-name";
import { rawText } from "../../../src/files/import/raw-table";
import { readText } from "../../../src/files/import/read-table";
import { escapeFormula, unescapeFormula } from "../../../src/model/formula-escape";

const RISKY = [
  "=1+1",
  "=cmd|'/c calc'!A1",
  "@SUM(A1)",
  "+1-555-0100",
  "-5",
  "\t=1",
  "\r=1",
  "\n=1",
  "\0=1",
  " =1",
  "＝1",
  "＋1",
  "－1",
  "＠1",
  "=1+1\nnote",
];

/** The cells of a CSV text, read by the import. */
function cellsOf(csv: string): string[][] {
  const result = readText(csv, "utf-8", { delimiter: ",", headerRow: 0 });
  if (!result.ok) throw new Error(result.refusal.title);
  const { table } = result.read;
  return Array.from({ length: table.rowCount }, (_, row) =>
    table.columns.map((_, column) => rawText(table, column, row)),
  );
}

describe("formulas", () => {
  it.each(RISKY)("%j is escaped and comes back", (text) => {
    expect(escapeFormula(text)).toBe(`'${text}`);
    expect(
      cellsOf(
        writeCsv([
          ["id", "note"],
          ["1", text],
        ]),
      ),
    ).toEqual([["1", text]]);
  });
  it.each(["O'Brien", "'tis", "a=b", "Müller & Co", "5%", "'", ""])("%j is left alone", (text) => {
    expect(escapeFormula(text)).toBe(text);
    expect(unescapeFormula(text)).toBe(text);
  });
  it("takes back exactly what it wrote, also where a text began with an apostrophe", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^['=+\-@ \t\0]{0,5}.{0,3}$/s), (text) => {
        expect(unescapeFormula(escapeFormula(text))).toBe(text);
      }),
    );
  });
});

describe("CSV", () => {
  it("quotes by RFC 4180", () => {
    expect(writeCsv([['"=1', 'a,"b', "x\ny"]])).toBe('"""=1","a,""b","x\ny"\r\n');
  });
  it("brings any text back through export and import", () => {
    const text = fc.string({
      unit: fc.oneof(
        fc.constantFrom(..."\"',;=+-@\n\r\t 'é\u202e\u200b\ufeff\ud800"),
        fc.string({ minLength: 1, maxLength: 1 }),
      ),
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 12 }), (rows) => {
        const csv = writeCsv([["id", "a", "b"], ...rows.map(([a, b], i) => [`r${i}`, a, b])]);
        expect(cellsOf(csv)).toEqual(rows.map(([a, b], i) => [`r${i}`, a, b]));
      }),
      { numRuns: 400 },
    );
  });
});

describe("file names", () => {
  it.each([
    ["=cmd|calc", "cmd calc.csv"],
    ["../../etc/passwd", "etc passwd.csv"],
    ["CON", "Plan CON.csv"],
    ["", "Plan.csv"],
    ["Plan: 2025/26", "Plan 2025 26.csv"],
    ["a\u202egnp", "a gnp.csv"],
  ])("%j becomes %j", (name, expected) => expect(safeFileName(name, "csv")).toBe(expected));
});
