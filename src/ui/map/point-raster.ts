import { deviceSize, type Frame } from "./frame";
import { PixelStacks } from "./pixel-stacks";
import { SIZE_CLASSES } from "./point-size";
import { type Sprite, underlay } from "./point-sprite";
import { CROWD_CLASSES, type PointPicture, type PointStyle, rankOf } from "./point-style";

/** Part of the raster in device pixels; right and bottom are just outside. */
export interface PixelRect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** No sprite reaches further than this, in device pixels. */
const MAX_REACH = 64;
/** More marks than this take longer than painting the whole rectangle. */
const MOST_MARKS = 6_000_000;
/** Marks of pixels: a point here may share a pixel with a changed one; a pixel to be painted anew. */
const NEAR = 1;
const CLEARED = 2;

/** Points in mercator units, by account row. */
export interface RasterPoints {
  /** NaN where there is nothing to show. */
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  /** Class of the size, see `point-size.ts`. */
  readonly sizes: Uint8Array;
}

/** What an account of a style and a class of size is painted with; null for nothing. */
export type PictureOf = (style: PointStyle, size: number) => PointPicture | null;

interface Stamps {
  readonly halo: Stamp | null;
  readonly body: Stamp | null;
  /** Of both. */
  readonly reach: number;
}

interface Stamp {
  readonly sprite: Sprite;
  /** Distance in the pixel array from the center to each pixel of the sprite. */
  readonly offsets: Int32Array;
  /** The color of every pixel within reach, row by row; 0 for those that the sprite leaves out. */
  readonly square: Uint32Array;
  /** A number from 1 for all sprites of the same outline. */
  readonly shape: number;
}

/** What differs between two styles of the same points. */
export interface StyleChanges {
  /** Around all that changed. */
  readonly rect: PixelRect;
  /** How many points in the frame changed. */
  readonly points: number;
  /** How many of them did more than take another color. */
  readonly reshaped: number;
}

/**
 * The picture of all points as pixels in memory. Repainting a part gives exactly the pixels of painting it all, so a few
 * changed points cost only the rectangle around them.
 */
export class PointRaster {
  readonly pixels: Uint32Array;
  readonly width: number;
  readonly height: number;
  /** Accounts in or near the frame in row order, those sized by a measure the largest first, and their centers in device pixels. */
  readonly #accounts: Uint32Array;
  readonly #xs: Int32Array;
  readonly #ys: Int32Array;
  readonly #sizes: Uint8Array;
  /** By style and size. */
  readonly #stamps: (Stamps | undefined)[] = [];
  readonly #stampBySprite = new Map<Sprite, Stamp>();
  readonly #pictureOf: PictureOf;
  /** The parts of points that show in each pixel, see `layerOf`. */
  readonly #stacks: PixelStacks;
  /** By outline. */
  readonly #shapes = new Map<Sprite["outline"], number>();
  /** By pixel: a shape that shows nothing more around it in what is being painted, because others cover it; 0 = none known. */
  readonly #solid: Uint16Array;
  /** The widest reach of any stamp made. */
  #widest = 0;
  /** Room for the points to paint, by rank, and for those that changed. */
  readonly #byRank: readonly [Uint32Array, Uint32Array, Uint32Array];
  readonly #changed: Uint32Array;

  /**
   * Points with x or y NaN are left out. `pixels` may be given to write into an ImageData's buffer; it must hold the
   * frame's device size.
   */
  constructor(frame: Frame, points: RasterPoints, pictureOf: PictureOf, pixels?: Uint32Array) {
    const { width, height } = deviceSize(frame);
    this.width = width;
    this.height = height;
    this.pixels = pixels ?? new Uint32Array(width * height);
    this.#pictureOf = pictureOf;
    const scale = frame.worldSize * frame.ratio;
    const left = frame.left * frame.ratio;
    const top = frame.top * frame.ratio;
    const accounts = new Uint32Array(points.xs.length);
    const inFrame = (account: number) => {
      const x = points.xs[account]! * scale - left;
      const y = points.ys[account]! * scale - top;
      return x > -MAX_REACH && y > -MAX_REACH && x < width + MAX_REACH && y < height + MAX_REACH;
    };
    let count = 0;
    for (let account = 0; account < points.xs.length; account++) {
      if (inFrame(account)) accounts[count++] = account;
    }
    this.#accounts = largestFirst(accounts.slice(0, count), points.sizes);
    this.#xs = new Int32Array(count);
    this.#ys = new Int32Array(count);
    this.#sizes = new Uint8Array(count);
    this.#byRank = [new Uint32Array(count), new Uint32Array(count), new Uint32Array(count)];
    this.#changed = new Uint32Array(count);
    this.#stacks = new PixelStacks(width * height, 2 * count);
    this.#solid = new Uint16Array(width * height);
    for (let i = 0; i < count; i++) {
      const account = this.#accounts[i]!;
      this.#xs[i] = Math.round(points.xs[account]! * scale - left);
      this.#ys[i] = Math.round(points.ys[account]! * scale - top);
      this.#sizes[i] = points.sizes[account]!;
    }
  }

  /** Paints every point anew; the pixels must be clear. */
  paintAll(styles: Uint32Array): void {
    this.#paint(styles, { left: 0, top: 0, right: this.width, bottom: this.height });
  }

  /**
   * Repaints what differs between two styles of the same points, pixel by pixel; returns the rectangle touched, or null for none. What takes
   * another color alone is composed anew from what shows in its pixels; all else costs what lies beside it too.
   */
  repaint(
    before: Uint32Array,
    styles: Uint32Array,
    changes: StyleChanges | null = this.changes(before, styles),
  ): PixelRect | null {
    if (!changes) return null;
    const { rect, points, reshaped } = changes;
    const reach = 2 * this.#widest;
    if (reshaped * (2 * reach + 1) ** 2 > MOST_MARKS) {
      this.repaintRect(styles, rect);
      return rect;
    }
    const recolored: number[] = [];
    let marks: Uint8Array | null = null;
    for (const i of this.#changed.subarray(0, points)) {
      const account = this.#accounts[i]!;
      const from = this.#stampsOf(before[account]!, this.#sizes[i]!);
      const to = this.#stampsOf(styles[account]!, this.#sizes[i]!);
      if (rankOf(before[account]!) === rankOf(styles[account]!) && isSameShape(from, to)) {
        recolored.push(i);
        continue;
      }
      marks ??= new Uint8Array(this.pixels.length);
      this.#clear(marks, from, i);
      this.#clear(marks, to, i);
      this.#markNear(marks, i, reach);
    }
    for (const i of recolored) this.#recolor(styles, i);
    if (marks) this.#paint(styles, rect, marks);
    return rect;
  }

  /** Composes anew the pixels in which a point shows, of which none has taken another shape. */
  #recolor(styles: Uint32Array, i: number): void {
    const { body } = this.#stampsOf(styles[this.#accounts[i]!]!, this.#sizes[i]!);
    const layer = layerOf(i, "body");
    const stacks = this.#stacks;
    if (!body || !stacks.shows(layer)) return;
    const { width, height, pixels } = this;
    const { sprite, offsets } = body;
    const { dx, dy, reach } = sprite;
    const [x, y] = [this.#xs[i]!, this.#ys[i]!];
    const inside = x >= reach && y >= reach && x + reach < width && y + reach < height;
    const center = y * width + x;
    for (let pixel = 0; pixel < offsets.length; pixel++) {
      const column = x + dx[pixel]!;
      const row = y + dy[pixel]!;
      if (!inside && (column < 0 || row < 0 || column >= width || row >= height)) continue;
      const at = center + offsets[pixel]!;
      if (stacks.has(at, layer)) pixels[at] = this.#composed(styles, at, column, row);
    }
  }

  #composed(styles: Uint32Array, at: number, column: number, row: number): number {
    const stacks = this.#stacks;
    const depth = stacks.depth(at);
    let color = 0;
    for (let d = 0; d < depth; d++) {
      const layer = stacks.layerAt(at, d);
      const i = layer >> 1;
      const stamps = this.#stampsOf(styles[this.#accounts[i]!]!, this.#sizes[i]!);
      const { sprite, square } = (layer & 1 ? stamps.halo : stamps.body)!;
      const { reach } = sprite;
      const below = square[(row - this.#ys[i]! + reach) * (2 * reach + 1) + column - this.#xs[i]! + reach]!;
      color = d === 0 ? below : underlay(color, below);
    }
    return color;
  }

  /** Marks the centers that are so near to a changed point that theirs may share a pixel with it. */
  #markNear(marks: Uint8Array, i: number, reach: number): void {
    const { width, height } = this;
    const left = Math.max(0, this.#xs[i]! - reach);
    const right = Math.min(width, this.#xs[i]! + reach + 1);
    const bottom = Math.min(height, this.#ys[i]! + reach + 1);
    for (let y = Math.max(0, this.#ys[i]! - reach); y < bottom; y++) {
      for (let at = y * width + left; at < y * width + right; at++) marks[at]! |= NEAR;
    }
  }

  /** Clears and marks the pixels of a changed point. */
  #clear(marks: Uint8Array, { halo, body }: Stamps, i: number): void {
    const { width, height, pixels } = this;
    for (const stamp of [halo, body]) {
      if (!stamp) continue;
      const { dx, dy } = stamp.sprite;
      for (let pixel = 0; pixel < dx.length; pixel++) {
        const x = this.#xs[i]! + dx[pixel]!;
        const y = this.#ys[i]! + dy[pixel]!;
        if (x < 0 || y < 0 || x >= width || y >= height) continue;
        const at = y * width + x;
        pixels[at] = 0;
        marks[at] = NEAR | CLEARED;
        this.#stacks.clear(at);
      }
    }
  }

  /** Paints a part anew. */
  repaintRect(styles: Uint32Array, rect: PixelRect): void {
    for (let y = rect.top; y < rect.bottom; y++) {
      const [from, to] = [y * this.width + rect.left, y * this.width + rect.right];
      this.pixels.fill(0, from, to);
      for (let at = from; at < to; at++) this.#stacks.clear(at);
    }
    this.#paint(styles, rect);
  }

  /** What differs between two styles; null where nothing in the frame does. */
  changes(before: Uint32Array, styles: Uint32Array): StyleChanges | null {
    let points = 0;
    let reshaped = 0;
    let left = this.width;
    let top = this.height;
    let right = 0;
    let bottom = 0;
    for (let i = 0; i < this.#accounts.length; i++) {
      const account = this.#accounts[i]!;
      const from = before[account]!;
      const to = styles[account]!;
      if (from === to) continue;
      this.#changed[points++] = i;
      const old = this.#stampsOf(from, this.#sizes[i]!);
      const now = this.#stampsOf(to, this.#sizes[i]!);
      if (rankOf(from) !== rankOf(to) || !isSameShape(old, now)) reshaped++;
      const reach = Math.max(old.reach, now.reach);
      const x = this.#xs[i]!;
      const y = this.#ys[i]!;
      if (x - reach < left) left = x - reach;
      if (y - reach < top) top = y - reach;
      if (x + reach >= right) right = x + reach + 1;
      if (y + reach >= bottom) bottom = y + reach + 1;
    }
    left = Math.max(0, left);
    top = Math.max(0, top);
    right = Math.min(this.width, right);
    bottom = Math.min(this.height, bottom);
    return left < right && top < bottom ? { rect: { left, top, right, bottom }, points, reshaped } : null;
  }

  /**
   * From the top down, so that the many points that lie under others cost next to nothing, and those on a spot that is covered nothing at all;
   * with marks, only the cleared pixels.
   */
  #paint(styles: Uint32Array, rect: PixelRect, marks?: Uint8Array): void {
    const count = this.#accounts.length;
    const { width, height } = this;
    const top = rect.top - MAX_REACH;
    const bottom = rect.bottom + MAX_REACH;
    const counts: [number, number, number] = [0, 0, 0];
    if (!marks) this.#solid.fill(0, Math.max(0, top) * width, Math.max(0, bottom) * width);
    for (let i = 0; i < count; i++) {
      const y = this.#ys[i]!;
      if (y < top || y >= bottom) continue;
      if (marks) {
        const x = this.#xs[i]!;
        const inside = x >= 0 && y >= 0 && x < width && y < height;
        if (inside && marks[y * width + x] === 0) continue;
      }
      const rank = rankOf(styles[this.#accounts[i]!]!);
      this.#byRank[rank][counts[rank]++] = i;
    }
    for (const rank of [2, 1, 0] as const) {
      const rows = this.#byRank[rank].subarray(0, counts[rank]);
      this.#paintRows(styles, rows, "body", rect, marks);
      // Only the top rank has halos.
      if (rank === 2) this.#paintRows(styles, rows, "halo", rect, marks);
    }
  }

  #paintRows(
    styles: Uint32Array,
    rows: Uint32Array,
    part: "halo" | "body",
    rect: PixelRect,
    marks: Uint8Array | undefined,
  ): void {
    const accounts = this.#accounts;
    for (let row = rows.length - 1; row >= 0; row--) {
      const i = rows[row]!;
      const stamp = this.#stampsOf(styles[accounts[i]!]!, this.#sizes[i]!)[part];
      if (stamp) this.#stampAt(stamp, this.#xs[i]!, this.#ys[i]!, layerOf(i, part), rect, marks);
    }
  }

  #stampAt(
    { sprite, offsets, shape }: Stamp,
    x: number,
    y: number,
    layer: number,
    rect: PixelRect,
    marks: Uint8Array | undefined,
  ): void {
    const { reach, colors } = sprite;
    const { left, top, right, bottom } = rect;
    if (x + reach < left || x - reach >= right || y + reach < top || y - reach >= bottom) return;
    const { pixels } = this;
    const stacks = this.#stacks;
    const center = y * this.width + x;
    const inside = x - reach >= left && x + reach < right && y - reach >= top && y + reach < bottom;
    const solid = this.#solid;
    const noted = !marks && x >= 0 && x < this.width && y >= 0 && y < this.height;
    if (noted && solid[center] === shape) return;
    let open = 0;
    for (let i = 0; i < offsets.length; i++) {
      if (!inside) {
        const column = x + sprite.dx[i]!;
        const row = y + sprite.dy[i]!;
        if (column < left || column >= right || row < top || row >= bottom) continue;
      }
      const at = center + offsets[i]!;
      if (marks && (marks[at]! & CLEARED) === 0) continue;
      if (stacks.isFull(at)) continue;
      const above = pixels[at]!;
      const color = above === 0 ? colors[i]! : underlay(above, colors[i]!);
      pixels[at] = color;
      stacks.push(at, layer, color >>> 24 === 255);
      if (!stacks.isFull(at)) open++;
    }
    if (noted && open === 0) solid[center] = shape;
  }

  #stampsOf(style: PointStyle, size: number): Stamps {
    const key = style * SIZE_CLASSES + size;
    let stamps = this.#stamps[key];
    if (!stamps) {
      // An array with gaps would become a dictionary, which takes several times as long to ask.
      while (this.#stamps.length <= key) this.#stamps.push(undefined);
      const picture = this.#pictureOf(style, size);
      const { halo = null, body = null } = picture ?? {};
      stamps = {
        halo: halo && this.#stampOf(halo),
        body: body && this.#stampOf(body),
        reach: Math.max(halo?.reach ?? 0, body?.reach ?? 0),
      };
      this.#widest = Math.max(this.#widest, stamps.reach);
      this.#stamps[key] = stamps;
    }
    return stamps;
  }

  #stampOf(sprite: Sprite): Stamp {
    const made = this.#stampBySprite.get(sprite);
    if (made) return made;
    const { reach, dx, dy, colors } = sprite;
    const side = 2 * reach + 1;
    const square = new Uint32Array(side * side);
    colors.forEach((color, i) => {
      square[(dy[i]! + reach) * side + dx[i]! + reach] = color;
    });
    const { outline } = sprite;
    const shape = this.#shapes.get(outline) ?? this.#shapes.size + 1;
    this.#shapes.set(outline, shape);
    const stamp = { sprite, offsets: Int32Array.from(dx, (x, i) => dy[i]! * this.width + x), square, shape };
    this.#stampBySprite.set(sprite, stamp);
    return stamp;
  }
}

/** A part of the i-th point in the frame as a layer of a pixel. */
function layerOf(i: number, part: "halo" | "body"): number {
  return 2 * i + (part === "halo" ? 1 : 0);
}

/** Whether the pixels of both are equally opaque, so that what the point covers and what shines through stay. */
function isSameShape(a: Stamps, b: Stamps): boolean {
  return !a.halo && !b.halo && a.body !== null && a.body.sprite.outline === b.body?.sprite.outline;
}

/** In row order while sizes tell of crowds; by a measure the largest first, so that none hides a smaller one. */
function largestFirst(accounts: Uint32Array, sizes: Uint8Array): Uint32Array {
  if (!accounts.some((account) => sizes[account]! >= CROWD_CLASSES)) return accounts;
  const next = new Uint32Array(SIZE_CLASSES + 1);
  for (const account of accounts) next[SIZE_CLASSES - sizes[account]!]!++;
  for (let i = 1; i <= SIZE_CLASSES; i++) next[i]! += next[i - 1]!;
  const sorted = new Uint32Array(accounts.length);
  for (let i = accounts.length - 1; i >= 0; i--) {
    const account = accounts[i]!;
    sorted[--next[SIZE_CLASSES - sizes[account]!]!] = account;
  }
  return sorted;
}
