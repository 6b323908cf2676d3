import { describe, expect, it } from "vitest";
import { Geodata } from "../../src/geodata/load";
import type { AddressColumns } from "../../src/geodata/locate-columns";
import { PACKED_FILES, type PackedFileName } from "../../src/geodata/pack/manifest";
import { packed } from "./packed";

/** Bundled data read from disk, and the names of the files read so far. */
function recordedGeodata() {
  const read: PackedFileName[] = [];
  const geodata = new Geodata(async (url) => {
    const name = PACKED_FILES.find((candidate) => url.includes(candidate));
    if (!name) throw new Error(`Expected the address of a packed file, got ${url}.`);
    read.push(name);
    return Uint8Array.from(packed(name)).buffer;
  });
  return { geodata, read };
}

const rows = (
  ...addresses: readonly { postalCode?: string; city?: string; country: string }[]
): AddressColumns => ({
  count: addresses.length,
  postalCode: (row) => addresses[row]?.postalCode ?? "",
  city: (row) => addresses[row]?.city ?? "",
  country: (row) => addresses[row]?.country ?? "",
});

describe("loading", () => {
  it("reads only the postal codes where they place every row", async () => {
    const { geodata, read } = recordedGeodata();
    const located = await geodata.locateColumns(rows({ postalCode: "10001", country: "US" }));
    expect(located.tally.postal).toBe(1);
    expect(read).toEqual(["us-postal.bin"]);
  });
  it("reads the cities of the US and the world when a row needs them, each once", async () => {
    const { geodata, read } = recordedGeodata();
    await geodata.locateColumns(rows({ city: "Chicago", country: "US" }));
    expect(read).toEqual(["us-postal.bin", "us-cities.bin"]);
    const located = await geodata.locateColumns(
      rows({ city: "Paris", country: "FR" }, { city: "Boston", country: "US" }),
    );
    expect(located.tally.none).toBe(0);
    expect(read).toEqual(["us-postal.bin", "us-cities.bin", "world-cities.bin"]);
  });
  it("tries again after a failure", async () => {
    let attempts = 0;
    const geodata = new Geodata(async () => {
      attempts++;
      if (attempts === 1) throw new Error("offline");
      return Uint8Array.from(packed("us-postal.bin")).buffer;
    });
    const columns = rows({ postalCode: "10001", country: "US" });
    await expect(geodata.locateColumns(columns)).rejects.toThrow("offline");
    expect((await geodata.locateColumns(columns)).tally.postal).toBe(1);
  });
  it("gives the outlines and the postal table", async () => {
    const { geodata } = recordedGeodata();
    expect((await geodata.outlines()).states.length).toBe(56);
    expect((await geodata.usPostalTable()).codes.length).toBeGreaterThan(41_000);
  });
});
