/** A period that a column's header names: "Revenue Q1 2025" is the first quarter of 2025 of "Revenue". */
export interface PeriodHeader {
  readonly kind: "year" | "quarter" | "month" | "day";
  /** Orders periods of one kind. */
  readonly at: number;
  /** What the header says beside the period; "" for nothing. */
  readonly stem: string;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH =
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const YEAR = "((?:19|20)\\d\\d)";
const SHORT_YEAR = "['’](\\d\\d)";
const EDGE = "(?<![\\p{L}\\p{N}])";
const END = "(?![\\p{L}\\p{N}])";

interface Pattern {
  readonly kind: PeriodHeader["kind"];
  readonly expression: RegExp;
  /** Where the period stands in time; NaN for one that is none. */
  readonly at: (groups: readonly string[]) => number;
}

/** What every period has something of: most headers have nothing of it. */
const ANY_PERIOD = new RegExp(`[12]\\d|['’]\\d|q[1-4]|${MONTHS.join("|")}`, "i");

/** The more exact first: "2025-01-31" is a day, not a month. */
const PATTERNS: readonly Pattern[] = [
  pattern("day", `${YEAR}-(\\d\\d)-(\\d\\d)`, ([year, month, day]) => {
    const time = Date.UTC(Number(year), Number(month) - 1, Number(day));
    return Number(month) <= 12 && Number(day) <= 31 ? time / 86_400_000 : Number.NaN;
  }),
  pattern("month", `${MONTH}[\\s./-]*${YEAR}`, ([month, year]) => monthAt(year!, monthNumber(month!))),
  pattern("month", `${YEAR}[\\s./-]*${MONTH}`, ([year, month]) => monthAt(year!, monthNumber(month!))),
  pattern("month", `${MONTH}[\\s-]*(?:${SHORT_YEAR}|(\\d\\d))`, ([month, quoted, plain]) =>
    monthAt(`20${quoted ?? plain}`, monthNumber(month!)),
  ),
  pattern("month", `${YEAR}[-/.](\\d\\d)`, ([year, month]) => monthAt(year!, Number(month))),
  pattern("month", `(\\d\\d?)[-/.]${YEAR}`, ([month, year]) => monthAt(year!, Number(month))),
  pattern(
    "quarter",
    `q([1-4])[\\s./-]*(?:fy\\s*)?${YEAR}`,
    ([quarter, year]) => 4 * Number(year) + Number(quarter),
  ),
  pattern(
    "quarter",
    `(?:fy\\s*)?${YEAR}[\\s./-]*q([1-4])`,
    ([year, quarter]) => 4 * Number(year) + Number(quarter),
  ),
  pattern(
    "quarter",
    `q([1-4])[\\s-]*${SHORT_YEAR}`,
    ([quarter, year]) => 8000 + 4 * Number(year) + Number(quarter),
  ),
  pattern("year", `(?:fy\\s*)?${YEAR}`, ([year]) => Number(year)),
  pattern("quarter", "q([1-4])", ([quarter]) => Number(quarter)),
  pattern("month", MONTH, ([month]) => monthNumber(month!)),
];

/** The period in a header, or null where it names none. */
export function periodOf(header: string): PeriodHeader | null {
  if (!ANY_PERIOD.test(header)) return null;
  for (const { kind, expression, at } of PATTERNS) {
    const match = expression.exec(header);
    if (!match) continue;
    const place = at(match.slice(1));
    if (Number.isNaN(place)) continue;
    const rest = header.slice(0, match.index) + header.slice(match.index + match[0].length);
    return { kind, at: place, stem: rest.replace(/[\s_:–—()[\]-]+/g, " ").trim() };
  }
  return null;
}

function pattern(kind: Pattern["kind"], source: string, at: Pattern["at"]): Pattern {
  return { kind, expression: new RegExp(`${EDGE}${source}${END}`, "iu"), at };
}

function monthNumber(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function monthAt(year: string, month: number): number {
  return month >= 1 && month <= 12 ? 12 * Number(year) + month : Number.NaN;
}
