/** Names that come round: seven days or twelve months, in one way to write them. */
export interface CycleNames {
  readonly kind: "days" | "months";
  /** In their order; lower case, without a point at the end. */
  readonly folded: readonly string[];
  readonly names: readonly string[];
}

const WIDTHS = ["short", "long"] as const;
/** 2024-01-01 was a Monday, and the first of a year. */
const YEAR = 2024;

/** Days and months as the locale (BCP 47) and English write them, short ones first. */
export function cycleNames(locale: string): CycleNames[] {
  const found: CycleNames[] = [];
  for (const tag of new Set([locale, "en-US"])) {
    for (const width of WIDTHS) {
      found.push(namesOf("days", 7, new Intl.DateTimeFormat(tag, { weekday: width, timeZone: "UTC" })));
      // Alone, and as in a date: "Mär" and "März" are both written.
      found.push(namesOf("months", 12, new Intl.DateTimeFormat(tag, { month: width, timeZone: "UTC" })));
      const inDates = new Intl.DateTimeFormat(tag, { month: width, day: "numeric", timeZone: "UTC" });
      found.push(namesOf("months", 12, inDates));
    }
  }
  return found.filter(({ folded }) => folded.every((name) => name !== "" && !/^\d+$/.test(name)));
}

function namesOf(kind: CycleNames["kind"], count: number, format: Intl.DateTimeFormat): CycleNames {
  const part = kind === "days" ? "weekday" : "month";
  const names = Array.from({ length: count }, (_, i) => {
    const date = kind === "days" ? Date.UTC(YEAR, 0, 1 + i) : Date.UTC(YEAR, i, 1);
    const text = format.formatToParts(date).find(({ type }) => type === part)?.value ?? "";
    return text.replace(/\.$/, "");
  });
  return { kind, names, folded: names.map((name) => name.toLocaleLowerCase()) };
}
