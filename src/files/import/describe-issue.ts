import type { ImportFix, ImportIssue } from "./import-issue";

export interface IssueText {
  /** "error": something will be lost or wrong; "question": the planner should decide; "note": good to know. */
  readonly severity: "error" | "question" | "note";
  readonly title: string;
  readonly advice: string;
}

/** An issue in words for the planner: what was found, and what happens or can be done. */
export function describeIssue(issue: ImportIssue): IssueText {
  const { count } = issue;
  const column = issue.column === null ? "" : `“${issue.header.trim()}”`;
  const cells = plural(count, "cell");
  const rows = plural(count, "row");
  switch (issue.kind) {
    case "bad-characters":
      return question(
        `${plural(count, "character")} could not be read`,
        "Try another encoding and look at the preview.",
      );
    case "control-characters":
      return note(`${plural(count, "control character")} in the file`, "They are kept as they are.");
    case "short-row":
      return note(`${rows} with too few cells`, "The missing cells are read as blank.");
    case "long-row":
      return question(
        `${rows} with too many cells`,
        "Nothing is dropped: the extra cells are in columns of their own. Often a comma in a text was not quoted.",
      );
    case "stray-quote":
      return note(
        `${plural(count, "quote mark")} in an unexpected place`,
        "Read as ordinary characters. Look at these lines.",
      );
    case "total-row":
      return question(
        `${rows} at the end that ${count === 1 ? "looks" : "look"} like a total or a note`,
        "Leave out what is no account.",
      );
    case "zero-coordinates":
      return note(
        `${rows} at 0, 0`,
        "That is in the sea off Africa; they are placed by their address instead.",
      );
    case "half-coordinates":
      return note(`${rows} with only one coordinate`, "They are placed by their address instead.");
    case "swapped-coordinates":
      return question(
        "Latitude and longitude seem to be swapped",
        `${rows} would lie on the map if they were exchanged.`,
      );
    case "same-spot":
      return note(`${plural(count, "account")} on one spot`, "They lie on top of each other on the map.");
    case "duplicate-header":
      return note(
        `Header ${column} was there before`,
        "The column was renamed so that both can be told apart.",
      );
    case "blank-header":
      return note(`A column without a header is called ${column}`, "Rename it if you like.");
    case "not-a-number":
      return error(
        `${cells} of ${column} ${count === 1 ? "is no number" : "are no numbers"}`,
        "They count as blank, and go back out as they came.",
      );
    case "too-large":
      return error(
        `${cells} of ${column} ${count === 1 ? "is" : "are"} too large`,
        "They count as blank, and go back out as they came.",
      );
    case "inexact-number":
      return note(
        `${cells} of ${column} ${count === 1 ? "has" : "have"} more digits than a number holds`,
        "Totals are exact to about 15 digits; exports keep every digit.",
      );
    case "not-a-date":
      return error(
        `${cells} of ${column} ${count === 1 ? "is no date" : "are no dates"}`,
        "They count as blank, and go back out as they came.",
      );
    case "not-yes-no":
      return error(
        `${cells} of ${column} ${count === 1 ? "is" : "are"} neither yes nor no`,
        "They count as blank, and go back out as they came.",
      );
    case "error-text":
      return error(
        `${cells} of ${column} ${count === 1 ? "is a" : "are"} spreadsheet error${count === 1 ? "" : "s"}`,
        "They count as blank, and go back out as they came.",
      );
    case "ambiguous-date":
      return question(
        `Is ${column} day first or month first?`,
        `${plural(count, "date")} could be read either way.`,
      );
    case "ambiguous-number":
      return question(
        `Is the sign in ${column} for decimals or thousands?`,
        `${plural(count, "number")} could be read either way.`,
      );
    case "unknown-marker":
      return question(
        `${rows} of ${column} hold${count === 1 ? "s" : ""} ${quoted(issue)}`,
        "Such numbers usually mean “unknown”. Treated as blank, they do not spoil totals.",
      );
    case "blank-word":
      return note(
        `${cells} of ${column} say${count === 1 ? "s" : ""} ${quoted(issue)}`,
        "Treated as blank; they go back out as they came.",
      );
    case "negative":
      return note(`${cells} of ${column} ${count === 1 ? "is" : "are"} negative`, "They lower the totals.");
    case "latitude-out-of-range":
      return error(
        `${cells} of ${column} ${count === 1 ? "is" : "are"} no latitude`,
        "Latitudes lie between −90 and 90; these rows are placed by their address instead.",
      );
    case "longitude-out-of-range":
      return error(
        `${cells} of ${column} ${count === 1 ? "is" : "are"} no longitude`,
        "Longitudes lie between −180 and 180; these rows are placed by their address instead.",
      );
    case "duplicate-id":
      return question(
        `${rows} share their ${column} with another`,
        "Keep them all, merge them, or skip all but the first.",
      );
    case "blank-id":
      return note(`${rows} without ${column}`, "They are imported, but a later file cannot update them.");
    case "damaged-id":
      return error(
        `${cells} of ${column} ${count === 1 ? "was" : "were"} shortened by a spreadsheet`,
        "Digits are lost. Export the file again and do not open it in a spreadsheet first.",
      );
    case "lost-zeros":
      return question(
        `${cells} of ${column} lost ${count === 1 ? "its" : "their"} leading zeros`,
        "They are found on the map anyway; put the zeros back to have them in exports too.",
      );
    case "hidden-characters":
      return note(
        `${cells} of ${column} hold${count === 1 ? "s" : ""} invisible characters`,
        "They are kept, and make no difference when names are compared.",
      );
    case "too-many-territories":
      return question(
        `${column} would make very many territories`,
        "Check that this is the column of territories or owners.",
      );
  }
}

/** What the planner switches on with a fix, as the label of a check box. */
export function describeFix(fix: ImportFix): string {
  switch (fix.kind) {
    case "pad-zeros":
      return `Restore zeros to ${fix.length} digits`;
    case "read-as-blank":
      return "Treat as blank";
    case "exclude-rows":
      return fix.rows.length === 1 ? "Leave this row out" : `Leave these ${fix.rows.length} rows out`;
    case "swap-coordinates":
      return "Exchange latitude and longitude";
    case "import-as-text":
      return "Import this column as text";
  }
}

function quoted(issue: ImportIssue): string {
  const texts = [...new Set(issue.examples.map((example) => example.text.trim()))].slice(0, 3);
  return texts.map((text) => `“${text}”`).join(" or ");
}

function plural(count: number, noun: string): string {
  return `${count.toLocaleString("en-US")} ${noun}${count === 1 ? "" : "s"}`;
}

const error = (title: string, advice: string): IssueText => ({ severity: "error", title, advice });
const question = (title: string, advice: string): IssueText => ({ severity: "question", title, advice });
const note = (title: string, advice: string): IssueText => ({ severity: "note", title, advice });
