import type { BoundReport, Incumbent } from "../optimizer/bound";
import type { SearchOptions } from "../optimizer/progress";
import type { RowProblem } from "../optimizer/row-problem";

/** What a bound worker is told: first the problem and a plan, then better plans as the search finds them. */
export type BoundRequest =
  | {
      readonly kind: "start";
      readonly problem: RowProblem;
      readonly options: SearchOptions;
      readonly plan: Incumbent;
    }
  | { readonly kind: "better"; readonly plan: Incumbent };

/** What it says. After `done` nothing more can be proven about the latest plan, but a better one starts it again. */
export type BoundMessage =
  | { readonly kind: "bound"; readonly report: BoundReport }
  | { readonly kind: "done" }
  | { readonly kind: "failed"; readonly message: string };
