/** A closed square of a side in degrees, as GeoJSON has it. */
export function square(west: number, south: number, side = 1): number[][] {
  return [
    [west, south],
    [west + side, south],
    [west + side, south + side],
    [west, south + side],
    [west, south],
  ];
}

export const polygon = (...rings: unknown[]) => ({ type: "Polygon", coordinates: rings });

export const feature = (geometry: unknown, properties: unknown = {}) => ({
  type: "Feature",
  properties,
  geometry,
});

export const collection = (features: unknown[], more: object = {}) =>
  JSON.stringify({ type: "FeatureCollection", ...more, features });

/** A KML document around placemarks. */
export const kml = (inside: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2"><Document><name>Doc</name>${inside}</Document></kml>`;

export const kmlPolygon = (coordinates: string, inner = "") =>
  `<Polygon><extrude>1</extrude><outerBoundaryIs><LinearRing><coordinates>${coordinates}</coordinates></LinearRing></outerBoundaryIs>${inner}</Polygon>`;

/** A square of one degree as KML coordinates with heights. */
export const kmlSquare = (west: number, south: number) =>
  square(west, south)
    .map(([x, y]) => `${x},${y},0`)
    .join("\n  ");
