import type { RowGroups } from "./group-rows";
import type { ViewColumn } from "./view-column";

/** What a group shows of a column. Blanks count in none; of yes/no it is the number of those with yes. */
export type Aggregate = "sum" | "average" | "least" | "greatest" | "none";

/** What the rows of each group come to in one column; arrays by group. */
export interface Subtotals {
  readonly sum: Float64Array;
  /** Rows that are not blank. */
  readonly filled: Float64Array;
  /** NaN where all are blank. */
  readonly least: Float64Array;
  readonly greatest: Float64Array;
}

/** Subtotals of a column over all levels, in one pass over the rows; null for texts. */
export function subtotals(groups: RowGroups, column: ViewColumn): Subtotals | null {
  if (column.kind === "text") return null;
  const { count, rows, level, depth, first, end, parent } = groups;
  const sum = new Float64Array(count);
  const filled = new Float64Array(count);
  const least = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  const greatest = new Float64Array(count).fill(Number.NEGATIVE_INFINITY);
  const cells = column.kind === "number" ? column.values : null;
  const flags = column.kind === "yesno" ? column.flags : null;
  // A group stands behind the one around it: from the last to the first, each is complete when it is added to that.
  for (let group = count - 1; group >= 0; group--) {
    if (level[group] === depth - 1) {
      let total = 0;
      let seen = 0;
      let low = Number.POSITIVE_INFINITY;
      let high = Number.NEGATIVE_INFINITY;
      for (let i = first[group]!; i < end[group]!; i++) {
        const row = rows[i]!;
        let value: number;
        if (cells) value = cells[row]!;
        else value = flags![row] === 2 ? Number.NaN : flags![row]!;
        if (Number.isNaN(value)) continue;
        total += value;
        seen++;
        if (value < low) low = value;
        if (value > high) high = value;
      }
      sum[group] = total;
      filled[group] = seen;
      least[group] = low;
      greatest[group] = high;
    }
    const around = parent[group]!;
    if (around >= 0) {
      sum[around]! += sum[group]!;
      filled[around]! += filled[group]!;
      if (least[group]! < least[around]!) least[around] = least[group]!;
      if (greatest[group]! > greatest[around]!) greatest[around] = greatest[group]!;
    }
  }
  for (let group = 0; group < count; group++) {
    if (filled[group] === 0) least[group] = greatest[group] = Number.NaN;
  }
  return { sum, filled, least, greatest };
}

/** One group's figure of a column; NaN where all its cells are blank or nothing is asked for. */
export function aggregateAt(totals: Subtotals, group: number, aggregate: Aggregate): number {
  if (totals.filled[group] === 0) return Number.NaN;
  switch (aggregate) {
    case "sum":
      return totals.sum[group]!;
    case "average":
      return totals.sum[group]! / totals.filled[group]!;
    case "least":
      return totals.least[group]!;
    case "greatest":
      return totals.greatest[group]!;
    case "none":
      return Number.NaN;
  }
}
