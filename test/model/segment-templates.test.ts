import { describe, expect, it } from "vitest";
import { quantile, segmentationFrom, segmentTemplates } from "../../src/model/segment-templates";
import { segmentMembership } from "../../src/model/segments";
import type { NumberColumn } from "../../src/model/table";
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
      "420 to 610",
      "230 to 420",
      "Below 230",
    ]);
    const { counts, overlapping } = segmentMembership(accounts, size);
    expect([...counts]).toEqual([4, 19, 19, 19, 19]);
    // Both ends of a range count: who lies on a border is in the higher segment.
    expect(overlapping).toBe(3);
  });
  it("leave columns without two values out", () => {
    const poor = makeTable([makeColumn("a", "text", ["x", "x"]), makeColumn("b", "number", [null, null])], 2);
    expect(segmentTemplates(poor).map(({ name }) => name)).toEqual([]);
  });
});
