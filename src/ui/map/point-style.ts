import type { TerritorySlot } from "../../model/alignment";
import { makeSprite, type Sprite, type SpriteLayer } from "./point-sprite";
import { mixed, type Rgb } from "./rgb";

/**
 * How a point looks, in one number, so that finding what changed is a comparison of arrays: territory slot × 8 + 4 if faded
 * + 2 if selected + 1 if locked.
 */
export type PointStyle = number;

const LOCKED = 1;
const SELECTED = 2;
const FADED = 4;
const SLOT_SHIFT = 3;

/** What decides the looks of the points. Flags are by account row and may be shorter than the table. */
export interface StyleSources {
  /** What gives the point its color: the slot of its territory, or a shade. */
  readonly territoryOf: Uint16Array | Uint8Array;
  readonly locked: Uint8Array;
  readonly selected: Uint8Array;
  /** 1 for accounts that are not faded; null = all. */
  readonly shown: ArrayLike<number> | null;
  /** The only territory not faded; null = none is. */
  readonly highlighted: TerritorySlot | null;
}

/** The style of every account, by account row. */
export function pointStyles(count: number, sources: StyleSources): Uint32Array {
  const { territoryOf, locked, selected, shown, highlighted } = sources;
  const styles = new Uint32Array(count);
  for (let account = 0; account < count; account++) {
    const slot = territoryOf[account] ?? 0;
    let style = slot << SLOT_SHIFT;
    if (locked[account]) style |= LOCKED;
    if (selected[account]) style |= SELECTED;
    if ((shown && !shown[account]) || (highlighted !== null && slot !== highlighted)) style |= FADED;
    styles[account] = style;
  }
  return styles;
}

/** Which points lie above which: faded ones below, selected ones on top. */
export function rankOf(style: PointStyle): 0 | 1 | 2 {
  if (style & SELECTED) return 2;
  return style & FADED ? 0 : 1;
}

export function isFaded(style: PointStyle): boolean {
  return (style & FADED) !== 0;
}

/** Colors that points take from the theme. */
export interface PointTheme {
  readonly land: Rgb;
  /** Around every point, so that dark colors show on dark land. */
  readonly ring: Rgb;
  readonly selection: Rgb;
  readonly unassigned: Rgb;
}

/** Radius of a point in CSS pixels: it grows as one comes nearer, and shrinks where there are very many. */
export function pointRadius(zoom: number, located: number): number {
  const crowded = Math.max(0, Math.log10(Math.max(1, located) / 300));
  const base = Math.max(1.6, 4.4 - 1.05 * crowded);
  return Math.min(8, base + Math.max(0, zoom - 4) * 0.5);
}

/** Classes of crowds; 0 = an account by itself. */
export const CROWD_CLASSES = 8;

/** How crowded a spot is, from the accounts that stand on it: with their square root, up to a limit. */
export function crowdClass(accounts: number): number {
  return Math.min(CROWD_CLASSES - 1, Math.max(0, Math.round(2 * (Math.sqrt(accounts) - 1))));
}

/** How many times as wide as a single account's a crowd's point is. */
export function crowdGrowth(crowd: number): number {
  return 1 + 0.2 * crowd;
}

/** What a point is stamped with. Halos go below all bodies of their rank, so that a crowd of selected points keeps its colors. */
export interface PointPicture {
  readonly halo: Sprite | null;
  readonly body: Sprite;
}

/** Smaller points have no room for a ring. */
const RINGED_FROM_PX = 2.6;
/** What a color must be lighter than dark land to be seen on it, of 255. */
const MIN_LIGHTER = 48;

/** A color too dark for dark land, lightened. */
function legible(color: Rgb, { land, ring }: PointTheme): Rgb {
  const darkLand = lightness(land) < 128;
  return darkLand && lightness(color) < lightness(land) + MIN_LIGHTER ? mixed(color, ring, 0.4) : color;
}

function lightness({ red, green, blue }: Rgb): number {
  return 0.3 * red + 0.59 * green + 0.11 * blue;
}

/**
 * The picture of a style at a radius in device pixels: a disc in the territory's color, hollow where unassigned, square
 * where locked, ringed where selected.
 */
export function pictureOf(
  style: PointStyle,
  colors: readonly Rgb[],
  theme: PointTheme,
  radius: number,
  ratio: number,
): PointPicture {
  const slot = style >>> SLOT_SHIFT;
  const shape = style & LOCKED ? "square" : "disc";
  const size = style & LOCKED ? radius * 0.95 : radius;
  const own = slot === 0 ? theme.unassigned : (colors[slot] ?? theme.unassigned);
  const hasRing = radius >= RINGED_FROM_PX * ratio;
  const color = hasRing ? own : legible(own, theme);
  const selected = (style & SELECTED) !== 0;
  const faded = (style & FADED) !== 0 && !selected;
  const body: SpriteLayer[] = [{ shape, radius: size, color, opacity: faded ? 0.16 : 1 }];
  if (slot === 0 && !faded) {
    body.unshift({ shape, radius: Math.max(0.4, size - 1.25 * ratio), color: theme.land, opacity: 1 });
  }
  if (!faded && hasRing) {
    body.push({ shape, radius: size + 0.8 * ratio, color: theme.ring, opacity: 0.9 });
  }
  const ring: SpriteLayer = { shape, radius: size + 2.9 * ratio, color: theme.selection, opacity: 1 };
  const gap: SpriteLayer = { shape, radius: size + 1.1 * ratio, color: theme.land, opacity: 1 };
  return { halo: selected ? makeSprite([gap, ring]) : null, body: makeSprite(body) };
}
