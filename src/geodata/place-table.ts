import type { ByteWriter } from "./byte-planes";
import { openPackedFile, type PackedKind } from "./packed-file";

/** How a name came into the table. */
export const PlaceKind = {
  /** A populated place of the gazetteer. */
  town: 0,
  /** A place known only from the postal codes named after it. */
  postOffice: 1,
  /** The leading part of a longer name: "Newcastle" of Newcastle upon Tyne. */
  short: 2,
  /** A town important enough to be meant where a name alone is given: one of the map's label cities. */
  major: 3,
} as const;
export type PlaceKind = (typeof PlaceKind)[keyof typeof PlaceKind];

/** A place as packed. `key` as made by `placeKey`, `region` the position in the list of regions. */
export interface PlaceEntry {
  readonly region: number;
  readonly key: string;
  readonly kind: PlaceKind;
  /** Degrees. */
  readonly latitude: number;
  readonly longitude: number;
}

/** A first-level division of a country: state, province, Land. */
export interface PlaceRegion {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** The gazetteer's code: the postal abbreviation in the US. Empty for places outside any division. */
  readonly code: string;
  /** Its English name as made by `placeKey`. */
  readonly key: string;
}

/** Writes places, which must be sorted by region; positions are kept to 1 / `scale` degree. */
export function encodePlaces(
  writer: ByteWriter,
  regions: readonly PlaceRegion[],
  places: readonly PlaceEntry[],
  scale: number,
): ByteWriter {
  const counts = new Int32Array(regions.length);
  for (const place of places) counts[place.region]!++;
  return writer
    .text(regions.map((region) => `${region.country} ${region.code} ${region.key}`).join("\n"))
    .count(regions.length)
    .deltas(counts)
    .text(places.map((place) => place.key).join("\n"))
    .count(places.length)
    .count(scale)
    .raw(Uint8Array.from(places, (place) => place.kind))
    .deltas(places.map((place) => Math.round(place.latitude * scale)))
    .deltas(places.map((place) => Math.round(place.longitude * scale)));
}

/** Places by country and key. An index made for one country is kept; countries never asked for cost nothing. */
export class PlaceTable {
  readonly regions: readonly PlaceRegion[];
  /** Position in `regions` of each place. */
  readonly regionOf: Uint16Array;
  readonly kind: Uint8Array;
  /** Degrees. */
  readonly latitude: Float64Array;
  readonly longitude: Float64Array;
  readonly #keys: readonly string[];
  readonly #spans = new Map<string, { start: number; end: number }>();
  readonly #byKey = new Map<string, Map<string, number[]>>();
  readonly #majorsByKey = new Map<string, number[]>();

  constructor(kind: Extract<PackedKind, "us-cities" | "world-cities">, file: ArrayBuffer | Uint8Array) {
    const reader = openPackedFile(kind, file);
    this.regions = reader
      .text()
      .split("\n")
      .map((line) => {
        const [country = "", code = "", key = ""] = line.split(" ");
        return { country, code, key };
      });
    const counts = reader.deltas(reader.count());
    this.#keys = reader.text().split("\n");
    const count = reader.count();
    if (count !== this.#keys.length)
      throw new Error(`Expected ${count} place names, got ${this.#keys.length}.`);
    const scale = reader.count();
    this.kind = reader.raw(count).slice();
    this.latitude = Float64Array.from(reader.deltas(count), (value) => value / scale);
    this.longitude = Float64Array.from(reader.deltas(count), (value) => value / scale);
    this.regionOf = new Uint16Array(count);
    let start = 0;
    this.regions.forEach((region, i) => {
      const end = start + counts[i]!;
      this.regionOf.fill(i, start, end);
      const span = this.#spans.get(region.country);
      this.#spans.set(region.country, { start: span?.start ?? start, end });
      start = end;
    });
    this.kind.forEach((kind, place) => {
      if (kind === PlaceKind.major) pushTo(this.#majorsByKey, this.#keys[place]!, place);
    });
  }

  get count(): number {
    return this.#keys.length;
  }

  /** Name of a place as made by `placeKey`. */
  keyOf(place: number): string {
    return this.#keys[place]!;
  }

  /** Whether the table covers a country (ISO 3166-1 alpha-2). */
  has(country: string): boolean {
    return this.#spans.has(country);
  }

  /** Places of a country with that key, in table order; none if there are none. */
  find(country: string, key: string): readonly number[] {
    return this.#index(country)?.get(key) ?? [];
  }

  /** Major towns of any country with that key. */
  majors(key: string): readonly number[] {
    return this.#majorsByKey.get(key) ?? [];
  }

  #index(country: string): Map<string, number[]> | undefined {
    const known = this.#byKey.get(country);
    const span = this.#spans.get(country);
    if (known || !span) return known;
    const index = new Map<string, number[]>();
    for (let place = span.start; place < span.end; place++) pushTo(index, this.#keys[place]!, place);
    this.#byKey.set(country, index);
    return index;
  }
}

function pushTo(index: Map<string, number[]>, key: string, place: number): void {
  const places = index.get(key);
  if (places) places.push(place);
  else index.set(key, [place]);
}
