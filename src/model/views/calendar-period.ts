/** A stretch of the calendar. Weeks begin on Monday, quarters in January, April, July and October. */
export type CalendarPeriod = "day" | "week" | "month" | "quarter" | "year";

const MS_PER_DAY = 86_400_000;
/** 1970-01-01 was a Thursday: that many days into its week. */
const DAYS_INTO_FIRST_WEEK = 3;

/** Number of the period that a day (since 1970-01-01, fractions allowed) lies in: consecutive periods have consecutive numbers. */
export function periodOf(day: number, period: CalendarPeriod): number {
  switch (period) {
    case "day":
      return Math.floor(day);
    case "week":
      return Math.floor((day + DAYS_INTO_FIRST_WEEK) / 7);
    case "month":
      return monthOf(day);
    case "quarter":
      return Math.floor(monthOf(day) / 3);
    case "year":
      return Math.floor(monthOf(day) / 12);
  }
}

/** First day, since 1970-01-01, of the period with a number; the period ends before the first day of the next. */
export function firstDayOf(number: number, period: CalendarPeriod): number {
  switch (period) {
    case "day":
      return number;
    case "week":
      return number * 7 - DAYS_INTO_FIRST_WEEK;
    case "month":
      return Date.UTC(1970, number, 1) / MS_PER_DAY;
    case "quarter":
      return Date.UTC(1970, number * 3, 1) / MS_PER_DAY;
    case "year":
      return Date.UTC(1970, number * 12, 1) / MS_PER_DAY;
  }
}

/**
 * Months from January 1970 to the day's. By arithmetic over eras of 400 years that begin in March (Hinnant, "chrono-compatible
 * low-level date algorithms"): a `Date` for each of 100,000 cells would take ten times as long.
 */
function monthOf(day: number): number {
  const sinceEra = Math.floor(day) + 719_468;
  const era = Math.floor(sinceEra / 146_097);
  const dayOfEra = sinceEra - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  return (yearOfEra + era * 400 - 1970) * 12 + monthFromMarch + 2;
}
