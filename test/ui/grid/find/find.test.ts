import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groupEntry, isGroupEntry } from "../../../../src/model/views/row-entry";
import { foundCells, isFound, nextMatch, ordinal } from "../../../../src/ui/grid/find/found-cells";
import { searchColumn } from "../../../../src/ui/grid/find/search-column";
import { textMatcher } from "../../../../src/ui/grid/find/text-matcher";
import type { GridColumn } from "../../../../src/ui/grid/grid-column";

const plain = { matchCase: false, wholeCell: false };
const matches = (text: string, within: string, options = {}) =>
  textMatcher({ text, ...plain, ...options }).matches(within);
const replaced = (text: string, by: string, within: string, options = {}) =>
  textMatcher({ text, ...plain, ...options }).replaced(within, by);

describe("a search", () => {
  it("is literal, whatever it looks like", () => {
    expect(matches("(a+)+$", "x(A+)+$y")).toBe(true);
    expect(matches("(a+)+$", "aaaa")).toBe(false);
    expect(matches("(a+)+$", "a".repeat(100_000))).toBe(false);
    expect(replaced("$&", "$1", "a$&b")).toBe("a$1b");
  });
  it("may mind the case, and want the whole cell", () => {
    expect(matches("acme", "Acme Inc")).toBe(true);
    expect(matches("acme", "Acme Inc", { matchCase: true })).toBe(false);
    expect(matches("acme", "Acme Inc", { wholeCell: true })).toBe(false);
    expect(matches("acme", "ACME", { wholeCell: true })).toBe(true);
    expect(matches("a", "a\n", { wholeCell: true })).toBe(false);
  });
  it("finds letters however they are composed", () => {
    expect(matches("é", "cafe\u0301")).toBe(true);
    expect(matches("e\u0301", "CAFÉ")).toBe(true);
    expect(replaced("é", "e", "cafe\u0301 au lait")).toBe("cafe au lait");
    expect(matches("👩‍👩‍👧", "family 👩‍👩‍👧!")).toBe(true);
    expect(matches("\ud800", "x\ud800y")).toBe(true);
  });
  it("finds texts among spaces of other kinds and characters that cannot be seen", () => {
    expect(matches("Acme Inc", "Acme\u00a0Inc")).toBe(true);
    expect(matches("Acme\u00a0Inc", "Acme Inc")).toBe(true);
    expect(matches("Acme", "\u202eAc\u200bme\u00a0", { wholeCell: true })).toBe(true);
    expect(matches("\u202e", "a\u202eb")).toBe(true);
    expect(matches("\u202e", "ab")).toBe(false);
    expect(replaced("Acme", "Emca", "x Ac\u200bme 👩‍👩‍👧")).toBe("x Emca 👩‍👩‍👧");
  });
  it("for nothing finds nothing", () => expect(matches("", "anything")).toBe(false));
  it("finds and replaces what the plain functions of texts do", () => {
    const text = fc.string({
      unit: fc.constantFrom("a", "b", "A", "(", "$", ".", "*", "\\", "^", "[", " "),
      maxLength: 8,
    });
    fc.assert(
      fc.property(text, text, text, fc.boolean(), (wanted, within, by, matchCase) => {
        const fold = (other: string) => (matchCase ? other : other.toLowerCase());
        const found = wanted !== "" && fold(within).includes(fold(wanted));
        expect(matches(wanted, within, { matchCase })).toBe(found);
        if (matchCase && wanted !== "")
          expect(replaced(wanted, by, within, { matchCase })).toBe(within.split(wanted).join(by));
      }),
    );
  });
});

const number = (values: readonly number[]): GridColumn => ({
  key: "n",
  header: "N",
  type: "currency",
  width: 100,
  view: () => ({ kind: "number", values: Float64Array.from(values) }),
  text: (row) => `$${values[row]!.toLocaleString("en-US")}`,
  fullText: (row) => String(values[row]),
});
const text = (values: readonly string[], asked: number[] = []): GridColumn => {
  const distinct = [...new Set(values)];
  const codes = Uint32Array.from(values, (value) => distinct.indexOf(value));
  return {
    key: "t",
    header: "T",
    type: "text",
    width: 100,
    view: () => ({ kind: "text", codes, texts: { size: distinct.length, text: (code) => distinct[code]! } }),
    text: (row) => {
      asked.push(row);
      return values[row]!;
    },
  };
};

function search(
  column: GridColumn,
  entries: readonly number[],
  wanted: string,
  searched: "any" | "edited" = "any",
) {
  const steps = searchColumn(
    column,
    Uint32Array.from(entries),
    (entry) => !isGroupEntry(entry),
    textMatcher({ text: wanted, ...plain }),
    searched,
  );
  for (;;) {
    const step = steps.next();
    if (step.done) return [...step.value];
  }
}

describe("the cells of a column", () => {
  it("are found in the order shown, headers of groups left out", () => {
    expect(search(text(["x", "y", "xy"]), [2, groupEntry(0), 1, 0], "X")).toEqual([1, 0, 0, 1]);
  });
  it("are found by what they show and by what they hold, for replacing only by the latter", () => {
    const column = number([1200, 12]);
    expect(search(column, [0, 1], "1,2")).toEqual([1, 0]);
    expect(search(column, [0, 1], "1200")).toEqual([1, 0]);
    expect(search(column, [0, 1], "1,2", "edited")).toEqual([0, 0]);
  });
  it("are asked for their text once for each distinct one", () => {
    const asked: number[] = [];
    const column = text(
      Array.from({ length: 1000 }, (_, i) => `text ${i % 3}`),
      asked,
    );
    expect(search(column, [...Array(1000).keys()], "text 1").filter(Boolean)).toHaveLength(333);
    expect(asked).toHaveLength(3);
  });
});

describe("matches", () => {
  const flags = fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 4 }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(fc.constantFrom(0, 1), { minLength: rows, maxLength: rows }), {
        minLength: columns,
        maxLength: columns,
      }),
    );
  it("are counted and gone through in reading order, round and round, both ways", () => {
    fc.assert(
      fc.property(flags, (columns) => {
        const rows = columns[0]!.length;
        const found = foundCells(
          columns.map((column) => Uint8Array.from(column)),
          rows,
          null,
        );
        const places = Array.from({ length: rows * columns.length }, (_, i) => ({
          row: Math.floor(i / columns.length),
          column: i % columns.length,
        })).filter((place) => isFound(found, place));
        expect(found.count).toBe(places.length);
        for (const [i, place] of places.entries()) {
          expect(ordinal(found, place)).toBe(i + 1);
          expect(nextMatch(found, place, false)).toEqual(places[(i + 1) % places.length]);
          expect(nextMatch(found, place, true)).toEqual(places.at(i - 1));
        }
        if (places.length === 0) expect(nextMatch(found, { row: 0, column: 0 }, false)).toBeNull();
      }),
    );
  });
  it("count only in the selection where that is searched", () => {
    const found = foundCells([Uint8Array.of(1, 1, 1), null, Uint8Array.of(1, 1, 1)], 3, [
      { top: 1, bottom: 2, left: 1, right: 2 },
    ]);
    expect(found.count).toBe(2);
    expect(nextMatch(found, { row: 0, column: 0 }, false)).toEqual({ row: 1, column: 2 });
    expect(ordinal(found, { row: 0, column: 0 })).toBe(0);
  });
});
