import { describe, expect, it } from "vitest";
import { cellWarnings, paddedPostalCode } from "../../src/model/cell-warnings";
import { impliedRules } from "../../src/model/implied-rules";
import type { CellValue, ColumnRole, ColumnType, Table } from "../../src/model/table";
import { makeColumn, makeTable } from "../helpers/small-table";

type Cells = Partial<Record<ColumnRole | "notes", readonly CellValue[]>>;

function table(cells: Cells): Table {
  const entries = Object.entries(cells);
  const columns = entries.map(([role, values]) => {
    const type: ColumnType = values.some((value) => typeof value === "number") ? "number" : "text";
    return makeColumn(role, type, values, role === "notes" ? null : (role as ColumnRole));
  });
  return makeTable(columns, entries[0]![1].length);
}

/** Rows that look wrong in a column, by reason. */
const warned = (cells: Cells, key: keyof Cells) => {
  const all = table(cells);
  return Object.fromEntries(
    cellWarnings(
      all,
      key,
      Array.from({ length: all.count }, (_, i) => i),
    ).map(({ kind, rows }) => [kind, rows]),
  );
};

describe("postal codes", () => {
  it("look wrong without the zero that a spreadsheet took", () =>
    expect(
      warned({ postalCode: ["02139", "2139", "601", "10001-1234", "2139-0001", null] }, "postalCode"),
    ).toEqual({
      "short-postal-code": [1, 2, 4],
    }));
  it("of other countries may be short", () => {
    const country = ["Switzerland", "us", "Austria", "USA"];
    expect(warned({ postalCode: ["8001", "2139", "1010", "02139"], country }, "postalCode")).toEqual({
      "short-postal-code": [1],
    });
    expect(warned({ postalCode: ["8001", "SW1A 1AA", "K1A 0B1"] }, "postalCode")).toEqual({});
  });
  it("get their zeros back", () => {
    expect(["2139", "601", " 2139-0001 ", "02139", "SW1A", "21"].map(paddedPostalCode)).toEqual([
      "02139",
      "00601",
      "02139-0001",
      null,
      null,
      null,
    ]);
  });
});

describe("ids", () => {
  it("look wrong where they repeat or are blank", () =>
    expect(warned({ key: ["A-1", "a-1", "007", "1E5", null, " "] }, "key")).toEqual({
      "repeated-key": [0, 1],
      "no-key": [4, 5],
    }));
});

describe("places", () => {
  const denver = { latitude: 39.7, longitude: -105 };
  const rows = (...places: readonly { latitude: number | null; longitude: number | null }[]) => {
    const all = [...Array.from({ length: 8 }, () => denver), ...places];
    return { latitude: all.map((place) => place.latitude), longitude: all.map((place) => place.longitude) };
  };
  it("have degrees on the globe", () => {
    const cells = rows(
      { latitude: 91, longitude: -105 },
      { latitude: 40, longitude: 181 },
      { latitude: 91, longitude: -71 },
    );
    expect(warned(cells, "latitude")).toEqual({ "latitude-range": [8, 10] });
    expect(warned(cells, "longitude")).toEqual({ "longitude-range": [9] });
  });
  it("seem swapped where the other way round they are, and lie with the others", () => {
    const cells = rows({ latitude: -105, longitude: 39.7 }, { latitude: -74, longitude: 41 });
    expect(warned(cells, "latitude")).toEqual({ "swapped-place": [8] });
    const east = { latitude: -73.9, longitude: 40.7 };
    const boston = { latitude: 42.3, longitude: -71 };
    expect(warned(rows(...Array.from({ length: 8 }, () => boston), east), "longitude")).toEqual({
      "swapped-place": [16],
    });
  });
  it("are not 0, 0", () => {
    expect(warned(rows({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: null }), "latitude")).toEqual(
      {
        "zero-place": [8],
      },
    );
  });
});

describe("numbers", () => {
  it("look wrong below zero where nothing can be, and past what is kept exactly", () => {
    expect(warned({ revenue: [-5, 0, 2 ** 53, 2 ** 53 - 1, null] }, "revenue")).toEqual({
      negative: [0],
      inexact: [2],
    });
    expect(warned({ notes: [-5, 1e300] }, "notes")).toEqual({ inexact: [1] });
  });
});

describe("texts", () => {
  it("look wrong with characters that cannot be seen, or halves of them", () => {
    const texts = [
      "abc\u202egnp",
      "a\u200bb",
      "x\ud800y",
      "👩‍👩‍👧 Ltd",
      "café",
      "cafe\u0301",
      "a\u00a0",
      "<img src=x>",
    ];
    expect(warned({ name: texts }, "name")).toEqual({ "hidden-characters": [0, 1, 2] });
  });
});

describe("what columns may hold by their use", () => {
  it("is marked where the planner has said nothing else", () => {
    const { columns } = table({ latitude: [1], revenue: [1], name: ["x"], notes: [1] });
    const implied = impliedRules("accounts", columns, []);
    expect(implied.map(({ column, validation }) => [column, validation])).toEqual([
      ["latitude", expect.objectContaining({ from: -90, to: 90, strict: false })],
      ["revenue", expect.objectContaining({ from: 0, to: null, strict: false })],
    ]);
    const own = [{ ...implied[1]!, validation: null }];
    expect(impliedRules("accounts", columns, own)).toEqual([implied[0]]);
    expect(impliedRules("accounts", columns, [])[0]).toBe(implied[0]);
  });
});
