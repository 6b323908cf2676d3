import { type AreaFile, AreaFileRefused } from "./area-file";
import type { AreaPosition } from "./area-import";

/** Half the width of the square that Web Mercator maps the globe to, in its meters. */
const MERCATOR_EDGE = 20_037_508.342789244;
const EARTH_RADIUS = 6_378_137;

const DEGREES_SYSTEM = /(^|\D)(4326|4269|4258|CRS84|WGS ?84)($|\D)/i;
const MERCATOR_SYSTEM = /(^|\D)(3857|3785|900913|102100|102113)($|\D)/;

/** Places of the plan's accounts, as longitude and latitude in turn: they tell whether a file's numbers are swapped. */
export type KnownPlaces = ArrayLike<number>;

/**
 * How the numbers of a file are meant, and why where they are no plain degrees. Throws `AreaFileRefused` where they are in a system that
 * cannot be converted here.
 */
export function positionOf(
  file: AreaFile,
  places: KnownPlaces,
): { position: AreaPosition; doubt: string | null } {
  const { west, east, south, north } = extent(file);
  const wide = Math.max(Math.abs(west), Math.abs(east));
  const tall = Math.max(Math.abs(south), Math.abs(north));
  const { system } = file;
  if (system && MERCATOR_SYSTEM.test(system)) {
    return {
      position: "web-mercator",
      doubt: `The file says that it is in ${system}, meters of Web Mercator.`,
    };
  }
  const inRange = wide <= 360 && tall <= 90;
  if (system && !DEGREES_SYSTEM.test(system) && !inRange) throw otherSystem(system);
  if (inRange) {
    if (swappedFits(file, places))
      return {
        position: "swapped",
        doubt: "The accounts lie in these areas only with latitude and longitude swapped.",
      };
    return { position: "degrees", doubt: null };
  }
  if (wide <= 90 && tall <= 360)
    return {
      position: "swapped",
      doubt: "Latitudes beyond 90° show that latitude and longitude are swapped.",
    };
  if (wide <= MERCATOR_EDGE * 1.001 && tall <= MERCATOR_EDGE * 1.001 && Math.max(wide, tall) > 1_000) {
    const hit = holdsPlaces(west, south, east, north, places);
    return {
      position: "web-mercator",
      doubt: hit
        ? "The numbers are meters, not degrees; they look like Web Mercator (EPSG:3857)."
        : "The numbers are meters, not degrees. Read as Web Mercator no account lies in these areas: the file may be in another system, such as UTM. Then export it in WGS 84 (EPSG:4326).",
    };
  }
  throw otherSystem(system ?? "a system with numbers that are no degrees");
}

function otherSystem(system: string): AreaFileRefused {
  return new AreaFileRefused(
    `The areas are in ${system}, which cannot be converted here.`,
    "Export them in WGS 84 (EPSG:4326), degrees of longitude and latitude.",
  );
}

/** Longitude and latitude in degrees of a position as the file has it. */
export function toDegrees(
  x: number,
  y: number,
  position: AreaPosition,
): [longitude: number, latitude: number] {
  if (position === "swapped") return [y, x];
  if (position === "degrees") return [x, y];
  const longitude = (x / EARTH_RADIUS) * (180 / Math.PI);
  const latitude = (2 * Math.atan(Math.exp(y / EARTH_RADIUS)) - Math.PI / 2) * (180 / Math.PI);
  return [longitude, latitude];
}

/** Whether any place lies in an extent of Web Mercator; true where no place is known. */
function holdsPlaces(west: number, south: number, east: number, north: number, places: KnownPlaces): boolean {
  const [left, bottom] = toDegrees(west, south, "web-mercator");
  const [right, top] = toDegrees(east, north, "web-mercator");
  for (let i = 0; i + 1 < places.length; i += 2) {
    const [longitude, latitude] = [places[i]!, places[i + 1]!];
    if (longitude >= left && longitude <= right && latitude >= bottom && latitude <= top) return true;
  }
  return places.length === 0;
}

function extent({ features }: AreaFile) {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of features.flatMap(({ polygons }) => polygons.flat())) {
    for (let i = 0; i < ring.length; i += 2) {
      west = Math.min(west, ring[i]!);
      east = Math.max(east, ring[i]!);
      south = Math.min(south, ring[i + 1]!);
      north = Math.max(north, ring[i + 1]!);
    }
  }
  return { west, east, south, north };
}

/** Whether accounts lie within the areas' extent only the other way round. */
function swappedFits(file: AreaFile, places: KnownPlaces): boolean {
  const { west, east, south, north } = extent(file);
  if (west < -90 || east > 90) return false;
  let [asIs, swapped] = [0, 0];
  for (let i = 0; i + 1 < places.length; i += 2) {
    const [longitude, latitude] = [places[i]!, places[i + 1]!];
    if (longitude >= west && longitude <= east && latitude >= south && latitude <= north) asIs++;
    if (latitude >= west && latitude <= east && longitude >= south && longitude <= north) swapped++;
  }
  return asIs === 0 && swapped > places.length / 2 / 4;
}
