import { describe, expect, it } from "vitest";
import { TextDictionary } from "../../../src/model/text-dictionary";
import { type ColumnFilter, filterRows } from "../../../src/model/views/column-filter";
import { foldText } from "../../../src/model/views/fold-text";
import { quickFilter } from "../../../src/model/views/quick-filter";
import { ALL_ROWS, filteredRows, type ViewSource } from "../../../src/model/views/row-view";
import { valueCounts } from "../../../src/model/views/value-counts";
import { codedTexts, type ViewColumn } from "../../../src/model/views/view-column";

const NAMES = ["Zoë's Café", "zoe's cafe", "50% Off", "", "Łódź Tools", "a.c", "abc"];

function texts(values: readonly string[]): ViewColumn {
  const dictionary = new TextDictionary();
  return {
    kind: "text",
    codes: Uint32Array.from(values, (value) => dictionary.code(value)),
    texts: dictionary,
  };
}
const all = Uint32Array.from(NAMES.keys());
const named = (filter: ColumnFilter) => [...filterRows(all, texts(NAMES), filter)].map((row) => NAMES[row]);

describe("text filters", () => {
  it("find without case and diacritics", () => {
    expect(named({ kind: "text", match: "contains", text: "ZOE" })).toEqual(["Zoë's Café", "zoe's cafe"]);
    expect(named({ kind: "text", match: "starts", text: "lodz" })).toEqual(["Łódź Tools"]);
  });
  it("take the text literally", () => {
    expect(named({ kind: "text", match: "contains", text: "a.c" })).toEqual(["a.c"]);
    expect(named({ kind: "text", match: "contains", text: "%" })).toEqual(["50% Off"]);
  });
  it("tell equal, ending and missing", () => {
    expect(named({ kind: "text", match: "equals", text: "ABC" })).toEqual(["abc"]);
    expect(named({ kind: "text", match: "ends", text: "cafe" })).toEqual(["Zoë's Café", "zoe's cafe"]);
    expect(named({ kind: "text", match: "not-contains", text: "c" })).toEqual(["50% Off", "", "Łódź Tools"]);
  });
  it("pick values, blanks among them", () => {
    expect(named({ kind: "values", values: new Set(["", "abc"]) })).toEqual(["", "abc"]);
  });
  it("tell blank from filled", () => {
    expect(named({ kind: "blank" })).toEqual([""]);
    expect(named({ kind: "filled" })).toHaveLength(6);
  });
});

describe("number filters", () => {
  const values: ViewColumn = { kind: "number", values: Float64Array.of(1, Number.NaN, 3, 2) };
  const kept = (filter: ColumnFilter) => [...filterRows(Uint32Array.of(3, 2, 1, 0), values, filter)];

  it("include both ends and leave blanks out", () => {
    expect(kept({ kind: "range", from: 2, to: 3 })).toEqual([3, 2]);
    expect(kept({ kind: "range", from: null, to: null })).toEqual([3, 2, 0]);
  });
  it("tell blank from filled", () => expect(kept({ kind: "blank" })).toEqual([1]));
});

it("folds letters that Unicode does not take apart", () => {
  expect(foldText("Straße Ørsted Æon")).toBe("strasse orsted aeon");
});

describe("the quick filter", () => {
  const city = texts(["Paris", "Lyon", "Paris", "", "Łódź", "Nice", "Nice"]);
  const found = (text: string) => [
    ...quickFilter(
      all,
      [texts(NAMES), city].map((view) => ({ view, numbers: null })),
      text,
    ),
  ];

  it("wants every word, in whatever column", () => {
    expect(found("paris zoe")).toEqual([0]);
    expect(found("lodz")).toEqual([4]);
    expect(found("nice abc")).toEqual([6]);
    expect(found("nowhere")).toEqual([]);
  });
  it("lets all rows through without a word", () => expect(found("  ")).toHaveLength(NAMES.length));
});

describe("value counts", () => {
  it("join codes of the same text and put blanks last", () => {
    const reps: ViewColumn = {
      kind: "text",
      codes: Uint16Array.of(0, 1, 2, 1),
      texts: codedTexts(["", "Kim", "Kim"]),
    };
    expect(valueCounts(Uint32Array.of(0, 1, 2, 3), reps, "en-US", 10)).toEqual([
      { text: "Kim", rows: 3 },
      { text: "", rows: 1 },
    ]);
  });
  it("give up past the limit", () => expect(valueCounts(all, texts(NAMES), "en-US", 3)).toBeNull());
});

it("leaves hidden rows out of every view", () => {
  const source: ViewSource = {
    today: 0,
    rowCount: 3,
    hidden: Uint8Array.of(0, 1, 0),
    locale: "en-US",
    column: (key) => (key === "name" ? texts(["a", "a", "b"]) : undefined),
    searched: () => [{ view: texts(["a", "a", "b"]), numbers: null }],
  };
  expect([...filteredRows(source, ALL_ROWS)]).toEqual([0, 2]);
  const onlyA = new Map<string, ColumnFilter>([["name", { kind: "values", values: new Set(["a"]) }]]);
  expect([...filteredRows(source, { quick: "", filters: onlyA })]).toEqual([0]);
});
