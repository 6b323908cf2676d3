import type { AreaMesh } from "./area-mesh";
import type { Box } from "./polygon";
import { smoothCrossings } from "./smooth-crossings";

/**
 * The lines between places of different labels, each once, so that neighbors share it and nothing can overlap or gape. A line
 * crosses the edges of a mesh between the two places it parts, and ends where three labels meet, or runs around.
 */
export interface Borders {
  readonly lineCount: number;
  /** Corners of a line are those from `start[line]` up to `start[line + 1]`; a closed line does not repeat its first one. */
  readonly start: Uint32Array;
  /** Of corners, x and y in turn. */
  readonly points: Float64Array;
  /** Labels on either side as one goes along on a map with north up, where y grows southwards. */
  readonly left: Uint16Array;
  readonly right: Uint16Array;
  readonly closed: Uint8Array;
  /** The smallest box around each line: minX, minY, maxX, maxY in turn. */
  readonly boxes: Float64Array;
  /**
   * By line and direction (2 × line, +1 for backwards): the directed line that goes on around the same area. Closed lines go on
   * with themselves.
   */
  readonly next: Uint32Array;
}

/** 1 for each half-edge between places of different labels that has the lower number of its two. */
export function borderEdges(mesh: AreaMesh, labels: Uint16Array): Uint8Array {
  const { triangles, halfedges } = mesh;
  const edges = new Uint8Array(halfedges.length);
  for (let edge = 0; edge < halfedges.length; edge++) {
    if (edge > halfedges[edge]!) continue;
    if (labels[triangles[edge]!] !== labels[triangles[nextOf(edge)]!]) edges[edge] = 1;
  }
  return edges;
}

/** The same after some places got another label, in time proportional to their number. */
export function updateBorderEdges(
  mesh: AreaMesh,
  before: Uint8Array,
  labels: Uint16Array,
  places: readonly number[],
): Uint8Array {
  const { triangles, halfedges, inedges } = mesh;
  const edges = before.slice();
  for (const place of places) {
    const first = inedges[place]!;
    let edge = first;
    // Around the place; it is never on the rim, where all are empty.
    while (edge >= 0) {
      const lower = Math.min(edge, halfedges[edge]!);
      if (lower >= 0) edges[lower] = labels[triangles[edge]!] === labels[place] ? 0 : 1;
      edge = halfedges[nextOf(edge)]!;
      if (edge === first) break;
    }
  }
  return edges;
}

/** Links the border edges of a mesh into smooth lines. Time grows with the corners: 100,000 take about 30 ms. */
export function traceBorders(mesh: AreaMesh, labels: Uint16Array, edges: Uint8Array): Borders {
  const { triangles, halfedges } = mesh;
  const { crossingOf, edgeOf } = numberCrossings(edges, halfedges);
  const corners = smoothCrossings(mesh, crossingOf, edgeOf);
  const { xs, ys, junctions, junctionOf, meetX, meetY } = corners;
  const lines = new LineWriter(edgeOf.length, junctions.length);
  const passed = new Uint8Array(edgeOf.length);
  // Of the three sides of each junction: the directed line that leaves there.
  const leaving = new Int32Array(3 * junctions.length).fill(-1);
  const sideOf = (edge: number) => 3 * junctionOf[(edge / 3) | 0]! + (edge % 3);
  const begin = (entered: number) =>
    lines.begin(labels[triangles[entered]!]!, labels[triangles[nextOf(entered)]!]!);
  /** Walks from an edge that it crosses through triangle after triangle to a junction, or back to where it began. */
  const walk = (entered: number): number => {
    let edge = entered;
    let crossing = crossingOf[edge]!;
    while (!passed[crossing]) {
      passed[crossing] = 1;
      lines.corner(xs[crossing]!, ys[crossing]!);
      if (junctionOf[(edge / 3) | 0]! >= 0) break;
      const second = nextOf(edge);
      const out = crossingOf[second]! >= 0 ? second : nextOf(second);
      edge = halfedges[out]!;
      crossing = crossingOf[out]!;
    }
    return edge;
  };
  for (let junction = 0; junction < junctions.length; junction++) {
    for (let side = 0; side < 3; side++) {
      if (leaving[3 * junction + side]! >= 0) continue;
      const entered = halfedges[3 * junctions[junction]! + side]!;
      const line = begin(entered);
      lines.corner(meetX[junction]!, meetY[junction]!);
      const last = walk(entered);
      const end = junctionOf[(last / 3) | 0]!;
      lines.corner(meetX[end]!, meetY[end]!);
      lines.end(false, sideOf(last), 3 * junction + side);
      leaving[3 * junction + side] = 2 * line;
      leaving[sideOf(last)] = 2 * line + 1;
    }
  }
  for (let crossing = 0; crossing < edgeOf.length; crossing++) {
    if (passed[crossing]) continue;
    const entered = halfedges[edgeOf[crossing]!]!;
    begin(entered);
    walk(entered);
    lines.end(true, -1, -1);
  }
  return lines.finish(leaving);
}

/** Borders between the labels of a mesh. */
export function bordersOf(mesh: AreaMesh, labels: Uint16Array): Borders {
  return traceBorders(mesh, labels, borderEdges(mesh, labels));
}

/** The smallest box around a line. */
export function boxOfLine({ boxes }: Borders, line: number): Box {
  const at = 4 * line;
  return { minX: boxes[at]!, minY: boxes[at + 1]!, maxX: boxes[at + 2]!, maxY: boxes[at + 3]! };
}

/** The next half-edge of the same triangle. */
export function nextOf(edge: number): number {
  return edge % 3 === 2 ? edge - 2 : edge + 1;
}

/** Numbers the border edges; both half-edges of one get its number, all others −1. */
function numberCrossings(edges: Uint8Array, halfedges: Int32Array) {
  let count = 0;
  for (let edge = 0; edge < edges.length; edge++) count += edges[edge]!;
  const edgeOf = new Uint32Array(count);
  const crossingOf = new Int32Array(edges.length).fill(-1);
  let crossing = 0;
  for (let edge = 0; edge < edges.length; edge++) {
    if (!edges[edge]) continue;
    crossingOf[edge] = crossing;
    crossingOf[halfedges[edge]!] = crossing;
    edgeOf[crossing++] = edge;
  }
  return { crossingOf, edgeOf };
}

/** Lines while they are being drawn, in arrays that have room for all. */
class LineWriter {
  readonly #start: Uint32Array;
  readonly #points: Float64Array;
  readonly #left: Uint16Array;
  readonly #right: Uint16Array;
  readonly #closed: Uint8Array;
  readonly #boxes: Float64Array;
  /** By directed line: the side of a junction at which it arrives. */
  readonly #arriving: Int32Array;
  #line = 0;
  #corner = 0;

  constructor(crossings: number, junctions: number) {
    const most = crossings + junctions;
    this.#start = new Uint32Array(most + 1);
    this.#points = new Float64Array(2 * (crossings + 3 * junctions));
    this.#left = new Uint16Array(most);
    this.#right = new Uint16Array(most);
    this.#closed = new Uint8Array(most);
    this.#boxes = new Float64Array(4 * most);
    this.#arriving = new Int32Array(2 * most);
  }

  /** Returns the number of the line. */
  begin(left: number, right: number): number {
    this.#left[this.#line] = left;
    this.#right[this.#line] = right;
    return this.#line;
  }

  corner(x: number, y: number): void {
    this.#points[2 * this.#corner] = x;
    this.#points[2 * this.#corner + 1] = y;
    this.#corner++;
  }

  end(closed: boolean, forwards: number, backwards: number): void {
    const line = this.#line++;
    this.#closed[line] = closed ? 1 : 0;
    this.#arriving[2 * line] = forwards;
    this.#arriving[2 * line + 1] = backwards;
    this.#start[line + 1] = this.#corner;
    const points = this.#points;
    let minX = Number.POSITIVE_INFINITY;
    let minY = Number.POSITIVE_INFINITY;
    let maxX = Number.NEGATIVE_INFINITY;
    let maxY = Number.NEGATIVE_INFINITY;
    for (let i = 2 * this.#start[line]!; i < 2 * this.#corner; i += 2) {
      const x = points[i]!;
      const y = points[i + 1]!;
      if (x < minX) minX = x;
      if (x > maxX) maxX = x;
      if (y < minY) minY = y;
      if (y > maxY) maxY = y;
    }
    const at = 4 * line;
    this.#boxes[at] = minX;
    this.#boxes[at + 1] = minY;
    this.#boxes[at + 2] = maxX;
    this.#boxes[at + 3] = maxY;
  }

  /** `leaving`: the directed line that leaves at each side of a junction. */
  finish(leaving: Int32Array): Borders {
    const lineCount = this.#line;
    const next = new Uint32Array(2 * lineCount);
    for (let directed = 0; directed < next.length; directed++) {
      const side = this.#arriving[directed]!;
      // Entered over a → b, the area of a goes on over c → a.
      next[directed] = side < 0 ? directed : leaving[side % 3 === 0 ? side + 2 : side - 1]!;
    }
    return {
      lineCount,
      start: this.#start.slice(0, lineCount + 1),
      points: this.#points.slice(0, 2 * this.#corner),
      left: this.#left.slice(0, lineCount),
      right: this.#right.slice(0, lineCount),
      closed: this.#closed.slice(0, lineCount),
      boxes: this.#boxes.slice(0, 4 * lineCount),
      next,
    };
  }
}
