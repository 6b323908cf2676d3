import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quantile, segmentationFrom, segmentTemplates } from "../../src/model/segment-templates";
import { segmentMembership } from "../../src/model/segments";
import type { NumberColumn, Table } from "../../src/model/table";
import { makeColumn, makeTable } from "../helpers/small-table";

const many = Array.from({ length: 80 }, (_, row) => row);
const accounts = makeTable(
  [
    makeColumn(
      "name",
      "text",
      many.map((row) => `Account ${row}`),
      "name",
    ),
    makeColumn(
      "staff",
      "number",
      many.map((row) => (row < 4 ? null : row * 10)),
      "employees",
    ),
    makeColumn(
      "trade",
      "text",
      many.map((row) => (row % 4 === 0 ? "Retail" : row % 7 === 0 ? null : "Health")),
      "industry",
    ),
    makeColumn(
      "id",
      "text",
      many.map((row) => `K${row}`),
    ),
    makeColumn(
      "since",
      "date",
      many.map((row) => row),
    ),
    makeColumn(
      "partner",
      "yesno",
      many.map((row) => row % 2 === 0),
    ),
  ],
  80,
);
let made = 0;
const draft = (name: string) => {
  const template = segmentTemplates(accounts).find((candidate) => candidate.name === name)!;
  return segmentationFrom(accounts, template, () => `s${made++}`, String);
};

const sizeTable = (values: readonly number[]) =>
  makeTable([makeColumn("staff", "number", values, "employees")], values.length);
const segmentation = (table: Table, format: (value: number) => string) =>
  segmentationFrom(table, segmentTemplates(table)[0]!, () => `s${made++}`, format);
const sized = (values: readonly number[], format: (value: number) => string) =>
  segmentation(sizeTable(values), format);

describe("templates", () => {
  it("are the columns that divide accounts, known ones first", () =>
    expect(segmentTemplates(accounts).map(({ name }) => name)).toEqual(["Size", "Industry", "partner"]));
  it("make a segment of each text, the most frequent first", () => {
    const industry = draft("Industry");
    expect(industry.segments.map(({ name }) => name)).toEqual(["Health", "Retail"]);
    expect([...segmentMembership(accounts, industry).counts]).toEqual([9, 51, 20]);
    expect(
      draft("partner")
        .segments.map(({ name }) => name)
        .sort(),
    ).toEqual(["No", "Yes"]);
  });
  it("cut numbers where a quarter of the accounts lies, at round values", () => {
    // 40, 50 … 790: the quarters begin at 230, 420 and 610.
    const staff = accounts.columns[1] as NumberColumn;
    expect([0.25, 0.5, 0.75].map((part) => quantile(accounts, staff, part))).toEqual([230, 420, 610]);
    const size = draft("Size");
    expect(size.segments.map(({ name }) => name)).toEqual([
      "610 and more",
      "420 to 609",
      "230 to 419",
      "Up to 229",
    ]);
    expect(size.segments.map(({ condition }) => condition.tests[0]!.test)).toEqual([
      { kind: "range", from: 610, to: null },
      { kind: "range", from: 420, to: 609 },
      { kind: "range", from: 230, to: 419 },
      { kind: "range", from: null, to: 229 },
    ]);
    const { counts, overlapping } = segmentMembership(accounts, size);
    expect([...counts]).toEqual([4, 19, 19, 19, 19]);
    expect(overlapping).toBe(0);
  });
  it("name the next beginning where the end reads the same", () => {
    const short = (value: number) => `${Math.round(value / 1_000)}K`;
    const { segments } = sized(
      many.map((row) => row * 1_000),
      short,
    );
    expect(segments.map(({ name }) => name)).toEqual([
      "60K and more",
      "40K to under 60K",
      "20K to under 40K",
      "Under 20K",
    ]);
    expect(segments[1]!.condition.tests[0]!.test).toEqual({ kind: "range", from: 40_000, to: 59_999 });
  });
  it("end decimals a decimal before the next, and make no segment below the least value", () => {
    const tenths = sized([0.1, 0.2, 0.3, 0.4], String);
    expect(tenths.segments.map(({ name }) => name)).toEqual(["0.4 and more", "0.3", "0.2", "Up to 0.1"]);
    expect(sized([0, 0, 0, 5], String).segments.map(({ name }) => name)).toEqual(["5 and more", "0 to 4"]);
  });
  it("put every account with a value into exactly one segment", () =>
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 0, max: 3 }),
        (whole, decimals) => {
          const values = whole.map((value) => Number((value / 10 ** decimals).toFixed(decimals)));
          const table = sizeTable(values);
          const { counts, overlapping } = segmentMembership(table, segmentation(table, String));
          expect([counts[0], overlapping]).toEqual([0, 0]);
        },
      ),
    ));
  it("leave columns without two values out", () => {
    const poor = makeTable([makeColumn("a", "text", ["x", "x"]), makeColumn("b", "number", [null, null])], 2);
    expect(segmentTemplates(poor).map(({ name }) => name)).toEqual([]);
  });
});
