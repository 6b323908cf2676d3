/** Where the Web Mercator square ends, north and south, in degrees. */
export const MERCATOR_MAX_LATITUDE = 85.0511287798066;

const RADIANS = Math.PI / 180;

/** Longitude in degrees → 0 (180° W) to 1 (180° E). */
export function mercatorX(longitude: number): number {
  return longitude / 360 + 0.5;
}

/** Latitude in degrees → 0 (north edge) to 1 (south edge), clamped to the edges of the square. */
export function mercatorY(latitude: number): number {
  const clamped = Math.max(-MERCATOR_MAX_LATITUDE, Math.min(MERCATOR_MAX_LATITUDE, latitude));
  const sine = Math.sin(clamped * RADIANS);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

/** The inverse of {@link mercatorX}, in degrees. */
export function longitudeOfMercator(x: number): number {
  return (x - 0.5) * 360;
}

/** The inverse of {@link mercatorY}, in degrees. */
export function latitudeOfMercator(y: number): number {
  return (2 * Math.atan(Math.exp((1 - 2 * y) * Math.PI))) / RADIANS - 90;
}

/** Projects all places at once; NaN stays NaN. The caller owns the new arrays. */
export function projectPlaces(
  longitudes: Float64Array,
  latitudes: Float64Array,
): { readonly xs: Float64Array; readonly ys: Float64Array } {
  const xs = new Float64Array(longitudes.length);
  const ys = new Float64Array(latitudes.length);
  for (let point = 0; point < xs.length; point++) {
    xs[point] = mercatorX(longitudes[point]!);
    ys[point] = mercatorY(latitudes[point]!);
    if (Number.isNaN(xs[point]!)) ys[point] = Number.NaN;
    if (Number.isNaN(ys[point]!)) xs[point] = Number.NaN;
  }
  return { xs, ys };
}
