import type { PlanSettings } from "../../model/plan";

const formats = new Map<string, Intl.DateTimeFormat>();

/** When something was said, in the plan's locale and time zone: "Nov 22, 2026, 7:37 PM". */
export function noteTime(
  at: number,
  { locale, timeZone }: Pick<PlanSettings, "locale" | "timeZone">,
): string {
  const key = `${locale} ${timeZone}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone });
    formats.set(key, format);
  }
  return Math.abs(at) <= 8.64e15 ? format.format(at) : "";
}
