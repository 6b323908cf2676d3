import { UNASSIGNED } from "../../model/alignment";
import type { PointPictures } from "./point-layer";
import { makeSprite, type SpriteLayer } from "./point-sprite";

/** The style of an account that stays: nothing is painted for it. */
const STAYS = 0;
const SLOT_SHIFT = 3;

const SELECTED = 2;

/** By account row: where an account that would move is now and whether it is selected, as the layer of moves draws it. */
export function moveStyles(
  count: number,
  now: Uint16Array,
  proposed: Uint16Array,
  selected: Uint8Array,
): Uint32Array {
  const styles = new Uint32Array(count);
  for (let account = 0; account < count; account++) {
    const from = now[account] ?? 0;
    if (from === (proposed[account] ?? 0)) continue;
    styles[account] = ((from + 1) << SLOT_SHIFT) | (selected[account] ? SELECTED : 0);
  }
  return styles;
}

/** A ring around an account's point in the color of the territory it would leave, if any; around it another where it is selected. */
export const movePicture: PointPictures = (style, colors, theme, radius, ratio) => {
  if (style === STAYS) return null;
  const slot = (style >>> SLOT_SHIFT) - 1;
  // An account that nobody has leaves nobody.
  if (slot === UNASSIGNED && !(style & SELECTED)) return null;
  const color = slot === 0 ? theme.unassigned : (colors[slot] ?? theme.unassigned);
  const inner = radius + 0.6 * ratio;
  const outer = inner + Math.max(1.3, Math.min(2.4, radius / (2 * ratio))) * ratio;
  const rim = outer + 0.7 * ratio;
  const layers: SpriteLayer[] = [
    { shape: "disc", radius: outer, hole: inner, color, opacity: 1 },
    { shape: "disc", radius: rim, hole: inner, color: theme.ring, opacity: 0.85 },
  ];
  if (style & SELECTED)
    layers.push({ shape: "disc", radius: rim + 2.2 * ratio, hole: rim, color: theme.selection, opacity: 1 });
  return { halo: null, body: makeSprite(layers) };
};
