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
/** More marks than this take longer than painting the whole rectangle. */
const MOST_MARKS = 6_000_000;
/** Marks of pixels: a point here may share a pixel with a changed one; a pixel to be painted anew. */
const NEAR = 1;
const CLEARED = 2;
const NO_ROWS = new Uint32Array(0);

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
    this.#xs = new Int32Array(count);
    this.#ys = new Int32Array(count);
    this.#sizes = new Uint8Array(count);
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
   * Repaints what differs between two styles of the same points, pixel by pixel, so that it costs what changed and what lies beside that;
   * returns the rectangle touched, or null for none.
   */
  repaint(before: Uint32Array, styles: Uint32Array): PixelRect | null {
    const changes = this.changes(before, styles);
    if (!changes) return null;
    const { rect, points } = changes;
    const reach = this.#widest(styles, changes.reach);
    if (points * (2 * reach + 1) ** 2 > MOST_MARKS) {
      this.repaintRect(styles, rect);
      return rect;
    }
    const marks = new Uint8Array(this.pixels.length);
    const accounts = this.#accounts;
    for (let i = 0; i < accounts.length; i++) {
      if (before[accounts[i]!] !== styles[accounts[i]!]) this.#markNear(marks, i, reach);
    }
    for (let i = 0; i < accounts.length; i++) {
      const account = accounts[i]!;
      if (before[account] === styles[account]) continue;
      this.#clear(marks, this.#stampsOf(before[account]!, this.#sizes[i]!), i);
      this.#clear(marks, this.#stampsOf(styles[account]!, this.#sizes[i]!), i);
    }
    this.#paint(styles, rect, marks);
    return rect;
  }

  /** The widest reach of any point in the frame, at least `least`. */
  #widest(styles: Uint32Array, least: number): number {
    let widest = least;
    for (let i = 0; i < this.#accounts.length; i++) {
      const { reach } = this.#stampsOf(styles[this.#accounts[i]!]!, this.#sizes[i]!);
      if (reach > widest) widest = reach;
    }
    return 2 * widest;
  }

  /** Marks the centers that are so near to a changed point that theirs may share a pixel with it. */
  #markNear(marks: Uint8Array, i: number, reach: number): void {
    const { width, height } = this;
    const left = Math.max(0, this.#xs[i]! - reach);
    const right = Math.min(width, this.#xs[i]! + reach + 1);
    const bottom = Math.min(height, this.#ys[i]! + reach + 1);
    if (left >= right) return;
    for (let y = Math.max(0, this.#ys[i]! - reach); y < bottom; y++) {
      marks.fill(NEAR, y * width + left, y * width + right);
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
      }
    }
  }

  /** Paints a part anew. */
  repaintRect(styles: Uint32Array, rect: PixelRect): void {
    for (let y = rect.top; y < rect.bottom; y++) {
      this.pixels.fill(0, y * this.width + rect.left, y * this.width + rect.right);
    }
    this.#paint(styles, rect);
  }

  /** How many points differ between two styles, how far they reach, and the rectangle around them; null where nothing in the frame does. */
  changes(
    before: Uint32Array,
    styles: Uint32Array,
  ): { rect: PixelRect; points: number; reach: number } | null {
    let points = 0;
    let widest = 0;
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
      if (reach > widest) widest = reach;
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
    return left < right && top < bottom
      ? { rect: { left, top, right, bottom }, points, reach: widest }
      : null;
  }

  /** From the top down, so that the many points that lie under others cost next to nothing; with marks, only the cleared pixels. */
  #paint(styles: Uint32Array, rect: PixelRect, marks?: Uint8Array): void {
    const count = this.#accounts.length;
    const { width, height } = this;
    const top = rect.top - MAX_REACH;
    const bottom = rect.bottom + MAX_REACH;
    const byRank: [Uint32Array, Uint32Array, Uint32Array] = [NO_ROWS, NO_ROWS, NO_ROWS];
    const counts: [number, number, number] = [0, 0, 0];
    for (let i = 0; i < count; i++) {
      const y = this.#ys[i]!;
      if (y < top || y >= bottom) continue;
      if (marks) {
        const x = this.#xs[i]!;
        const inside = x >= 0 && y >= 0 && x < width && y < height;
        if (inside && marks[y * width + x] === 0) continue;
      }
      const rank = rankOf(styles[this.#accounts[i]!]!);
      if (byRank[rank] === NO_ROWS) byRank[rank] = new Uint32Array(count);
      byRank[rank][counts[rank]++] = i;
    }
    for (const rank of [2, 1, 0] as const) {
      const rows = byRank[rank].subarray(0, counts[rank]);
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
      if (stamp) this.#stampAt(stamp, this.#xs[i]!, this.#ys[i]!, rect, marks);
    }
  }

  #stampAt(
    { sprite, offsets }: Stamp,
    x: number,
    y: number,
    rect: PixelRect,
    marks: Uint8Array | undefined,
  ): void {
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
      if (marks && (marks[at]! & CLEARED) === 0) continue;
      const above = pixels[at]!;
      if (above >>> 24 === 255) continue;
      pixels[at] = above === 0 ? colors[i]! : underlay(above, colors[i]!);
    }
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
