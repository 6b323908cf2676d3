import { cellNumber } from "./cells";
import { isPlace } from "./metrics/places";
import { type Column, columnByRole, isLive, type Table } from "./table";

/** Why a row is hardly where its degrees say. */
export type PlaceDoubt = "zero-place" | "swapped-place" | "latitude-range" | "longitude-range";

/** Reads the degrees of rows, in turn: NaN where one is missing, or the table knows none. */
export interface Degrees {
  readonly count: number;
  readonly latitude: (row: number) => number;
  readonly longitude: (row: number) => number;
  /** Rows that count where it is judged how the others lie. */
  readonly counts: (row: number) => boolean;
}

/** The degrees of a table's rows. */
export function degreesOf(table: Table): Degrees {
  const of = (column: Column | undefined) => (row: number) => (column ? cellNumber(column, row) : Number.NaN);
  return {
    count: table.count,
    latitude: of(columnByRole(table, "latitude")),
    longitude: of(columnByRole(table, "longitude")),
    counts: (row) => isLive(table, row),
  };
}

/** Says of a row why its place is in doubt; null where it is not, and where it has none. Both poles are out of range: nobody is there. */
export function placeDoubts(degrees: Degrees): (row: number) => PlaceDoubt | null {
  let box: Box | null = null;
  return (row) => {
    const latitude = degrees.latitude(row);
    const longitude = degrees.longitude(row);
    if (latitude === 0 && longitude === 0) return "zero-place";
    if (isPlace(longitude, latitude)) {
      box ??= usualBox(degrees);
      const isUsual = isPlace(latitude, longitude) && within(box, latitude, longitude);
      if (!isUsual && within(box, longitude, latitude)) return "swapped-place";
    }
    if (Math.abs(latitude) >= 90) return "latitude-range";
    return Math.abs(longitude) > 180 ? "longitude-range" : null;
  };
}

interface Box {
  readonly south: number;
  readonly north: number;
  readonly west: number;
  readonly east: number;
}

/** Rows that say well enough where most lie. */
const SAMPLE = 10_000;

/** Where the places on earth usually lie: what lies far from most is outside. */
function usualBox({ count, latitude, longitude, counts }: Degrees): Box {
  const norths: number[] = [];
  const easts: number[] = [];
  for (let row = 0; row < count; row += Math.ceil(count / SAMPLE)) {
    const north = latitude(row);
    const east = longitude(row);
    if (!isPlace(north, east) || !counts(row)) continue;
    norths.push(north);
    easts.push(east);
  }
  const [south, north] = usualRange(norths);
  const [west, east] = usualRange(easts);
  return { south, north, west, east };
}

/** From the quartiles, widened: a few stray values do not matter. An empty list gives a range that nothing is in. */
function usualRange(values: readonly number[]): readonly [from: number, to: number] {
  const sorted = Float64Array.from(values).sort();
  if (sorted.length === 0) return [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const low = sorted[Math.floor(sorted.length / 4)]!;
  const high = sorted[Math.floor((3 * sorted.length) / 4)]!;
  const margin = Math.max(5, high - low);
  return [low - margin, high + margin];
}

function within({ south, north, west, east }: Box, latitude: number, longitude: number): boolean {
  return latitude >= south && latitude <= north && longitude >= west && longitude <= east;
}
