/** A color without opacity, each channel 0–255. */
export interface Rgb {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
}

/** Reads `#rrggbb` or the `rgb(r, g, b)` and `rgba(…)` of computed styles; black for anything else. */
export function parseRgb(text: string): Rgb {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text.trim());
  if (hex)
    return rgb(...(hex.slice(1).map((digits) => Number.parseInt(digits, 16)) as [number, number, number]));
  const channels = /^rgba?\(\s*([\d.]+)[,\s]+([\d.]+)[,\s]+([\d.]+)/.exec(text.trim());
  if (channels) return rgb(Number(channels[1]), Number(channels[2]), Number(channels[3]));
  return rgb(0, 0, 0);
}

/** The color as canvas takes it. */
export function cssColor({ red, green, blue }: Rgb, opacity = 1): string {
  return `rgb(${red} ${green} ${blue} / ${opacity})`;
}

/** Whether light text reads better on it. */
export function isDark({ red, green, blue }: Rgb): boolean {
  return 0.3 * red + 0.59 * green + 0.11 * blue < 128;
}

/** The color with a share (0–1) of another in it. */
export function mixed(color: Rgb, other: Rgb, share: number): Rgb {
  const part = (a: number, b: number) => Math.round(a + (b - a) * share);
  return rgb(part(color.red, other.red), part(color.green, other.green), part(color.blue, other.blue));
}

function rgb(red: number, green: number, blue: number): Rgb {
  return { red, green, blue };
}
