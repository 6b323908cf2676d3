import * as v from "valibot";
import type { CellComment } from "../../model/planning/cell-comment";
import type { CellValidation, ColumnRule } from "../../model/planning/column-rule";
import type { DerivedColumn, DerivedSource } from "../../model/planning/derived-column";
import type { GroupOrder, SheetView, StoredFilter } from "../../model/planning/sheet-view";
import type { GroupBy } from "../../model/views/group-places";
import { idText, limit, number } from "./shared-fields";

const text = v.string();
const flag = v.boolean();
const sheet = v.picklist(["accounts", "leads", "deals", "reps", "units", "territories"]);
const columnType = v.picklist([
  "text",
  "choice",
  "number",
  "currency",
  "percent",
  "date",
  "datetime",
  "yesno",
]);

const derivedSource: v.GenericSchema<unknown, DerivedSource> = v.variant("kind", [
  v.object({
    kind: v.literal("formula"),
    text,
    type: columnType,
    names: v.optional(v.array(v.object({ name: text, key: idText }))),
  }),
  v.object({ kind: v.literal("scenario-territory"), scenario: idText }),
  v.object({ kind: v.literal("measure-change"), measure: idText, from: idText, to: idText }),
]);

const derivedColumn: v.GenericSchema<unknown, DerivedColumn> = v.looseObject({
  id: idText,
  table: sheet,
  header: text,
  source: derivedSource,
});

const period = v.picklist(["day", "week", "month", "quarter", "year"]);

const storedFilter: v.GenericSchema<unknown, StoredFilter> = v.variant("kind", [
  v.object({
    kind: v.literal("text"),
    match: v.picklist(["contains", "not-contains", "equals", "starts", "ends"]),
    text,
  }),
  v.object({ kind: v.literal("one-of"), texts: v.array(text) }),
  v.object({ kind: v.literal("values"), values: v.array(text), except: v.optional(flag) }),
  v.object({ kind: v.literal("range"), from: limit, to: limit }),
  v.object({ kind: v.literal("top"), count: v.pipe(number, v.minValue(0)), percent: flag, bottom: flag }),
  v.object({ kind: v.literal("average"), above: flag }),
  v.object({ kind: v.literal("period"), period, offset: v.pipe(number, v.integer()) }),
  v.object({
    kind: v.literal("days"),
    back: v.pipe(number, v.integer()),
    ahead: v.pipe(number, v.integer()),
  }),
  v.object({ kind: v.literal("blank") }),
  v.object({ kind: v.literal("filled") }),
]);

const groupBy: v.GenericSchema<unknown, GroupBy> = v.variant("kind", [
  v.object({ kind: v.literal("value") }),
  v.object({ kind: v.literal("band"), size: v.pipe(number, v.gtValue(0)) }),
  v.object({ kind: v.literal("period"), period }),
]);

const groupOrder: v.GenericSchema<unknown, GroupOrder> = v.variant("by", [
  v.object({ by: v.literal("label"), descending: flag }),
  v.object({ by: v.literal("count"), descending: flag }),
  v.object({ by: v.literal("subtotal"), column: idText, descending: flag }),
]);

const aggregate = v.picklist(["sum", "average", "least", "greatest", "none"]);

const sheetView: v.GenericSchema<unknown, SheetView> = v.looseObject({
  id: idText,
  name: text,
  table: sheet,
  quick: text,
  filters: v.array(v.looseObject({ column: idText, filter: storedFilter })),
  sorting: v.array(v.looseObject({ column: idText, descending: flag })),
  groups: v.array(v.looseObject({ column: idText, by: groupBy })),
  groupOrder: v.nullable(groupOrder),
  aggregates: v.array(v.looseObject({ column: idText, aggregate })),
  columns: v.array(
    v.looseObject({
      column: idText,
      width: v.nullable(v.pipe(number, v.minValue(0), v.maxValue(10_000))),
      hidden: flag,
      pinned: flag,
    }),
  ),
});

const rowId = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(Number.MAX_SAFE_INTEGER));

const cellComment: v.GenericSchema<unknown, CellComment> = v.looseObject({
  id: idText,
  table: sheet,
  row: v.union([rowId, idText]),
  column: idText,
  notes: v.pipe(v.array(v.looseObject({ text, author: text, at: number })), v.minLength(1)),
  resolvedAt: limit,
});

const always = { strict: flag, required: flag };
const validation: v.GenericSchema<unknown, CellValidation> = v.variant("kind", [
  v.object({ ...always, kind: v.literal("choices"), choices: v.array(text) }),
  v.object({ ...always, kind: v.literal("range"), from: limit, to: limit }),
  v.object({ ...always, kind: v.literal("length"), most: v.pipe(number, v.integer(), v.minValue(1)) }),
  v.object({ ...always, kind: v.literal("unique") }),
]);

const columnRule: v.GenericSchema<unknown, ColumnRule> = v.looseObject({
  id: idText,
  table: sheet,
  column: idText,
  validation: v.nullable(validation),
  coloring: v.nullable(
    v.object({
      kind: v.picklist(["scale", "bars"]),
      scale: v.picklist(["sequential", "diverging"]),
      middle: limit,
      reversed: flag,
    }),
  ),
});

/** What a record about the sheets must be. */
export const SHEET_SCHEMAS = {
  columns: derivedColumn,
  views: sheetView,
  comments: cellComment,
  columnRules: columnRule,
} as const;
