import type { TerritorySlot } from "../../model/alignment";
import { makeSprite, type Sprite, type SpriteLayer } from "./point-sprite";
import type { Rgb } from "./rgb";

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
  readonly territoryOf: Uint16Array;
  readonly locked: Uint8Array;
  readonly selected: Uint8Array;
  /** 1 for accounts the filter lets through; null = all. */
  readonly shown: Uint8Array | null;
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
  readonly selection: Rgb;
  readonly unassigned: Rgb;
}

/** Radius of a point in CSS pixels: it grows as one comes nearer, and shrinks where there are very many. */
export function pointRadius(zoom: number, located: number): number {
  const crowded = Math.max(0, Math.log10(Math.max(1, located) / 300));
  const base = Math.max(1.6, 4.4 - 1.05 * crowded);
  return Math.min(8, base + Math.max(0, zoom - 4) * 0.5);
}

/** What a point is stamped with. Halos go below all bodies of their rank, so that a crowd of selected points keeps its colors. */
export interface PointPicture {
  readonly halo: Sprite | null;
  readonly body: Sprite;
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
  const color = slot === 0 ? theme.unassigned : (colors[slot] ?? theme.unassigned);
  const selected = (style & SELECTED) !== 0;
  const faded = (style & FADED) !== 0 && !selected;
  const body: SpriteLayer[] = [{ shape, radius: size, color, opacity: faded ? 0.16 : 1 }];
  if (slot === 0 && !faded) {
    body.unshift({ shape, radius: Math.max(0.4, size - 1.25 * ratio), color: theme.land, opacity: 1 });
  }
  if (!faded && radius >= 2.6 * ratio) {
    body.push({ shape, radius: size + 0.8 * ratio, color: theme.land, opacity: 0.9 });
  }
  const ring: SpriteLayer = { shape, radius: size + 2.9 * ratio, color: theme.selection, opacity: 1 };
  const gap: SpriteLayer = { shape, radius: size + 1.1 * ratio, color: theme.land, opacity: 1 };
  return { halo: selected ? makeSprite([gap, ring]) : null, body: makeSprite(body) };
}
