import fc from "fast-check";
import { type Alignment, type Lock, lockedFlags, UNASSIGNED_TERRITORY } from "../../src/model/alignment";
import { withCells } from "../../src/model/cells";
import { makeRecordId, makeRowIds, type Random } from "../../src/model/ids";
import type { Plan } from "../../src/model/plan";
import {
  type CellValue,
  type Column,
  type ColumnRole,
  type ColumnType,
  EMPTY_TABLE,
  type Table,
} from "../../src/model/table";
import { TextDictionary } from "../../src/model/text-dictionary";
import { EVERY_SOURCE } from "./arbitrary-measures";
import { everyPlanningRecord } from "./arbitrary-planning";

/** Texts that files, spreadsheets and encodings stumble over, and plain ones. */
export const NASTY_TEXTS = [
  "Acme",
  "Zürich",
  "=1+1",
  "'=1",
  "'",
  "+1-555-0100",
  'a,"b"',
  "two\r\nlines",
  "\ttab",
  " =SUM(A1)",
  "\ud800 lone",
  "👩‍👩‍👧",
  "007",
  "__proto__",
  "＝1",
  "\u0000",
  "line\rreturn",
  "\ufeffmark",
  " ",
];

const TYPES: readonly ColumnType[] = [
  "text",
  "choice",
  "number",
  "currency",
  "percent",
  "date",
  "datetime",
  "yesno",
];

/** A seed; everything made from it is made anew on each call, so no two plans share arrays. */
export const arbitrarySeed = fc.integer({ min: 1, max: 2 ** 31 - 1 });

/** A generator of numbers in [0, 1) for tests (mulberry32). */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function pick<Item>(random: Random, items: readonly Item[]): Item {
  return items[Math.floor(random() * items.length)]!;
}

/** A value of the type, now and then a blank, a negative zero or a number without end. */
export function randomCell(random: Random, type: ColumnType): CellValue {
  if (random() < 0.15) return null;
  switch (type) {
    case "text":
    case "choice":
      return pick(random, NASTY_TEXTS);
    case "yesno":
      return random() < 0.5;
    case "date":
      return Math.floor(random() * 40_000) - 10_000;
    case "datetime":
      return random() < 0.5 ? random() * 20_000 : Math.floor(random() * 1e9) / 86_400_000;
    case "percent":
      return random() < 0.5 ? Math.floor(random() * 1000) / 1000 : random();
    default:
      return pick(random, [
        -0,
        0,
        1e300,
        -5,
        0.1 + 0.2,
        Number.POSITIVE_INFINITY,
        random() * 1e6,
        2 ** 53 + 2,
      ]);
  }
}

/** A column of the type with `count` cells, about half of them with a source text. */
export function randomColumn(
  random: Random,
  key: string,
  type: ColumnType,
  count: number,
  role: ColumnRole | null = null,
): Column {
  const base = { key, header: `${pick(random, NASTY_TEXTS)} ${key}`, role, source: null };
  const origin = random() < 0.5 ? "imported" : "planner";
  const blank: Column =
    type === "text" || type === "choice"
      ? {
          ...base,
          origin,
          kind: "text",
          type,
          codes: new Uint32Array(count),
          dictionary: new TextDictionary(),
        }
      : type === "yesno"
        ? { ...base, origin, kind: "yesno", type, flags: new Uint8Array(count).fill(2) }
        : { ...base, origin, kind: "number", type, values: new Float64Array(count).fill(Number.NaN) };
  const rows = Array.from({ length: count }, (_, row) => row);
  const values = rows.map(() => randomCell(random, type));
  const sources = random() < 0.5 ? null : rows.map(() => (random() < 0.5 ? null : pick(random, NASTY_TEXTS)));
  return withCells(blank, rows, values, sources);
}

/** A table with `count` rows and up to `columnCount` columns of any types. */
export function randomTable(random: Random, count: number, columnCount: number): Table {
  const columns = Array.from({ length: columnCount }, (_, i) =>
    randomColumn(random, `c${i}`, pick(random, TYPES), count, i === 0 ? "name" : null),
  );
  const deleted = Uint8Array.from({ length: count }, () => (random() < 0.1 ? 1 : 0));
  return { count, ids: makeRowIds(count, random), deleted: deleted.includes(1) ? deleted : null, columns };
}

/** An alignment with a tree, deleted slots and locks over the accounts and units. */
export function randomAlignment(
  random: Random,
  accounts: number,
  units: number,
  repIds: Float64Array,
): Alignment {
  const groups = [
    { id: makeRecordId(random), name: "West", parent: null },
    { id: makeRecordId(random), name: "=Coast", parent: null as string | null },
  ];
  groups[1]!.parent = groups[0]!.id;
  const territories = Array.from({ length: 4 }, (_, i) =>
    i === 2
      ? null
      : {
          id: makeRecordId(random),
          name: pick(random, NASTY_TEXTS),
          color: "#1f77b4",
          group: pick(random, [null, groups[0]!.id, groups[1]!.id]),
          coverage: repIds.length > 0 ? [{ rep: repIds[0]!, role: "primary" }] : [],
          share: 0.5 + random(),
        },
  );
  const slots = [0, 1, 2, 4];
  const locks = new Map<number, Lock>();
  for (let account = 0; account < accounts; account++) {
    if (random() < 0.2) locks.set(account, { reason: "key", until: random() < 0.5 ? null : 20_000 });
  }
  return {
    territories: [UNASSIGNED_TERRITORY, ...territories],
    groups,
    territoryOf: Uint16Array.from({ length: accounts }, () => pick(random, slots)),
    originOf: Uint8Array.from({ length: accounts }, () => Math.floor(random() * 5)),
    locks,
    locked: lockedFlags(locks, accounts),
    territoryOfUnit: Uint16Array.from({ length: units }, () => pick(random, slots)),
  };
}

/** A whole plan with everything that a plan can have, small unless told otherwise. */
export function randomPlan(seed: number, accounts = 12, columnCount = 6): Plan {
  const random = seededRandom(seed);
  const reps = randomTable(random, 3, 2);
  const units = randomTable(random, 4, 1);
  const layer = makeRecordId(random);
  const alignment = () => randomAlignment(random, accounts, units.count, reps.ids);
  const scenario = (name: string) => ({
    id: makeRecordId(random),
    name,
    description: pick(random, NASTY_TEXTS),
    archived: random() < 0.3,
    alignments: { [layer]: alignment() },
  });
  return {
    id: makeRecordId(random),
    name: pick(random, NASTY_TEXTS),
    createdAt: 1_700_000_000_000,
    settings: { locale: "en-US", currency: "USD", distanceUnit: "mi", timeZone: "America/Chicago" },
    tables: {
      accounts: randomTable(random, accounts, columnCount),
      leads: EMPTY_TABLE,
      deals: randomTable(random, 2, 2),
      reps,
      units,
    },
    measures: [
      { id: "accounts", name: "Accounts", source: { kind: "accounts" }, weight: 1, tolerance: 0.1 },
      { id: "m2", name: "Revenue", source: { kind: "column", column: "c1" }, weight: 0.5, tolerance: 0.2 },
      ...EVERY_SOURCE,
    ],
    layers: [{ id: layer, name: "Main", baseline: random() < 0.7 ? alignment() : null }],
    scenarios: [scenario("Current"), scenario("A")],
    planning: everyPlanningRecord(),
    unknown: {
      fields: { futureField: { deep: [1, "two", null] } },
      members: new Map([["future/notes.txt", new TextEncoder().encode("kept")]]),
    },
  };
}
