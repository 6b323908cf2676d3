import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import {
  inspectPotential,
  openPotential,
  type PotentialChoice,
  readPotential,
} from "../../../src/files/areas/potential-csv";
import type { UnitKey } from "../../../src/geodata/unit-keys";
import { decodeUsPostal } from "../../../src/geodata/us-postal";
import { packed } from "../../geodata/packed";
import { realUnits } from "../../geodata/real-units";

const postal = decodeUsPostal(packed("us-postal.bin"));

/** A file read as proposed: the choice, and the figures by code. */
function read(set: string, text: string) {
  const units = realUnits(set);
  const table = openPotential(strToU8(text));
  const { proposal } = inspectPotential(table, units, postal);
  const potential = readPotential(table, units, postal, proposal!);
  const byCode = Object.fromEntries(
    units.codes.flatMap((code, unit) =>
      Number.isNaN(potential.values[unit]) ? [] : [[code, potential.values[unit]]],
    ),
  );
  return { proposal: proposal!, potential, byCode };
}

describe("market potential by CSV", () => {
  it.each<[what: string, set: string, key: UnitKey, text: string, byCode: Record<string, number>]>([
    [
      "FIPS codes, also those that lost a zero",
      "us-county",
      "county",
      "fips,potential\n17031,10\n1001,5\n",
      { "17031": 10, "01001": 5 },
    ],
    [
      "county names with a state beside",
      "us-county",
      "county",
      "county,state,potential\nCook,IL,10\nOrleans Parish,Louisiana,7\nSt. Louis,MO,3\nBaltimore city,MD,2\nBaltimore,MD,1\n",
      { "17031": 10, "22071": 7, "29189": 3, "24510": 2, "24005": 1 },
    ],
    [
      "county names with a state inside",
      "us-county",
      "county",
      'Area,Sales\n"Cook County, IL",10\n"Kings County, NY",4\n',
      { "17031": 10, "36047": 4 },
    ],
    [
      "postal codes, summed by county",
      "us-county",
      "postal-code",
      "zip,households\n60614,10\n60615,5\n10001,1\n",
      { "17031": 15, "36061": 1 },
    ],
    [
      "postal codes, summed by three digits",
      "us-zip3",
      "postal-code",
      "ZIP,Market\n02139,10\n2140,5\n10001-1234,1\n",
      { "021": 15, "100": 1 },
    ],
    [
      "three digits, also with lost zeros",
      "us-zip3",
      "zip3",
      "zip3;potential\n606;1.234,5\n21;5,25\n",
      { "606": 1234.5, "021": 5.25 },
    ],
    [
      "states by name or code",
      "us-state",
      "state",
      "State,Potential\nIllinois,10\nTX,$5\nD.C.,1\n",
      { IL: 10, TX: 5, DC: 1 },
    ],
    [
      "counties, summed by state",
      "us-state",
      "county",
      "fips,potential\n17031,10\n17043,5\n06037,1\n",
      { IL: 15, CA: 1 },
    ],
    ["countries", "country", "country", "country,potential\nGermany,10\nUSA,5\n", { DE: 10, US: 5 }],
    ["regions", "region:DE", "unit", "Land,Umsatz\nBayern,10\nBerlin,5\n", { "DE-BY": 10, "DE-BE": 5 }],
  ])("reads %s", (_, set, key, text, byCode) => {
    const result = read(set, text);
    expect(result.proposal.key).toBe(key);
    expect(result.byCode).toEqual(byCode);
    expect(result.potential.unmatchedCount).toBe(0);
  });

  it("counts what it cannot use, the largest figures first", () => {
    const { potential } = read(
      "us-county",
      "fips,potential\n17031,10\n17031,5\n99999,7\n88888,70\n06037,n/a\n36061,1\n36047,1\n",
    );
    expect(potential).toMatchObject({
      matched: 4,
      summed: 1,
      badNumbers: 1,
      total: 17,
      unmatchedCount: 2,
      unmatchedTotal: 77,
    });
    expect(potential.unmatched).toEqual([
      { line: 5, text: "88888", value: 70 },
      { line: 4, text: "99999", value: 7 },
    ]);
  });
  it("leaves figures below 0 out, and says where they stand", () => {
    const { potential, byCode } = read("us-state", "state,potential\nIL,10\nTX,-5\nIL,-2\nCA,0\nXX,-7\n");
    expect(potential).toMatchObject({ matched: 2, total: 10, unmatchedCount: 0 });
    expect(potential.negatives).toEqual({ count: 3, lines: [3, 4, 6] });
    expect(byCode).toEqual({ IL: 10, CA: 0 });
  });
  it("prefers the column called potential", () =>
    expect(
      read("us-state", "state,year,potential,rank\nIL,2024,10,1\nTX,2024,5,2\n").proposal.valueColumn,
    ).toBe(2));
  it("proposes nothing where no column names units", () => {
    const table = openPotential(strToU8("a,b\nx,1\ny,2\n"));
    expect(inspectPotential(table, realUnits("us-county"), postal).proposal).toBeNull();
  });
  it("offers no keys that are coarser than the units", () => {
    const table = openPotential(strToU8("state,potential\nIL,1\n"));
    const { keys } = inspectPotential(table, realUnits("us-county"), postal);
    expect(keys).toEqual(["postal-code", "county"]);
    const choice: PotentialChoice = { key: "state", keyColumn: 0, stateColumn: null, valueColumn: 1 };
    expect(() => readPotential(table, realUnits("us-county"), postal, choice)).toThrow("names units");
  });
  it("refuses what is no CSV", () =>
    expect(() => openPotential(strToU8('{"a": 1, "b": 2}'))).toThrow("JSON"));
});
