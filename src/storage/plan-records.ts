import { type Alignment, lockedFlags } from "../model/alignment";
import { rowCount } from "../model/cells";
import { type PackedColumn, packColumn, unpackColumn } from "../model/packed-plan";
import { withPins } from "../model/pins";
import type { Layer, Plan, Scenario } from "../model/plan";
import { NO_PLANNING } from "../model/planning/planning-records";
import type { Table, TableName } from "../model/table";

/** Version of the records' layout; a plan stored in a newer one is not opened. */
export const RECORDS_FORMAT = 1;

/** Name of the record that holds everything but rows. */
export const ENVELOPE = "envelope";

const TABLE_NAMES = ["accounts", "leads", "deals", "reps", "units"] as const satisfies readonly TableName[];

/** A part of a plan that is stored in a record of its own. It has to be written again only when `part` is another object. */
export interface PlanPart {
  readonly name: string;
  readonly part: object;
  readonly count: number;
  readonly value: () => unknown;
}

/** Checksum and rows of a record as the envelope remembers them. */
export interface RecordMark {
  readonly crc: number;
  readonly count: number;
}

/** The plan without its rows, and the records that hold them. */
export interface Envelope {
  readonly format: number;
  /** Number of the last journal entry that the records contain. */
  readonly folded: number;
  readonly plan: Omit<Plan, "tables" | "layers" | "scenarios">;
  readonly tables: Readonly<Record<TableName, TableOutline>>;
  readonly layers: readonly (Omit<Layer, "baseline"> & { readonly baseline: boolean })[];
  readonly scenarios: readonly (Omit<Scenario, "alignments"> & { readonly alignments: readonly string[] })[];
  readonly records: ReadonlyMap<string, RecordMark>;
}

interface TableOutline {
  readonly count: number;
  readonly deletions: boolean;
  /** Keys, in order. */
  readonly columns: readonly string[];
}

/** Every part of the plan that has a record of its own. */
export function planParts(plan: Plan): PlanPart[] {
  const parts: PlanPart[] = [];
  for (const name of TABLE_NAMES) {
    const { ids, deleted, count, columns } = plan.tables[name];
    parts.push({ name: idsName(name), part: ids, count, value: () => ids });
    if (deleted) parts.push({ name: deletedName(name), part: deleted, count, value: () => deleted });
    for (const column of columns) {
      const value = (): PackedColumn => packColumn(column);
      parts.push({ name: columnName(name, column.key), part: column, count: rowCount(column), value });
    }
  }
  const addAlignment = (name: string, alignment: Alignment): void => {
    const { locked: _derived, ...stored } = alignment;
    parts.push({ name, part: alignment, count: alignment.territoryOf.length, value: () => stored });
  };
  for (const { id, baseline } of plan.layers) if (baseline) addAlignment(baselineName(id), baseline);
  for (const { id, alignments } of plan.scenarios) {
    for (const [layer, alignment] of Object.entries(alignments))
      addAlignment(alignmentName(id, layer), alignment);
  }
  return parts;
}

export function envelopeOf(plan: Plan, folded: number, records: ReadonlyMap<string, RecordMark>): Envelope {
  const { tables, layers, scenarios, ...rest } = plan;
  return {
    format: RECORDS_FORMAT,
    folded,
    plan: rest,
    tables: {
      accounts: outline(tables.accounts),
      leads: outline(tables.leads),
      deals: outline(tables.deals),
      reps: outline(tables.reps),
      units: outline(tables.units),
    },
    layers: layers.map((layer) => ({ ...layer, baseline: layer.baseline !== null })),
    scenarios: scenarios.map((scenario) => ({ ...scenario, alignments: Object.keys(scenario.alignments) })),
    records,
  };
}

/** The plan again. `read` gives a record's value by name; what it throws goes through. */
export function planOf(envelope: Envelope, read: (name: string) => unknown): Plan {
  const table = (name: TableName): Table => {
    const { count, deletions, columns } = envelope.tables[name];
    return {
      count,
      ids: read(idsName(name)) as Float64Array,
      deleted: deletions ? (read(deletedName(name)) as Uint8Array) : null,
      columns: columns.map((key) => unpackColumn(read(columnName(name, key)) as PackedColumn)),
    };
  };
  const alignment = (name: string): Alignment => {
    const stored = read(name) as Omit<Alignment, "locked">;
    return { ...stored, locked: lockedFlags(stored.locks, stored.territoryOf.length) };
  };
  return withPins({
    ...envelope.plan,
    planning: { ...NO_PLANNING, ...envelope.plan.planning },
    tables: {
      accounts: table("accounts"),
      leads: table("leads"),
      deals: table("deals"),
      reps: table("reps"),
      units: table("units"),
    },
    layers: envelope.layers.map((layer) => ({
      ...layer,
      baseline: layer.baseline ? alignment(baselineName(layer.id)) : null,
    })),
    scenarios: envelope.scenarios.map((scenario) => ({
      ...scenario,
      alignments: Object.fromEntries(
        scenario.alignments.map((layer) => [layer, alignment(alignmentName(scenario.id, layer))]),
      ),
    })),
  });
}

function outline({ count, deleted, columns }: Table): TableOutline {
  return { count, deletions: deleted !== null, columns: columns.map(({ key }) => key) };
}

function idsName(table: TableName): string {
  return JSON.stringify(["ids", table]);
}

function deletedName(table: TableName): string {
  return JSON.stringify(["deleted", table]);
}

function columnName(table: TableName, key: string): string {
  return JSON.stringify(["column", table, key]);
}

function baselineName(layer: string): string {
  return JSON.stringify(["baseline", layer]);
}

function alignmentName(scenario: string, layer: string): string {
  return JSON.stringify(["alignment", scenario, layer]);
}
