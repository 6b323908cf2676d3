/** So many layers show in a pixel at most: below them next to nothing would, and where faint points crowd, more would only look solid. */
const DEEPEST = 6;
const FULL = 128;
const COUNT = 127;

/**
 * Which layers show in each pixel of a picture that is painted from the top down, the topmost first: with them, a pixel is composed anew without
 * looking for what lies there. Layers are numbers from 0.
 */
export class PixelStacks {
  /** By pixel: how many layers show, and whether nothing below them does. */
  readonly #depths: Uint8Array;
  /** By pixel: −1 − layer where one shows, else the place of its layers among the blocks. */
  readonly #places: Int32Array;
  /** By layer: in how many pixels it shows. */
  readonly #shown: Uint32Array;
  #blocks = new Int32Array(DEEPEST << 10);
  #used = 0;
  /** Blocks that were given back. */
  readonly #free: number[] = [];

  constructor(pixels: number, layers: number) {
    this.#shown = new Uint32Array(layers);
    this.#depths = new Uint8Array(pixels);
    this.#places = new Int32Array(pixels);
  }

  /** True where nothing below would show. */
  isFull(pixel: number): boolean {
    return this.#depths[pixel]! >= FULL;
  }

  /** False for a layer that lies under others in all its pixels. */
  shows(layer: number): boolean {
    return this.#shown[layer]! > 0;
  }

  depth(pixel: number): number {
    return this.#depths[pixel]! & COUNT;
  }

  /** The layer at a depth, from 0 for the topmost; asked only for what is there. */
  layerAt(pixel: number, depth: number): number {
    const place = this.#places[pixel]!;
    return place < 0 ? -1 - place : this.#blocks[place + depth]!;
  }

  has(pixel: number, layer: number): boolean {
    const depth = this.#depths[pixel]! & COUNT;
    const place = this.#places[pixel]!;
    if (depth < 2) return depth === 1 && place === -1 - layer;
    for (let at = place; at < place + depth; at++) {
      if (this.#blocks[at] === layer) return true;
    }
    return false;
  }

  /** Puts a layer under all others of a pixel that is not full; `covers`: nothing shows below it. */
  push(pixel: number, layer: number, covers: boolean): void {
    const depth = this.#depths[pixel]! & COUNT;
    if (depth === 0) this.#places[pixel] = -1 - layer;
    else {
      let place = this.#places[pixel]!;
      if (place < 0) {
        const only = -1 - place;
        place = this.#block();
        this.#blocks[place] = only;
        this.#places[pixel] = place;
      }
      this.#blocks[place + depth] = layer;
    }
    this.#shown[layer]!++;
    this.#depths[pixel] = depth + 1 === DEEPEST || covers ? (depth + 1) | FULL : depth + 1;
  }

  /** Takes all layers from a pixel. */
  clear(pixel: number): void {
    const depth = this.#depths[pixel]! & COUNT;
    if (depth === 0) return;
    for (let d = 0; d < depth; d++) this.#shown[this.layerAt(pixel, d)]!--;
    const place = this.#places[pixel]!;
    if (place >= 0) this.#free.push(place);
    this.#depths[pixel] = 0;
  }

  #block(): number {
    const given = this.#free.pop();
    if (given !== undefined) return given;
    const place = this.#used;
    this.#used += DEEPEST;
    if (this.#used > this.#blocks.length) {
      const larger = new Int32Array(2 * this.#blocks.length);
      larger.set(this.#blocks);
      this.#blocks = larger;
    }
    return place;
  }
}
