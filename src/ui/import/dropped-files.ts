/** Endings of files that hold accounts, as the `accept` attribute takes them. */
export const importEndings = ".csv,.tsv,.tab,.txt";

/** Ending of plan files. */
export const planEnding = ".evenfield";

/** What the page does with a dropped file. */
export type DroppedFile =
  | { readonly kind: "accounts"; readonly file: File }
  | { readonly kind: "plan"; readonly file: File }
  | { readonly kind: "refused"; readonly message: string };

/** Sorts a file by its ending; what cannot be opened says why. */
export function sortDropped(file: File): DroppedFile {
  const ending = /\.[^.]*$/.exec(file.name.toLowerCase())?.[0] ?? "";
  if (ending === planEnding) return { kind: "plan", file };
  if (importEndings.split(",").includes(ending)) return { kind: "accounts", file };
  if (/^\.(xlsx?|xlsm|ods|numbers)$/.test(ending)) {
    return {
      kind: "refused",
      message: `“${file.name}” is a workbook. Save its sheet as CSV (comma delimited) and drop that here.`,
    };
  }
  return {
    kind: "refused",
    message: `“${file.name}” cannot be opened. Drop a table of accounts (.csv, .tsv, .txt) or a plan (.evenfield).`,
  };
}

/** What a dialog says of the files behind the one it shows; undefined where there are none. */
export function waitingWords(count: number): string | undefined {
  if (count === 0) return undefined;
  return count === 1
    ? "One more file has its turn after this one."
    : `${count} more files have their turn after this one.`;
}
