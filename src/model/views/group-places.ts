import { type CalendarPeriod, firstDayOf, periodOf } from "./calendar-period";
import { numberRanks } from "./number-ranks";
import { textRanks } from "./text-ranks";
import type { ViewColumn } from "./view-column";

/** Which values of a column make a group: equal ones, or numbers of a band, or dates of a period. */
export type GroupBy =
  | { readonly kind: "value" }
  /** Numbers from a multiple of `size` (above 0) up to the next. */
  | { readonly kind: "band"; readonly size: number }
  | { readonly kind: "period"; readonly period: CalendarPeriod };

export interface GroupLevel {
  readonly column: ViewColumn;
  readonly by: GroupBy;
  /** Last value first. Blanks come last either way. */
  readonly descending: boolean;
  /** Codes are apart even where their texts are the same: two territories of one name are two groups. */
  readonly byCode?: boolean;
}

/** Where each row's group stands among the groups of a level. */
export interface GroupPlaces {
  /** By row number; only those of the rows asked for are set. */
  readonly places: Uint32Array;
  /**
   * What a place stands for: the code of a text, 0 or 1 for no or yes, the number itself, where a band begins, or the first day of
   * a period. NaN = blank.
   */
  readonly keyAt: (place: number) => number;
}

/** The places of rows among the groups of one level, in the locale's order. */
export function groupPlaces(
  rows: Uint32Array,
  rowCount: number,
  level: GroupLevel,
  locale: string,
): GroupPlaces {
  const { column, by, descending } = level;
  switch (column.kind) {
    case "text":
      return textPlaces(rows, rowCount, column, level, locale);
    case "yesno": {
      const places = new Uint32Array(rowCount);
      const { flags } = column;
      for (const row of rows) places[row] = flags[row] === 2 || !descending ? flags[row]! : 1 - flags[row]!;
      return { places, keyAt: (place) => (place === 2 ? Number.NaN : descending ? 1 - place : place) };
    }
    case "number":
      switch (by.kind) {
        case "value":
          return numberPlaces(rows, rowCount, column.values, descending);
        case "band": {
          const { size } = by;
          return steppedPlaces(rows, rowCount, column.values, descending, {
            step: (value) => Math.floor(value / size),
            key: (step) => step * size,
          });
        }
        case "period": {
          const { period } = by;
          return steppedPlaces(rows, rowCount, column.values, descending, {
            step: (day) => periodOf(day, period),
            key: (step) => firstDayOf(step, period),
          });
        }
      }
  }
}

function textPlaces(
  rows: Uint32Array,
  rowCount: number,
  { codes, texts }: ViewColumn & { kind: "text" },
  { descending, byCode }: GroupLevel,
  locale: string,
): GroupPlaces {
  const ranks = textRanks(texts, locale);
  const placeOf = byCode ? codePlaces(ranks, texts.size) : ranks;
  let last = 0;
  for (let code = 0; code < texts.size; code++) if (placeOf[code]! > last) last = placeOf[code]!;
  // Places count from 1 so far, and 0 is the blank; it goes behind the last one.
  const keys = new Float64Array(last + 1).fill(Number.NaN);
  const turned = new Uint32Array(texts.size);
  for (let code = texts.size - 1; code >= 0; code--) {
    const place = placeOf[code]!;
    turned[code] = place === 0 ? last : descending ? last - place : place - 1;
    if (place !== 0) keys[turned[code]!] = code;
  }
  const places = new Uint32Array(rowCount);
  for (const row of rows) places[row] = turned[codes[row]!]!;
  return { places, keyAt: (place) => keys[place]! };
}

/** A place of its own, from 1, for each code that is not blank: by rank, then by code. */
function codePlaces(ranks: Uint32Array, size: number): Uint32Array {
  const order: number[] = [];
  for (let code = 0; code < size; code++) if (ranks[code] !== 0) order.push(code);
  order.sort((a, b) => ranks[a]! - ranks[b]! || a - b);
  const places = new Uint32Array(size);
  for (let i = 0; i < order.length; i++) places[order[i]!] = i + 1;
  return places;
}

function numberPlaces(
  rows: Uint32Array,
  rowCount: number,
  values: Float64Array,
  descending: boolean,
): GroupPlaces {
  const ranks = numberRanks(values);
  let last = 0;
  for (const row of rows) if (ranks[row]! > last) last = ranks[row]!;
  const keys = new Float64Array(last + 1).fill(Number.NaN);
  const places = new Uint32Array(rowCount);
  for (const row of rows) {
    const rank = ranks[row]!;
    const place = rank === 0 ? last : descending ? last - rank : rank - 1;
    places[row] = place;
    // Zero has a sign that nobody sees.
    if (rank !== 0) keys[place] = values[row]! + 0;
  }
  return { places, keyAt: (place) => keys[place]! };
}

/** Whole steps further apart than this are ranked: their places would not fit a table. */
const MAX_STEPS = 1 << 22;

function steppedPlaces(
  rows: Uint32Array,
  rowCount: number,
  values: Float64Array,
  descending: boolean,
  { step, key }: { step: (value: number) => number; key: (step: number) => number },
): GroupPlaces {
  const steps = new Float64Array(rowCount).fill(Number.NaN);
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;
  for (const row of rows) {
    const value = values[row]!;
    if (Number.isNaN(value)) continue;
    const at = step(value);
    steps[row] = at;
    if (at < least) least = at;
    if (at > greatest) greatest = at;
  }
  if (!(greatest - least < MAX_STEPS)) {
    const ranked = numberPlaces(rows, rowCount, steps, descending);
    return { places: ranked.places, keyAt: (place) => key(ranked.keyAt(place)) };
  }
  const last = greatest - least + 1;
  const places = new Uint32Array(rowCount);
  for (const row of rows) {
    const at = steps[row]!;
    places[row] = Number.isNaN(at) ? last : descending ? greatest - at : at - least;
  }
  const keyAt = (place: number) =>
    place === last ? Number.NaN : key(descending ? greatest - place : least + place);
  return { places, keyAt };
}
