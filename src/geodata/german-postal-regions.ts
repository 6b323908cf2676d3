import type { Vicinity } from "./choose-place";

/** The first two digits of German postal codes with the middle of the region they stand for, in degrees. */
const REGIONS =
  "01 51.05 13.74, 02 51.18 14.7, 03 51.76 14.33, 04 51.34 12.37, 06 51.6 11.9, 07 50.85 11.85, " +
  "08 50.65 12.4, 09 50.8 12.95, 10 52.52 13.41, 12 52.46 13.43, 13 52.57 13.37, 14 52.37 13, " +
  "15 52.25 14.1, 16 52.85 13.2, 17 53.75 13.3, 18 54.15 12.5, 19 53.55 11.5, 20 53.55 10, 21 53.4 9.9, " +
  "22 53.6 10.05, 23 53.9 10.9, 24 54.4 9.8, 25 54.2 9, 26 53.3 7.7, 27 53.3 8.7, 28 53.08 8.8, " +
  "29 52.85 10.3, 30 52.37 9.73, 31 52.3 9.5, 32 52.1 8.75, 33 51.85 8.6, 34 51.25 9.3, 35 50.65 8.7, " +
  "36 50.7 9.8, 37 51.6 9.9, 38 52.2 10.6, 39 52.3 11.5, 40 51.23 6.78, 41 51.18 6.45, 42 51.22 7.15, " +
  "44 51.52 7.4, 45 51.53 7.05, 46 51.7 6.75, 47 51.5 6.45, 48 52.05 7.5, 49 52.5 7.9, 50 50.88 6.8, " +
  "51 50.98 7.2, 52 50.75 6.25, 53 50.65 7.1, 54 49.95 6.6, 55 49.9 7.85, 56 50.3 7.4, 57 50.85 7.95, " +
  "58 51.3 7.6, 59 51.5 8.1, 60 50.12 8.68, 61 50.28 8.65, 63 50.1 9.1, 64 49.8 8.75, 65 50.15 8.3, " +
  "66 49.35 6.95, 67 49.45 8.1, 68 49.45 8.5, 69 49.4 8.8, 70 48.77 9.18, 71 48.85 9.1, 72 48.4 8.95, " +
  "73 48.75 9.8, 74 49.2 9.5, 75 48.85 8.65, 76 49 8.35, 77 48.45 7.95, 78 47.95 8.65, 79 47.85 7.9, " +
  "80 48.14 11.57, 81 48.13 11.6, 82 47.85 11.2, 83 47.85 12.4, 84 48.45 12.4, 85 48.4 11.7, 86 48.45 10.8, " +
  "87 47.75 10.3, 88 47.85 9.65, 89 48.5 10.05, 90 49.45 11.05, 91 49.45 10.8, 92 49.45 11.95, " +
  "93 49.05 12.3, 94 48.75 13.1, 95 50.05 11.8, 96 50.05 10.9, 97 49.95 9.95, 98 50.5 10.6, 99 51 10.9";

/** The widest regions, in the north, reach about this far from their middle. */
const REACH_KM = 90;

const regions = new Map<string, Vicinity>();
for (const entry of REGIONS.split(", ")) {
  const [digits = "", latitude, longitude] = entry.split(" ");
  regions.set(digits, { latitude: Number(latitude), longitude: Number(longitude), withinKm: REACH_KM });
}

/** Where a German postal code lies, to some 30 km, by its first two digits; undefined where the text is none. */
export function germanPostalRegion(text: string): Vicinity | undefined {
  const match = /^(?:D|DE)?[\s-]*(\d\d)\d{3}$/i.exec(text.trim());
  return match ? regions.get(match[1]!) : undefined;
}
