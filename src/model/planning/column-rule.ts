import type { TableName } from "../table";

/** What a column's cells may hold, and how they are colored. Its id is made of table and column: `ruleIdOf`. */
export interface ColumnRule {
  readonly id: string;
  readonly table: TableName | "territories";
  /** Key of the column. */
  readonly column: string;
  readonly validation: CellValidation | null;
  readonly coloring: CellColoring | null;
}

/** What a cell may hold; `strict` refuses everything else, otherwise it is marked. Blanks pass unless `required`. */
export type CellValidation = {
  readonly strict: boolean;
  readonly required: boolean;
} & (
  | { readonly kind: "choices"; readonly choices: readonly string[] }
  /** Numbers, or dates in days since 1970; both ends included, null = no limit. */
  | { readonly kind: "range"; readonly from: number | null; readonly to: number | null }
  | { readonly kind: "length"; readonly most: number }
  | { readonly kind: "unique" }
);

/** Colors by the cell's place between the column's least and greatest number, or as bars of that length. */
export interface CellColoring {
  readonly kind: "scale" | "bars";
  /** `sequential` = from nothing to the accent; `diverging` = both ways from `middle`. */
  readonly scale: "sequential" | "diverging";
  /** Where a diverging scale turns; null = half-way. */
  readonly middle: number | null;
  readonly reversed: boolean;
}

export function ruleIdOf(table: ColumnRule["table"], column: string): string {
  return `${table}:${column}`;
}
