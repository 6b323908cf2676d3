/** A day of the Gregorian calendar; months and dates count from 1. */
export interface CivilDay {
  readonly year: number;
  readonly month: number;
  readonly date: number;
}

/** Days since 1970 that the platform's calendar can hold lie between this and its negative. */
const LAST_DAY = 100_000_000;

/** The day of the calendar for days since 1970-01-01, whose time of day is left out (H. Hinnant, "chrono-compatible low-level date algorithms"). */
export function civilOf(days: number): CivilDay {
  const shifted = Math.floor(days) + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    date: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

/**
 * Days since 1970-01-01 of a day; months and dates beyond their year or month run on into the next, as in spreadsheets: month 13 is the
 * January after. NaN where no calendar holds it.
 */
export function daysOf(year: number, month: number, date: number): number {
  const months = Math.trunc(year) * 12 + Math.trunc(month) - 1;
  const shiftedYear = Math.floor(months / 12) - (months - Math.floor(months / 12) * 12 < 2 ? 1 : 0);
  const shiftedMonth = (months - Math.floor(months / 12) * 12 + 10) % 12;
  const era = Math.floor(shiftedYear / 400);
  const yearOfEra = shiftedYear - era * 400;
  const dayOfYear = Math.floor((153 * shiftedMonth + 2) / 5);
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  const days = era * 146_097 + dayOfEra - 719_468 + Math.trunc(date) - 1;
  return Math.abs(days) <= LAST_DAY ? days : Number.NaN;
}

/** 0 = Sunday … 6 = Saturday. */
export function weekdayOf(days: number): number {
  const day = (Math.floor(days) + 4) % 7;
  return day < 0 ? day + 7 : day;
}

/** The same day some months later, or the last one of its month where that is shorter. */
export function monthsLater(days: number, months: number): number {
  const { year, month, date } = civilOf(days);
  const first = daysOf(year, month + Math.trunc(months), 1);
  const next = daysOf(year, month + Math.trunc(months) + 1, 1);
  return first + Math.min(date, next - first) - 1;
}

/** Whole months from one day to a later one; below 0 where it is earlier. */
export function monthsBetween(from: number, to: number): number {
  const [a, b] = [civilOf(from), civilOf(to)];
  const months = (b.year - a.year) * 12 + b.month - a.month;
  if (months > 0 && b.date < a.date) return months - 1;
  return months < 0 && b.date > a.date ? months + 1 : months;
}
