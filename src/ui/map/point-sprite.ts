import type { Rgb } from "./rgb";

/** One of the shapes that a sprite is composed of, all around one center. */
export interface SpriteLayer {
  readonly shape: "disc" | "square";
  /** Half the width, in device pixels. */
  readonly radius: number;
  /** The shape's hole, in device pixels; absent = none. */
  readonly hole?: number;
  readonly color: Rgb;
  /** 0–1. */
  readonly opacity: number;
}

/** A small picture of a point as a list of pixels, so that stamping it skips the empty ones. */
export interface Sprite {
  /** No pixel lies further than this from the center, along either axis. */
  readonly reach: number;
  readonly dx: Int16Array;
  readonly dy: Int16Array;
  /** As ImageData has it, read as little-endian words: alpha, blue, green, red. */
  readonly colors: Uint32Array;
  /** The same for sprites that cover the same pixels, each as much, in whatever color. */
  readonly outline: string;
}

/** Many territories share a color: few of the sprites asked for are new. */
const sprites = new Map<string, Sprite>();
const MOST_SPRITES = 4_000;

/** Draws the layers, the topmost first, with smooth edges. The same layers give the same object. */
export function makeSprite(layers: readonly SpriteLayer[]): Sprite {
  const outline = layers
    .map((layer) => `${layer.shape} ${layer.radius} ${layer.hole} ${layer.opacity}`)
    .join();
  const key = `${outline}\n${layers.map((layer) => packColor(layer.color)).join()}`;
  const known = sprites.get(key);
  if (known) return known;
  if (sprites.size >= MOST_SPRITES) sprites.clear();
  const sprite = drawSprite(layers, outline);
  sprites.set(key, sprite);
  return sprite;
}

function drawSprite(layers: readonly SpriteLayer[], outline: string): Sprite {
  const reach = Math.max(0, ...layers.map((layer) => Math.ceil(layer.radius + 0.5)));
  const pixels: { dx: number; dy: number; color: number }[] = [];
  for (let dy = -reach; dy <= reach; dy++) {
    for (let dx = -reach; dx <= reach; dx++) {
      let color = 0;
      for (const layer of layers) {
        const opacity = layer.opacity * coverage(layer, dx, dy);
        if (opacity > 0) color = underlay(color, packColor(layer.color, opacity));
      }
      if (color >>> 24 > 0) pixels.push({ dx, dy, color });
    }
  }
  return {
    reach,
    dx: Int16Array.from(pixels, (pixel) => pixel.dx),
    dy: Int16Array.from(pixels, (pixel) => pixel.dy),
    colors: Uint32Array.from(pixels, (pixel) => pixel.color),
    outline,
  };
}

/** The color as one pixel of ImageData. */
export function packColor({ red, green, blue }: Rgb, opacity = 1): number {
  return ((Math.round(opacity * 255) << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}

/**
 * The pixel that results when `below` is put under `above`, both with opacity not multiplied in, as ImageData has it.
 * Building a picture from the top down lets every pixel that is already opaque be skipped.
 */
export function underlay(above: number, below: number): number {
  const alpha = above >>> 24;
  if (alpha === 0) return below;
  if (alpha === 255) return above;
  // x + x / 256, rounded, is x · 256 / 255 without a division.
  const product = (below >>> 24) * (255 - alpha) + 128;
  const added = (product + (product >>> 8)) >>> 8;
  const sum = alpha + added;
  const rest = ((added << 8) / sum) | 0;
  const share = 256 - rest;
  // Red and blue at once: each product stays within its own 16 bits of the word.
  const redBlue = ((Math.imul(above & 0xff00ff, share) + Math.imul(below & 0xff00ff, rest)) >>> 8) & 0xff00ff;
  const green = ((Math.imul(above & 0xff00, share) + Math.imul(below & 0xff00, rest)) >>> 8) & 0xff00;
  return ((sum << 24) | redBlue | green) >>> 0;
}

/** Part of a pixel that the shape covers, taken from how far its center lies from the edges. */
function coverage({ shape, radius, hole }: SpriteLayer, dx: number, dy: number): number {
  const distance = shape === "disc" ? Math.hypot(dx, dy) : Math.max(Math.abs(dx), Math.abs(dy));
  const within = (edge: number) => Math.max(0, Math.min(1, edge + 0.5 - distance));
  return hole === undefined ? within(radius) : within(radius) - within(hole);
}
