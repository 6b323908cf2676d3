import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellFormatOf, parseCell } from "../../../../src/model/parse-cell";
import { nothingTo } from "../../../../src/model/patch";
import type { CellValue, ColumnType } from "../../../../src/model/table";
import { YES_NO_TEXTS } from "../../../../src/model/views/column-filter";
import { codedTexts } from "../../../../src/model/views/view-column";
import { fullNumberText } from "../../../../src/ui/grid/cell-format";
import type { CellRange } from "../../../../src/ui/grid/cell-ranges";
import type { CellBlock, SourceCell } from "../../../../src/ui/grid/clipboard/cell-block";
import { copiedPlaces } from "../../../../src/ui/grid/clipboard/copied-places";
import { packOwnCells, unpackOwnCells } from "../../../../src/ui/grid/clipboard/own-cells";
import { pasteTarget } from "../../../../src/ui/grid/clipboard/paste-target";
import { pasteWords } from "../../../../src/ui/grid/clipboard/paste-words";
import { type Placement, placeCells } from "../../../../src/ui/grid/clipboard/place-cells";
import { readDelimited } from "../../../../src/ui/grid/clipboard/read-delimited";
import { exactCell, fullTextOf } from "../../../../src/ui/grid/clipboard/source-cell";
import { delimitedText } from "../../../../src/ui/grid/clipboard/write-block";
import { issueWords } from "../../../../src/ui/grid/clipboard/write-cells";
import type { CellWriter, GridColumn } from "../../../../src/ui/grid/grid-column";

const TYPES: readonly ColumnType[] = [
  "text",
  "choice",
  "number",
  "currency",
  "percent",
  "date",
  "datetime",
  "yesno",
];

function finish<Result>(steps: Generator<unknown, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** A column as a sheet has it. */
function column(
  type: ColumnType,
  values: readonly CellValue[],
  locale = "en-US",
  writer?: Partial<CellWriter>,
): GridColumn {
  const numbers = Float64Array.from(values, (value) => (typeof value === "number" ? value : Number.NaN));
  const flags = Uint8Array.from(values, (value) => (value === null ? 2 : value ? 1 : 0));
  const texts = ["", ...values.map((value) => (typeof value === "string" ? value : ""))];
  const codes = Uint32Array.from(values, (value, row) => (value === null ? 0 : row + 1));
  const isText = type === "text" || type === "choice";
  const text = (row: number) => {
    if (isText) return texts[codes[row]!]!;
    return type === "yesno" ? YES_NO_TEXTS[flags[row]!]! : fullNumberText(numbers[row]!, type, locale);
  };
  return {
    key: type,
    header: type,
    type,
    width: 100,
    view: () => {
      if (isText) return { kind: "text", codes, texts: codedTexts(texts) };
      return type === "yesno" ? { kind: "yesno", flags } : { kind: "number", values: numbers };
    },
    text,
    edit: {
      kind: "text",
      read: (typed) => {
        const parsed = parseCell(typed, type, cellFormatOf(locale));
        return parsed.ok ? parsed : { ok: false, message: parsed.problem };
      },
      patch: () => nothingTo("x"),
      ...writer,
    },
  };
}

const place = (
  columns: readonly GridColumn[],
  lines: readonly (readonly SourceCell[])[],
  options: Partial<Placement> = {},
) =>
  finish(
    placeCells({
      columns,
      rows: [...lines.keys()],
      rowCount: lines.length,
      cell: (row, at) => lines[row]![at],
      locale: "en-US",
      ...options,
    }),
  );
/** What texts become in a column. */
const taken = (type: ColumnType, texts: readonly string[], locale = "en-US") => {
  const placed = place(
    [column(type, [], locale)],
    texts.map((text) => [text]),
    { locale, rowCount: 0 },
  );
  return { values: placed.writes[0]?.values ?? [], refused: placed.refused };
};

const valuesOf: Readonly<Record<ColumnType, fc.Arbitrary<CellValue>>> = {
  text: fc.string({ unit: "binary", minLength: 1 }),
  choice: fc.string({ unit: "grapheme", minLength: 1 }),
  number: fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
  currency: fc
    .double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 })
    .map((value) => value + 0),
  percent: fc.double({ noNaN: true, noDefaultInfinity: true, min: -100, max: 100 }).map((value) => value + 0),
  date: fc.integer({ min: -300_000, max: 2_000_000 }),
  datetime: fc.integer({ min: -20_000_000, max: 40_000_000 }).map((minutes) => minutes / 1440),
  yesno: fc.boolean(),
};

describe("copied and pasted cells", () => {
  const locale = fc.constantFrom("en-US", "de-DE", "fr-FR");
  const some = fc
    .constantFrom(...TYPES)
    .chain((type) =>
      fc.tuple(
        fc.constant(type),
        fc.array(fc.oneof(valuesOf[type], fc.constant(null)), { minLength: 1, maxLength: 5 }),
      ),
    );
  /** The zero below zero is no value of its own, and date-times have milliseconds. */
  const same = (values: readonly CellValue[]) =>
    values.map((value) => (typeof value === "number" ? expect.closeTo(value, 7) : value));

  it("are what they were, of every type and in any locale, with exact values", () => {
    fc.assert(
      fc.property(some, locale, locale, ([type, values], from, to) => {
        const source = column(type, values, from);
        const packed = packOwnCells({ lines: values.map((_, row) => [exactCell(source, row)]) });
        const lines = unpackOwnCells(packed)!.lines;
        const { writes, refused } = place([column(type, [], to)], lines, { locale: to, rowCount: 0 });
        expect(refused).toBe(0);
        expect(writes[0]!.values).toEqual(same(values));
      }),
    );
  });
  it("are what they were by way of another program's text", () => {
    fc.assert(
      fc.property(some, locale, ([type, values], tag) => {
        const source = column(type, values, tag);
        const isText = source.view().kind === "text";
        const text = delimitedText(values.map((_, row) => [{ text: fullTextOf(source, row), isText }]));
        const read = finish(readDelimited(text));
        const lines = read.ok ? read.block.lines : [];
        const { writes } = place([column(type, [], tag)], lines, { locale: tag, rowCount: 0 });
        expect(writes[0]!.values).toEqual(same(values));
      }),
    );
  });
  it("stay the number they are between columns of numbers, money and percents", () => {
    const cell = { value: 0.125, type: "percent" as const };
    expect(place([column("number", [])], [[cell]], { rowCount: 0 }).writes[0]!.values).toEqual([0.125]);
    expect(place([column("text", [])], [[cell]], { rowCount: 0 }).writes[0]!.values).toEqual(["12.5%"]);
  });
});

describe("pasted texts", () => {
  it("are read as people of the locale write", () => {
    expect(taken("number", ["1,234.50", "($1,200)", "\u22125", "€ 5", " 7 "]).values).toEqual([
      1234.5, -1200, -5, 5, 7,
    ]);
    expect(taken("number", ["1.234,50"], "de-DE").values).toEqual([1234.5]);
    expect(taken("percent", ["12%", "12"]).values).toEqual([0.12, 0.12]);
    expect(taken("date", ["03/04/2025"], "en-US").values).not.toEqual(
      taken("date", ["03/04/2025"], "en-GB").values,
    );
  });
  it("keep zeros, long digits and what looks like something else", () => {
    const texts = [
      "007",
      "1E5",
      "12345678901234567890",
      "02139",
      "-5",
      "=1+1",
      "e\u0301",
      "\u202ex\u00a0",
      "__proto__",
    ];
    expect(taken("text", texts).values).toEqual(texts);
  });
  it("lose the apostrophe that kept them from running", () => {
    expect(taken("text", ["'=1+1", "'-5", "'007", "''=x"]).values).toEqual(["=1+1", "-5", "'007", "'=x"]);
    expect(taken("number", ["'-5"]).values).toEqual([-5]);
  });
  it("are no number where they are none", () => {
    const bad = ["NaN", "Infinity", "1e400", "#N/A", "#REF!", "1.234,50", "x"];
    expect(taken("number", bad)).toEqual({ values: [], refused: bad.length });
  });
  it("are blanks where nothing stands", () => {
    for (const type of TYPES) expect(taken(type, [""]).values).toEqual([null]);
  });
});

describe("cells that stay as they are", () => {
  const readOnly: GridColumn = {
    ...column("text", ["Ann", "Bob"]),
    header: "Rep",
    readOnlyReason: "It comes along.",
  };
  it("are counted by reason, with an example", () => {
    const { edit: _, ...fixed } = readOnly;
    const placed = place(
      [fixed, column("number", [1, 2])],
      [
        ["Zoe", "a"],
        ["Bob", "5"],
      ],
    );
    expect(placed.count).toBe(1);
    expect(placed.refused).toBe(2);
    expect(issueWords(placed, "pasted", "en-US")).toBe(
      "2 cells not pasted: Rep “Zoe”: It comes along. number “a”: not-a-number",
    );
  });
  it("may be refused one by one", () => {
    const locked = column("text", ["a", "b"], "en-US", { refusal: (row) => (row === 1 ? "Locked." : null) });
    const placed = place([locked], [["x"], ["y"]]);
    expect(placed.writes[0]!.rows).toEqual([0]);
    expect(placed.issues).toEqual([{ column: locked, message: "Locked.", count: 1, row: 1, text: "y" }]);
  });
  it("name what nobody knows, until somebody says what it means", () => {
    const names = { noun: ["place", "places"] as const, all: () => ["East"], make: () => nothingTo("x") };
    const known = column("choice", [], "en-US", {
      names,
      read: (text) => (text === "East" ? { ok: true, value: text } : { ok: false, message: "Unknown." }),
    });
    const lines = [["East"], ["Aest"], ["Aest"], ["constructor"]];
    const first = place([known], lines);
    expect([...first.unknown.get(known)!]).toEqual([
      ["Aest", 2],
      ["constructor", 1],
    ]);
    const meant = new Map([
      [
        "choice",
        new Map([
          ["Aest", "East"],
          ["constructor", null],
        ]),
      ],
    ]);
    const second = place([known], lines, { names: meant });
    expect(second.writes[0]!.values).toEqual(["East", "East", "East"]);
    expect(second.refused).toBe(0);
  });
});

describe("where a block goes", () => {
  const at = (top: number, left: number, bottom = top, right = left): CellRange => ({
    top,
    left,
    bottom,
    right,
  });
  const block = (height: number, width: number): CellBlock => ({
    width,
    lines: Array.from({ length: height }, (_, row) => Array.from({ length: width }, (_, i) => `${row}${i}`)),
  });
  /** Rows 100, 101, … with the header of a group at position 2; ten positions and five columns. */
  const sheet = {
    rowAt: (at: number) => (at === 2 || at > 9 ? undefined : 100 + at),
    positions: 10,
    columnCount: 5,
  };
  const target = (b: CellBlock, range: CellRange) => pasteTarget(b, range, sheet);

  it("is from the first cell on, past headers of groups", () => {
    const { rows, newRows, left, width } = target(block(3, 2), at(1, 1));
    expect({ rows, newRows, left, width }).toEqual({ rows: [101, 103, 104], newRows: 0, left: 1, width: 2 });
  });
  it("is the whole range where that is a multiple of it, in each direction", () => {
    const filled = target(block(1, 1), at(0, 0, 3, 2));
    expect(filled.rows).toEqual([100, 101, 103]);
    expect(filled.width).toBe(3);
    expect(filled.cell(2, 2)).toBe("00");
    const repeated = target(block(2, 1), at(3, 0, 6, 0));
    expect([0, 1, 2, 3].map((row) => repeated.cell(row, 0))).toEqual(["00", "10", "00", "10"]);
    expect(target(block(2, 2), at(3, 0, 5, 1)).rows).toEqual([103, 104]);
  });
  it("is cut off at the right edge, and goes on past the end", () => {
    const { rows, newRows, width, cutOff } = target(block(4, 3), at(8, 3));
    expect({ rows, newRows, width, cutOff }).toEqual({ rows: [108, 109], newRows: 2, width: 2, cutOff: 1 });
  });
});

describe("several ranges", () => {
  it("are copied together in the same columns, each row once, or in the same rows", () => {
    expect(
      copiedPlaces([
        { top: 5, bottom: 6, left: 1, right: 2 },
        { top: 1, bottom: 1, left: 1, right: 2 },
        { top: 6, bottom: 7, left: 1, right: 2 },
      ]),
    ).toEqual({ rows: [1, 5, 6, 7], columns: [1, 2] });
    expect(
      copiedPlaces([
        { top: 1, bottom: 2, left: 4, right: 4 },
        { top: 1, bottom: 2, left: 0, right: 1 },
      ]),
    ).toEqual({ rows: [1, 2], columns: [0, 1, 4] });
  });
  it("are not where they lie anyhow", () => {
    expect(
      copiedPlaces([
        { top: 1, bottom: 1, left: 1, right: 2 },
        { top: 2, bottom: 2, left: 2, right: 3 },
      ]),
    ).toBeNull();
    expect(copiedPlaces([])).toBeNull();
  });
});

it("says what a paste came to and what it left out", () => {
  const facts = {
    cells: 1200,
    rows: 600,
    added: 1,
    hidden: 1140,
    columnsCutOff: 2,
    rowsCutOff: 0,
    moved: false,
    noun: ["account", "accounts"] as const,
  };
  expect(pasteWords(facts, "en-US")).toBe(
    "Pasted 1,200 cells in 600 accounts. Added 1 account. 1,140 hidden rows untouched. 2 columns past the right edge left out.",
  );
  expect(pasteWords({ ...facts, cells: 1, rows: 1, added: 0, columnsCutOff: 0, moved: true }, "en-US")).toBe(
    "Moved 1 cell.",
  );
});
