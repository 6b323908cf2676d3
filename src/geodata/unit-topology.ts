import { LineRole, type OutlineLayer } from "./outline-file";

/** An area by its rings: closed, longitude and latitude in turn, in degrees; holes are rings too. */
export interface UnitRings {
  readonly code: string;
  readonly name: string;
  readonly rings: readonly (readonly number[] | Float64Array)[];
}

/** Positions of the globe's south-west corner, so that both numbers of a grid point fit into one. */
const HALF_TURN = 540;
const SHIFT = 2 ** 26;

/**
 * Areas in a form where neighbors share their border lines: points are rounded to 1 / `scale` degree, and rings are cut where more than
 * two lines meet (Bostock's TopoJSON, without its file format). Rings that collapse are dropped. The same areas give the same lines.
 */
export function topologyOf(areas: readonly UnitRings[], scale: number): OutlineLayer {
  const rings = areas.map((area) => area.rings.flatMap((ring) => gridRing(ring, scale)));
  const junctions = junctionsOf(rings.flat());
  const arcs = new ArcTable();
  const shapes = areas.map(({ code, name }, area) => ({
    code,
    name,
    polygons:
      rings[area]!.length > 0 ? [rings[area]!.map((ring) => cutAtJunctions(ring, junctions, arcs))] : [],
  }));
  return {
    arcs: arcs.lines.map((line) => degreesOf(line, scale)),
    roles: Uint8Array.from(arcs.uses, (uses) => (uses > 1 ? LineRole.border : LineRole.coast)),
    shapes,
  };
}

/** A ring as grid points, each one number, without its closing point; none where fewer than three differ. */
function gridRing(ring: ArrayLike<number>, scale: number): number[][] {
  const points: number[] = [];
  for (let i = 0; i + 1 < ring.length; i += 2) {
    const point = gridPoint(ring[i]!, ring[i + 1]!, scale);
    if (point !== points.at(-1)) points.push(point);
  }
  while (points.length > 1 && points[0] === points.at(-1)) points.pop();
  return new Set(points).size > 2 ? [points] : [];
}

function gridPoint(longitude: number, latitude: number, scale: number): number {
  return Math.round((longitude + HALF_TURN) * scale) * SHIFT + Math.round((latitude + 90) * scale);
}

function degreesOf(line: readonly number[], scale: number): Float64Array {
  const degrees = new Float64Array(2 * line.length);
  line.forEach((point, i) => {
    const x = Math.floor(point / SHIFT);
    degrees[2 * i] = (x - HALF_TURN * scale) / scale;
    degrees[2 * i + 1] = (point - x * SHIFT - 90 * scale) / scale;
  });
  return degrees;
}

/** Points where lines part: where two visits do not come from and lead to the same two points. */
function junctionsOf(rings: readonly (readonly number[])[]): Set<number> {
  const beside = new Map<number, readonly [number, number]>();
  const junctions = new Set<number>();
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i++) {
      const a = ring[(i + ring.length - 1) % ring.length]!;
      const b = ring[(i + 1) % ring.length]!;
      const [low, high] = a < b ? [a, b] : [b, a];
      const seen = beside.get(ring[i]!);
      if (!seen) beside.set(ring[i]!, [low, high]);
      else if (seen[0] !== low || seen[1] !== high) junctions.add(ring[i]!);
    }
  }
  return junctions;
}

function cutAtJunctions(ring: readonly number[], junctions: ReadonlySet<number>, arcs: ArcTable): number[] {
  let first = ring.findIndex((point) => junctions.has(point));
  // a ring that meets nothing starts at its smallest point, so that a neighbor that runs the same way round finds it
  if (first < 0) first = ring.indexOf(ring.reduce((least, point) => Math.min(least, point)));
  const references: number[] = [];
  let line = [ring[first]!];
  for (let i = 1; i <= ring.length; i++) {
    const point = ring[(first + i) % ring.length]!;
    line.push(point);
    if (i === ring.length || junctions.has(point)) {
      references.push(arcs.reference(line));
      line = [point];
    }
  }
  return references;
}

/** Lines, each held once whichever way it was first walked. */
class ArcTable {
  readonly lines: (readonly number[])[] = [];
  readonly uses: number[] = [];
  readonly #byEnds = new Map<string, number[]>();

  reference(line: readonly number[]): number {
    const [first, last] = [line[0]!, line.at(-1)!];
    const key = `${Math.min(first, last)} ${Math.max(first, last)} ${line.length}`;
    const candidates = this.#byEnds.get(key) ?? [];
    for (const arc of candidates) {
      const held = this.lines[arc]!;
      const same = held.every((point, i) => point === line[i]);
      if (same || held.every((point, i) => point === line[line.length - 1 - i])) {
        this.uses[arc]!++;
        return same ? arc : ~arc;
      }
    }
    const arc = this.lines.push(line) - 1;
    this.uses.push(1);
    this.#byEnds.set(key, [...candidates, arc]);
    return arc;
  }
}
