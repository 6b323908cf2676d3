/** Mean radius of the earth (IUGG), in kilometers. */
export const EARTH_RADIUS_KM = 6371.0088;

const RADIANS = Math.PI / 180;

/** Length of the shortest way over the globe between two places in degrees, in kilometers (haversine). NaN if any is NaN. */
export function greatCircleKm(
  longitude1: number,
  latitude1: number,
  longitude2: number,
  latitude2: number,
): number {
  const sinLatitude = Math.sin(((latitude2 - latitude1) * RADIANS) / 2);
  const sinLongitude = Math.sin(((longitude2 - longitude1) * RADIANS) / 2);
  const chord =
    sinLatitude * sinLatitude +
    Math.cos(latitude1 * RADIANS) * Math.cos(latitude2 * RADIANS) * sinLongitude * sinLongitude;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** Great-circle kilometers for a straight chord between two unit vectors. */
export function chordToKm(chord: number): number {
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, chord / 2));
}

/**
 * The same in a fifth of the time: the first terms of the arcsine up to 1,900 km, where they are right to a millimeter, and the arcsine
 * beyond.
 */
export function nearChordToKm(chord: number): number {
  const square = chord * chord;
  return square < 0.09
    ? EARTH_RADIUS_KM *
        chord *
        (1 + square * (1 / 24 + square * (3 / 640 + square * (5 / 7168 + square * (35 / 294_912)))))
    : chordToKm(chord);
}
