import type { PlanStore } from "../../session/ports";

const THEMES = ["light", "dark"] as const;

/** Takes over the theme chosen on this device; without one the system's applies. */
export async function restoreTheme(store: PlanStore): Promise<void> {
  const theme = await store.setting("theme").catch(() => undefined);
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
}

/** Switches from light to dark or back, and remembers it on this device. */
export function nextTheme(store: PlanStore): void {
  const { dataset } = document.documentElement;
  const dark = dataset.theme ? dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  dataset.theme = dark ? THEMES[0] : THEMES[1];
  void store.setSetting("theme", dataset.theme);
}
