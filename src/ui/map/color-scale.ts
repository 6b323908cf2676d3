import { mixed, type Rgb } from "./rgb";

/** Light to dark, by part (0–1): yellow over orange to deep purple, told apart by lightness alone too. */
const SEQUENTIAL: readonly Rgb[] = [
  { red: 253, green: 231, blue: 165 },
  { red: 250, green: 184, blue: 104 },
  { red: 236, green: 121, blue: 82 },
  { red: 192, green: 62, blue: 96 },
  { red: 122, green: 27, blue: 109 },
  { red: 62, green: 14, blue: 84 },
];

/** Far below to far above the target: blue over nearly white to orange brown, apart for red-green blind people. */
const DIVERGING: readonly Rgb[] = [
  { red: 33, green: 82, blue: 158 },
  { red: 97, green: 149, blue: 205 },
  { red: 178, green: 207, blue: 232 },
  { red: 240, green: 240, blue: 236 },
  { red: 250, green: 203, blue: 146 },
  { red: 228, green: 136, blue: 55 },
  { red: 160, green: 76, blue: 10 },
];

/** The color of a part from 0 to 1; on dark land the scale runs the other way, so that much stands out from it. */
export function sequentialColor(part: number, dark = false): Rgb {
  return between(SEQUENTIAL, dark ? 1 - part : part);
}

/** An index as far from 100 as this, up or down, has the strongest color. */
export const INDEX_SPAN = 60;

/** The color of an index, 100 being in the middle. */
export function indexColor(index: number): Rgb {
  return between(DIVERGING, 0.5 + (index - 100) / (2 * INDEX_SPAN));
}

function between(colors: readonly Rgb[], part: number): Rgb {
  const at = Math.max(0, Math.min(1, part)) * (colors.length - 1);
  const below = Math.min(colors.length - 2, Math.floor(at));
  return mixed(colors[below]!, colors[below + 1]!, at - below);
}
