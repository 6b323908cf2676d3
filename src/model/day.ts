const formats = new Map<string, Intl.DateTimeFormat>();

/** The day that a moment (milliseconds since 1970) falls on in a time zone, in days since 1970-01-01. */
export function dayIn(timeZone: string, time: number): number {
  let format = formats.get(timeZone);
  if (!format) {
    // Making one takes longer than everything else that an edit of a cell does.
    format = new Intl.DateTimeFormat("en-US", {
      timeZone,
      year: "numeric",
      month: "numeric",
      day: "numeric",
    });
    formats.set(timeZone, format);
  }
  const parts = format.formatToParts(time);
  const part = (type: string) => Number(parts.find((candidate) => candidate.type === type)?.value);
  return Date.UTC(part("year"), part("month") - 1, part("day")) / 86_400_000;
}

/** The day as files and date inputs write it: "2026-05-31". */
export function isoDay(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** The day that "2026-05-31" stands for, or null where it stands for none. */
export function dayOfIso(text: string): number | null {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? null : time / 86_400_000;
}
