import { civilOf, daysOf, monthsBetween, monthsLater, weekdayOf } from "./calendar";
import { numberAt, numberResult, textAt, zeroForBlank } from "./kernels";
import { type FunctionSpec, taking } from "./signature";
import { NO_CASE, NO_SUCH_DATE, numberConstant } from "./vectors";

/** Functions of days. A blank day gives a blank. */
export const DATE_FUNCTIONS: readonly FunctionSpec[] = [
  {
    name: "TODAY",
    signature: "TODAY()",
    help: "The day it is.",
    least: 0,
    most: 0,
    reads: "day",
    check: taking([], "date"),
    calculate: (_, scope) => numberConstant(scope.day, "date"),
  },
  {
    name: "DATE",
    signature: "DATE(year, month, day)",
    help: "A day; months past 12 and days past the end run on.",
    least: 3,
    most: 3,
    check: taking(["number"], "date"),
    calculate: (args, scope) => {
      const [year, month, date] = args.map(numberAt);
      return numberResult(args, scope, "date", (i, failing) => {
        const parts = [year!(i), month!(i), date!(i)] as const;
        if (parts.some(Number.isNaN)) return Number.NaN;
        const days = daysOf(...parts);
        return Number.isNaN(days) ? failing.with(NO_SUCH_DATE) : days;
      });
    },
  },
  ofDay("YEAR", "The year of a day.", (day) => civilOf(day).year),
  ofDay("MONTH", "The month of a day, 1 to 12.", (day) => civilOf(day).month),
  ofDay("DAY", "The day of the month, 1 to 31.", (day) => civilOf(day).date),
  ofDay("QUARTER", "The quarter of the year, 1 to 4.", (day) => Math.ceil(civilOf(day).month / 3)),
  {
    name: "WEEKDAY",
    signature: "WEEKDAY(date, [first])",
    help: "The day of the week from 1 to 7, beginning with Sunday; with first 2, with Monday.",
    least: 1,
    most: 2,
    check: taking(["date", "number"], "number"),
    calculate: (args, scope) => {
      const day = numberAt(args[0]!);
      const first = args[1] ? zeroForBlank(args[1]) : () => 1;
      return numberResult(args, scope, "number", (i) => {
        const weekday = weekdayOf(day(i));
        return first(i) === 2 ? ((weekday + 6) % 7) + 1 : weekday + 1;
      });
    },
  },
  {
    name: "DAYS",
    signature: "DAYS(end, start)",
    help: "Days from the start to the end.",
    least: 2,
    most: 2,
    check: taking(["date"], "number"),
    calculate: (args, scope) => {
      const [end, start] = args.map(numberAt);
      return numberResult(args, scope, "number", (i) => Math.floor(end!(i)) - Math.floor(start!(i)));
    },
  },
  {
    name: "EDATE",
    signature: "EDATE(date, months)",
    help: "The same day some months later, or earlier with a minus.",
    least: 2,
    most: 2,
    check: taking(["date", "number"], "date"),
    calculate: (args, scope) => {
      const [day, months] = [numberAt(args[0]!), zeroForBlank(args[1]!)];
      return numberResult(args, scope, "date", (i, failing) => {
        if (Number.isNaN(day(i))) return Number.NaN;
        const later = monthsLater(day(i), months(i));
        return Number.isNaN(later) ? failing.with(NO_SUCH_DATE) : later;
      });
    },
  },
  {
    name: "DATEDIF",
    signature: 'DATEDIF(start, end, "Y", "M" or "D")',
    help: "Whole years, months or days from the start to the end.",
    least: 3,
    most: 3,
    check: taking(["date", "date", "text"], "number"),
    calculate: (args, scope) => {
      const [start, end] = [numberAt(args[0]!), numberAt(args[1]!)];
      const unit = textAt(args[2]!);
      return numberResult(args, scope, "number", (i, failing) => {
        const [from, to] = [start(i), end(i)];
        if (Number.isNaN(from) || Number.isNaN(to)) return Number.NaN;
        switch (unit(i).trim().toUpperCase()) {
          case "Y":
            return Math.trunc(monthsBetween(from, to) / 12);
          case "M":
            return monthsBetween(from, to);
          case "D":
            return Math.floor(to) - Math.floor(from);
          default:
            return failing.with(NO_CASE);
        }
      });
    },
  },
];

function ofDay(name: string, help: string, read: (day: number) => number): FunctionSpec {
  return {
    name,
    signature: `${name}(date)`,
    help,
    least: 1,
    most: 1,
    check: taking(["date"], "number"),
    calculate: (args, scope) => {
      const day = numberAt(args[0]!);
      return numberResult(args, scope, "number", (i) => (Number.isNaN(day(i)) ? Number.NaN : read(day(i))));
    },
  };
}
