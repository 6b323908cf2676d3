import { type Alignment, emptyAlignment, type Territory } from "../../src/model/alignment";
import { EMPTY_TABLES, NO_UNKNOWN_PARTS, type Plan } from "../../src/model/plan";
import { NO_PLANNING } from "../../src/model/planning/planning-records";
import type { NumberColumn, Table, TextColumn } from "../../src/model/table";
import { TextDictionary } from "../../src/model/text-dictionary";

export const PATH = { scenario: "current", layer: "main" };

/** Slots of the territories in plans made by `smallPlan`. */
export const A = 1;
export const B = 2;

/**
 * A plan from one letter per account: "AAb." = two accounts in A, one locked in B, one unassigned. Every account brings
 * `revenue[row]` (10 each where none is given). A belongs to rep Ann, B to rep Bob; the baseline is the alignment itself.
 */
export function smallPlan(letters: string, revenue?: readonly number[]): Plan {
  const alignment = smallAlignment(letters);
  return {
    id: "plan",
    name: "Small plan",
    createdAt: 0,
    settings: { locale: "en-US", currency: "USD", distanceUnit: "km", timeZone: "UTC" },
    tables: { ...EMPTY_TABLES, accounts: accountsTable(letters.length, revenue), reps: repsTable() },
    measures: [
      { id: "count", name: "Accounts", source: { kind: "accounts" }, weight: 1, tolerance: 0.1 },
      {
        id: "revenue",
        name: "Revenue",
        source: { kind: "column", column: "revenue" },
        weight: 3,
        tolerance: 0.1,
      },
    ],
    layers: [{ id: PATH.layer, name: "Main", baseline: alignment }],
    scenarios: [
      {
        id: PATH.scenario,
        name: "Current",
        description: "",
        archived: false,
        alignments: { main: alignment },
      },
    ],
    planning: NO_PLANNING,
    unknown: NO_UNKNOWN_PARTS,
  };
}

/** The letters that `smallPlan` would make the plan's alignment from. */
export function lettersOf(plan: Plan): string {
  const { territoryOf, locked } = plan.scenarios[0]!.alignments.main!;
  return Array.from(territoryOf, (slot, row) => {
    const letter = ".ABCDEFG"[slot]!;
    return locked[row] ? letter.toLowerCase() : letter;
  }).join("");
}

function smallAlignment(letters: string): Alignment {
  const empty = emptyAlignment(letters.length);
  const locks = new Map(
    [...letters].flatMap((letter, row) =>
      /[a-z]/.test(letter) ? [[row, { reason: "", until: null }] as const] : [],
    ),
  );
  return {
    ...empty,
    territories: [...empty.territories, territory("A", 1), territory("B", 2)],
    territoryOf: Uint16Array.from(letters, (letter) => ".AB".indexOf(letter.toUpperCase())),
    locks,
    locked: Uint8Array.from(letters, (letter) => (/[a-z]/.test(letter) ? 1 : 0)),
  };
}

function territory(name: string, rep: number): Territory {
  return {
    id: `territory-${name}`,
    name,
    color: "#4477aa",
    group: null,
    coverage: [{ rep, role: "primary" }],
    share: 1,
  };
}

function accountsTable(count: number, revenue?: readonly number[]): Table {
  const rows = Array.from({ length: count }, (_, row) => row);
  return {
    count,
    ids: Float64Array.from(rows, (row) => 100 + row),
    deleted: null,
    columns: [
      text(
        "name",
        "Name",
        rows.map((row) => `Account ${row}`),
      ),
      { ...number("revenue", "Revenue", revenue ?? rows.map(() => 10)), role: "revenue", type: "currency" },
      {
        ...number(
          "latitude",
          "Latitude",
          rows.map((row) => 40 + row / 10),
        ),
        role: "latitude",
      },
      {
        ...number(
          "longitude",
          "Longitude",
          rows.map((row) => -100 + row / 10),
        ),
        role: "longitude",
      },
    ],
  };
}

function repsTable(): Table {
  return {
    count: 2,
    ids: Float64Array.from([1, 2]),
    deleted: null,
    columns: [text("name", "Name", ["Ann", "Bob"])],
  };
}

function text(key: "name", header: string, texts: readonly string[]): TextColumn {
  const dictionary = new TextDictionary();
  const codes = Uint32Array.from(texts, (value) => dictionary.code(value));
  return {
    kind: "text",
    type: "text",
    key,
    header,
    role: key,
    origin: "imported",
    source: null,
    codes,
    dictionary,
  };
}

function number(key: string, header: string, values: readonly number[]): NumberColumn {
  return {
    kind: "number",
    type: "number",
    key,
    header,
    role: null,
    origin: "imported",
    source: null,
    values: Float64Array.from(values),
  };
}
