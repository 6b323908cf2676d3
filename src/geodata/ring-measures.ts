/** Mean radius of the earth, in kilometers. */
const RADIUS_KM = 6371.0088;
const RADIANS = Math.PI / 180;

/** Area inside a closed ring of degrees on the sphere, in km²; negative where it runs clockwise (Chamberlain & Duquette 2007). */
export function ringAreaKm2(ring: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i + 3 < ring.length; i += 2) {
    const [aX, aY, bX, bY] = [ring[i]!, ring[i + 1]!, ring[i + 2]!, ring[i + 3]!];
    sum += (bX - aX) * RADIANS * (2 + Math.sin(aY * RADIANS) + Math.sin(bY * RADIANS));
  }
  return (-sum * RADIUS_KM * RADIUS_KM) / 2;
}

/**
 * A place well inside the rings (even-odd), for a label: at the latitude of the largest ring's centroid, the middle of the widest piece of
 * land. NaN where there is no ring.
 */
export function ringCenter(rings: readonly Float64Array[]): [longitude: number, latitude: number] {
  let largest: Float64Array | undefined;
  let most = -1;
  for (const ring of rings) {
    const area = Math.abs(ringAreaKm2(ring));
    if (area > most) [largest, most] = [ring, area];
  }
  if (!largest) return [Number.NaN, Number.NaN];
  const [, latitude] = centroid(largest);
  const crossings = rings.flatMap((ring) => crossingsAt(ring, latitude)).sort((a, b) => a - b);
  let [middle, width] = [largest[0]!, -1];
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const piece = crossings[i + 1]! - crossings[i]!;
    if (piece > width) [middle, width] = [(crossings[i]! + crossings[i + 1]!) / 2, piece];
  }
  return [middle, latitude];
}

/** Longitudes where a closed ring crosses a latitude, half open so that a corner counts once. */
function crossingsAt(ring: Float64Array, latitude: number): number[] {
  const found: number[] = [];
  for (let i = 0; i + 3 < ring.length; i += 2) {
    const [aX, aY, bX, bY] = [ring[i]!, ring[i + 1]!, ring[i + 2]!, ring[i + 3]!];
    if (aY > latitude !== bY > latitude) found.push(aX + ((latitude - aY) / (bY - aY)) * (bX - aX));
  }
  return found;
}

function centroid(ring: Float64Array): [number, number] {
  // from the first corner, since products of whole coordinates lose the digits that small areas need
  const [x0, y0] = [ring[0]!, ring[1]!];
  let [doubled, x, y] = [0, 0, 0];
  for (let i = 0; i + 3 < ring.length; i += 2) {
    const [aX, aY] = [ring[i]! - x0, ring[i + 1]! - y0];
    const [bX, bY] = [ring[i + 2]! - x0, ring[i + 3]! - y0];
    const cross = aX * bY - bX * aY;
    doubled += cross;
    x += (aX + bX) * cross;
    y += (aY + bY) * cross;
  }
  return doubled === 0 ? [x0, y0] : [x0 + x / (3 * doubled), y0 + y / (3 * doubled)];
}
