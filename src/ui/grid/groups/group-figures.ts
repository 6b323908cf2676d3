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
    return aggregate === "average"
      ? figure.toLocaleString(locale, { style: "percent", maximumFractionDigits: 1 })
      : `${figure.toLocaleString(locale)} yes`;
  }
  if (isDate(column)) {
    return numberFormat("date", { locale, currency: "USD", timeZone: "UTC" })(figure);
  }
  return (column.format ?? ((value: number) => value.toLocaleString(locale)))(roundedMean(figure, aggregate));
}

/** A mean needs no more digits than tell it from its neighbors. */
function roundedMean(figure: number, aggregate: string): number {
  return aggregate === "average" ? Number(figure.toPrecision(6)) : figure;
}
