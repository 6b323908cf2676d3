import type { ImportPlan } from "./import-plan";

/** A place in the file. Lines count from 1 and are physical ones: a cell of several lines spans several. */
export interface IssueExample {
  readonly line: number;
  /** Null where the whole row is meant. */
  readonly header: string | null;
  readonly text: string;
}

/** What can be wrong with a row as a whole. */
export const ROW_ISSUES = [
  "bad-characters",
  "control-characters",
  "short-row",
  "long-row",
  "stray-quote",
  "total-row",
  "zero-coordinates",
  "half-coordinates",
  "swapped-coordinates",
  "same-spot",
  "no-place",
] as const;

/** What can be wrong with the cells of one column. */
export const COLUMN_ISSUES = [
  "duplicate-header",
  "blank-header",
  "not-a-number",
  "too-large",
  "inexact-number",
  "not-a-date",
  "not-yes-no",
  "error-text",
  "ambiguous-date",
  "ambiguous-number",
  "unknown-marker",
  "blank-word",
  "negative",
  "latitude-out-of-range",
  "longitude-out-of-range",
  "duplicate-id",
  "blank-id",
  "damaged-id",
  "lost-zeros",
  "hidden-characters",
  "too-many-territories",
] as const;

export type RowIssueKind = (typeof ROW_ISSUES)[number];
export type ColumnIssueKind = (typeof COLUMN_ISSUES)[number];

interface IssueFacts {
  /** Cells or rows concerned. */
  readonly count: number;
  /** The first few. */
  readonly examples: readonly IssueExample[];
  /** What would put it right, if that is one step. */
  readonly fix: ImportFix | null;
}

/** What the planner should know about the file: one entry per kind and column, however many cells it concerns. */
export type ImportIssue =
  | ({ readonly kind: RowIssueKind; readonly column: null } & IssueFacts)
  | ({ readonly kind: ColumnIssueKind; readonly column: number; readonly header: string } & IssueFacts);

/** One step that answers an issue; `applyFix` and `undoFix` switch it on and off in the import plan. */
export type ImportFix =
  | { readonly kind: "pad-zeros"; readonly column: number; readonly length: number }
  | { readonly kind: "read-as-blank"; readonly column: number; readonly texts: readonly string[] }
  | { readonly kind: "exclude-rows"; readonly rows: readonly number[] }
  | { readonly kind: "swap-rows"; readonly rows: readonly number[] }
  | { readonly kind: "swap-coordinates"; readonly latitude: number; readonly longitude: number }
  | {
      readonly kind: "import-as-text";
      readonly column: number;
      readonly type: ImportPlan["columns"][number]["type"];
    };

/** True where the plan already does what the fix would. */
export function isFixed(plan: ImportPlan, fix: ImportFix): boolean {
  switch (fix.kind) {
    case "pad-zeros":
      return plan.columns[fix.column]?.padTo === fix.length;
    case "read-as-blank":
      return fix.texts.every((text) => plan.columns[fix.column]?.blanks.includes(text));
    case "exclude-rows":
      return fix.rows.every((row) => plan.excludedRows.includes(row));
    case "swap-rows":
      return fix.rows.every((row) => plan.swappedRows?.includes(row));
    case "swap-coordinates":
      return (
        plan.columns[fix.latitude]?.role === "latitude" && plan.columns[fix.longitude]?.role === "longitude"
      );
    case "import-as-text":
      return plan.columns[fix.column]?.type === "text";
  }
}

export function applyFix(plan: ImportPlan, fix: ImportFix): ImportPlan {
  return changeFix(plan, fix, true);
}

export function undoFix(plan: ImportPlan, fix: ImportFix): ImportPlan {
  return changeFix(plan, fix, false);
}

function changeFix(plan: ImportPlan, fix: ImportFix, on: boolean): ImportPlan {
  const change = (index: number, update: (column: ImportPlan["columns"][number]) => object) => ({
    ...plan,
    columns: plan.columns.map((column) =>
      column.index === index ? { ...column, ...update(column) } : column,
    ),
  });
  switch (fix.kind) {
    case "pad-zeros":
      return change(fix.column, () => ({ padTo: on ? fix.length : null }));
    case "read-as-blank":
      return change(fix.column, (column) => ({ blanks: toggled(column.blanks, fix.texts, on) }));
    case "exclude-rows":
      return { ...plan, excludedRows: toggled(plan.excludedRows, fix.rows, on) };
    case "swap-rows":
      return { ...plan, swappedRows: toggled(plan.swappedRows ?? [], fix.rows, on) };
    case "swap-coordinates": {
      const [latitude, longitude] = on ? [fix.latitude, fix.longitude] : [fix.longitude, fix.latitude];
      return {
        ...plan,
        columns: plan.columns.map((column) => {
          if (column.index === latitude) return { ...column, role: "latitude" };
          return column.index === longitude ? { ...column, role: "longitude" } : column;
        }),
      };
    }
    case "import-as-text":
      return change(fix.column, () => ({ type: on ? "text" : fix.type }));
  }
}

function toggled<Item>(items: readonly Item[], some: readonly Item[], on: boolean): readonly Item[] {
  const others = items.filter((item) => !some.includes(item));
  return on ? [...others, ...some] : others;
}
