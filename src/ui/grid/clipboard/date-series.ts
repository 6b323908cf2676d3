import { numberSeries } from "./number-series";

const MS_PER_DAY = 86_400_000;

/**
 * Dates (days since 1970-01-01, UTC) going on: a single one by the day; steps of whole months or years are kept, the last of a month
 * staying the last; otherwise by equal steps in days, or along their trend.
 */
export function dateStep(values: readonly number[], type: "date" | "datetime"): (at: number) => number {
  const byMonths = monthSeries(values);
  if (byMonths) return byMonths;
  const byDays = numberSeries(values, 1);
  return type === "date" ? (at) => Math.round(byDays(at)) : byDays;
}

function monthSeries(values: readonly number[]): ((at: number) => number) | null {
  if (values.length < 2) return null;
  const dates = values.map(calendarDay);
  const [first] = dates as [CalendarDay];
  const step = dates[1]!.month - first.month;
  const even = dates.every((date, i) => date.month === first.month + i * step && date.time === first.time);
  if (step === 0 || !even) return null;
  const last = dates.every((date) => date.day === daysIn(date.month));
  // The day that is meant is the latest: what is shorter in February is cut off there only.
  const day = last ? 31 : Math.max(...dates.map((date) => date.day));
  if (!dates.every((date) => date.day === Math.min(day, daysIn(date.month)))) return null;
  return (at) => {
    const month = first.month + at * step;
    return daysAt(month, Math.min(day, daysIn(month))) + first.time;
  };
}

interface CalendarDay {
  /** Months since January of year 0. */
  readonly month: number;
  readonly day: number;
  /** Fraction of the day. */
  readonly time: number;
}

function calendarDay(days: number): CalendarDay {
  const whole = Math.floor(days);
  const date = new Date(whole * MS_PER_DAY);
  return {
    month: date.getUTCFullYear() * 12 + date.getUTCMonth(),
    day: date.getUTCDate(),
    time: days - whole,
  };
}

function daysIn(month: number): number {
  return new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).getUTCDate();
}

function daysAt(month: number, day: number): number {
  return Date.UTC(Math.floor(month / 12), ((month % 12) + 12) % 12, day) / MS_PER_DAY;
}
