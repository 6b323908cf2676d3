import { Delaunay } from "d3-delaunay";
import { distinctPlaces } from "./distinct-places";
import { emptyPlaces } from "./empty-places";

/**
 * The ground that areas are drawn on: a triangulation of the distinct places of points and, all around them, of empty places that
 * belong to nobody. Computed once for a set of points, whoever they belong to; arrays only, so that a worker can hand it over.
 */
export interface AreaMesh {
  /** Places with points come first, empty ones behind them. */
  readonly placeCount: number;
  /** Place of each point; 0xffffffff where its coordinates are not finite. */
  readonly placeOf: Uint32Array;
  /** Points of a place are `points[pointStart[place]]` up to `pointStart[place + 1]`, in rising order. */
  readonly pointStart: Uint32Array;
  readonly points: Uint32Array;
  /** Of all places, x and y in turn. */
  readonly coordinates: Float64Array;
  /** Places at the corners of triangles, three to each; a half-edge leads from its corner to the next one of its triangle. */
  readonly triangles: Uint32Array;
  /** The half-edge on the other side; −1 on the rim, where all places are empty. */
  readonly halfedges: Int32Array;
  /** A half-edge that leads to each place; −1 for none. */
  readonly inedges: Int32Array;
}

/**
 * Triangulates points with empty ground around them. `farthest` is the most that an area may reach from its points, in the unit of
 * the coordinates; how far it does is chosen from how far apart the points lie, see {@link emptyPlaces}.
 */
export function areaMesh(xs: Float64Array, ys: Float64Array, farthest: number): AreaMesh {
  const { placeCount, placeOf, pointOf } = distinctPlaces(xs, ys);
  const places = new Float64Array(2 * placeCount);
  for (let place = 0; place < placeCount; place++) {
    places[2 * place] = xs[pointOf[place]!]!;
    places[2 * place + 1] = ys[pointOf[place]!]!;
  }
  const empty = emptyPlaces(places, farthest);
  const coordinates = new Float64Array(places.length + empty.length);
  coordinates.set(places);
  coordinates.set(empty, places.length);
  const { pointStart, points } = pointsByPlace(placeCount, placeOf);
  if (placeCount === 0) {
    const none = new Uint32Array(0);
    const noEdges = new Int32Array(0);
    return {
      placeCount,
      placeOf,
      pointStart,
      points,
      coordinates,
      triangles: none,
      halfedges: noEdges,
      inedges: noEdges,
    };
  }
  const { triangles, halfedges, inedges } = new Delaunay(coordinates);
  return {
    placeCount,
    placeOf,
    pointStart,
    points,
    coordinates,
    triangles: Uint32Array.from(triangles),
    halfedges: Int32Array.from(halfedges),
    inedges: Int32Array.from(inedges),
  };
}

/** The arrays behind a mesh, to be transferred from a worker. */
export function buffersOf(mesh: AreaMesh): ArrayBuffer[] {
  const { placeOf, pointStart, points, coordinates, triangles, halfedges, inedges } = mesh;
  return [placeOf, pointStart, points, coordinates, triangles, halfedges, inedges].map(
    (array) => array.buffer as ArrayBuffer,
  );
}

function pointsByPlace(placeCount: number, placeOf: Uint32Array) {
  const pointStart = new Uint32Array(placeCount + 1);
  for (const place of placeOf) if (place < placeCount) pointStart[place + 1]!++;
  for (let place = 0; place < placeCount; place++) pointStart[place + 1]! += pointStart[place]!;
  const points = new Uint32Array(pointStart[placeCount]!);
  const next = pointStart.slice(0, placeCount);
  for (let point = 0; point < placeOf.length; point++) {
    const place = placeOf[point]!;
    if (place < placeCount) points[next[place]!++] = point;
  }
  return { pointStart, points };
}
