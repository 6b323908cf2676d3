import type { PointTheme } from "./point-style";
import { parseRgb, type Rgb } from "./rgb";

/** The colors of the map under the current theme. */
export interface MapTheme extends PointTheme {
  readonly water: Rgb;
  readonly river: Rgb;
  readonly border: Rgb;
  readonly label: Rgb;
  readonly text: Rgb;
  readonly font: string;
}

const TOKENS = {
  water: "--map-water",
  river: "--map-river",
  land: "--map-land",
  ring: "--map-ring",
  border: "--map-border",
  label: "--map-label",
  text: "--text",
  selection: "--accent",
  unassigned: "--text-faint",
} as const;

/** Reads the tokens as they apply to the element. */
export function readMapTheme(element: HTMLElement): MapTheme {
  // A custom property computes to its own text (`light-dark(…)`); only a real property tells the color.
  const probe = document.createElement("span");
  probe.hidden = true;
  element.append(probe);
  const read = (token: string) => {
    probe.style.color = `var(${token})`;
    return parseRgb(getComputedStyle(probe).color);
  };
  const colors = Object.fromEntries(Object.entries(TOKENS).map(([name, token]) => [name, read(token)]));
  probe.remove();
  return { ...(colors as Record<keyof typeof TOKENS, Rgb>), font: getComputedStyle(element).fontFamily };
}

/** Calls `listener` when light turns to dark or back, by the system or by the page; returns how to stop. */
export function watchTheme(listener: () => void): () => void {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const page = new MutationObserver(listener);
  system.addEventListener("change", listener);
  page.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  return () => {
    system.removeEventListener("change", listener);
    page.disconnect();
  };
}
