import { describe, expect, it } from "vitest";
import { applyFix, isFixed, undoFix } from "../../../src/files/import/import-issue";
import type { ImportPlan } from "../../../src/files/import/import-plan";
import { ImportSession } from "../../../src/files/import/import-session";
import type { LocatedColumns } from "../../../src/geodata/locate-columns";
import { cellSource, cellValue } from "../../../src/model/cells";
import { placeOf } from "../../../src/model/metrics/places";
import { columnByRole } from "../../../src/model/table";
import { seededRandom } from "../../helpers/seeded-random";

/** Places every row at 40, -90 by its city. */
async function atOnePlace({ count }: { count: number }): Promise<LocatedColumns> {
  return {
    latitude: new Float64Array(count).fill(40),
    longitude: new Float64Array(count).fill(-90),
    how: new Uint8Array(count).fill(2),
    tally: {
      postal: 0,
      "postal-padded": 0,
      city: count,
      "city-guess": 0,
      zip3: 0,
      "postal-area": 0,
      none: 0,
    },
    notes: [],
    needs: new Set(),
    defaultCountry: undefined,
  };
}

function inspect(lines: readonly string[]) {
  const session = new ImportSession();
  const result = session.inspect("file.csv", { text: lines.join("\n") }, {});
  if (!result.ok) throw new Error(result.refusal.title);
  const { preview } = result;
  return {
    preview,
    review: (plan: ImportPlan) => session.review(plan),
    column: (header: string) => preview.plan.columns.find((column) => column.header === header)!,
    kinds: preview.review.issues.map((issue) => issue.kind),
    issue: (kind: string) => preview.review.issues.find((issue) => issue.kind === kind)!,
    build: (plan: ImportPlan = preview.plan) =>
      session.build(plan, {
        planId: "p",
        random: seededRandom(7),
        now: 0,
        timeZone: "UTC",
        locate: atOnePlace,
      }),
  };
}

function refused(text: string) {
  const result = new ImportSession().inspect("file.csv", { text }, {});
  return result.ok ? null : result.refusal;
}

describe("meaning of columns", () => {
  it.each([
    [
      "Salesforce's labels",
      "Account ID,Account Name,Account Owner,Billing City,Billing State/Province,Billing Zip/Postal Code,Annual Revenue",
      "key,name,owner,city,state,postalCode,revenue",
    ],
    [
      "Salesforce's report",
      "Account: Account Name↑,Account Owner,Billing Zip/Postal Code (text only)",
      "name,owner,postalCode",
    ],
    [
      "Salesforce's API",
      "Id,Name,BillingCity,BillingState,BillingPostalCode,BillingLatitude,BillingLongitude,OwnerId",
      "key,name,city,state,postalCode,latitude,longitude,owner",
    ],
    [
      "HubSpot",
      "Record ID,Company name,Company owner,State/Region,Postal Code,Country/Region",
      "key,name,owner,state,postalCode,country",
    ],
    [
      "Dynamics",
      "(Do Not Modify) Account,Account Name,Address 1: City,Address 1: State/Province,Address 1: ZIP/Postal Code,Owner",
      "key?,name,city,state,postalCode,owner",
    ],
    [
      "Zoho",
      "Record Id,Account Owner,Account Name,Billing City,Billing State,Billing Code,Billing Country",
      "key,owner,name,city,state,postalCode,country",
    ],
    [
      "everyday words",
      "Customer,Rep,Territory,Town,Postcode,Sales",
      "name,owner,territory,city,postalCode,revenue",
    ],
  ])("knows %s", (_, header, roles) => {
    const cells = header
      .split(",")
      .map((name) => (/Revenue|Sales|Latitude|Longitude/.test(name) ? "12.5" : "some text"));
    const { preview } = inspect([header, cells.join(",")]);
    const expected = roles.split(",").map((role) => (role === "key?" ? null : role));
    expect(preview.plan.columns.map((column) => column.role)).toEqual(expected);
  });
  it.each([
    [
      "German",
      "Kundennr.;Kunde;Straße;PLZ;Ort;Bundesland;Außendienst;Gebiet;Branche;Mitarbeiter;Umsatz;Potenzial;E-Mail",
      "key,name,street,postalCode,city,state,owner,territory,industry,employees,revenue,potential,email",
    ],
    [
      "German without umlauts",
      "Kundennummer;Firma;Strasse;Postleitzahl;Verkaeufer;Breitengrad;Laengengrad;Umsatz 2024",
      "key,name,street,postalCode,owner,latitude,longitude,revenue",
    ],
    [
      "French",
      "Code client;Raison sociale;Code postal;Ville;Pays;Commercial;Chiffre d'affaires;Potentiel;Effectif",
      "key,name,postalCode,city,country,owner,revenue,potential,employees",
    ],
    [
      "Spanish",
      "Código cliente;Nombre;Código postal;Ciudad;Provincia;Vendedor;Zona;Facturación;Empleados;Latitud",
      "key,name,postalCode,city,state,owner,territory,revenue,employees,latitude",
    ],
    [
      "Italian",
      "Codice cliente;Ragione sociale;CAP;Città;Agente;Fatturato;Dipendenti",
      "key,name,postalCode,city,owner,revenue,employees",
    ],
    [
      "Dutch",
      "Klantnummer;Klantnaam;Plaats;Provincie;Vertegenwoordiger;Omzet;Medewerkers",
      "key,name,city,state,owner,revenue,employees",
    ],
    [
      "order lines",
      "Order ID;Customer ID;Customer;Ship Date;Ship City;Ship State;Ship ZIP;Ship Country;Line Total",
      ",key,name,,city,state,postalCode,country,revenue",
    ],
    [
      "deliveries",
      "Delivery City;Delivery Postal Code;Delivery Country;Net",
      "city,postalCode,country,revenue",
    ],
    ["bills", "Bill to City;Bill to State;Bill to ZIP Code;Amount", "city,state,postalCode,revenue"],
  ])("knows %s headers", (_, header, roles) => {
    const figures =
      /Umsatz|Poten|itarbeiter|grad|affaires|Effectif|Factura|Emplea|Latitud|Fattu|Dipen|Omzet|Medew|Total|^Net$|Amount/;
    const row = (number: string) =>
      header
        .split(";")
        .map((name) => (figures.test(name) ? number : "some text"))
        .join(";");
    const { preview } = inspect([header, row("12"), row("40")]);
    expect(preview.plan.columns.map((column) => column.role ?? "").join()).toBe(roles);
  });
  it("sums what the lines of an order came to", () => {
    const { column } = inspect([
      "Order ID,Customer ID,Ship ZIP,Extended Price",
      "1,A,02139,12.50",
      "1,A,02139,3.25",
      "2,A,02139,1.10",
      "3,B,73301,7.00",
      "4,B,73301,7.10",
    ]);
    expect(column("Extended Price")).toMatchObject({ role: "revenue", type: "currency", aggregate: "sum" });
  });
  it("takes postal codes of five digits for those of the headers' country", () => {
    const of = (header: string) => inspect([header, "Auto GmbH;70173;x", "Bau AG;80331;y"]).preview.plan;
    expect(of("Kunde;PLZ;Ort").defaultCountry).toBe("DE");
    expect(of("Raison sociale;Code postal;Ville").defaultCountry).toBe("FR");
    expect(of("Customer;ZIP;Town").defaultCountry).toBe("US");
  });
  it("sees no employees in a column of nothing but -999", () => {
    const header = "Name,ZIP,TTL_STAFF";
    expect(inspect([header, "A,02139,-999", "B,73301,-999"]).column("TTL_STAFF").role).toBeNull();
    expect(inspect([header, "A,02139,-999", "B,73301,-999", "C,73301,5"]).column("TTL_STAFF").role).toBe(
      "employees",
    );
  });
  it("balances revenue, potential and visits where the file has them", async () => {
    const { build } = inspect(["Name,Potential,Umsatz,Visits", "A,5,10,2", "B,6,20,4"]);
    const { plan } = await build();
    expect(plan.measures.map(({ name }) => name)).toEqual(["Accounts", "Umsatz", "Potential", "Visits"]);
  });
  it("treats JavaScript's own names as ordinary headers", async () => {
    const { build } = inspect(["__proto__,constructor,toString,hasOwnProperty", "1,a,b,c", "2,d,e,f"]);
    const { accounts } = (await build()).plan.tables;
    expect(accounts.columns.slice(0, 4).map(({ header }) => header)).toEqual([
      "__proto__",
      "constructor",
      "toString",
      "hasOwnProperty",
    ]);
    expect(cellValue(accounts.columns[1]!, 1)).toBe("d");
  });
  it("keeps ids and codes as text, every digit", () => {
    const { column } = inspect([
      "Account ID,Code,Zip",
      "1E5,007,02139",
      "12345678901234567890,012,10001-1234",
    ]);
    const types = ["Account ID", "Code", "Zip"].map((header) => column(header).type);
    for (const type of types) expect(type).toMatch(/text|choice/);
  });
  it("tells types apart", () => {
    const { preview } = inspect([
      "Name,When,Share,Fee,Count,Active",
      'A,2024-01-31,12%,"$1,200.50",3,yes',
      "B,2024-02-01,8%,$3,4,no",
    ]);
    expect(preview.plan.columns.map((column) => column.type)).toEqual([
      "text",
      "date",
      "percent",
      "currency",
      "number",
      "yesno",
    ]);
  });
  it("detects a decimal comma and the order of dates by what is unambiguous", () => {
    const { column } = inspect(["name;value;since", "A;1.234,50;31.12.2024", "B;2,5;01.02.2024"]);
    expect(column("value")).toMatchObject({ type: "currency", decimal: "," });
    expect(column("since")).toMatchObject({ type: "date", dateOrder: "dmy" });
  });
});

describe("problems, by kind and column with their lines", () => {
  it("asks for the order of dates that could be either", () => {
    const { issue } = inspect(["name,since", "A,03/04/2025", "B,05/06/2025"]);
    expect(issue("ambiguous-date")).toMatchObject({ count: 2, header: "since" });
  });
  it("names the line, also after cells of several lines and blank lines", () => {
    const { issue } = inspect(["name,employees", '"A\nInc",1', "", "B,2", "C,3", "D,oops"]);
    expect(issue("not-a-number")).toMatchObject({
      count: 1,
      examples: [{ line: 7, header: "employees", text: "oops" }],
    });
  });
  it("flags error texts and reads them as blank, and writes them as they came", async () => {
    const { kinds, build } = inspect(["name,employees", "A,1", "B,2", "C,#N/A", "D,1e400"]);
    expect(kinds).toEqual(expect.arrayContaining(["error-text", "too-large"]));
    const employees = columnByRole((await build()).plan.tables.accounts, "employees")!;
    expect([cellValue(employees, 2), cellSource(employees, 2)]).toEqual([null, "#N/A"]);
  });
  it("lists duplicate and blank ids, and keeps, merges or skips them", async () => {
    const file = inspect(["id,name,employees", "1,A,", "1,,5", "2,B,6", ",C,7"]);
    expect(file.issue("duplicate-id").count).toBe(2);
    expect(file.issue("blank-id").count).toBe(1);
    const count = (duplicates: ImportPlan["duplicates"]) =>
      file.review({ ...file.preview.plan, duplicates }).accountCount;
    expect([count("keep"), count("merge"), count("skip")]).toEqual([4, 3, 3]);
    const merged = (await file.build({ ...file.preview.plan, duplicates: "merge" })).plan.tables.accounts;
    expect(merged.columns.slice(0, 3).map((column) => cellValue(column, 0))).toEqual(["1", "A", 5]);
  });
  it("offers lost zeros, blanks for -999 and the total row, each to be switched on and off", async () => {
    const { preview, issue, build } = inspect([
      "id,name,city,state,zip,beds",
      "1,A,Boston,MA,2139,10",
      "2,B,New York,NY,10001,-999",
      "3,C,Chicago,IL,60601,-999",
      "4,D,Austin,TX,73301,5",
      ",Total,,,,15",
    ]);
    expect([
      isFixed(preview.plan, issue("lost-zeros").fix!),
      isFixed(preview.plan, issue("unknown-marker").fix!),
    ]).toEqual([false, true]);
    expect(preview.review.accountCount).toBe(4);
    expect(isFixed(undoFix(preview.plan, issue("total-row").fix!), issue("total-row").fix!)).toBe(false);
    const { accounts } = (await build(applyFix(preview.plan, issue("lost-zeros").fix!))).plan.tables;
    expect(cellValue(columnByRole(accounts, "postalCode")!, 0)).toBe("02139");
  });
  it("suggests to swap coordinates and flags those off the globe", () => {
    const swapped = inspect([
      "name,state,latitude,longitude",
      "A,NY,-74.0,40.7",
      "B,IL,-87.6,41.9",
      "C,CA,-118.2,34.1",
    ]);
    const fix = swapped.issue("swapped-coordinates").fix!;
    const plan = applyFix(swapped.preview.plan, fix);
    expect(plan.columns.map((column) => column.role)).toEqual(["name", "state", "longitude", "latitude"]);
    expect(swapped.review(plan).issues).toEqual([]);
    const { issue } = inspect([
      "name,latitude,longitude",
      "A,91,10",
      "B,0,0",
      "C,50,181",
      "D,50,10",
      "E,51,11",
    ]);
    expect([
      issue("latitude-out-of-range").count,
      issue("longitude-out-of-range").count,
      issue("zero-coordinates").count,
    ]).toEqual([1, 1, 1]);
  });
  it("offers to swap the degrees of a single row among many right ones", async () => {
    const right = Array.from({ length: 12 }, (_, row) => `S${row},${40 + row / 10},${-75 - row / 10}`);
    const { issue, preview, review, build } = inspect([
      "name,latitude,longitude",
      ...right,
      "East,-74.2,40.7",
      "West,-118.2,34.1",
      "Gone,95,-75",
    ]);
    // The last two lie far from the others either way.
    expect(issue("swapped-coordinates")).toMatchObject({
      count: 1,
      examples: [{ line: 14, text: "-74.2, 40.7" }],
      fix: { kind: "swap-rows", rows: [12] },
    });
    expect(issue("latitude-out-of-range").count).toBe(2);
    const plan = applyFix(preview.plan, issue("swapped-coordinates").fix!);
    expect(plan.swappedRows).toEqual([12]);
    expect(review(plan).issues.map(({ kind }) => kind)).toContain("swapped-coordinates");
    const { accounts } = (await build(plan)).plan.tables;
    expect([0, 12].map((account) => placeOf(accounts, account))).toEqual([
      { latitude: 40, longitude: -75 },
      { latitude: 40.7, longitude: -74.2 },
    ]);
  });
  it("flags short and long rows and headers that stand twice", () => {
    const { preview } = inspect(["name,name,employees,x", "A,B,oops,1,2", "C,D", "E,F,3,4", "G,H,5,6"]);
    expect(preview.review.issues.map((issue) => issue.kind)).toEqual(
      expect.arrayContaining(["short-row", "long-row", "duplicate-header"]),
    );
  });
  it("stays small however many cells are wrong", () => {
    const rows = Array.from({ length: 20_000 }, (_, row) => `${row},${row % 20 === 0 ? `bad ${row}` : row}`);
    const { issue, preview } = inspect(["id,employees", ...rows]);
    expect(issue("not-a-number").count).toBe(1_000);
    expect(JSON.stringify(preview.review.issues).length).toBeLessThan(20_000);
  });
});

describe("refusals", () => {
  it("says where a quote opened that never closes", () => {
    expect(refused(`id,name\n1,A\n2,"B\n${"3,C\n".repeat(100_000)}`)).toMatchObject({
      kind: "unclosed-quote",
      line: 3,
    });
  });
  it.each([
    ["100,000 columns", Array.from({ length: 100_000 }, (_, i) => `c${i}`).join(",")],
    ["20,000 equal headers", `${"a,".repeat(20_000)}\n1,2`],
    ["a row that goes on and on", `id,name\n1,${"x".repeat(20_000_000)}`],
    ["a quoted cell that goes on and on", `id,name\n1,"${"x".repeat(20_000_000)}"`],
  ])("refuses %s", (_, text) => expect(refused(text)?.kind).toMatch(/too-many-columns|cell-too-long/));
  it("takes a million quote marks", () =>
    expect(refused(`id,name\n1,"${'"'.repeat(1_000_000)}"`)).toBeNull());
  it("refuses more rows than it can hold", () => {
    expect(refused(`id,name\n${"1,A\n".repeat(500_001)}`)?.kind).toBe("too-many-rows");
  });
});

describe("the current alignment", () => {
  const file = [
    "id,name,owner,territory",
    "1,A,Ann,East",
    "2,B,Bob,East",
    "3,C,ann ,West",
    "4,D,,West",
    "5,E,Bob,",
    "6,F,,",
  ];
  it("has one territory per pair, grouped by territory, spelling variants together", async () => {
    const { preview, build } = inspect(file);
    const { plan, report } = await build();
    const { baseline } = plan.layers[0]!;
    const name = (slot: number) => baseline!.territories[slot]!.name;
    expect([...baseline!.territoryOf].map(name)).toEqual([
      "East – Ann",
      "East – Bob",
      "West – Ann",
      "West – no rep",
      "Bob",
      "Unassigned",
    ]);
    expect(baseline!.groups.map((group) => group.name)).toEqual(["East", "West"]);
    expect([report.territoryCount, report.repCount, report.unassignedCount]).toEqual([5, 2, 1]);
    expect(preview.review).toMatchObject({ territoryCount: 5, repCount: 2, accountCount: 6 });
    expect(plan.scenarios[0]!.name).toBe("Current");
  });
  it("has one per territory or per owner if the planner says so", async () => {
    const { preview, build } = inspect(file);
    const names = async (territories: ImportPlan["territories"]) =>
      (await build({ ...preview.plan, territories })).plan.layers[0]!.baseline?.territories.map(
        (territory) => territory!.name,
      );
    expect(await names("territory")).toEqual(["Unassigned", "East", "West"]);
    expect(await names("owner")).toEqual(["Unassigned", "Ann", "Bob"]);
    expect(await names("none")).toBeUndefined();
  });
});

describe("positions", () => {
  it("fills what is blank, keeps what the file has, and says how", async () => {
    const { build } = inspect([
      "name,city,state,latitude,longitude",
      "A,Boston,MA,42.36,-71.06",
      "B,Peoria,IL,,",
      "C,Peoria,IL,0,0",
    ]);
    const { plan, report } = await build();
    const { accounts } = plan.tables;
    const latitude = columnByRole(accounts, "latitude")!;
    expect([0, 1, 2].map((row) => cellValue(latitude, row))).toEqual([42.36, 40, 40]);
    expect([0, 1, 2].map((row) => cellSource(latitude, row))).toEqual([null, "", "0"]);
    expect([0, 1].map((row) => cellValue(columnByRole(accounts, "locatedBy")!, row))).toEqual([
      "file",
      "city",
    ]);
    expect(report.placed).toEqual([
      { how: "city", count: 2 },
      { how: "file", count: 1 },
    ]);
  });
});

describe("what the dialog says about a file", () => {
  it("names the line of every row that may be the header, blank lines counted", () => {
    const { preview } = inspect([
      "Accounts by region",
      "",
      "as of May",
      "Name,ZIP,Sales",
      "A,02139,5",
      "B,73301,6",
    ]);
    expect(preview.titleLines).toEqual([1, 3]);
    expect(preview.headerLine).toBe(4);
    expect(preview.firstLines).toEqual([5, 6]);
  });
  it("counts rows and blanks without the rows that are left out", () => {
    const { preview, review } = inspect(["Name,ZIP,Sales", "A,02139,5", "B,,6", "Total,,11"]);
    expect(preview.plan.excludedRows).toEqual([2]);
    expect(preview.review).toMatchObject({ rowCount: 2, blankCounts: [0, 1, 0] });
    expect(review({ ...preview.plan, excludedRows: [] })).toMatchObject({
      rowCount: 3,
      blankCounts: [0, 2, 0],
    });
  });
  it.each([
    ["Name,Sales", true],
    ["Name,State", true],
    ["Name,Latitude", true],
    ["Name,ZIP", false],
    ["Name,City", false],
    ["Latitude,Longitude", false],
  ])("%s: warns that no column says where the accounts are: %s", (header, warned) => {
    const rows = ["12,40.5", "13,41.5"];
    expect(inspect([header, ...rows]).kinds.includes("no-place")).toBe(warned);
  });
});
