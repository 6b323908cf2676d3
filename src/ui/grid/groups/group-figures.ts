import type { Aggregate } from "../../../model/views/subtotals";
import { numberFormat } from "../cell-format";
import { type GridColumn, isDate } from "../grid-column";
import type { GridState } from "../grid-state";

/** What a group shows of a column; "" where there is nothing. */
export function figureText(grid: GridState, group: number, column: GridColumn): string {
  const { groups } = grid.view;
  const figure = groups.figureOf(group, column);
  if (Number.isNaN(figure)) return "";
  const aggregate = groups.aggregateOf(column);
  const { locale } = grid.props;
  if (column.type === "yesno") {
    if (aggregate === "sum" && figure === 0) return "";
    return aggregate === "average"
      ? figure.toLocaleString(locale, { style: "percent", maximumFractionDigits: 1 })
      : `${figure.toLocaleString(locale)} yes`;
  }
  if (isDate(column)) {
    return numberFormat("date", { locale, currency: "USD", timeZone: "UTC" })(figure);
  }
  return (column.format ?? ((value: number) => value.toLocaleString(locale)))(
    rounded(figure, aggregate, column),
  );
}

/** Sums of money need no cents, and a mean no more digits than tell it from its neighbors. */
function rounded(figure: number, aggregate: Aggregate, { type }: GridColumn): number {
  if (type === "currency" && Math.abs(figure) >= 1000) return Math.round(figure);
  return aggregate === "average" ? Number(figure.toPrecision(6)) : figure;
}
