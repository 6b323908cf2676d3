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
  | FormulaSource
  /** The territory that another scenario gives the row. */
  | { readonly kind: "scenario-territory"; readonly scenario: string }
  /** By how much a measure of the row's territory differs between two scenarios: `to` less `from`. */
  | {
      readonly kind: "measure-change";
      readonly measure: string;
      readonly from: string;
      readonly to: string;
    };

/** `text` names columns by header in brackets: `=[Revenue] * 0.3`. */
export interface FormulaSource {
  readonly kind: "formula";
  readonly text: string;
  /** How its results are shown. */
  readonly type: ColumnType;
  /** Which column each name in the text meant when it was written, by key: a column that is renamed keeps its formulas. */
  readonly names?: readonly FormulaName[] | undefined;
}

export interface FormulaName {
  readonly name: string;
  readonly key: string;
}

/** A planner's formula. */
export interface FormulaRecord extends DerivedColumn {
  readonly source: FormulaSource;
}

const KEY_START = "@derived:";

/** The key under which a derived column stands in its sheet and is named by measures. */
export function derivedKey({ id }: Pick<DerivedColumn, "id">): string {
  return KEY_START + id;
}

export function isDerivedKey(key: string): boolean {
  return key.startsWith(KEY_START);
}

export function isFormula(record: DerivedColumn): record is FormulaRecord {
  return record.source.kind === "formula";
}
