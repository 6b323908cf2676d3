import { deviceSize, type Frame } from "./frame";
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
  readonly #pictureOf: PictureOf;

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
    this.#xs = Int32Array.from(this.#accounts, (account) => Math.round(points.xs[account]! * scale - left));
    this.#ys = Int32Array.from(this.#accounts, (account) => Math.round(points.ys[account]! * scale - top));
    this.#sizes = Uint8Array.from(this.#accounts, (account) => points.sizes[account]!);
  }

  /** Paints every point anew; the pixels must be clear. */
  paintAll(styles: Uint32Array): void {
    this.#paint(styles, { left: 0, top: 0, right: this.width, bottom: this.height });
  }

  /** Repaints what differs between two styles of the same points; returns the rectangle touched, or null for none. */
  repaint(before: Uint32Array, styles: Uint32Array): PixelRect | null {
    const rect = this.changes(before, styles)?.rect ?? null;
    if (rect) this.repaintRect(styles, rect);
    return rect;
  }

  /** Paints a part anew. */
  repaintRect(styles: Uint32Array, rect: PixelRect): void {
    for (let y = rect.top; y < rect.bottom; y++) {
      this.pixels.fill(0, y * this.width + rect.left, y * this.width + rect.right);
    }
    this.#paint(styles, rect);
  }

  /** How many points differ between two styles, and the rectangle around them; null where nothing in the frame does. */
  changes(before: Uint32Array, styles: Uint32Array): { rect: PixelRect; points: number } | null {
    let points = 0;
    let left = this.width;
    let top = this.height;
    let right = 0;
    let bottom = 0;
    for (let i = 0; i < this.#accounts.length; i++) {
      const account = this.#accounts[i]!;
      const from = before[account]!;
      const to = styles[account]!;
      if (from === to) continue;
      points++;
      const size = this.#sizes[i]!;
      const reach = Math.max(this.#stampsOf(from, size).reach, this.#stampsOf(to, size).reach);
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
    return left < right && top < bottom ? { rect: { left, top, right, bottom }, points } : null;
  }

  /** From the top down, so that the many points that lie under others cost next to nothing. */
  #paint(styles: Uint32Array, rect: PixelRect): void {
    const count = this.#accounts.length;
    const ranks = new Uint8Array(count);
    const used = [false, false, false];
    for (let i = 0; i < count; i++) {
      const rank = rankOf(styles[this.#accounts[i]!]!);
      ranks[i] = rank;
      used[rank] = true;
    }
    for (let rank = used.length - 1; rank >= 0; rank--) {
      if (!used[rank]) continue;
      this.#paintRank(styles, ranks, rank, "body", rect);
      this.#paintRank(styles, ranks, rank, "halo", rect);
    }
  }

  #paintRank(
    styles: Uint32Array,
    ranks: Uint8Array,
    rank: number,
    part: "halo" | "body",
    rect: PixelRect,
  ): void {
    // Only the top rank has halos.
    if (part === "halo" && rank < 2) return;
    const accounts = this.#accounts;
    const xs = this.#xs;
    const ys = this.#ys;
    const sizes = this.#sizes;
    for (let i = ranks.length - 1; i >= 0; i--) {
      if (ranks[i] !== rank) continue;
      const stamp = this.#stampsOf(styles[accounts[i]!]!, sizes[i]!)[part];
      if (stamp) this.#stampAt(stamp, xs[i]!, ys[i]!, rect);
    }
  }

  #stampAt({ sprite, offsets }: Stamp, x: number, y: number, rect: PixelRect): void {
    const { reach, colors } = sprite;
    const { left, top, right, bottom } = rect;
    if (x + reach < left || x - reach >= right || y + reach < top || y - reach >= bottom) return;
    const { pixels } = this;
    const center = y * this.width + x;
    const inside = x - reach >= left && x + reach < right && y - reach >= top && y + reach < bottom;
    for (let i = 0; i < offsets.length; i++) {
      if (!inside) {
        const column = x + sprite.dx[i]!;
        const row = y + sprite.dy[i]!;
        if (column < left || column >= right || row < top || row >= bottom) continue;
      }
      const at = center + offsets[i]!;
      const above = pixels[at]!;
      if (above >>> 24 === 255) continue;
      pixels[at] = above === 0 ? colors[i]! : underlay(above, colors[i]!);
    }
  }

  #stampsOf(style: PointStyle, size: number): Stamps {
    const key = style * SIZE_CLASSES + size;
    let stamps = this.#stamps[key];
    if (!stamps) {
      const picture = this.#pictureOf(style, size);
      const { halo = null, body = null } = picture ?? {};
      stamps = {
        halo: halo && this.#stampOf(halo),
        body: body && this.#stampOf(body),
        reach: Math.max(halo?.reach ?? 0, body?.reach ?? 0),
      };
      this.#stamps[key] = stamps;
    }
    return stamps;
  }

  #stampOf(sprite: Sprite): Stamp {
    return { sprite, offsets: Int32Array.from(sprite.dx, (dx, i) => sprite.dy[i]! * this.width + dx) };
  }
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
