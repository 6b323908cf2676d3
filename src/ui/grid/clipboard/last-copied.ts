import type { CellBlock } from "./cell-block";
import type { Edit } from "./write-cells";

/** What was copied in this window last, beside the text that other programs see. */
export interface LastCopied {
  /** As it went to the clipboard; while that still holds it, the exact values are pasted. */
  readonly text: string;
  /** The exact values; null where there are too many to keep. */
  readonly block: CellBlock | null;
  /** Of cells that were cut: what clears them when they are pasted, and whether the plan is still the one they were cut from. */
  readonly cut: { readonly clear: () => readonly Edit[]; readonly done: () => void } | null;
}

let last: LastCopied | null = null;

/** Remembers what went to the clipboard; null forgets. */
export function rememberCopied(copied: LastCopied | null): void {
  last = copied;
}

/** What was copied here, if that is what the clipboard holds. */
export function recallCopied(clipboardText: string): LastCopied | null {
  if (!last) return null;
  if (last.text === clipboardText) return last;
  // Some systems change the ends of lines on the way.
  const { length } = last.text;
  if (clipboardText.length > length || clipboardText.length < length / 2) return null;
  return last.text.replaceAll("\r\n", "\n") === clipboardText.replaceAll("\r\n", "\n") ? last : null;
}
