import { describe, expect, it } from "vitest";
import { locateAgain } from "../../../src/files/import/locate-again";
import { LOCATE_METHODS } from "../../../src/geodata/address";
import { type AddressColumns, addressAt, type LocatedColumns } from "../../../src/geodata/locate-columns";
import { applyPatch } from "../../../src/model/apply-patch";
import type { Plan } from "../../../src/model/plan";
import type { TextColumn } from "../../../src/model/table";
import { TextDictionary } from "../../../src/model/text-dictionary";
import { smallPlan } from "../../helpers/small-plan";

const ALBANY = { latitude: 42.65, longitude: -73.75 };

/** A locator that knows one postal code. */
async function locate(columns: AddressColumns): Promise<LocatedColumns> {
  const rows = Array.from(
    { length: columns.count },
    (_, row) => addressAt(columns, row).postalCode === "12207",
  );
  const missing = rows.flatMap((known, row) =>
    known ? [] : [{ row, how: "none" as const, text: "No such code." }],
  );
  return {
    latitude: Float64Array.from(rows, (known) => (known ? ALBANY.latitude : Number.NaN)),
    longitude: Float64Array.from(rows, (known) => (known ? ALBANY.longitude : Number.NaN)),
    how: Uint8Array.from(rows, (known) => LOCATE_METHODS.indexOf(known ? "postal" : "none")),
    tally: { postal: 0, "postal-padded": 0, city: 0, "city-guess": 0, zip3: 0, "postal-area": 0, none: 0 },
    notes: missing,
    needs: new Set(),
    defaultCountry: "US",
  };
}

function planWithCodes(codes: readonly string[]): Plan {
  const plan = smallPlan("A".repeat(codes.length));
  const dictionary = new TextDictionary();
  const postalCode: TextColumn = {
    kind: "text",
    type: "text",
    key: "zip",
    header: "ZIP",
    role: "postalCode",
    origin: "imported",
    source: null,
    dictionary,
    codes: Uint32Array.from(codes, (code) => dictionary.code(code)),
  };
  const { accounts } = plan.tables;
  const columns = [...accounts.columns, postalCode];
  return { ...plan, tables: { ...plan.tables, accounts: { ...accounts, columns } } };
}

describe("locating accounts again", () => {
  it("places those whose address is known now and leaves the others where they are", async () => {
    const plan = planWithCodes(["12207", "00000"]);
    const { patchFor, found, notFound } = await locateAgain(plan, [0, 1], locate);
    const latitude = applyPatch(plan, patchFor(plan)).tables.accounts.columns.find(
      ({ key }) => key === "latitude",
    );
    expect(found).toBe(1);
    expect(notFound).toEqual([{ account: 1, reason: "No such code." }]);
    expect(latitude).toMatchObject({ values: Float64Array.from([ALBANY.latitude, 40.1]) });
  });
});
