/** What a person can invoke. Menus, palette, context menus, buttons and keys all read the same list. */
export interface Action {
  readonly id: string;
  readonly title: string;
  /** "Mod+Shift+A": Mod is Ctrl, on a Mac Cmd. */
  readonly shortcut?: string;
  /** Why it cannot be done now, in words for a tooltip; null where it can. */
  readonly disabled?: () => string | null;
  readonly run: () => void;
}

/** True on Apple's systems, where Cmd stands for Ctrl. */
export const IS_MAC = typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.platform);

/** True where the key press is the shortcut, all modifiers counted. */
export function matchesShortcut(event: KeyboardEvent, shortcut: string): boolean {
  const parts = shortcut.split("+");
  const key = parts.at(-1)!.toLowerCase();
  const mod = IS_MAC ? event.metaKey : event.ctrlKey;
  const other = IS_MAC ? event.ctrlKey : event.metaKey;
  return (
    event.key.toLowerCase() === key &&
    mod === parts.includes("Mod") &&
    !other &&
    event.shiftKey === parts.includes("Shift") &&
    event.altKey === parts.includes("Alt")
  );
}

/** The shortcut as people read it: "Ctrl+Shift+A", on a Mac "⌘⇧A". */
export function shortcutText(shortcut: string): string {
  if (!IS_MAC) return shortcut.replace("Mod", "Ctrl");
  return shortcut.replace("Mod+", "⌘").replace("Shift+", "⇧").replace("Alt+", "⌥");
}
