import type { UnitExceptions } from "../../model/units";
import { numberFormat, percentText } from "../number-format";

/** How many accounts are exceptions, and whether they are too many: "12 exceptions (4.2 %)". */
export function exceptionWords(
  { count, placed, many }: Pick<UnitExceptions, "count" | "placed" | "many">,
  locale: string,
): string {
  const share = percentText(count / Math.max(1, placed), 1);
  const words = `${numberFormat(locale, {}).format(count)} ${count === 1 ? "exception" : "exceptions"}`;
  return many ? `${words} (${share}): more than 10 %` : `${words} (${share})`;
}
