import { Delaunay } from "d3-delaunay";
import { boxOfRing } from "./polygon";

/** Cells across the extent in which one place stands for all when the spacing is judged. */
const GRID = 256;
/** Part of the ground between the places whose gaps count as usual. */
const USUAL_PART = 0.8;
/** A gap up to this many times as wide as the usual ones is filled. */
const GAP_FACTOR = 1.5;
/** Steps of the lattice from a place to the nearest empty one. */
const STEPS = 4;
/** Rows of empty places around the areas. */
const RIM = 2;
/** Lattice rows across the extent, at most. */
const MOST_ROWS = 2_000;

/**
 * Places on a hexagonal lattice, x and y in turn, wherever the nearest of the given places (not empty, distinct) is far, but not
 * farther than two steps of the lattice. An area that ends halfway to them reaches about as far from its places as these usually lie
 * from the middle of the gaps between them, and never more than `farthest`; so a lone place does not own the desert around it.
 */
export function emptyPlaces(places: Float64Array, farthest: number): Float64Array {
  if (places.length === 0) return new Float64Array(0);
  const { minX, minY, maxX, maxY } = boxOfRing(places);
  const extent = Math.max(maxX - minX, maxY - minY);
  const step = Math.max(distanceToEmpty(places, extent, farthest) / STEPS, extent / MOST_ROWS);
  const clear = STEPS * step;
  const rim = clear + RIM * step;
  const rowStep = (step * Math.sqrt(3)) / 2;
  const left = minX - rim - step;
  const top = minY - rim - step;
  const columns = Math.ceil((maxX + rim + step - left) / step) + 1;
  const rows = Math.ceil((maxY + rim + step - top) / rowStep) + 1;
  const NEAR = 1;
  const TAKEN = 2;
  const nodes = new Uint8Array(columns * rows);
  const xOf = (row: number, column: number) => left + (column + (row % 2) / 2) * step;
  const around = (x: number, y: number) => {
    const firstRow = Math.max(0, Math.ceil((y - rim - top) / rowStep));
    const lastRow = Math.min(rows - 1, Math.floor((y + rim - top) / rowStep));
    for (let row = firstRow; row <= lastRow; row++) {
      const dy = top + row * rowStep - y;
      const half = Math.sqrt(Math.max(0, rim * rim - dy * dy));
      const shift = (row % 2) / 2;
      const first = Math.max(0, Math.ceil((x - half - left) / step - shift));
      const last = Math.min(columns - 1, Math.floor((x + half - left) / step - shift));
      for (let column = first; column <= last; column++) {
        const node = row * columns + column;
        if (nodes[node] === TAKEN) continue;
        const dx = xOf(row, column) - x;
        nodes[node] = dx * dx + dy * dy < clear * clear ? TAKEN : NEAR;
      }
    }
  };
  for (const place of outermostInCells(places, left, top, step, columns + 1)) {
    around(places[2 * place]!, places[2 * place + 1]!);
  }
  const empty: number[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (nodes[row * columns + column] === NEAR) empty.push(xOf(row, column), top + row * rowStep);
    }
  }
  return Float64Array.from(empty);
}

/** How far from every place empty ones begin: twice what areas reach. */
function distanceToEmpty(places: Float64Array, extent: number, farthest: number): number {
  const few = extent === 0 ? places : onePerCell(places, extent / GRID);
  const most = 2 * farthest;
  if (few.length < 6) return most;
  const usual = usualGap(few, most);
  return Math.min(most, Math.max(GAP_FACTOR * usual, (4 * extent) / GRID));
}

/** Radius of the widest empty circle around most of the ground between the places; `most` where there is no such ground. */
function usualGap(places: Float64Array, most: number): number {
  const { triangles } = new Delaunay(places);
  const gaps: { radius: number; area: number }[] = [];
  let total = 0;
  for (let i = 0; i < triangles.length; i += 3) {
    const [ax, ay, bx, by, cx, cy] = [0, 1, 2].flatMap((corner) => {
      const place = triangles[i + corner]!;
      return [places[2 * place]!, places[2 * place + 1]!];
    }) as [number, number, number, number, number, number];
    const area = Math.abs((bx - ax) * (cy - ay) - (by - ay) * (cx - ax)) / 2;
    const sides = Math.hypot(bx - ax, by - ay) * Math.hypot(cx - bx, cy - by) * Math.hypot(ax - cx, ay - cy);
    const radius = sides / (4 * area);
    if (!(radius <= most)) continue;
    gaps.push({ radius, area });
    total += area;
  }
  gaps.sort((a, b) => a.radius - b.radius);
  let sum = 0;
  for (const { radius, area } of gaps) {
    sum += area;
    if (sum >= USUAL_PART * total) return radius;
  }
  return most;
}

function onePerCell(places: Float64Array, side: number): Float64Array {
  const { minX, minY } = boxOfRing(places);
  const taken = new Set<number>();
  const kept: number[] = [];
  for (let i = 0; i < places.length; i += 2) {
    const cell =
      Math.floor((places[i]! - minX) / side) + 4 * GRID * Math.floor((places[i + 1]! - minY) / side);
    if (taken.has(cell)) continue;
    taken.add(cell);
    kept.push(places[i]!, places[i + 1]!);
  }
  return Float64Array.from(kept);
}

/** Of the places in each cell of a lattice, those furthest left, right, up and down: the others take hardly any node more. */
function outermostInCells(
  places: Float64Array,
  left: number,
  top: number,
  side: number,
  columns: number,
): Set<number> {
  const cells = new Map<number, [number, number, number, number]>();
  for (let place = 0; place < places.length / 2; place++) {
    const x = places[2 * place]!;
    const y = places[2 * place + 1]!;
    const cell = Math.floor((x - left) / side) + columns * Math.floor((y - top) / side);
    const ends = cells.get(cell);
    if (!ends) {
      cells.set(cell, [place, place, place, place]);
      continue;
    }
    if (x < places[2 * ends[0]]!) ends[0] = place;
    if (x > places[2 * ends[1]]!) ends[1] = place;
    if (y < places[2 * ends[2] + 1]!) ends[2] = place;
    if (y > places[2 * ends[3] + 1]!) ends[3] = place;
  }
  const outermost = new Set<number>();
  for (const ends of cells.values()) for (const place of ends) outermost.add(place);
  return outermost;
}
