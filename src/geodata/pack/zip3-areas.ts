import { Delaunay } from "d3-delaunay";
import type { UsPostalColumns } from "../us-postal";
import {
  crossing,
  type GridEdge,
  type GridPoint,
  pointKey,
  traceCycles,
  withoutInnerEdges,
} from "./grid-lines";

/** The outline of a state on the grid: closed rings without their closing point, land to the left. */
export interface StateOutline {
  /** Position in US_STATES. */
  readonly state: number;
  readonly rings: readonly (readonly GridPoint[])[];
}

/** A border between two areas of a state: `from` to `to`, and where outlines cross it. */
interface Border {
  readonly from: GridPoint;
  readonly to: GridPoint;
  readonly left: number;
  readonly right: number;
  readonly stops: { readonly point: GridPoint; readonly along: number }[];
}

/**
 * The area of every three-digit code: the Voronoi cells of its codes within each state, merged and clipped to the state's outline. Rings by
 * three digits, closed, on the grid of 1 / `scale` degree; where a border meets an outline both states get the point.
 */
export function zip3Areas(
  states: readonly StateOutline[],
  postal: UsPostalColumns,
  scale: number,
): Map<number, GridPoint[][]> {
  const cells = states.map((outline) => new StateCells(outline, postal, scale));
  const inserted = new Map<string, GridPoint[]>();
  for (const cell of cells) cell.crossOutline(inserted);
  const edges = new Map<number, GridEdge[]>();
  for (const cell of cells) {
    for (const edge of cell.labeledEdges(inserted)) {
      const list = edges.get(edge.left);
      if (list) list.push(edge);
      else edges.set(edge.left, [edge]);
    }
  }
  const areas = new Map<number, GridPoint[][]>();
  for (const [zip3, list] of [...edges].sort(([a], [b]) => a - b)) {
    const cycles = traceCycles(withoutInnerEdges(list));
    areas.set(
      zip3,
      cycles.map((cycle) => [...cycle.map(({ from }) => from), cycle[0]!.from]),
    );
  }
  return areas;
}

/** Far enough that the borders towards them lie outside of the state, so that every cell inside is closed. */
const FAR = 8;
const FAR_SITES = 16;

/** The Voronoi cells of one state's codes. */
class StateCells {
  readonly #rings: StateOutline["rings"];
  readonly #borders: Border[];
  readonly #delaunay: Delaunay<unknown>;
  /** Three digits of each site; -1 for the far ones. */
  readonly #zip3: Int32Array;
  readonly #stretch: number;

  constructor({ state, rings }: StateOutline, postal: UsPostalColumns, scale: number) {
    this.#rings = rings;
    const flat = rings.flat();
    const [ys, xs] = [flat.map(([, y]) => y), flat.map(([x]) => x)];
    const [south, north] = [least(ys), most(ys)];
    const [west, east] = [least(xs), most(xs)];
    // as wide as the land is there
    this.#stretch = Math.cos((((south + north) / 2 / scale) * Math.PI) / 180);
    const sites: number[] = [];
    const zip3: number[] = [];
    postal.codes.forEach((code, i) => {
      if (postal.state[i] !== state) return;
      const longitude = postal.longitude[i]!;
      const x = (east < 0 && longitude > 0 ? longitude - 360 : longitude) * scale;
      sites.push(x * this.#stretch, postal.latitude[i]! * scale);
      zip3.push(Math.floor(code / 100));
    });
    const [centerX, centerY] = [((west + east) / 2) * this.#stretch, (south + north) / 2];
    const radius = FAR * Math.max(east - west, north - south);
    for (let i = 0; i < FAR_SITES; i++) {
      const angle = (2 * Math.PI * i) / FAR_SITES;
      sites.push(centerX + radius * Math.cos(angle), centerY + radius * Math.sin(angle));
      zip3.push(-1);
    }
    this.#zip3 = Int32Array.from(zip3);
    this.#delaunay = new Delaunay(Float64Array.from(sites));
    this.#borders = this.#findBorders();
  }

  #findBorders(): Border[] {
    const { triangles, halfedges } = this.#delaunay;
    const { circumcenters } = this.#delaunay.voronoi();
    const centerOf = (edge: number): GridPoint => {
      const triangle = Math.floor(edge / 3);
      return [
        Math.round(circumcenters[2 * triangle]! / this.#stretch),
        Math.round(circumcenters[2 * triangle + 1]!),
      ];
    };
    const borders: Border[] = [];
    for (let edge = 0; edge < halfedges.length; edge++) {
      const other = halfedges[edge]!;
      if (other < edge) continue;
      const start = this.#zip3[triangles[edge]!]!;
      const end = this.#zip3[triangles[other]!]!;
      if (start === end || start < 0 || end < 0) continue;
      const [from, to] = [centerOf(edge), centerOf(other)];
      // which of the two lies left depends on the way the triangles are wound, so ask the sites themselves
      const { points } = this.#delaunay;
      const [siteX, siteY] = [
        points[2 * triangles[edge]!]! / this.#stretch,
        points[2 * triangles[edge]! + 1]!,
      ];
      const cross = (to[0] - from[0]) * (siteY - from[1]) - (to[1] - from[1]) * (siteX - from[0]);
      const [left, right] = cross > 0 ? [start, end] : [end, start];
      borders.push({ from, to, left, right, stops: [] });
    }
    return borders;
  }

  /** Finds where borders meet the outline; the points go into `inserted` by the outline's line, for both states beside it. */
  crossOutline(inserted: Map<string, GridPoint[]>): void {
    for (const ring of this.#rings) {
      ring.forEach((c, i) => {
        const d = ring[(i + 1) % ring.length]!;
        const [west, east] = [Math.min(c[0], d[0]), Math.max(c[0], d[0])];
        const [south, north] = [Math.min(c[1], d[1]), Math.max(c[1], d[1])];
        for (const { from, to, stops } of this.#borders) {
          if ((from[0] < west && to[0] < west) || (from[0] > east && to[0] > east)) continue;
          if ((from[1] < south && to[1] < south) || (from[1] > north && to[1] > north)) continue;
          const stop = crossing(from, to, c, d);
          if (!stop) continue;
          stops.push(stop);
          const key = lineKey(c, d);
          const points = inserted.get(key);
          if (points) points.push(stop.point);
          else inserted.set(key, [stop.point]);
        }
      });
    }
  }

  /** Every edge of every area in the state, with the area's three digits. */
  labeledEdges(inserted: ReadonlyMap<string, readonly GridPoint[]>): GridEdge[] {
    const edges = [...this.#outlineEdges(inserted)];
    const outline = new Set(edges.flatMap(({ from, to }) => [edgeKey(from, to), edgeKey(to, from)]));
    edges.push(...this.#innerEdges(outline));
    return traceCycles(edges).flatMap((cycle) => {
      const left = this.#labelOf(cycle);
      return cycle.map(({ from, to }) => ({ from, to, left }));
    });
  }

  *#outlineEdges(inserted: ReadonlyMap<string, readonly GridPoint[]>): Generator<GridEdge> {
    for (const ring of this.#rings) {
      for (let i = 0; i < ring.length; i++) {
        const [from, to] = [ring[i]!, ring[(i + 1) % ring.length]!];
        const between = inserted.get(lineKey(from, to)) ?? [];
        const distance = ([x, y]: GridPoint) => (x - from[0]) ** 2 + (y - from[1]) ** 2;
        const stops = [...between].sort((a, b) => distance(a) - distance(b));
        yield* edgesThrough([from, ...stops, to], -1);
      }
    }
  }

  /** Pieces of borders inside the state, in both directions. Where rounding laid several on one line, what lies between them is gone. */
  *#innerEdges(outline: ReadonlySet<string>): Generator<GridEdge> {
    const lefts = new Map<string, { edge: GridEdge; labels: Map<number, number> }>();
    const note = (edge: GridEdge, by: 1 | -1): void => {
      const key = edgeKey(edge.from, edge.to);
      const known = lefts.get(key) ?? { edge, labels: new Map<number, number>() };
      known.labels.set(edge.left, (known.labels.get(edge.left) ?? 0) + by);
      lefts.set(key, known);
    };
    for (const { from, to, left, right, stops } of this.#borders) {
      const points = [...stops].sort((a, b) => a.along - b.along).map(({ point }) => point);
      for (const edge of edgesThrough([from, ...points, to], left)) {
        const [x, y] = [(edge.from[0] + edge.to[0]) / 2, (edge.from[1] + edge.to[1]) / 2];
        if (outline.has(edgeKey(edge.from, edge.to)) || !this.#isInside(x, y)) continue;
        const back = { from: edge.to, to: edge.from };
        note(edge, 1);
        note({ ...edge, left: right }, -1);
        note({ ...back, left: right }, 1);
        note({ ...back, left }, -1);
      }
    }
    for (const { edge, labels } of lefts.values()) {
      const left = [...labels].find(([, count]) => count > 0)?.[0];
      if (left !== undefined) yield { ...edge, left };
    }
  }

  #isInside(x: number, y: number): boolean {
    let inside = false;
    for (const ring of this.#rings) {
      for (let i = 0; i < ring.length; i++) {
        const [a, b] = [ring[i]!, ring[(i + 1) % ring.length]!];
        if (a[1] > y !== b[1] > y && x < a[0] + ((y - a[1]) * (b[0] - a[0])) / (b[1] - a[1]))
          inside = !inside;
      }
    }
    return inside;
  }

  /** What most of a cycle's length says; a cycle of outline only belongs to the nearest code. */
  #labelOf(cycle: readonly GridEdge[]): number {
    const lengths = new Map<number, number>();
    for (const { from, to, left } of cycle) {
      if (left < 0) continue;
      lengths.set(left, (lengths.get(left) ?? 0) + Math.hypot(to[0] - from[0], to[1] - from[1]));
    }
    let [label, longest] = [-1, 0];
    for (const [left, length] of lengths) if (length > longest) [label, longest] = [left, length];
    if (label >= 0) return label;
    const { from, to } = cycle[0]!;
    const site = this.#delaunay.find(((from[0] + to[0]) / 2) * this.#stretch, (from[1] + to[1]) / 2);
    return this.#zip3[site]!;
  }
}

function* edgesThrough(points: readonly GridPoint[], left: number): Generator<GridEdge> {
  for (let i = 0; i + 1 < points.length; i++) {
    const [from, to] = [points[i]!, points[i + 1]!];
    if (from[0] !== to[0] || from[1] !== to[1]) yield { from, to, left };
  }
}

const edgeKey = (from: GridPoint, to: GridPoint): string => `${pointKey(from)} ${pointKey(to)}`;

/** The same for both states beside a line, which walk it in opposite directions. */
function lineKey(a: GridPoint, b: GridPoint): string {
  return pointKey(a) < pointKey(b) ? edgeKey(a, b) : edgeKey(b, a);
}

const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b));
const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b));
