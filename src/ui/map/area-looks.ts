import type { Territory, TerritorySlot } from "../../model/alignment";
import { colorDistance } from "../../model/color-distance";
import { AREA_PATTERNS, type AreaPattern } from "./area-patterns";
import type { MapTheme } from "./map-theme";
import type { AreaLooks } from "./paint-areas";
import { parseRgb, type Rgb } from "./rgb";
import type { TerritoryAreas } from "./territory-areas";

/** Colors nearer than this look alike to somebody; see `model/color-distance.ts`. */
const ALIKE = 10;

/** Colors, patterns and groups of territories as areas. A pattern tells neighbors of like color apart, or, if asked for, all neighbors. */
export function areaLooksOf(
  areas: Pick<TerritoryAreas, "neighbors"> | null,
  territories: readonly (Territory | null)[],
  theme: Pick<MapTheme, "land" | "text">,
  options: {
    readonly highlighted: TerritorySlot | null;
    readonly everyPattern: boolean;
    /** Colors by slot that stand for figures, in place of the territories' own. */
    readonly figureColors: readonly (Rgb | null)[] | null;
  },
): AreaLooks {
  const { figureColors } = options;
  return {
    colors: figureColors ?? territories.map((territory) => parseRgb(territory?.color ?? "")),
    strong: figureColors !== null,
    groups: territories.map((territory) => territory?.group ?? null),
    patterns:
      areas && (!figureColors || options.everyPattern)
        ? areaPatterns(areas, territories, options.everyPattern)
        : [],
    highlighted: options.highlighted,
    land: theme.land,
    text: theme.text,
  };
}

/** Slot by slot, the first pattern that no neighbor before it has which looks alike. */
function areaPatterns(
  { neighbors }: Pick<TerritoryAreas, "neighbors">,
  territories: readonly (Territory | null)[],
  every: boolean,
): AreaPattern[] {
  const before: number[][] = territories.map(() => []);
  for (const { a, b } of neighbors) {
    const [one, other] = [territories[a], territories[b]];
    if (!one || !other) continue;
    if (every || colorDistance(one.color, other.color) < ALIKE) before[b]!.push(a);
  }
  const patterns: AreaPattern[] = [];
  for (let slot = 0; slot < territories.length; slot++) {
    const taken = new Set(before[slot]!.map((neighbor) => patterns[neighbor]));
    // A slot in the middle of too many takes the one that its number gives.
    let pattern = slot % AREA_PATTERNS;
    for (let candidate = AREA_PATTERNS - 1; candidate >= 0; candidate--) {
      if (!taken.has(candidate as AreaPattern)) pattern = candidate;
    }
    patterns.push(pattern as AreaPattern);
  }
  return patterns;
}
