import {
  emptyAlignment,
  type Lock,
  type Territory,
  UNASSIGNED_TERRITORY,
} from "../../../src/model/alignment";
import { makeRowIds } from "../../../src/model/ids";
import { EMPTY_TABLES, NO_UNKNOWN_PARTS, type Plan } from "../../../src/model/plan";
import { NO_PLANNING } from "../../../src/model/planning/planning-records";
import type { ColumnRole, NumberColumn, Table, TextColumn } from "../../../src/model/table";
import { TextDictionary } from "../../../src/model/text-dictionary";
import { createRandom } from "../../../src/optimizer/random";

const COLORS = [
  "#4477aa",
  "#ee6677",
  "#228833",
  "#ccbb44",
  "#66ccee",
  "#aa3377",
  "#dd8452",
  "#8172b3",
  "#64b5cd",
];
const CENTERS: readonly (readonly [string, number, number, number])[] = [
  ["New York", 40.7, -74, 1.8],
  ["Los Angeles", 34, -118.2, 1.5],
  ["Chicago", 41.9, -87.6, 1.3],
  ["Dallas", 32.8, -96.8, 1.2],
  ["Houston", 29.8, -95.4, 1],
  ["Atlanta", 33.7, -84.4, 1],
  ["Miami", 25.8, -80.2, 0.8],
  ["Seattle", 47.6, -122.3, 0.8],
  ["Denver", 39.7, -105, 0.7],
  ["Boston", 42.4, -71.1, 0.9],
  ["Minneapolis", 45, -93.3, 0.6],
  ["Phoenix", 33.4, -112, 0.7],
  ["San Francisco", 37.8, -122.4, 1],
  ["St. Louis", 38.6, -90.2, 0.5],
  ["Charlotte", 35.2, -80.8, 0.6],
  ["Salt Lake City", 40.8, -111.9, 0.4],
  ["Nashville", 36.2, -86.8, 0.5],
  ["Kansas City", 39.1, -94.6, 0.4],
];

/** A made-up plan of accounts around US cities, `unlocated` of them without a place, with territories by nearest city. */
export function mapPlan(count: number, territoryCount: number, unlocated = 0, seed = 1): Plan {
  const random = createRandom(seed);
  const latitudes = new Float64Array(count);
  const longitudes = new Float64Array(count);
  const revenue = new Float64Array(count);
  const cities: string[] = [];
  const total = CENTERS.reduce((sum, [, , , weight]) => sum + weight, 0);
  for (let account = 0; account < count; account++) {
    const center = pickCenter(random.next() * total);
    const spread = random.next() < 0.3 ? 4 : 0.9;
    latitudes[account] = Math.min(48.8, Math.max(25.2, center[1] + spread * bell(random.next)));
    longitudes[account] = Math.min(-70, Math.max(-124, center[2] + spread * 1.3 * bell(random.next)));
    revenue[account] = Math.round(20_000 * Math.exp(1.2 * bell(random.next)));
    cities.push(center[0]);
    if (account >= count - unlocated) latitudes[account] = Number.NaN;
  }
  const homes = Array.from({ length: territoryCount }, (_, i) => CENTERS[i % CENTERS.length]!);
  const jitter = homes.map((_, i) => (i < CENTERS.length ? 0 : 1.5 * bell(random.next)));
  const reps = table(territoryCount, seed + 1, [
    textColumn(
      "name",
      "name",
      homes.map((_, i) => `${["Ana", "Ben", "Chloe", "Dev", "Eli", "Fay"][i % 6]} ${"KLMPRST"[i % 7]}.`),
    ),
    numberColumn(
      "latitude",
      "latitude",
      Float64Array.from(homes, (home, i) => home[1] + jitter[i]!),
    ),
    numberColumn(
      "longitude",
      "longitude",
      Float64Array.from(homes, (home, i) => home[2] - jitter[i]!),
    ),
  ]);
  const territories: (Territory | null)[] = [
    UNASSIGNED_TERRITORY,
    ...homes.map(
      (home, i): Territory => ({
        id: `t${i}`,
        name: i < CENTERS.length ? home[0] : `${home[0]} ${1 + Math.floor(i / CENTERS.length)}`,
        color: COLORS[i % COLORS.length]!,
        group: null,
        coverage: [{ rep: reps.ids[i]!, role: "primary" }],
        share: 1,
      }),
    ),
  ];
  const locks = new Map<number, Lock>();
  const alignment = { ...emptyAlignment(count), territories, locks };
  for (let account = 0; account < count; account++) {
    if (random.next() < 0.04) continue;
    alignment.territoryOf[account] = nearest(latitudes[account]!, longitudes[account]!, homes, jitter) + 1;
    if (random.next() < 0.02) locks.set(account, { reason: "", until: null });
  }
  for (const account of locks.keys()) alignment.locked[account] = 1;
  const accounts = table(count, seed, [
    textColumn(
      "name",
      "name",
      cities.map((city, i) => `${city} ${["Supply", "Foods", "Labs", "Motors", "Health"][i % 5]} ${i + 1}`),
    ),
    textColumn("city", "city", cities),
    numberColumn("latitude", "latitude", latitudes),
    numberColumn("longitude", "longitude", longitudes),
    { ...numberColumn("revenue", "revenue", revenue), type: "currency" },
  ]);
  return {
    id: `map-${count}-${seed}`,
    name: "Map",
    createdAt: 0,
    settings: { locale: "en-US", currency: "USD", distanceUnit: "mi", timeZone: "America/Chicago" },
    tables: { ...EMPTY_TABLES, accounts, reps },
    measures: [
      { id: "accounts", name: "Accounts", source: { kind: "accounts" }, weight: 1, tolerance: 0.1 },
      {
        id: "revenue",
        name: "Revenue",
        source: { kind: "column", column: "revenue" },
        weight: 1,
        tolerance: 0.1,
      },
    ],
    layers: [{ id: "main", name: "Main", baseline: null }],
    scenarios: [
      { id: "current", name: "Current", description: "", archived: false, alignments: { main: alignment } },
    ],
    planning: NO_PLANNING,
    unknown: NO_UNKNOWN_PARTS,
  };
}

/** The center whose part of the summed weights holds `at`. */
function pickCenter(at: number): (typeof CENTERS)[number] {
  let left = at;
  for (const center of CENTERS) {
    left -= center[3];
    if (left < 0) return center;
  }
  return CENTERS[0]!;
}

function nearest(
  latitude: number,
  longitude: number,
  homes: readonly (readonly [string, number, number, number])[],
  jitter: readonly number[],
): number {
  let best = 0;
  let bestDistance = Number.POSITIVE_INFINITY;
  homes.forEach((home, i) => {
    const distance = Math.hypot(home[1] + jitter[i]! - latitude, 0.8 * (home[2] - jitter[i]! - longitude));
    if (distance < bestDistance) {
      best = i;
      bestDistance = distance;
    }
  });
  return best;
}

/** Roughly normal, from −3 to 3. */
function bell(next: () => number): number {
  return 2 * (next() + next() + next()) - 3;
}

/** A table of these columns with ids of its own. */
export function table(count: number, seed: number, columns: Table["columns"]): Table {
  return { count, ids: makeRowIds(count, createRandom(seed).next), deleted: null, columns };
}

export function numberColumn(key: string, role: ColumnRole | null, values: Float64Array): NumberColumn {
  return { key, header: key, role, origin: "imported", source: null, kind: "number", type: "number", values };
}

export function textColumn(key: string, role: ColumnRole | null, texts: readonly string[]): TextColumn {
  const dictionary = new TextDictionary();
  const codes = Uint32Array.from(texts, (text) => (text === "" ? 0 : dictionary.code(text)));
  return {
    key,
    header: key,
    role,
    origin: "imported",
    source: null,
    kind: "text",
    type: "text",
    codes,
    dictionary,
  };
}
