import type { ImportSource } from "../../files/import/import-job";

/** True where a text is a table: at least two lines, the first of them with a delimiter. */
export function looksLikeRows(text: string): boolean {
  const head = text.slice(0, 100_000).replace(/^\s+/, "");
  const end = head.search(/[\r\n]/);
  return end > 0 && /[\t,;|]/.test(head.slice(0, end)) && head.slice(end).trim() !== "";
}

/** The source of an import from a pasted text. */
export function pastedSource(text: string): ImportSource {
  return { name: "Pasted rows", text };
}

/** What a paste on the page holds for an import, or null where it is no table or goes into a field. */
export function pastedRows(event: ClipboardEvent): ImportSource | null {
  const field = event.target instanceof Element && event.target.closest("input, textarea, [contenteditable]");
  const text = field ? "" : (event.clipboardData?.getData("text/plain") ?? "");
  return looksLikeRows(text) ? pastedSource(text) : null;
}
