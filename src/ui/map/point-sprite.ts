import type { Rgb } from "./rgb";

/** One of the shapes that a sprite is composed of, from the bottom up, all around one center. */
export interface SpriteLayer {
  readonly shape: "disc" | "square";
  /** Half the width, in device pixels. */
  readonly radius: number;
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
  /** The first so many pixels are opaque and need no blending. */
  readonly opaqueCount: number;
}

/** Draws the layers over each other with smooth edges. */
export function makeSprite(layers: readonly SpriteLayer[]): Sprite {
  const reach = Math.max(0, ...layers.map((layer) => Math.ceil(layer.radius + 0.5)));
  const pixels: { dx: number; dy: number; color: number }[] = [];
  for (let dy = -reach; dy <= reach; dy++) {
    for (let dx = -reach; dx <= reach; dx++) {
      let color = 0;
      for (const layer of layers) {
        const opacity = layer.opacity * coverage(layer, dx, dy);
        if (opacity > 0) color = blend(color, packColor(layer.color, opacity));
      }
      if (color >>> 24 > 0) pixels.push({ dx, dy, color });
    }
  }
  const opaque = pixels.filter(({ color }) => color >>> 24 === 255);
  const ordered = [...opaque, ...pixels.filter(({ color }) => color >>> 24 < 255)];
  return {
    reach,
    dx: Int16Array.from(ordered, (pixel) => pixel.dx),
    dy: Int16Array.from(ordered, (pixel) => pixel.dy),
    colors: Uint32Array.from(ordered, (pixel) => pixel.color),
    opaqueCount: opaque.length,
  };
}

/** The color as one pixel of ImageData. */
export function packColor({ red, green, blue }: Rgb, opacity = 1): number {
  return ((Math.round(opacity * 255) << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}

/** `source` drawn over `target`, both with opacity not multiplied in, as ImageData has it. */
export function blend(target: number, source: number): number {
  const sourceAlpha = source >>> 24;
  if (sourceAlpha === 255 || target >>> 24 === 0) return source;
  const kept = ((target >>> 24) * (255 - sourceAlpha)) / 255;
  const alpha = sourceAlpha + kept;
  const share = sourceAlpha / alpha;
  const red = (target & 255) + ((source & 255) - (target & 255)) * share;
  const green = ((target >>> 8) & 255) + (((source >>> 8) & 255) - ((target >>> 8) & 255)) * share;
  const blue = ((target >>> 16) & 255) + (((source >>> 16) & 255) - ((target >>> 16) & 255)) * share;
  return (((alpha + 0.5) << 24) | ((blue + 0.5) << 16) | ((green + 0.5) << 8) | (red + 0.5)) >>> 0;
}

/** Part of a pixel that the shape covers, taken from how far its center lies from the edge. */
function coverage({ shape, radius }: SpriteLayer, dx: number, dy: number): number {
  const distance = shape === "disc" ? Math.hypot(dx, dy) : Math.max(Math.abs(dx), Math.abs(dy));
  return Math.max(0, Math.min(1, radius + 0.5 - distance));
}
