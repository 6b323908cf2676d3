import { columnByRole, type Table, type TextColumn } from "../model/table";
import type { RowProblem } from "../optimizer/row-problem";

/** As the optimizer splits texts: no character of any language. */
const TEXT_SEPARATOR = "\uffff";

/**
 * What says which accounts are one family: the same parent, or being the parent that others name by their key. Nothing where no column names
 * parents. Parents in numbers, or without a text column of keys, hold together those who name them only.
 */
export function accountFamilies(accounts: Table): Pick<RowProblem, "together" | "families"> {
  const parent = columnByRole(accounts, "parent");
  const key = columnByRole(accounts, "key");
  if (parent?.kind === "number") return { together: [parent.values], families: null };
  if (parent?.kind !== "text") return { together: [], families: null };
  if (key?.kind !== "text") return { together: [parent.codes], families: null };
  const families = {
    parents: parent.codes,
    parentTexts: joinedTexts(parent),
    keys: key.codes,
    keyTexts: joinedTexts(key),
  };
  return { together: [], families };
}

function joinedTexts({ dictionary }: TextColumn): string {
  // The blank comes first.
  return dictionary.size > 1 ? TEXT_SEPARATOR + dictionary.texts().join(TEXT_SEPARATOR) : "";
}
