/**
 * Values as bytes, so that one checksum covers a whole record: null, undefined, booleans, numbers, strings (lone
 * surrogates too), arrays, plain objects, Maps and the typed arrays below. An object that stands twice is written once.
 */
const TYPED_ARRAYS = [Uint8Array, Uint16Array, Uint32Array, Float64Array] as const;

const TAG = {
  null: 0,
  undefined: 1,
  false: 2,
  true: 3,
  number: 4,
  text: 5,
  utf16: 6,
  array: 7,
  object: 8,
  map: 9,
  seen: 10,
  typed: 11,
} as const;

export function encodeValue(value: unknown): Uint8Array<ArrayBuffer> {
  const encoder = new Encoder();
  encoder.value(value);
  return encoder.bytes();
}

/** The value again, with arrays of its own. Throws for bytes that `encodeValue` did not write. */
export function decodeValue(bytes: Uint8Array): unknown {
  const decoder = new Decoder(bytes);
  const value = decoder.value();
  decoder.end();
  return value;
}

class Encoder {
  #bytes = new Uint8Array(1024);
  #view = new DataView(this.#bytes.buffer);
  #at = 0;
  readonly #seen = new Map<object, number>();
  readonly #text = new TextEncoder();

  bytes(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.#at);
  }

  value(value: unknown): void {
    if (value === null) this.#byte(TAG.null);
    else if (value === undefined) this.#byte(TAG.undefined);
    else if (typeof value === "boolean") this.#byte(value ? TAG.true : TAG.false);
    else if (typeof value === "number") this.#number(value);
    else if (typeof value === "string") this.#string(value);
    else if (typeof value === "object") this.#object(value);
    else throw new Error(`Expected plain data, got a ${typeof value}.`);
  }

  #number(value: number): void {
    this.#byte(TAG.number);
    this.#reserve(8);
    this.#view.setFloat64(this.#at, value, true);
    this.#at += 8;
  }

  #object(value: object): void {
    const seen = this.#seen.get(value);
    if (seen !== undefined) {
      this.#byte(TAG.seen);
      this.#length(seen);
      return;
    }
    this.#seen.set(value, this.#seen.size);
    const typed = TYPED_ARRAYS.findIndex((type) => value instanceof type);
    if (typed >= 0) this.#typed(value as Uint8Array, typed);
    else if (Array.isArray(value)) this.#array(value);
    else if (value instanceof Map) this.#entries(TAG.map, [...value]);
    else this.#entries(TAG.object, Object.entries(value));
  }

  #array(array: readonly unknown[]): void {
    this.#byte(TAG.array);
    this.#length(array.length);
    for (const item of array) this.value(item);
  }

  #entries(tag: number, entries: readonly (readonly [unknown, unknown])[]): void {
    this.#byte(tag);
    this.#length(entries.length);
    for (const [key, item] of entries) {
      this.value(key);
      this.value(item);
    }
  }

  #typed(array: ArrayBufferView & { readonly length: number }, type: number): void {
    this.#byte(TAG.typed + type);
    this.#length(array.length);
    this.#raw(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
  }

  #string(text: string): void {
    if (/\p{Surrogate}/u.test(text)) {
      this.#byte(TAG.utf16);
      this.#length(text.length);
      this.#reserve(2 * text.length);
      for (let i = 0; i < text.length; i++, this.#at += 2) {
        this.#view.setUint16(this.#at, text.charCodeAt(i), true);
      }
      return;
    }
    const bytes = this.#text.encode(text);
    this.#byte(TAG.text);
    this.#length(bytes.length);
    this.#raw(bytes);
  }

  #raw(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#at);
    this.#at += bytes.length;
  }

  #byte(byte: number): void {
    this.#reserve(1);
    this.#bytes[this.#at++] = byte;
  }

  #length(length: number): void {
    this.#reserve(4);
    this.#view.setUint32(this.#at, length, true);
    this.#at += 4;
  }

  #reserve(more: number): void {
    if (this.#at + more <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(this.#at + more, 2 * this.#bytes.length));
    grown.set(this.#bytes.subarray(0, this.#at));
    this.#bytes = grown;
    this.#view = new DataView(grown.buffer);
  }
}

class Decoder {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #seen: object[] = [];
  readonly #text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  end(): void {
    if (this.#at !== this.#bytes.length) {
      throw new Error(`Expected ${this.#bytes.length} bytes, got ${this.#at}.`);
    }
  }

  value(): unknown {
    const tag = this.#view.getUint8(this.#at++);
    switch (tag) {
      case TAG.null:
        return null;
      case TAG.undefined:
        return undefined;
      case TAG.false:
        return false;
      case TAG.true:
        return true;
      case TAG.number:
        this.#at += 8;
        return this.#view.getFloat64(this.#at - 8, true);
      case TAG.text:
        return this.#text.decode(this.#raw(this.#length()));
      case TAG.utf16:
        return this.#utf16(this.#length());
      case TAG.array:
        return this.#array(this.#length());
      case TAG.object:
        return this.#object(this.#length());
      case TAG.map:
        return this.#map(this.#length());
      case TAG.seen:
        return this.#seen[this.#length()];
      default:
        return this.#typed(tag - TAG.typed);
    }
  }

  #array(length: number): unknown[] {
    const array: unknown[] = [];
    this.#seen.push(array);
    for (let i = 0; i < length; i++) array.push(this.value());
    return array;
  }

  #object(length: number): object {
    const object = {};
    this.#seen.push(object);
    for (let i = 0; i < length; i++) {
      const key = String(this.value());
      // Not an assignment: a key named "__proto__" is to be a field like any other.
      Object.defineProperty(object, key, {
        value: this.value(),
        enumerable: true,
        writable: true,
        configurable: true,
      });
    }
    return object;
  }

  #map(length: number): Map<unknown, unknown> {
    const map = new Map();
    this.#seen.push(map);
    for (let i = 0; i < length; i++) {
      const key = this.value();
      map.set(key, this.value());
    }
    return map;
  }

  #typed(type: number): ArrayBufferView {
    const Type = TYPED_ARRAYS[type];
    if (!Type) throw new Error(`Expected a known tag, got ${type}.`);
    const length = this.#length();
    const array = new Type(this.#raw(length * Type.BYTES_PER_ELEMENT).slice().buffer);
    this.#seen.push(array);
    return array;
  }

  #utf16(length: number): string {
    let text = "";
    for (let i = 0; i < length; i++, this.#at += 2) {
      text += String.fromCharCode(this.#view.getUint16(this.#at, true));
    }
    return text;
  }

  #raw(length: number): Uint8Array {
    if (this.#at + length > this.#bytes.length) throw new Error(`Expected ${length} more bytes, got fewer.`);
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  #length(): number {
    this.#at += 4;
    return this.#view.getUint32(this.#at - 4, true);
  }
}
