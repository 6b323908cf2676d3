import type { AreaMesh } from "./area-mesh";
import { type AreaRings, type Neighbors, neighborsOf, ringsOfBorders } from "./areas";
import { type Borders, borderEdges, traceBorders, updateBorderEdges } from "./borders";
import { placeLabels, updatePlaceLabels } from "./place-labels";

/** Areas for one labeling of the points of a mesh; arrays only, so that a worker can hand it over. */
export interface DrawnAreas {
  readonly borders: Borders;
  readonly rings: AreaRings;
  readonly neighbors: readonly Neighbors[];
}

/** Draws areas again and again on one mesh; what a change of labels does not touch is not labeled anew. */
export class AreaDrawing {
  readonly #mesh: AreaMesh;
  #labelOf: Uint16Array | null = null;
  #labels: Uint16Array = new Uint16Array(0);
  #edges: Uint8Array = new Uint8Array(0);

  constructor(mesh: AreaMesh) {
    this.#mesh = mesh;
  }

  /** `labelOf` is by point; it is kept, and must not be changed afterwards. */
  draw(labelOf: Uint16Array): DrawnAreas {
    const mesh = this.#mesh;
    if (this.#labelOf) {
      const moved = differing(this.#labelOf, labelOf);
      const { labels, places } = updatePlaceLabels(mesh, this.#labels, labelOf, moved);
      this.#labels = labels;
      this.#edges = updateBorderEdges(mesh, this.#edges, labels, places);
    } else {
      this.#labels = placeLabels(mesh, labelOf);
      this.#edges = borderEdges(mesh, this.#labels);
    }
    this.#labelOf = labelOf;
    const borders = traceBorders(mesh, this.#labels, this.#edges);
    return { borders, rings: ringsOfBorders(borders), neighbors: neighborsOf(borders) };
  }
}

/** The arrays behind drawn areas, to be transferred from a worker. */
export function buffersOfAreas({ borders, rings }: DrawnAreas): ArrayBuffer[] {
  const { start, points, left, right, closed, boxes, next } = borders;
  const arrays = [start, points, left, right, closed, boxes, next, rings.labels, rings.start, rings.lines];
  return arrays.map((array) => array.buffer as ArrayBuffer);
}

function differing(before: Uint16Array, after: Uint16Array): number[] {
  const points: number[] = [];
  for (let point = 0; point < after.length; point++) {
    if (before[point] !== after[point]) points.push(point);
  }
  return points;
}
