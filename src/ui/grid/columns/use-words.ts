import type { ColumnUse } from "../../../model/column-uses";
import type { ColumnRole, ColumnType } from "../../../model/table";
import { ROLE_WORDS } from "../../import/column-words";

/** What reads a column, in words. */
export function useWords({ kind, name }: ColumnUse): string {
  switch (kind) {
    case "role":
      return `Used as ${ROLE_WORDS[name as ColumnRole]}`;
    case "measure":
      return `Measure ${name}`;
    case "capacity":
      return `Limit of measure ${name}`;
    case "segmentation":
      return `Segments ${name}`;
    case "layer":
      return `Accounts of layer ${name}`;
    case "rule":
      return `Rule ${name}`;
    case "workload":
      return "Visits of the workload";
    case "formula":
      return `Formula column ${name}`;
    case "view":
      return `View ${name}`;
    case "checks":
      return "Its checks and colors";
    case "comments":
      return name === "1" ? "1 comment on its cells" : `${name} comments on its cells`;
  }
}

/** What becomes of it when the column is deleted. */
export function fateWords({ kind, fate }: ColumnUse): string {
  if (kind === "role") return "nothing is used so any more";
  if (fate === "goes") return "goes with it";
  if (kind === "capacity") return "there is no limit any more";
  if (kind === "measure") return fate === "loses" ? "loses this part" : "its condition is met by no account";
  if (kind === "view") return "leaves it out";
  if (kind === "comments") return "stays in the list of comments";
  if (kind === "formula") return "shows an error until it is changed";
  return "finds nothing there until it is changed";
}

/** Types as the planner chooses among them. */
export const TYPE_WORDS: Readonly<Record<ColumnType, string>> = {
  text: "Text",
  choice: "Choice (few different texts)",
  number: "Number",
  currency: "Money",
  percent: "Percent",
  date: "Date",
  datetime: "Date and time",
  yesno: "Yes or no",
};
