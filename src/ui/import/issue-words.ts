import type { ColumnIssueKind, ImportFix, ImportIssue } from "../../files/import/import-issue";

/** An issue in plain words: what it is, what becomes of it, and how much it matters. */
export interface IssueWords {
  readonly title: string;
  readonly consequence: string;
  readonly tone: "bad" | "warn" | "note";
}

type Write = (count: string, header: string, many: boolean) => IssueWords;

const KEPT = "Import them blank; their text stays with the row and goes back out as it came.";

const WORDS: Readonly<Record<ImportIssue["kind"], Write>> = {
  "bad-characters": (count, _header, many) => ({
    title: `${count} ${many ? "characters" : "character"} could not be read in this encoding`,
    consequence: "They show as �. Try another encoding above before you import.",
    tone: "bad",
  }),
  "control-characters": (count, _header, many) => ({
    title: `${count} control ${many ? "characters" : "character"} in the file`,
    consequence: "They are kept but not shown.",
    tone: "note",
  }),
  "short-row": (count, _header, many) => ({
    title: `${count} ${many ? "rows have" : "row has"} fewer cells than there are columns`,
    consequence: "The missing cells are imported blank.",
    tone: "warn",
  }),
  "long-row": (count, _header, many) => ({
    title: `${count} ${many ? "rows have" : "row has"} more cells than there are columns`,
    consequence:
      "The extra cells go into columns of their own at the end. A stray delimiter is the usual cause.",
    tone: "warn",
  }),
  "stray-quote": (count, _header, many) => ({
    title: `${count} quote ${many ? "marks" : "mark"} in the middle of a cell`,
    consequence: "The text is kept as it stands. Look whether the cells beside it are right.",
    tone: "warn",
  }),
  "total-row": (count, _header, many) => ({
    title: `${count} ${many ? "rows look" : "row looks"} like a total or a footer, not an account`,
    consequence: "Left in, they would count twice in every sum.",
    tone: "warn",
  }),
  "zero-coordinates": (count, _header, many) => ({
    title: `${count} ${many ? "rows lie" : "row lies"} at latitude 0, longitude 0`,
    consequence: "That is in the ocean off Africa: they are located by postal code or city instead.",
    tone: "warn",
  }),
  "half-coordinates": (count, _header, many) => ({
    title: `${count} ${many ? "rows have" : "row has"} a latitude or a longitude, but not both`,
    consequence: "They are located by postal code or city instead.",
    tone: "warn",
  }),
  "swapped-coordinates": (count, _header, many) => ({
    title: `Latitude and longitude look swapped in ${count} ${many ? "rows" : "row"}`,
    consequence: "The points would lie on the wrong side of the world.",
    tone: "bad",
  }),
  "same-spot": (count, _header, many) => ({
    title: `${count} ${many ? "accounts share" : "account shares"} one and the same spot`,
    consequence:
      "That is often the middle of a country or a default of the CRM. They are imported as they are.",
    tone: "note",
  }),
  "no-place": () => ({
    title: "No column says where the accounts are",
    consequence:
      "None of them will be on the map, and travel cannot be counted. Mark a column above as Postal code, City, or Latitude and Longitude.",
    tone: "bad",
  }),
  "duplicate-header": (_count, header) => ({
    title: `Another column is called “${header}” too`,
    consequence: "It gets a number behind its name.",
    tone: "note",
  }),
  "blank-header": (_count, header) => ({
    title: `A column has no header; it is called “${header}”`,
    consequence: "You can rename it in the sheet.",
    tone: "note",
  }),
  "not-a-number": (count, header, many) => ({
    title: `${count} ${many ? "cells" : "cell"} in ${header} ${many ? "are not numbers" : "is not a number"}`,
    consequence: KEPT,
    tone: "warn",
  }),
  "too-large": (count, header, many) => ({
    title: `${count} ${many ? "numbers" : "number"} in ${header} ${many ? "are" : "is"} too large to count with`,
    consequence: KEPT,
    tone: "warn",
  }),
  "inexact-number": (count, header, many) => ({
    title: `${count} ${many ? "numbers" : "number"} in ${header} ${many ? "have" : "has"} more digits than a sum can keep`,
    consequence: "Sums are rounded; the text goes back out with every digit. For an id, import it as text.",
    tone: "warn",
  }),
  "not-a-date": (count, header, many) => ({
    title: `${count} ${many ? "cells" : "cell"} in ${header} ${many ? "are not dates" : "is not a date"}`,
    consequence: KEPT,
    tone: "warn",
  }),
  "not-yes-no": (count, header, many) => ({
    title: `${count} ${many ? "cells" : "cell"} in ${header} ${many ? "are" : "is"} neither yes nor no`,
    consequence: KEPT,
    tone: "warn",
  }),
  "error-text": (count, header, many) => ({
    title: `${count} ${many ? "cells" : "cell"} in ${header} ${many ? "hold" : "holds"} a spreadsheet error`,
    consequence: "They are imported blank. Correct the formula in the spreadsheet if you need them.",
    tone: "warn",
  }),
  "ambiguous-date": (count, header, many) => ({
    title: `${count} ${many ? "dates" : "date"} in ${header} can be read two ways`,
    consequence: "Choose whether the day or the month comes first.",
    tone: "warn",
  }),
  "ambiguous-number": (count, header, many) => ({
    title: `${count} ${many ? "numbers" : "number"} in ${header} can be read two ways`,
    consequence: "Choose whether the comma or the point is the decimal sign.",
    tone: "warn",
  }),
  "unknown-marker": (count, header, many) => ({
    title: `${count} ${many ? "cells" : "cell"} in ${header} ${many ? "hold" : "holds"} a value that looks like “unknown”`,
    consequence: "Counted as a number it would spoil every sum.",
    tone: "warn",
  }),
  "blank-word": (count, header, many) => ({
    title: `${count} ${many ? "cells" : "cell"} in ${header} ${many ? "say" : "says"} that there is nothing`,
    consequence: "Read as blanks they still go back out as they came.",
    tone: "note",
  }),
  negative: (count, header, many) => ({
    title: `${count} ${many ? "numbers" : "number"} in ${header} ${many ? "are" : "is"} below zero`,
    consequence: "They are imported as they are and lower the totals.",
    tone: "note",
  }),
  "latitude-out-of-range": (count, header, many) => ({
    title: `${count} ${many ? "latitudes" : "latitude"} in ${header} ${many ? "are" : "is"} not between −90 and 90`,
    consequence: "Those accounts are located by postal code or city instead.",
    tone: "warn",
  }),
  "longitude-out-of-range": (count, header, many) => ({
    title: `${count} ${many ? "longitudes" : "longitude"} in ${header} ${many ? "are" : "is"} not between −180 and 180`,
    consequence: "Those accounts are located by postal code or city instead.",
    tone: "warn",
  }),
  "duplicate-id": (count, header, many) => ({
    title: `${count} ${many ? "rows share their id" : "row shares its id"} in ${header} with another`,
    consequence: "They may be one account entered twice.",
    tone: "warn",
  }),
  "blank-id": (count, header, many) => ({
    title: `${count} ${many ? "rows have" : "row has"} no id in ${header}`,
    consequence: "They are imported; a later update from the CRM cannot be matched to them.",
    tone: "note",
  }),
  "damaged-id": (count, header, many) => ({
    title: `${count} ${many ? "ids" : "id"} in ${header} ${many ? "were" : "was"} rounded by a spreadsheet`,
    consequence:
      "The lost digits cannot be restored. Export from the CRM again without opening it in a spreadsheet.",
    tone: "bad",
  }),
  "lost-zeros": (count, header, many) => ({
    title: `${count} ${many ? "codes" : "code"} in ${header} lost ${many ? "their" : "its"} leading zeros`,
    consequence:
      "They are missing in this file: a spreadsheet made 2139 of 02139. The accounts are placed either way. Restored, the codes are whole in the sheet and in every export, which then differs from this file; otherwise they go back out as they came.",
    tone: "warn",
  }),
  "hidden-characters": (count, header, many) => ({
    title: `${count} ${many ? "cells" : "cell"} in ${header} ${many ? "hold" : "holds"} characters that do not show`,
    consequence: "They are kept; names are compared without them.",
    tone: "note",
  }),
  "too-many-territories": (_count, header) => ({
    title: `${header} would make very many territories`,
    consequence: "Look whether it really says who has an account; choose another column, or start with none.",
    tone: "warn",
  }),
};

/** The same kind of issue in several columns, as "… in 3 columns". */
const IN_COLUMNS: Readonly<Record<ColumnIssueKind, string>> = {
  "duplicate-header": "The same header stands twice",
  "blank-header": "No header",
  "not-a-number": "Cells that are not numbers",
  "too-large": "Numbers too large to count with",
  "inexact-number": "Numbers with more digits than a sum can keep",
  "not-a-date": "Cells that are not dates",
  "not-yes-no": "Cells that are neither yes nor no",
  "error-text": "Spreadsheet errors",
  "ambiguous-date": "Dates that can be read two ways",
  "ambiguous-number": "Numbers that can be read two ways",
  "unknown-marker": "Values that look like “unknown”",
  "blank-word": "Words that say there is nothing",
  negative: "Numbers below zero",
  "latitude-out-of-range": "Latitudes out of range",
  "longitude-out-of-range": "Longitudes out of range",
  "duplicate-id": "Repeated ids",
  "blank-id": "Missing ids",
  "damaged-id": "Ids that a spreadsheet rounded",
  "lost-zeros": "Codes that lost their leading zeros",
  "hidden-characters": "Characters that do not show",
  "too-many-territories": "Too many territories",
};

/** Issues of one kind, in one column or several, told together. */
export interface IssueGroup {
  readonly words: IssueWords;
  readonly issues: readonly ImportIssue[];
}

const TONES: readonly IssueWords["tone"][] = ["bad", "warn", "note"];

/** The issues by kind, what matters most first, then what concerns most cells. */
export function groupIssues(issues: readonly ImportIssue[], format: Intl.NumberFormat): IssueGroup[] {
  const byKind = new Map<ImportIssue["kind"], ImportIssue[]>();
  for (const issue of issues) {
    const same = byKind.get(issue.kind);
    if (same) same.push(issue);
    else byKind.set(issue.kind, [issue]);
  }
  const cells = (group: IssueGroup) => group.issues.reduce((sum, issue) => sum + issue.count, 0);
  return [...byKind.values()]
    .map((group): IssueGroup => {
      const first = group[0]!;
      const words = issueWords(first, format);
      if (group.length === 1 || first.column === null) return { words, issues: group };
      const title = `${IN_COLUMNS[first.kind]} in ${format.format(group.length)} columns`;
      return { words: { ...words, title }, issues: group.sort((a, b) => b.count - a.count) };
    })
    .sort((a, b) => TONES.indexOf(a.words.tone) - TONES.indexOf(b.words.tone) || cells(b) - cells(a));
}

/** What an issue says to the planner. */
export function issueWords(issue: ImportIssue, format: Intl.NumberFormat): IssueWords {
  const header = issue.column === null ? "" : issue.header;
  return WORDS[issue.kind](format.format(issue.count), header, issue.count !== 1);
}

/** What switching a fix on does, as a label of its switch. */
export function fixWords(fix: ImportFix): string {
  switch (fix.kind) {
    case "pad-zeros":
      return `Restore leading zeros (to ${fix.length} digits)`;
    case "read-as-blank":
      return `Treat ${listed(fix.texts)} as blank`;
    case "exclude-rows":
      return fix.rows.length === 1 ? "Leave this row out" : `Leave these ${fix.rows.length} rows out`;
    case "swap-rows":
      return fix.rows.length === 1 ? "Swap them in this row" : "Swap them in these rows";
    case "swap-coordinates":
      return "Swap latitude and longitude";
    case "import-as-text":
      return "Import the column as text";
  }
}

function listed(texts: readonly string[]): string {
  const quoted = texts.slice(0, 4).map((text) => `“${text}”`);
  if (texts.length > 4) return `${quoted.join(", ")} and ${texts.length - 4} more`;
  return quoted.length > 1 ? `${quoted.slice(0, -1).join(", ")} and ${quoted.at(-1)}` : quoted.join("");
}
