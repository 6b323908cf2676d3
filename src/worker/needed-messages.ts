import type { SearchOptions } from "../optimizer/progress";
import type { RowProblem } from "../optimizer/row-problem";
import type { NeededCount, NoCount } from "../optimizer/territories-needed";

export interface NeededStart {
  readonly problem: RowProblem;
  readonly options: SearchOptions;
  readonly seed: number;
}

export type NeededMessage =
  | { readonly kind: "trying"; readonly count: number; readonly bySum: number }
  | { readonly kind: "answer"; readonly answer: NeededCount | NoCount }
  | { readonly kind: "failed"; readonly message: string };
