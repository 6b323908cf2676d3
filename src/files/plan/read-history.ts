import { type Alignment, ASSIGNMENT_ORIGINS } from "../../model/alignment";
import { parseRowId } from "../../model/ids";
import type { Change } from "../../model/patch";
import type { AlignmentPath, Layer, Plan, Scenario } from "../../model/plan";
import type { PlanningCollection, PlanningTypes } from "../../model/planning/planning-records";
import type { Revision } from "../../model/revision";
import { type CellValue, type Column, rowById, type TableName } from "../../model/table";
import { territoryOfFields } from "./alignment-member";
import { parseJson } from "./canonical-json";
import { parseFields } from "./envelope";
import {
  type CellField,
  type ChangeFields,
  type ColumnField,
  historyFields,
  type LayerField,
  type ScenarioField,
} from "./history-schema";
import { PLANNING_SCHEMAS } from "./planning-fields";
import { damaged } from "./refusal";
import { SlotBook } from "./slot-legend";
import { readTable } from "./table-member";

const MEMBER = "history.json";

/** Where `history.json` finds the whole columns and alignments that it names. */
export interface HistorySources {
  readonly tables: Plan["tables"];
  /** A member's bytes. Throws a refusal if there is none. */
  member(name: string): Uint8Array;
  /** The alignment of the members with this name, each read once. Throws a refusal if there is none. */
  alignment(name: string): Alignment;
}

/** Reads the revisions back, oldest first. Throws a refusal where they name what is not there. */
export function readHistory(sources: HistorySources): Revision[] {
  const fields = parseFields(historyFields, parseJson(sources.member(MEMBER), MEMBER), MEMBER);
  const reader = new HistoryReader(sources, SlotBook.fromLegend(fields.slots));
  const revisions = fields.revisions.map(({ label, cause, changes, ...revision }): Revision => {
    const patch = { label, cause, changes: changes.map((change) => reader.change(change)) };
    return { ...revision, patch };
  });
  for (let i = 1; i < revisions.length; i++) {
    if (revisions[i]!.parent !== revisions[i - 1]!.id)
      throw damaged(`"${MEMBER}" has a gap in its revisions`);
  }
  return revisions;
}

class HistoryReader {
  readonly #sources: HistorySources;
  readonly #book: SlotBook;
  readonly #columns = new Map<number, Column>();

  constructor(sources: HistorySources, book: SlotBook) {
    this.#sources = sources;
    this.#book = book;
  }

  change(fields: ChangeFields): Change {
    switch (fields.kind) {
      case "cells":
        sameLength(fields.rows, fields.from, fields.to, fields.fromSources, fields.toSources);
        return {
          ...fields,
          rows: this.#rows(fields.table, fields.rows),
          from: fields.from.map(cellOfField),
          to: fields.to.map(cellOfField),
        };
      case "assignment": {
        const { territories, origins, ...rest } = fields;
        sameLength(rest.accounts, rest.from, rest.to, rest.fromOrigin, rest.toOrigin);
        const slots = territories.map((id) => this.#slot(rest.path, id));
        const codes = origins.map((name) => (ASSIGNMENT_ORIGINS as readonly string[]).indexOf(name));
        return {
          ...rest,
          accounts: this.#rows("accounts", rest.accounts),
          from: Uint16Array.from(rest.from, (index) => pick(slots, index)),
          to: Uint16Array.from(rest.to, (index) => pick(slots, index)),
          fromOrigin: Uint8Array.from(rest.fromOrigin, (index) => pick(codes, index)),
          toOrigin: Uint8Array.from(rest.toOrigin, (index) => pick(codes, index)),
        };
      }
      case "units": {
        const { territories, ...rest } = fields;
        sameLength(rest.units, rest.from, rest.to);
        const slots = territories.map((id) => this.#slot(rest.path, id));
        return {
          ...rest,
          units: this.#rows("units", rest.units),
          from: Uint16Array.from(rest.from, (index) => pick(slots, index)),
          to: Uint16Array.from(rest.to, (index) => pick(slots, index)),
        };
      }
      case "locks":
        sameLength(fields.accounts, fields.from, fields.to);
        return { ...fields, accounts: this.#rows("accounts", fields.accounts) };
      case "territory": {
        const { id, ...rest } = fields;
        return {
          ...rest,
          slot: this.#slot(fields.path, id),
          from: fields.from && territoryOfFields(fields.from, MEMBER),
          to: fields.to && territoryOfFields(fields.to, MEMBER),
        };
      }
      case "group":
        return fields;
      case "name":
        return { ...fields, kind: "record", collection: "name", key: "" };
      case "settings":
        return { ...fields, kind: "record", collection: "settings", key: "" };
      case "measure": {
        const { id, ...rest } = fields;
        return { ...rest, kind: "record", collection: "measures", key: id };
      }
      case "layer": {
        const { id, ...rest } = fields;
        const [from, to] = [this.#layer(fields.from), this.#layer(fields.to)];
        return { ...rest, kind: "record", collection: "layers", key: id, from, to };
      }
      case "scenario": {
        const { id, ...rest } = fields;
        const [from, to] = [this.#scenario(fields.from), this.#scenario(fields.to)];
        return { ...rest, kind: "record", collection: "scenarios", key: id, from, to };
      }
      case "planning": {
        const { collection } = fields;
        return {
          ...fields,
          from: planningRecord(collection, fields.from),
          to: planningRecord(collection, fields.to),
        };
      }
      case "rows-added": {
        const cells = cellsOfFields(fields.cells);
        const rows = this.#rows(fields.table, fields.ids);
        const ids = fields.ids.map((id) => parseRowId(id)!);
        if (rows.some((row, i) => row !== rows[0]! + i)) throw damaged(`"${MEMBER}" adds rows out of order`);
        for (const { values } of cells) sameLength(ids, values);
        return { ...fields, at: rows[0] ?? this.#sources.tables[fields.table].count, ids, cells };
      }
      case "rows-deleted": {
        const rows = this.#rows(fields.table, fields.rows);
        if (!fields.cells) return { ...fields, rows, cells: undefined };
        const cells = cellsOfFields(fields.cells);
        for (const { values } of cells) sameLength(fields.rows, values);
        return { ...fields, rows, cells };
      }
      case "column-label":
        return fields;
      case "column":
        return {
          ...fields,
          from: fields.from && this.#column(fields.table, fields.from),
          to: fields.to && this.#column(fields.table, fields.to),
        };
    }
  }

  #layer(fields: LayerField): Layer | null {
    if (!fields) return null;
    return {
      ...fields,
      baseline: fields.baseline === null ? null : this.#sources.alignment(fields.baseline),
    };
  }

  #scenario(fields: ScenarioField): Scenario | null {
    if (!fields) return null;
    const alignments = Object.entries(fields.alignments).map(
      ([layer, name]) => [layer, this.#sources.alignment(name)] as const,
    );
    return { ...fields, alignments: Object.fromEntries(alignments) };
  }

  #column(tableName: TableName, { member, fields }: ColumnField): Column {
    let column = this.#columns.get(member);
    if (!column) {
      const name = `history/${member}.csv`;
      const table = readTable(this.#sources.member(name), name, fields);
      const { ids } = this.#sources.tables[tableName];
      if (table.ids.some((id, row) => id !== ids[row]))
        throw damaged(`"${name}" has other rows than the table`);
      column = table.columns[0]!;
      this.#columns.set(member, column);
    }
    return column;
  }

  #rows(table: TableName, ids: readonly string[]): Uint32Array {
    const rowOf = rowById(this.#sources.tables[table]);
    return Uint32Array.from(ids, (id) => {
      const row = rowOf.get(parseRowId(id) ?? -1);
      if (row === undefined) throw damaged(`"${MEMBER}" names the row "${id}", which is not in ${table}`);
      return row;
    });
  }

  #slot(path: AlignmentPath, id: string): number {
    const slot = this.#book.slot(path, id);
    if (slot === undefined) throw damaged(`"${MEMBER}" names the territory "${id}", which it does not list`);
    return slot;
  }
}

function pick(values: readonly number[], index: number): number {
  const value = values[index];
  if (value === undefined || value < 0) throw damaged(`"${MEMBER}" points at nothing`);
  return value;
}

function sameLength(...lists: readonly (readonly unknown[] | null)[]): void {
  const length = lists[0]?.length;
  if (lists.some((list) => list && list.length !== length))
    throw damaged(`"${MEMBER}" has lists that do not match`);
}

function cellsOfFields(cells: readonly { readonly column: string; readonly values: readonly CellField[] }[]) {
  return cells.map(({ column, values }) => ({ column, values: values.map(cellOfField) }));
}

function cellOfField(field: CellField): CellValue {
  return typeof field === "object" && field !== null ? Number(field.number) : field;
}

function planningRecord(
  collection: PlanningCollection,
  value: unknown,
): PlanningTypes[PlanningCollection] | null {
  return value === null ? null : parseFields(PLANNING_SCHEMAS[collection], value, MEMBER);
}
