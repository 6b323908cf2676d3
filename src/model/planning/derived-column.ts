import type { ColumnType, TableName } from "../table";

/** A column that is calculated and never stored as data. */
export interface DerivedColumn {
  readonly id: string;
  /** The sheet it stands in; "territories" is the sheet of territories. */
  readonly table: TableName | "territories";
  readonly header: string;
  readonly source: DerivedSource;
}

export type DerivedSource =
  /** `text` names columns by header in brackets: `=[Revenue] * 0.3`. `type` is how its results are shown. */
  | { readonly kind: "formula"; readonly text: string; readonly type: ColumnType }
  /** The territory that another scenario gives the row. */
  | { readonly kind: "scenario-territory"; readonly scenario: string }
  /** By how much a measure of the row's territory differs between two scenarios: `to` less `from`. */
  | {
      readonly kind: "measure-change";
      readonly measure: string;
      readonly from: string;
      readonly to: string;
    };
