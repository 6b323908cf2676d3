import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { createPlaceSearch } from "../../src/geodata/place-search";

const packed = (name: string) => {
  const bytes = readFileSync(resolve("src/geodata/packed", name));
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
};
const search = createPlaceSearch(
  {
    usPostal: packed("us-postal.bin"),
    usCities: packed("us-cities.bin"),
    worldCities: packed("world-cities.bin"),
  },
  ["New York", "Los Angeles"],
);

describe("searching a place", () => {
  test("finds a well-known town first, wherever it lies", () => {
    expect(search("Chicago", 3)[0]!.name).toBe("Chicago, Illinois");
    expect(search("münchen", 3)[0] ?? search("munich", 3)[0]).toMatchObject({ kind: "town" });
    const [paris] = search("Paris", 3);
    expect(Math.abs(paris!.latitude - 48.86)).toBeLessThan(0.2);
  });

  test("finds by the beginning of a name, and within what stands behind the comma", () => {
    expect(search("new y", 2)[0]!.name).toBe("New York, New York");
    expect(search("santa cr", 4).map(({ name }) => name)).toContain("Santa Cruz, California");
    expect(search("Springf", 8).every(({ name }) => name.startsWith("Springf"))).toBe(true);
    expect(search("Springfield, IL", 3)[0]!.name).toBe("Springfield, Illinois");
    expect(search("Springfield, missouri", 3)[0]!.name).toBe("Springfield, Missouri");
    expect(search("Paris, Texas", 3)[0]!.name).toBe("Paris, Texas");
  });

  test("finds postal codes, also by their first digits and with +4", () => {
    expect(search("02139", 3)[0]!.name).toBe("02139 Massachusetts");
    expect(search("02139-1234", 3)[0]!.name).toBe("02139 Massachusetts");
    expect(search("9021", 20).map(({ name }) => name.slice(0, 4))).toEqual(
      search("9021", 20).map(() => "9021"),
    );
  });

  test("takes coordinates, and nothing off the earth", () => {
    expect(search("40.5, −74", 3)).toEqual([
      { name: "40.5, -74", kind: "coordinates", latitude: 40.5, longitude: -74 },
    ]);
    expect(search("91, 10", 3)).toEqual([]);
    expect(search("", 3)).toEqual([]);
    expect(search("München", 3)[0]).toMatchObject({ name: "München", kind: "town" });
    expect(Math.abs(search("München", 3)[0]!.latitude - 48.14)).toBeLessThan(0.1);
    expect(Math.abs(search("01069 Dresden, Germany", 3)[0]!.latitude - 51.05)).toBeLessThan(0.2);
    expect(search("(a+)+$", 3).every(({ name }) => name.startsWith("(a+)"))).toBe(true);
  });
});
