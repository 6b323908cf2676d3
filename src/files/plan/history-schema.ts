import * as v from "valibot";
import type { PlanningCollection } from "../../model/planning/planning-records";
import { groupFields, lockFields, territoryFields } from "./alignment-member";
import { columnFields, layerFields, scenarioFields, settings } from "./envelope";
import { measureFields } from "./measure-fields";
import { PLANNING_SCHEMAS } from "./planning-fields";

const text = v.string();
const texts = v.array(text);
const index = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 31));
const indexes = v.array(index);
const path = v.object({ scenario: text, layer: text });
const tableName = v.picklist(["accounts", "leads", "deals", "reps", "units"]);

/** A number that JSON cannot hold (-0, infinities) stands as `{"number": "-0"}`. */
const cell = v.nullable(v.union([v.number(), v.string(), v.boolean(), v.strictObject({ number: text })]));
const sources = v.nullable(v.array(v.nullable(text)));

/** Cells of rows that are added, by column. */
const newCells = v.array(v.object({ column: text, values: v.array(cell) }));

/** A whole column, as it was: its fields here, its cells in the member `history/<member>.csv`. */
const column = v.object({
  member: index,
  fields: v.object({ count: index, deletions: v.literal(false), columns: v.tuple([columnFields]) }),
});

/** What a column is called and used for. */
const columnLabel = v.object({ header: columnFields.entries.header, role: columnFields.entries.role });

/** A whole alignment: the name of its two members without ending. */
const alignments = v.record(text, text);

const changeFields = v.variant("kind", [
  v.looseObject({
    kind: v.literal("cells"),
    table: tableName,
    column: text,
    rows: texts,
    from: v.array(cell),
    to: v.array(cell),
    fromSources: sources,
    toSources: sources,
  }),
  v.looseObject({
    kind: v.literal("assignment"),
    path,
    accounts: texts,
    /** Ids of the territories that `from` and `to` point into. */
    territories: texts,
    from: indexes,
    to: indexes,
    /** Names that `fromOrigin` and `toOrigin` point into. */
    origins: texts,
    fromOrigin: indexes,
    toOrigin: indexes,
  }),
  v.looseObject({
    kind: v.literal("units"),
    path,
    units: texts,
    /** Ids of the territories that `from` and `to` point into. */
    territories: texts,
    from: indexes,
    to: indexes,
  }),
  v.looseObject({
    kind: v.literal("locks"),
    path,
    accounts: texts,
    from: v.array(v.nullable(lockFields)),
    to: v.array(v.nullable(lockFields)),
  }),
  v.looseObject({
    kind: v.literal("territory"),
    path,
    id: text,
    from: v.nullable(territoryFields),
    to: v.nullable(territoryFields),
  }),
  v.looseObject({
    kind: v.literal("group"),
    path,
    id: text,
    at: v.optional(index),
    from: v.nullable(groupFields),
    to: v.nullable(groupFields),
  }),
  v.looseObject({
    kind: v.literal("name"),
    from: v.nullable(text),
    to: v.nullable(text),
    at: index,
  }),
  v.looseObject({
    kind: v.literal("settings"),
    from: v.nullable(settings),
    to: v.nullable(settings),
    at: index,
  }),
  v.looseObject({
    kind: v.literal("measure"),
    id: text,
    from: v.nullable(measureFields),
    to: v.nullable(measureFields),
    at: index,
  }),
  v.looseObject({
    kind: v.literal("layer"),
    id: text,
    from: v.nullable(v.looseObject({ ...layerFields.entries, baseline: v.nullable(text) })),
    to: v.nullable(v.looseObject({ ...layerFields.entries, baseline: v.nullable(text) })),
    at: index,
  }),
  v.looseObject({
    kind: v.literal("scenario"),
    id: text,
    from: v.nullable(v.looseObject({ ...scenarioFields.entries, alignments })),
    to: v.nullable(v.looseObject({ ...scenarioFields.entries, alignments })),
    at: index,
  }),
  v.looseObject({
    kind: v.literal("planning"),
    collection: v.picklist(Object.keys(PLANNING_SCHEMAS) as PlanningCollection[]),
    id: text,
    at: index,
    from: v.unknown(),
    to: v.unknown(),
  }),
  v.looseObject({
    kind: v.literal("rows-added"),
    table: tableName,
    ids: texts,
    cells: newCells,
  }),
  v.looseObject({
    kind: v.literal("rows-deleted"),
    table: tableName,
    rows: texts,
    deleted: v.boolean(),
    cells: v.optional(newCells),
  }),
  v.looseObject({
    kind: v.literal("column"),
    table: tableName,
    at: index,
    from: v.nullable(column),
    to: v.nullable(column),
  }),
  v.looseObject({
    kind: v.literal("column-label"),
    table: tableName,
    column: text,
    from: columnLabel,
    to: columnLabel,
  }),
]);

const cause = v.variant("kind", [
  v.looseObject({ kind: v.literal("action"), action: text }),
  v.looseObject({ kind: v.literal("rule"), rule: text }),
  v.looseObject({ kind: v.literal("run"), seed: v.number(), iterations: v.number(), settings: v.unknown() }),
]);

const revisionFields = v.looseObject({
  id: v.pipe(text, v.minLength(1)),
  parent: v.nullable(text),
  time: v.pipe(v.number(), v.finite()),
  author: text,
  origin: v.picklist(["edit", "undo", "redo", "merge"]),
  label: text,
  cause,
  changes: v.array(changeFields),
});

/** What `history.json` says: the revisions, oldest first, and which territory had which slot. */
export const historyFields = v.looseObject({
  slots: v.array(v.object({ scenario: text, layer: text, territories: v.array(v.nullable(text)) })),
  revisions: v.array(revisionFields),
});

export type HistoryFields = v.InferOutput<typeof historyFields>;
export type RevisionFields = v.InferOutput<typeof revisionFields>;
export type ChangeFields = v.InferOutput<typeof changeFields>;
export type CellField = v.InferOutput<typeof cell>;
export type ColumnField = v.InferOutput<typeof column>;
export type ScenarioField = Extract<ChangeFields, { kind: "scenario" }>["from"];
export type LayerField = Extract<ChangeFields, { kind: "layer" }>["from"];
