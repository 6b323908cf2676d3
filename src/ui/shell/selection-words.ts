import type { PlanSettings } from "../../model/plan";
import type { NumberSums, SelectionSums } from "../../model/views/selection-sums";
import { fullNumberText, numberFormat } from "../grid/cell-format";
import { numberFormat as plainFormat } from "../number-format";

/** What the status bar can tell of the selected cells. */
export type CellFigure = "average" | "count" | "numbers" | "least" | "greatest" | "sum";

/** In the order shown. */
export const CELL_FIGURES: readonly { readonly id: CellFigure; readonly label: string }[] = [
  { id: "average", label: "Average" },
  { id: "count", label: "Count" },
  { id: "numbers", label: "Numbers" },
  { id: "least", label: "Min" },
  { id: "greatest", label: "Max" },
  { id: "sum", label: "Sum" },
];

/** The figure as shown: money as money, dates as dates, one for each type; null where the cells have none. */
export function figureText(figure: CellFigure, sums: SelectionSums, settings: PlanSettings): string | null {
  const whole = plainFormat(settings.locale, {});
  if (figure === "count") return whole.format(sums.filled);
  if (figure === "numbers") return whole.format(numberCount(sums));
  const texts = sums.numbers
    .filter(({ type }) => suits(figure, type))
    .map((numbers) => numberFormat(numbers.type, settings)(shownValue(figure, numbers)));
  return texts.length > 0 ? texts.join(" · ") : null;
}

/** The figure with every digit, as a cell takes it; with several types a line each. */
export function figureToCopy(figure: CellFigure, sums: SelectionSums, settings: PlanSettings): string {
  if (figure === "count") return String(sums.filled);
  if (figure === "numbers") return String(numberCount(sums));
  return sums.numbers
    .filter(({ type }) => suits(figure, type))
    .map((numbers) => fullNumberText(figureOf(figure, numbers), numbers.type, settings.locale))
    .join("\n");
}

const TYPE_WORDS: Readonly<Record<NumberSums["type"], string>> = {
  number: "numbers",
  currency: "money",
  percent: "percents",
  date: "dates",
  datetime: "times",
};

/** That numbers of several types are selected, which are not added to each other; null where they are of one. */
export function mixedWords({ numbers }: SelectionSums): string | null {
  if (numbers.length < 2) return null;
  return `mixed: ${numbers.map(({ type }) => TYPE_WORDS[type]).join(", ")}`;
}

function numberCount({ numbers }: SelectionSums): number {
  return numbers.reduce((sum, { count }) => sum + count, 0);
}

/** Dates have a first and a last, but no sum. */
function suits(figure: CellFigure, type: NumberSums["type"]): boolean {
  return figure === "least" || figure === "greatest" || (type !== "date" && type !== "datetime");
}

function figureOf(figure: CellFigure, { count, sum, least, greatest }: NumberSums): number {
  switch (figure) {
    case "least":
      return least;
    case "greatest":
      return greatest;
    case "average":
      return sum / count;
    default:
      return sum;
  }
}

/** A mean of whole numbers is not shown to the sixth decimal. */
function shownValue(figure: CellFigure, numbers: NumberSums): number {
  const value = figureOf(figure, numbers);
  const isPlain = numbers.type === "number" && figure === "average" && Math.abs(value) >= 1;
  return isPlain ? Math.round(value * 100) / 100 : value;
}
