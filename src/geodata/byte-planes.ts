/**
 * Byte layout shared by the packers and the readers. Numbers that change little from one entry to the
 * next are stored as zigzag deltas, all low bytes first, then all middle bytes, then all high bytes:
 * in that order gzip finds the runs.
 */

const PLANES = 3;
const LIMIT = 1 << 24;

/** Grows as sections are added; `bytes()` is the file. Counts and lengths are little-endian 32-bit. */
export class ByteWriter {
  readonly #parts: Uint8Array[] = [];

  count(value: number): this {
    const part = new Uint8Array(4);
    new DataView(part.buffer).setUint32(0, value, true);
    this.#parts.push(part);
    return this;
  }

  raw(bytes: Uint8Array): this {
    this.#parts.push(bytes);
    return this;
  }

  text(text: string): this {
    const bytes = new TextEncoder().encode(text);
    return this.count(bytes.length).raw(bytes);
  }

  /** Whole numbers whose neighbors differ by less than 2^23; throws on a wider step. */
  deltas(values: ArrayLike<number>): this {
    const planes = new Uint8Array(values.length * PLANES);
    let previous = 0;
    for (let i = 0; i < values.length; i++) {
      const value = values[i]!;
      const delta = value - previous;
      const zigzag = delta < 0 ? -2 * delta - 1 : 2 * delta;
      if (!Number.isInteger(value) || zigzag >= LIMIT) {
        throw new Error(`Expected a whole number within 2^23 of ${previous}, got ${value}.`);
      }
      planes[i] = zigzag & 255;
      planes[values.length + i] = (zigzag >> 8) & 255;
      planes[2 * values.length + i] = zigzag >> 16;
      previous = value;
    }
    return this.raw(planes);
  }

  bytes(): Uint8Array {
    const bytes = new Uint8Array(this.#parts.reduce((sum, part) => sum + part.length, 0));
    let offset = 0;
    for (const part of this.#parts) {
      bytes.set(part, offset);
      offset += part.length;
    }
    return bytes;
  }
}

/** Reads what ByteWriter wrote, in the same order. Throws where the file ends too early. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #offset = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  count(): number {
    const part = this.raw(4);
    return new DataView(part.buffer, part.byteOffset, 4).getUint32(0, true);
  }

  /** A view, not a copy. */
  raw(length: number): Uint8Array {
    const end = this.#offset + length;
    if (end > this.#bytes.length) throw new Error(`Expected ${end} bytes, got ${this.#bytes.length}.`);
    const part = this.#bytes.subarray(this.#offset, end);
    this.#offset = end;
    return part;
  }

  text(): string {
    return new TextDecoder().decode(this.raw(this.count()));
  }

  deltas(count: number): Int32Array {
    const planes = this.raw(count * PLANES);
    const values = new Int32Array(count);
    let previous = 0;
    for (let i = 0; i < count; i++) {
      const zigzag = planes[i]! | (planes[count + i]! << 8) | (planes[2 * count + i]! << 16);
      previous += zigzag & 1 ? -((zigzag + 1) >> 1) : zigzag >> 1;
      values[i] = previous;
    }
    return values;
  }
}
