import { type Alignment, ASSIGNMENT_ORIGINS } from "../../model/alignment";
import { formatRowId } from "../../model/ids";
import type { AssignmentChange, Change, RecordChange, RowsAdded } from "../../model/patch";
import type { AlignmentPath, Layer, Plan, Scenario } from "../../model/plan";
import type { Revision } from "../../model/revision";
import type { CellValue, Column, TableName } from "../../model/table";
import { territoryToFields, writeAlignment } from "./alignment-member";
import { canonicalJson } from "./canonical-json";
import type {
  CellField,
  ChangeFields,
  ColumnField,
  HistoryFields,
  LayerField,
  RevisionFields,
  ScenarioField,
} from "./history-schema";
import { SlotBook } from "./slot-legend";
import { writeTable } from "./table-member";

/** Thrown where a revision names a row or a slot that the plan cannot translate into an id. */
class Untranslatable extends Error {}

/**
 * Writes the revisions into `history.json`, and the whole columns and alignments they hold into members beside it.
 * `alignmentNames` says which alignments are members already. Revisions older than one that cannot be told in ids
 * are left out: a chain with a gap could not be followed.
 */
export function writeHistory(
  plan: Plan,
  revisions: readonly Revision[],
  alignmentNames: ReadonlyMap<Alignment, string>,
): Map<string, Uint8Array> {
  const { kept, book } = translatable(plan, revisions);
  for (let first = 0; ; first++) {
    const writer = new HistoryWriter(plan, book, alignmentNames);
    try {
      return writer.write(kept.slice(first));
    } catch (error) {
      if (!(error instanceof Untranslatable)) throw error;
      first += writer.revisionsDone;
    }
  }
}

/** The newest revisions that agree on which territory has which slot. */
function translatable(plan: Plan, revisions: readonly Revision[]) {
  const book = SlotBook.of(plan);
  let first = revisions.length;
  while (first > 0 && revisions[first - 1]!.patch.changes.every((change) => book.learn(change))) first--;
  return { kept: revisions.slice(first), book };
}

class HistoryWriter {
  readonly #plan: Plan;
  readonly #book: SlotBook;
  readonly #members = new Map<string, Uint8Array>();
  readonly #alignmentNames: Map<Alignment, string>;
  readonly #columns = new Map<Column, ColumnField>();
  readonly #paths = new Map<string, AlignmentPath>();
  #memberCount = 0;
  revisionsDone = 0;

  constructor(plan: Plan, book: SlotBook, alignmentNames: ReadonlyMap<Alignment, string>) {
    this.#plan = plan;
    this.#book = book;
    this.#alignmentNames = new Map(alignmentNames);
  }

  write(revisions: readonly Revision[]): Map<string, Uint8Array> {
    const fields: RevisionFields[] = [];
    for (const { patch, ...revision } of revisions) {
      fields.push({ ...revision, ...patch, changes: patch.changes.map((change) => this.#change(change)) });
      this.revisionsDone++;
    }
    const slots = [...this.#paths.values()].map((path) => this.#book.legend(path));
    const history: HistoryFields = { slots, revisions: fields };
    return new Map([["history.json", canonicalJson(history)], ...this.#members]);
  }

  #change(change: Change): ChangeFields {
    switch (change.kind) {
      case "cells":
        return {
          ...change,
          rows: this.#rowIds(change.table, change.rows),
          from: change.from.map(cellField),
          to: change.to.map(cellField),
          fromSources: change.fromSources && [...change.fromSources],
          toSources: change.toSources && [...change.toSources],
        };
      case "assignment":
        return this.#assignment(change);
      case "units": {
        const { point, territories } = this.#territoryList(change.path);
        return {
          ...change,
          units: this.#rowIds("units", change.units),
          from: Array.from(change.from, point),
          to: Array.from(change.to, point),
          territories,
        };
      }
      case "locks":
        return {
          ...change,
          accounts: this.#rowIds("accounts", change.accounts),
          from: change.from.map(fieldsOf),
          to: change.to.map(fieldsOf),
        };
      case "territory": {
        const { slot, ...rest } = change;
        return {
          ...rest,
          id: this.#territoryId(change.path, slot),
          from: change.from && territoryToFields(change.from),
          to: change.to && territoryToFields(change.to),
        };
      }
      case "group":
        return { ...change, from: fieldsOf(change.from), to: fieldsOf(change.to) };
      case "record":
        return this.#record(change);
      case "planning":
        return { ...change, from: fieldsOf(change.from), to: fieldsOf(change.to) };
      case "rows-added": {
        const { at: _at, ...rest } = change;
        return { ...rest, ids: change.ids.map(formatRowId), cells: cellFields(change.cells) };
      }
      case "rows-deleted": {
        const { cells, ...rest } = change;
        const rows = this.#rowIds(change.table, change.rows);
        return cells ? { ...rest, rows, cells: cellFields(cells) } : { ...rest, rows };
      }
      case "column-label":
        return { ...change };
      case "column":
        return {
          ...change,
          from: change.from && this.#column(change.table, change.from),
          to: change.to && this.#column(change.table, change.to),
        };
    }
  }

  /** A list of territory ids that `point` adds to; it returns a slot's place in it. */
  #territoryList(path: AlignmentPath) {
    const territories: string[] = [];
    const indexOf = new Map<number, number>();
    const point = (slot: number): number => {
      let index = indexOf.get(slot);
      if (index === undefined) {
        index = territories.push(this.#territoryId(path, slot)) - 1;
        indexOf.set(slot, index);
      }
      return index;
    };
    return { territories, point };
  }

  #assignment(change: AssignmentChange): ChangeFields {
    const { territories, point } = this.#territoryList(change.path);
    return {
      ...change,
      accounts: this.#rowIds("accounts", change.accounts),
      from: Array.from(change.from, point),
      to: Array.from(change.to, point),
      territories,
      origins: [...ASSIGNMENT_ORIGINS],
      fromOrigin: [...change.fromOrigin],
      toOrigin: [...change.toOrigin],
    };
  }

  #record(change: RecordChange): ChangeFields {
    const { at } = change;
    switch (change.collection) {
      case "name":
        return { kind: "name", at, from: change.from, to: change.to };
      case "settings":
        return { kind: "settings", at, from: fieldsOf(change.from), to: fieldsOf(change.to) };
      case "measures":
        return { kind: "measure", id: change.key, at, from: fieldsOf(change.from), to: fieldsOf(change.to) };
      case "layers":
        return {
          kind: "layer",
          id: change.key,
          at,
          from: this.#layer(change.from),
          to: this.#layer(change.to),
        };
      case "scenarios":
        return {
          kind: "scenario",
          id: change.key,
          at,
          from: this.#scenario(change.from),
          to: this.#scenario(change.to),
        };
    }
  }

  #layer(layer: Layer | null): LayerField {
    return layer && { ...layer, baseline: layer.baseline && this.#alignment(layer.baseline) };
  }

  #scenario(scenario: Scenario | null): ScenarioField {
    if (!scenario) return null;
    const alignments = Object.entries(scenario.alignments).map(
      ([layer, alignment]) => [layer, this.#alignment(alignment)] as const,
    );
    return { ...scenario, alignments: Object.fromEntries(alignments) };
  }

  /** The name of the alignment's members; one object is written once. */
  #alignment(alignment: Alignment): string {
    let name = this.#alignmentNames.get(alignment);
    if (!name) {
      name = `history/${this.#memberCount++}`;
      this.#alignmentNames.set(alignment, name);
      const { json, csv } = writeAlignment(alignment, this.#plan.tables);
      this.#members.set(`${name}.json`, json).set(`${name}.csv`, csv);
    }
    return name;
  }

  #column(table: TableName, column: Column): ColumnField {
    let field = this.#columns.get(column);
    if (!field) {
      const values =
        column.kind === "number" ? column.values : column.kind === "text" ? column.codes : column.flags;
      const ids = this.#plan.tables[table].ids.subarray(0, values.length);
      const { csv, fields } = writeTable({ count: ids.length, ids, deleted: null, columns: [column] });
      const member = this.#memberCount++;
      this.#members.set(`history/${member}.csv`, csv);
      field = { member, fields: { count: ids.length, deletions: false, columns: [fields.columns[0]!] } };
      this.#columns.set(column, field);
    }
    return field;
  }

  #rowIds(table: TableName, rows: Uint32Array): string[] {
    const { ids } = this.#plan.tables[table];
    return Array.from(rows, (row) => {
      const id = ids[row];
      if (id === undefined) throw new Untranslatable();
      return formatRowId(id);
    });
  }

  #territoryId(path: AlignmentPath, slot: number): string {
    const id = this.#book.id(path, slot);
    if (id === undefined) throw new Untranslatable();
    this.#paths.set(JSON.stringify([path.scenario, path.layer]), path);
    return id;
  }
}

/** The record as an anonymous one, which may carry fields of newer versions. */
function fieldsOf<Item extends object>(record: Item | null): { [Key in keyof Item]: Item[Key] } | null {
  return record && { ...record };
}

function cellFields(cells: RowsAdded["cells"]) {
  return cells.map(({ column, values }) => ({ column, values: values.map(cellField) }));
}

function cellField(value: CellValue): CellField {
  if (typeof value !== "number" || (Number.isFinite(value) && !Object.is(value, -0))) return value;
  return { number: Object.is(value, -0) ? "-0" : String(value) };
}
