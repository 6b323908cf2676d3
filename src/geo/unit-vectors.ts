const RADIANS = Math.PI / 180;

/**
 * Unit vectors (x, y, z at 3 × point) of places in degrees; NaN where either coordinate is not finite. Rounded to 1e-9
 * (6 mm on the ground), because browsers differ in the last digits of sine and cosine and searches must not.
 */
export function unitVectors(longitudes: Float64Array, latitudes: Float64Array): Float64Array {
  const vectors = new Float64Array(3 * longitudes.length);
  for (let point = 0; point < longitudes.length; point++) {
    const longitude = longitudes[point]! * RADIANS;
    const latitude = latitudes[point]! * RADIANS;
    const known = Number.isFinite(longitude) && Number.isFinite(latitude);
    const cosLatitude = Math.cos(latitude);
    vectors[3 * point] = known ? rounded(cosLatitude * Math.cos(longitude)) : Number.NaN;
    vectors[3 * point + 1] = known ? rounded(cosLatitude * Math.sin(longitude)) : Number.NaN;
    vectors[3 * point + 2] = known ? rounded(Math.sin(latitude)) : Number.NaN;
  }
  return vectors;
}

/** Longitude and latitude in degrees of a direction; its length does not matter. NaN for the zero vector. */
export function placeOfVector(x: number, y: number, z: number): { longitude: number; latitude: number } {
  const length = Math.sqrt(x * x + y * y + z * z);
  if (!(length > 0)) return { longitude: Number.NaN, latitude: Number.NaN };
  return {
    longitude: Math.atan2(y, x) / RADIANS,
    latitude: Math.asin(Math.max(-1, Math.min(1, z / length))) / RADIANS,
  };
}

function rounded(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}
