import { numberRanks } from "./number-ranks";
import { radixOrder } from "./radix-order";
import { textRanks } from "./text-ranks";
import type { ViewColumn } from "./view-column";

export interface SortKey {
  readonly column: ViewColumn;
  readonly descending: boolean;
}

/**
 * The rows by the first key, then the next, then as they stood. Blanks come last either way. Texts follow the locale
 * (BCP 47); no is before yes.
 */
export function sortRows(rows: Uint32Array, keys: readonly SortKey[], locale: string): Uint32Array {
  let sorted = rows;
  for (const key of keys.toReversed()) sorted = radixOrder(sorted, placesOf(sorted, key, locale));
  return sorted;
}

/** A number per row, parallel to `rows`, that ascends in the order wanted. */
function placesOf(rows: Uint32Array, { column, descending }: SortKey, locale: string): Uint32Array {
  const places = new Uint32Array(rows.length);
  switch (column.kind) {
    case "number": {
      const ranks = numberRanks(column.values);
      for (let i = 0; i < rows.length; i++) places[i] = ranks[rows[i]!]!;
      break;
    }
    case "text": {
      const { codes } = column;
      const ranks = textRanks(column.texts, locale);
      for (let i = 0; i < rows.length; i++) places[i] = ranks[codes[rows[i]!]!]!;
      break;
    }
    case "yesno": {
      const { flags } = column;
      for (let i = 0; i < rows.length; i++) places[i] = flags[rows[i]!] === 2 ? 0 : flags[rows[i]!]! + 1;
      break;
    }
  }
  // Place 0 is the blank so far; it goes behind the last one.
  let last = 0;
  for (let i = 0; i < places.length; i++) if (places[i]! > last) last = places[i]!;
  for (let i = 0; i < places.length; i++) {
    const place = places[i]!;
    if (place === 0) places[i] = last + 1;
    else if (descending) places[i] = last + 1 - place;
  }
  return places;
}
