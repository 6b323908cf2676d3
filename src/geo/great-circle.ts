/** Mean radius of the earth (IUGG), in kilometers. */
export const EARTH_RADIUS_KM = 6371.0088;

/**
 * Places as unit vectors: x, y, z at 3 × place, rounded to 1e-9 so that every machine has the same ones.
 * NaN where latitude or longitude (degrees) is blank or out of range.
 */
export function unitVectors(latitude: Float64Array, longitude: Float64Array): Float64Array {
  const vectors = new Float64Array(3 * latitude.length);
  const radians = Math.PI / 180;
  for (let place = 0; place < latitude.length; place++) {
    const lat = latitude[place]!;
    const lon = longitude[place]!;
    const valid = Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
    const cosine = Math.cos(lat * radians);
    vectors[3 * place] = valid ? round(cosine * Math.cos(lon * radians)) : Number.NaN;
    vectors[3 * place + 1] = valid ? round(cosine * Math.sin(lon * radians)) : Number.NaN;
    vectors[3 * place + 2] = valid ? round(Math.sin(lat * radians)) : Number.NaN;
  }
  return vectors;
}

/** Great-circle kilometers for a straight chord between two unit vectors. */
export function chordToKm(chord: number): number {
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, chord / 2));
}

/** Great-circle kilometers between two places in degrees; NaN where either is blank. */
export function greatCircleKm(lat1: number, lon1: number, lat2: number, lon2: number): number {
  const radians = Math.PI / 180;
  const sinLat = Math.sin(((lat2 - lat1) * radians) / 2);
  const sinLon = Math.sin(((lon2 - lon1) * radians) / 2);
  const h = sinLat * sinLat + Math.cos(lat1 * radians) * Math.cos(lat2 * radians) * sinLon * sinLon;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

function round(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}
