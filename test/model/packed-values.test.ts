import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packValues, unpackValues } from "../../src/model/packed-values";
import type { CellValue } from "../../src/model/table";
import { decodeValue, encodeValue } from "../../src/storage/binary-codec";

const text = fc.string({ unit: "binary", maxLength: 4 });
const number = fc.double({ noNaN: true });

describe("packed values", () => {
  it("are what they were when they come back from storage, few or many, of one kind or several", () => {
    const kinds = fc.constantFrom<fc.Arbitrary<CellValue>>(
      text,
      number,
      fc.boolean(),
      fc.oneof(text, number),
    );
    const values = kinds.chain((value) =>
      fc.array(fc.oneof(value, fc.constant(null)), { minLength: 1, maxLength: 40 }),
    );
    fc.assert(
      fc.property(values, fc.constantFrom(1, 300), (some, times) => {
        const all = Array.from({ length: times }, () => some).flat();
        const stored = decodeValue(encodeValue(packValues(all))) as ReturnType<typeof packValues>;
        expect(unpackValues(stored)).toEqual(all);
      }),
    );
  });
  it("keep halves of characters apart", () => {
    const halves = Array.from({ length: 300 }, (_, i) => (i % 2 ? "\udc00" : "\ud83d"));
    expect(unpackValues(decodeValue(encodeValue(packValues(halves))) as typeof halves)).toEqual(halves);
  });
  it("are few objects where they are many", () => {
    const texts = Array.from({ length: 1000 }, (_, i) => `Account ${i % 7}`);
    const packed = packValues(texts);
    expect(packed).toMatchObject({ kind: "texts", lengths: new Uint32Array(1000).fill(9) });
    expect(packValues(texts.map(() => null))).toEqual({ kind: "blanks", count: 1000 });
    expect(packValues(texts.map((_, i) => i))).toMatchObject({ kind: "numbers" });
    expect(packValues(["a", null])).toEqual(["a", null]);
  });
});
