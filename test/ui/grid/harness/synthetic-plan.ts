import { emptyAlignment, type Territory } from "../../../../src/model/alignment";
import { makeRowIds } from "../../../../src/model/ids";
import { EMPTY_TABLES, NO_UNKNOWN_PARTS, type Plan } from "../../../../src/model/plan";
import { NO_PLANNING } from "../../../../src/model/planning/planning-records";
import type { Column, ColumnRole, Table } from "../../../../src/model/table";
import { TextDictionary } from "../../../../src/model/text-dictionary";

const COLORS = ["#4e79a7", "#f28e2b", "#59a14f", "#e15759", "#b07aa1", "#76b7b2", "#edc948", "#9c755f"];
const FIRST = [
  "Acme",
  "Blue Ridge",
  "Cedar",
  "Delta",
  "Évora",
  "Falcon",
  "Granite",
  "Harbor",
  "Iron",
  "Juniper",
];
const SECOND = ["Foods", "Logistics", "Clinic", "Software", "Textiles", "Motors", "Energy", "Partners"];
const INDUSTRIES = ["Finance", "Health care", "Manufacturing", "Retail", "Software", "Education", ""];
const CITIES = ["Austin", "Boston", "Chicago", "Denver", "El Paso", "Fresno", "Gary", "Houston"];

/** A seeded plan of any size: 30 account columns of every type, reps, and territories that they cover. */
export function syntheticPlan(accountCount: number, territoryCount: number, columnCount = 30): Plan {
  const random = mulberry32(7);
  const pick = (texts: readonly string[]) => texts[Math.floor(random() * texts.length)]!;
  const rows = Array.from({ length: accountCount }, (_, row) => row);
  const ids = makeRowIds(accountCount, random);

  const columns: Column[] = [
    textColumn("id", "Account ID", "key", rows, (row) => `A-${String(row).padStart(6, "0")}`),
    textColumn("name", "Account name", "name", rows, (row) => `${pick(FIRST)} ${pick(SECOND)} ${row}`),
    { ...textColumn("industry", "Industry", "industry", rows, () => pick(INDUSTRIES)), type: "choice" },
    textColumn("city", "City", "city", rows, () => pick(CITIES)),
    numberColumn("revenue", "Revenue", "currency", "revenue", rows, () =>
      random() < 0.02 ? Number.NaN : Math.round(random() ** 3 * 2_000_000) / 4,
    ),
    numberColumn("employees", "Employees", "number", "employees", rows, () =>
      Math.floor(random() ** 4 * 5000),
    ),
    numberColumn("growth", "Growth", "percent", null, rows, () => Math.round(random() * 400 - 100) / 1000),
    numberColumn(
      "last",
      "Last activity",
      "date",
      "lastActivity",
      rows,
      () => 19_000 + Math.floor(random() * 1500),
    ),
    {
      ...base("partner", "Partner", null),
      kind: "yesno",
      type: "yesno",
      flags: Uint8Array.from(rows, () => Math.floor(random() * 3)),
    },
    numberColumn("lat", "Latitude", "number", "latitude", rows, () => 26 + random() * 22),
    numberColumn("lng", "Longitude", "number", "longitude", rows, () => -122 + random() * 50),
  ];
  while (columns.length < columnCount) {
    const at = columns.length;
    columns.push(
      at % 3 === 0
        ? textColumn(
            `t${at}`,
            `Note ${at}`,
            null,
            rows,
            () => `${pick(SECOND)} ${Math.floor(random() * 500)}`,
          )
        : numberColumn(
            `n${at}`,
            `Figure ${at}`,
            "number",
            null,
            rows,
            () => Math.round(random() * 1e6) / 100,
          ),
    );
  }
  const accounts: Table = { count: accountCount, ids, deleted: null, columns };
  const repRows = Array.from({ length: territoryCount }, (_, row) => row);
  const reps: Table = {
    count: territoryCount,
    ids: makeRowIds(territoryCount, random),
    deleted: null,
    columns: [
      textColumn(
        "name",
        "Rep",
        "name",
        repRows,
        (row) => `${pick(FIRST)} ${String.fromCharCode(65 + (row % 26))}.`,
      ),
    ],
  };
  const territories: Territory[] = repRows.map((slot) => ({
    id: `t${slot}`,
    name: `Territory ${slot + 1}`,
    color: COLORS[slot % COLORS.length]!,
    group: null,
    coverage: [{ rep: reps.ids[slot]!, role: "primary" }],
    share: 1,
  }));
  const empty = emptyAlignment(accountCount);
  const alignment = {
    ...empty,
    territories: [...empty.territories, ...territories],
    territoryOf: Uint16Array.from(rows, () => Math.floor(random() * (territoryCount + 1))),
  };
  return {
    id: "synthetic",
    name: "Synthetic",
    createdAt: 0,
    settings: { locale: "en-US", currency: "USD", distanceUnit: "mi", timeZone: "America/Chicago" },
    tables: { ...EMPTY_TABLES, accounts, reps },
    measures: [
      { id: "accounts", name: "Accounts", source: { kind: "accounts" }, weight: 1, tolerance: 0.1 },
      {
        id: "rev",
        name: "Revenue",
        source: { kind: "column", column: "revenue" },
        weight: 1,
        tolerance: 0.1,
      },
    ],
    layers: [{ id: "main", name: "Main", baseline: alignment }],
    scenarios: [
      { id: "current", name: "Current", description: "", archived: false, alignments: { main: alignment } },
    ],
    planning: NO_PLANNING,
    unknown: NO_UNKNOWN_PARTS,
  };
}

function base(key: string, header: string, role: ColumnRole | null) {
  return { key, header, role, origin: "imported" as const, source: null };
}

function textColumn(
  key: string,
  header: string,
  role: ColumnRole | null,
  rows: readonly number[],
  text: (row: number) => string,
): Column & { kind: "text" } {
  const dictionary = new TextDictionary();
  const codes = Uint32Array.from(rows, (row) => {
    const value = text(row);
    return value === "" ? 0 : dictionary.code(value);
  });
  return { ...base(key, header, role), kind: "text", type: "text", codes, dictionary };
}

function numberColumn(
  key: string,
  header: string,
  type: "number" | "currency" | "percent" | "date",
  role: ColumnRole | null,
  rows: readonly number[],
  value: (row: number) => number,
): Column {
  return { ...base(key, header, role), kind: "number", type, values: Float64Array.from(rows, value) };
}

function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
