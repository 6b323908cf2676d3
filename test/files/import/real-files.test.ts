import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { exportAlignment } from "../../../src/files/export/alignment-csv";
import type { ImportPlan } from "../../../src/files/import/import-plan";
import { ImportSession } from "../../../src/files/import/import-session";
import type { LocatedColumns } from "../../../src/geodata/locate-columns";
import { columnByRole } from "../../../src/model/table";
import { seededRandom } from "../../helpers/seeded-random";

const DATA = "../shared/data";
const has = existsSync(DATA);

/** Places nothing, so that these tests are about files alone. */
async function nowhere({ count }: { count: number }): Promise<LocatedColumns> {
  const tally = {
    postal: 0,
    "postal-padded": 0,
    city: 0,
    "city-guess": 0,
    zip3: 0,
    "postal-area": 0,
    none: count,
  };
  return {
    latitude: new Float64Array(count).fill(Number.NaN),
    longitude: new Float64Array(count).fill(Number.NaN),
    how: new Uint8Array(count).fill(6),
    tally,
    notes: [],
    needs: new Set(),
    defaultCountry: undefined,
  };
}

function inspected(path: string) {
  const session = new ImportSession();
  const result = session.inspect(path.split("/").at(-1)!, { bytes: readFileSync(`${DATA}/${path}`) }, {});
  if (!result.ok) throw new Error(result.refusal.title);
  const { preview } = result;
  const role = (name: string) => preview.plan.columns.find((column) => column.role === name)?.header;
  const build = (plan: ImportPlan = preview.plan) =>
    session.build(plan, { planId: "p", random: seededRandom(1), now: 0, timeZone: "UTC", locate: nowhere });
  const issue = (kind: string, header?: string) =>
    preview.review.issues.find(
      (found) => found.kind === kind && (!header || (found.column !== null && found.header === header)),
    );
  return { session, preview, role, build, issue };
}

function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) if (!Number.isNaN(values[i]!)) total += values[i]!;
  return total;
}

describe.skipIf(!has)("real files (needs ../shared/data)", () => {
  it("AdventureWorks: one territory per territory and owner, grouped by territory", async () => {
    const { preview, role, build, issue } = inspected("adventureworks/derived_accounts.csv");
    expect(preview.rowCount).toBe(701);
    expect([role("key"), role("name"), role("owner"), role("territory"), role("revenue")]).toEqual([
      "Account ID",
      "Account Name",
      "Account Owner",
      "Territory",
      "Annual Revenue",
    ]);
    expect(issue("zero-coordinates")?.count).toBe(30);
    const { plan, report } = await build();
    const { baseline } = plan.layers[0]!;
    expect(report.territoryCount).toBe(preview.review.territoryCount);
    expect(baseline?.groups.length).toBe(10);
    expect(plan.tables.reps.count).toBe(preview.review.repCount);
    for (const territory of baseline!.territories.slice(1)) {
      const group = baseline!.groups.find(({ id }) => id === territory!.group);
      expect(territory!.name.startsWith(`${group!.name} – `)).toBe(true);
    }
  });

  it("hospitals: unknown beds are blank, ownership is no owner, ids keep their zeros", async () => {
    const { preview, role, build, issue } = inspected("hospitals/hospitals.csv");
    expect(preview.rowCount).toBe(7581);
    expect(role("owner")).toBeUndefined();
    expect(role("key")).toBe("ID");
    expect(role("latitude")).toBe("LATITUDE");
    expect(issue("unknown-marker", "BEDS")?.count).toBe(662);
    const { plan } = await build();
    const beds = plan.tables.accounts.columns.find((column) => column.header === "BEDS");
    if (beds?.kind !== "number") throw new Error("Expected numbers in BEDS.");
    expect(beds.values.filter((value) => Number.isNaN(value)).length).toBe(662);
    expect(plan.measures.map((measure) => measure.name)).toContain("BEDS");
    const key = columnByRole(plan.tables.accounts, "key");
    expect(key?.kind === "text" && key.dictionary.text(key.codes[0]!)).toBe("0005793230");
  });

  it("superstore: order lines become 4,910 customer locations, and the sums match", async () => {
    const { preview, build, issue } = inspected("superstore/superstore.csv");
    expect(preview.rowCount).toBe(9994);
    expect(preview.review.accountCount).toBe(4910);
    expect(issue("lost-zeros")?.count).toBe(449);
    const { plan } = await build();
    const rows = await build({ ...preview.plan, rollUp: null });
    expect(rows.plan.tables.accounts.count).toBe(9994);
    for (const header of ["Sales", "Profit", "Quantity"]) {
      const [rolled, single] = [plan, rows.plan].map(({ tables }) => {
        const column = tables.accounts.columns.find((candidate) => candidate.header === header);
        return column?.kind === "number" ? sum(column.values) : Number.NaN;
      });
      expect(rolled).toBeCloseTo(single!, 4);
      expect(rolled).toBeGreaterThan(0);
    }
    const orders = plan.tables.accounts.columns.find((column) => column.header === "Orders");
    expect(orders?.kind === "number" && Math.min(...orders.values)).toBe(1);
  });

  it.each([
    ["breweries/breweries.csv", 11822, "utf-8"],
    ["salesforce-dataloader/accountData.csv", 423, "windows-1252"],
    ["nhs-gp/practices.csv", 6658, "utf-8"],
    ["messy/adventureworks-pipe-noheader.csv", 701, "utf-8"],
    ["northwind/customers.csv", 91, "utf-8"],
    ["hospitals/hospitals.csv", 7581, "utf-8"],
    ["adventureworks/derived_accounts.csv", 701, "utf-8"],
  ])("%s comes in whole and goes back out cell for cell", async (path, rows, encoding) => {
    const { preview, build } = inspected(path);
    expect(preview.rowCount).toBe(rows);
    expect(preview.plan.reading.encoding).toBe(encoding);
    const { plan, report } = await build();
    expect(report.placed.reduce((total, { count }) => total + count, 0)).toBe(rows);
    const csv = exportAlignment(plan, { scenario: plan.scenarios[0]!.id, layer: plan.layers[0]!.id });
    const again = new ImportSession().inspect("again.csv", { text: csv }, { delimiter: ",", headerRow: 0 });
    if (!again.ok) throw new Error(again.refusal.title);
    const first = preview.firstRows.map((row) => row.join("\u0001"));
    const width = preview.plan.columns.length;
    expect(again.preview.firstRows.map((row) => row.slice(0, width).join("\u0001"))).toEqual(first);
  });

  it("GP practices: patients are a measure, the country is told by the postcodes", async () => {
    const { preview, build } = inspected("nhs-gp/practices.csv");
    expect([preview.plan.defaultCountry, preview.plan.locale, preview.plan.currency]).toEqual([
      "GB",
      "en-GB",
      "GBP",
    ]);
    const { plan } = await build();
    expect(plan.measures.map((measure) => measure.name)).toEqual(["Accounts", "Patients"]);
  });

  it("Northwind: the rows with an unquoted comma keep every cell", () => {
    const { preview, issue } = inspected("northwind/customers.csv");
    expect(issue("long-row")?.count).toBe(24);
    expect(preview.plan.columns.length).toBe(12);
  });

  it.each(has ? readdirSync(`${DATA}/messy/rvl`).filter((name) => name.endsWith(".csv")) : [])(
    "torture file %s is read or refused in words",
    async (name) => {
      const session = new ImportSession();
      const result = session.inspect(name, { bytes: readFileSync(`${DATA}/messy/rvl/${name}`) }, {});
      if (!result.ok) {
        expect(name).toMatch(
          /^(empty_file|blank_only|only_blank_lines|sep_only|utf16le_bom|utf32be_bom|encoding_utf32be|invalid_quote|unterminated_quote)\.csv$/,
        );
        expect(result.refusal.title).not.toBe("");
        return;
      }
      const context = { planId: "p", random: seededRandom(1), now: 0, timeZone: "UTC", locate: nowhere };
      const { plan } = await session.build(result.preview.plan, context);
      expect(plan.tables.accounts.count).toBe(result.preview.rowCount);
    },
  );
});
