import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TextDictionary } from "../../../src/model/text-dictionary";
import { radixOrder } from "../../../src/model/views/radix-order";
import { sortRows } from "../../../src/model/views/sort-rows";
import { textRanks } from "../../../src/model/views/text-ranks";
import type { ViewColumn } from "../../../src/model/views/view-column";

const rowsOf = (count: number) => Uint32Array.from({ length: count }, (_, row) => row);
const numbers = (...values: (number | null)[]): ViewColumn => ({
  kind: "number",
  values: Float64Array.from(values, (value) => value ?? Number.NaN),
});
function texts(...values: string[]): ViewColumn & { kind: "text" } {
  const dictionary = new TextDictionary();
  return {
    kind: "text",
    codes: Uint32Array.from(values, (value) => dictionary.code(value)),
    texts: dictionary,
  };
}
const sorted = (columns: ViewColumn[], descending = columns.map(() => false)) => {
  const [first] = columns;
  const count =
    first?.kind === "number" ? first.values.length : first?.kind === "text" ? first.codes.length : 3;
  const keys = columns.map((column, i) => ({ column, descending: descending[i]! }));
  return [...sortRows(rowsOf(count), keys, "en-US")];
};

describe("sorting rows", () => {
  it("orders numbers and puts blanks last", () => {
    expect(sorted([numbers(3, null, -1, 2.5)])).toEqual([2, 3, 0, 1]);
  });
  it("keeps blanks last when descending", () => {
    expect(sorted([numbers(3, null, -1, 2.5)], [true])).toEqual([0, 3, 2, 1]);
  });
  it("orders texts as the locale does, not by code point", () => {
    expect(sorted([texts("zebra", "Äpfel", "", "apple", "Zoo")])).toEqual([1, 3, 0, 4, 2]);
  });
  it("orders no before yes", () => {
    expect(sorted([{ kind: "yesno", flags: Uint8Array.of(1, 2, 0) }])).toEqual([2, 0, 1]);
  });
  it("breaks ties by the next key and then leaves the rows as they stood", () => {
    expect(sorted([texts("b", "a", "b", "a"), numbers(1, 9, 0, 9)])).toEqual([1, 3, 2, 0]);
  });

  it("agrees with a stable comparison sort on any numbers", () => {
    const number = fc.option(fc.double({ noNaN: true }), { nil: null });
    fc.assert(
      fc.property(fc.array(number), fc.boolean(), (values, descending) => {
        const expected = [...values.keys()].sort((a, b) => {
          const [x, y] = [values[a]!, values[b]!];
          if (x === null || y === null) return Number(x === null) - Number(y === null);
          return x === y ? 0 : x < y === descending ? 1 : -1;
        });
        expect(sorted([numbers(...values)], [descending])).toEqual(expected);
      }),
    );
  });

  it("leaves the rows and keys it was given alone", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 0xffffffff })), (values) => {
        const [rows, keys] = [rowsOf(values.length), Uint32Array.from(values)];
        const ordered = radixOrder(rows, keys);
        expect([...keys]).toEqual(values);
        expect([...rows]).toEqual([...rowsOf(values.length)]);
        expect([...ordered]).toEqual([...values.keys()].sort((a, b) => values[a]! - values[b]! || a - b));
      }),
    );
  });
});

describe("ranks of texts", () => {
  it("come out the same whether the texts are ranked at once or as they are added", () => {
    const words = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), { maxLength: 30 });
    fc.assert(
      fc.property(words, fc.nat(30), (all, split) => {
        const grown = TextDictionary.from(all.slice(0, split));
        textRanks(grown, "en-US");
        for (const word of all.slice(split)) grown.code(word);
        expect(textRanks(grown, "en-US")).toEqual(textRanks(TextDictionary.from(all), "en-US"));
      }),
    );
  });
});
