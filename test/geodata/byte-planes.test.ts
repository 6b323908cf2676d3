import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ByteReader, ByteWriter } from "../../src/geodata/byte-planes";
import { openPackedFile, sealPackedFile } from "../../src/geodata/packed-file";

describe("byte planes", () => {
  it("give back counts, texts and whole numbers of either sign", () => {
    const values = fc.array(fc.integer({ min: -4_000_000, max: 4_000_000 }));
    fc.assert(
      fc.property(values, fc.string(), (numbers, text) => {
        const reader = new ByteReader(
          new ByteWriter().count(numbers.length).deltas(numbers).text(text).bytes(),
        );
        expect([...reader.deltas(reader.count())]).toEqual(numbers);
        expect(reader.text()).toBe(new TextDecoder().decode(new TextEncoder().encode(text)));
      }),
    );
  });

  it("refuse a step that does not fit three bytes", () => {
    expect(() => new ByteWriter().deltas([0, 1 << 23])).toThrow("within 2^23");
    expect(() => new ByteWriter().deltas([0.5])).toThrow("whole number");
  });

  it("notice a file that ends too early", () => {
    expect(() => new ByteReader(new Uint8Array(5)).deltas(2)).toThrow("Expected 6 bytes, got 5.");
  });
});

describe("a packed file", () => {
  it("opens as the kind it was sealed as, and as no other", () => {
    const file = sealPackedFile("us-postal", Uint8Array.of(1, 2, 3));
    expect([...openPackedFile("us-postal", file).raw(3)]).toEqual([1, 2, 3]);
    expect(() => openPackedFile("outlines", file)).toThrow('Expected a packed file "evenfield outlines 1"');
  });

  it("has the same bytes every time", () => {
    const content = Uint8Array.from({ length: 999 }, (_, i) => i % 7);
    expect(sealPackedFile("outlines", content)).toEqual(sealPackedFile("outlines", content));
  });
});
