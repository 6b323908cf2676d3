import type { Random } from "../ids";
import { normal, pickWeighted } from "./dice";
import { METRO_AREAS, type MetroArea, type SampleTown } from "./metro-areas";

/** Real postal codes with their positions, as the packed table of them has. The arrays run in parallel. */
export interface PostalCodes {
  /** The five digits as a number, ascending. */
  readonly codes: Uint32Array;
  /** Degrees. */
  readonly latitude: Float64Array;
  readonly longitude: Float64Array;
  /** Position in `states`. */
  readonly state: Uint8Array;
  /** Two-letter postal abbreviations. */
  readonly states: readonly string[];
}

/** An address without a street. */
export interface SamplePlace {
  readonly city: string;
  readonly state: string;
  readonly postalCode: string;
  /** Degrees, a little off the middle of the postal code's area. */
  readonly latitude: number;
  readonly longitude: number;
}

/** About a kilometer: accounts of one postal code do not stand on one point. */
const JITTER_DEGREES = 0.009;

/** How much more the company has sold around its first office than anywhere else. */
const HOME_ADVANTAGE = 1.6;

/** Draws places in proportion to where businesses are. Town by town only codes that exist in the town's state count. */
export class PlaceDice {
  readonly #places: PostalCodes;
  readonly #metros: readonly { readonly area: MetroArea; readonly weight: number }[];
  readonly #codesOf = new Map<SampleTown, readonly number[]>();

  constructor(places: PostalCodes, homeCity: string) {
    this.#places = places;
    const areas = METRO_AREAS.map((area) => ({
      ...area,
      towns: area.towns.filter((town) => this.#find(town)),
    }));
    this.#metros = areas
      .filter((area) => area.towns.length > 0)
      .map((area) => ({
        area,
        weight: area.weight * (area.towns[0]!.name === homeCity ? HOME_ADVANTAGE : 1),
      }));
    if (this.#metros.length === 0)
      throw new Error("Expected postal codes of at least one metro area, got none.");
  }

  /** A place in some metro area. */
  draw(random: Random): SamplePlace {
    const { area } = pickWeighted(random, this.#metros, (metro) => metro.weight);
    const suburbs = Math.max(1, area.towns.length - 1);
    const town = pickWeighted(random, area.towns, (candidate) => (candidate === area.towns[0] ? suburbs : 1));
    return this.#in(town, random);
  }

  /** A place in a town that stands in the list of metro areas. */
  in(name: string, state: string, random: Random): SamplePlace {
    for (const { area } of this.#metros) {
      const town = area.towns.find((candidate) => candidate.name === name && candidate.state === state);
      if (town) return this.#in(town, random);
    }
    throw new Error(`Expected a town with known postal codes, got ${name}, ${state}.`);
  }

  #in(town: SampleTown, random: Random): SamplePlace {
    const { codes, latitude, longitude } = this.#places;
    const known = this.#codesOf.get(town)!;
    const i = known[Math.floor(random() * known.length)]!;
    const stretch = Math.cos((latitude[i]! * Math.PI) / 180);
    return {
      city: town.name,
      state: town.state,
      postalCode: String(codes[i]).padStart(5, "0"),
      latitude: round(latitude[i]! + JITTER_DEGREES * clamped(normal(random))),
      longitude: round(longitude[i]! + (JITTER_DEGREES * clamped(normal(random))) / stretch),
    };
  }

  /** Whether the town has postal codes in the table; remembers which. */
  #find(town: SampleTown): boolean {
    const { codes, state, states } = this.#places;
    const found: number[] = [];
    for (const [from, to] of town.codes) {
      for (let i = lowerBound(codes, from); i < codes.length && codes[i]! <= to; i++) {
        if (states[state[i]!] === town.state) found.push(i);
      }
    }
    this.#codesOf.set(town, found);
    return found.length > 0;
  }
}

function lowerBound(sorted: Uint32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function clamped(value: number): number {
  return Math.max(-2, Math.min(2, value));
}

function round(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}
