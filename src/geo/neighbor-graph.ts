import { Delaunay } from "d3-delaunay";
import { distinctPlaces } from "./distinct-places";
import { spanningForest } from "./spanning-forest";

/**
 * Which places lie beside each other. Points that coincide share one place, so ten thousand accounts in one building are
 * one node, and adjacency does not depend on the order they came in. Compressed sparse rows.
 */
export interface NeighborGraph {
  readonly placeCount: number;
  /** Place of each point; {@link NO_PLACE} where its coordinates are not finite. */
  readonly placeOf: Uint32Array;
  /** Neighbors of a place are `neighbors[start[place]]` up to `start[place + 1]`, in rising order. */
  readonly start: Uint32Array;
  readonly neighbors: Uint32Array;
}

/** The place of a point that has none. */
export const NO_PLACE = 0xffffffff;

/**
 * Delaunay neighbors on a plane, without edges longer than `longest` times the lower quartile of the edges at either end (the
 * spikes across water and around the rim; the median would be a spike itself on small islands). Edges of the minimum spanning tree always stay, so the graph is connected.
 */
export function neighborGraph(xs: Float64Array, ys: Float64Array, longest = 4): NeighborGraph {
  const { placeCount, placeOf, pointOf } = distinctPlaces(xs, ys);
  const coordinates = new Float64Array(2 * placeCount);
  for (let place = 0; place < placeCount; place++) {
    coordinates[2 * place] = xs[pointOf[place]!]!;
    coordinates[2 * place + 1] = ys[pointOf[place]!]!;
  }
  const edges = delaunayEdges(coordinates);
  const lengths = edgeLengths(coordinates, edges);
  const usual = usualEdge(placeCount, edges, lengths);
  const essential = spanningForest(placeCount, edges, lengths);
  const kept: number[] = [];
  for (let edge = 0; edge < lengths.length; edge++) {
    const a = edges[2 * edge]!;
    const b = edges[2 * edge + 1]!;
    const limit = longest * Math.max(usual[a]!, usual[b]!);
    if (lengths[edge]! <= limit || essential[edge]) kept.push(a, b);
  }
  return { placeCount, placeOf, ...rowsOfEdges(placeCount, Uint32Array.from(kept)) };
}

/** Turns undirected edges (a, b, a, b …) into sorted neighbor lists. */
export function rowsOfEdges(
  nodeCount: number,
  edges: Uint32Array,
): { start: Uint32Array; neighbors: Uint32Array } {
  const start = new Uint32Array(nodeCount + 1);
  for (const node of edges) start[node + 1]!++;
  for (let node = 0; node < nodeCount; node++) start[node + 1]! += start[node]!;
  const next = start.slice(0, nodeCount);
  const neighbors = new Uint32Array(edges.length);
  for (let i = 0; i < edges.length; i += 2) {
    const a = edges[i]!;
    const b = edges[i + 1]!;
    neighbors[next[a]!++] = b;
    neighbors[next[b]!++] = a;
  }
  for (let node = 0; node < nodeCount; node++) neighbors.subarray(start[node]!, start[node + 1]!).sort();
  return { start, neighbors };
}

function delaunayEdges(coordinates: Float64Array): Uint32Array {
  const placeCount = coordinates.length / 2;
  if (placeCount < 2) return new Uint32Array(0);
  const delaunay = new Delaunay(coordinates);
  const edges: number[] = [];
  for (let place = 0; place < placeCount; place++) {
    for (const neighbor of delaunay.neighbors(place)) {
      if (neighbor > place) edges.push(place, neighbor);
    }
  }
  return Uint32Array.from(edges);
}

function edgeLengths(coordinates: Float64Array, edges: Uint32Array): Float64Array {
  const lengths = new Float64Array(edges.length / 2);
  for (let edge = 0; edge < lengths.length; edge++) {
    const a = 2 * edges[2 * edge]!;
    const b = 2 * edges[2 * edge + 1]!;
    const dx = coordinates[a]! - coordinates[b]!;
    const dy = coordinates[a + 1]! - coordinates[b + 1]!;
    lengths[edge] = Math.sqrt(dx * dx + dy * dy);
  }
  return lengths;
}

function usualEdge(placeCount: number, edges: Uint32Array, lengths: Float64Array): Float64Array {
  const lists: number[][] = Array.from({ length: placeCount }, () => []);
  for (let edge = 0; edge < lengths.length; edge++) {
    lists[edges[2 * edge]!]!.push(lengths[edge]!);
    lists[edges[2 * edge + 1]!]!.push(lengths[edge]!);
  }
  const usual = new Float64Array(placeCount);
  for (let place = 0; place < placeCount; place++) {
    const list = lists[place]!.sort((a, b) => a - b);
    usual[place] = list[list.length >> 2] ?? 0;
  }
  return usual;
}
