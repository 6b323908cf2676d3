import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { ByteWriter } from "../../src/geodata/byte-planes";
import { PACKED_FILES } from "../../src/geodata/pack/manifest";
import { makePackedFiles } from "../../src/geodata/pack/packed-files";
import type { PostalRecord } from "../../src/geodata/pack/sources";
import { betterPosition, mergeUsPostal } from "../../src/geodata/pack/us-postal";
import { sealPackedFile } from "../../src/geodata/packed-file";
import { decodeUsPostal, encodeUsPostal } from "../../src/geodata/us-postal";
import { US_STATES } from "../../src/geodata/us-states";
import { packed } from "./packed";

const record = (fields: Partial<PostalRecord>): PostalRecord => ({
  code: "00000",
  place: "Somewhere",
  state: "MA",
  latitude: 42,
  longitude: -71,
  atTown: true,
  ...fields,
});

describe("packing", () => {
  it("makes the same bytes again", () => {
    const files = makePackedFiles(fileURLToPath(new URL("../..", import.meta.url)));
    for (const name of PACKED_FILES) expect(Buffer.compare(files[name], packed(name)), name).toBe(0);
  }, 60_000);

  it("keeps the first map small", () => {
    expect(packed("outlines.bin").length).toBeLessThan(150_000);
    expect(packed("us-postal.bin").length).toBeLessThan(130_000);
  });
});

describe("merging the postal sources", () => {
  it("keeps the first source where both agree", () => {
    const own = record({});
    expect(betterPosition(own, { latitude: 42.1, longitude: -71 }, undefined)).toBe(own);
  });
  it("believes whichever lies nearer to the town the code is named after", () => {
    const own = record({ atTown: false });
    const census = { latitude: 45, longitude: -71 };
    expect(betterPosition(own, census, { latitude: 44.9, longitude: -71 })).toBe(census);
    expect(betterPosition(own, census, { latitude: 42.1, longitude: -71 })).toBe(own);
  });
  it("without a town, believes the first source only where it did not estimate", () => {
    const census = { latitude: 45, longitude: -71 };
    const measured = record({ atTown: true });
    expect(betterPosition(measured, census, undefined)).toBe(measured);
    expect(betterPosition(record({ atTown: false }), census, undefined)).toBe(census);
  });
  it("leaves out military codes and adds territories from the second source", () => {
    const table = mergeUsPostal(
      [
        record({ code: "02139" }),
        record({ code: "09001", state: "" }),
        record({ code: "09002", state: "AE" }),
      ],
      [{ code: "00901", latitude: 18.465, longitude: -66.107 }],
      [],
    );
    expect([...table.codes]).toEqual([901, 2139]);
    expect([...table.state].map((state) => US_STATES[state]?.code)).toEqual(["PR", "MA"]);
  });
});

describe("the postal table", () => {
  it("comes back from its file to a thousandth of a degree", () => {
    const columns = {
      codes: Uint32Array.of(501, 2139, 99950),
      latitude: Float64Array.of(40.8154, 42.3647, 55.5424),
      longitude: Float64Array.of(-73.0456, -71.1042, -131.4327),
      state: Uint8Array.of(1, 2, 3),
    };
    const table = decodeUsPostal(
      sealPackedFile("us-postal", encodeUsPostal(new ByteWriter(), columns).bytes()),
    );
    expect(table.codes).toEqual(columns.codes);
    expect(table.state).toEqual(columns.state);
    expect([...table.latitude]).toEqual([40.815, 42.365, 55.542]);
    expect([...table.longitude]).toEqual([-73.046, -71.104, -131.433]);
    expect([table.indexOfCode[2139], table.indexOfCode[2140]]).toEqual([1, -1]);
  });

  const table = decodeUsPostal(packed("us-postal.bin"));
  it("holds every state's codes, ascending, inside the country", () => {
    expect(table.codes.length).toBeGreaterThan(41_000);
    expect(table.codes.every((code, i) => i === 0 || code > table.codes[i - 1]!)).toBe(true);
    const states = new Set(Array.from(table.state, (state) => US_STATES[state]?.code));
    for (const { code } of US_STATES.slice(0, 51)) expect(states).toContain(code);
    expect(table.latitude.every((latitude) => latitude > -15 && latitude < 72)).toBe(true);
    expect(table.longitude.every((longitude) => longitude < -64 || longitude > 130)).toBe(true);
  });
  it.each([
    ["military codes in Europe", 9001],
    ["military codes in the Pacific", 96201],
    ["military codes in the Americas", 34001],
    ["codes that do not exist", 0],
  ])("holds no %s", (_, code) => expect(table.indexOfCode[code]).toBe(-1));
});
