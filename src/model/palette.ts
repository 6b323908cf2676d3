/**
 * Twelve colors that stay apart for the common kinds of color blindness: Paul Tol's "muted" scheme
 * (personal.sron.nl/~pault, 2021) and three of his "vibrant" one, ordered so that neighbors in the list differ in
 * lightness too.
 */
const BASE = [
  "#4477aa",
  "#ee7733",
  "#117733",
  "#cc6677",
  "#44aa99",
  "#882255",
  "#ddaa33",
  "#332288",
  "#88ccee",
  "#999933",
  "#aa4499",
  "#cc3311",
] as const;

/** How far each further round of the twelve is moved towards white (above 0) or black (below 0). */
const ROUNDS = [0, 0.38, -0.32, 0.6, -0.52] as const;

/** All colors that {@link territoryColor} gives, the twelve first; any other color of a territory was chosen by hand. */
export const TERRITORY_COLORS: readonly string[] = ROUNDS.flatMap((shift) =>
  BASE.map((base) => mixed(base, shift)),
);

/** The color (`#rrggbb`) of the territory in a slot, from 1. After sixty territories the colors come again. */
export function territoryColor(slot: number): string {
  return TERRITORY_COLORS[Math.max(0, slot - 1) % TERRITORY_COLORS.length]!;
}

function mixed(color: string, shift: number): string {
  const target = shift > 0 ? 255 : 0;
  const channels = [1, 3, 5].map((at) => {
    const value = Number.parseInt(color.slice(at, at + 2), 16);
    const moved = Math.round(value + (target - value) * Math.abs(shift));
    return moved.toString(16).padStart(2, "0");
  });
  return `#${channels.join("")}`;
}
