import type { AreaMesh } from "./area-mesh";

/** The label that means nobody. */
export const NOBODY = 0;

/**
 * What each place of a mesh is labeled from its points' labels: with that of most of them; among equals with that of the last
 * point, which is drawn on top. Empty places are nobody's.
 */
export function placeLabels(mesh: AreaMesh, labelOf: Uint16Array): Uint16Array {
  const labels = new Uint16Array(mesh.coordinates.length / 2);
  for (let place = 0; place < mesh.placeCount; place++) labels[place] = labelOfPlace(mesh, labelOf, place);
  return labels;
}

/** The same after some points got another label, and the places whose label changed with them, each once. */
export function updatePlaceLabels(
  mesh: AreaMesh,
  before: Uint16Array,
  labelOf: Uint16Array,
  changed: Iterable<number>,
): { readonly labels: Uint16Array; readonly places: readonly number[] } {
  const labels = before.slice();
  const places: number[] = [];
  for (const point of changed) {
    const place = mesh.placeOf[point] ?? mesh.placeCount;
    if (place >= mesh.placeCount) continue;
    const label = labelOfPlace(mesh, labelOf, place);
    if (label === labels[place]) continue;
    labels[place] = label;
    places.push(place);
  }
  return { labels, places };
}

function labelOfPlace({ pointStart, points }: AreaMesh, labelOf: Uint16Array, place: number): number {
  const first = pointStart[place]!;
  const end = pointStart[place + 1]!;
  const label = labelOf[points[first]!] ?? NOBODY;
  let same = first + 1;
  while (same < end && (labelOf[points[same]!] ?? NOBODY) === label) same++;
  return same === end ? label : majority(labelOf, points.subarray(first, end));
}

function majority(labelOf: Uint16Array, points: Uint32Array): number {
  const counts = new Map<number, number>();
  let most = 0;
  for (const point of points) {
    const label = labelOf[point] ?? NOBODY;
    const count = (counts.get(label) ?? 0) + 1;
    counts.set(label, count);
    most = Math.max(most, count);
  }
  for (let i = points.length - 1; i >= 0; i--) {
    const label = labelOf[points[i]!] ?? NOBODY;
    if (counts.get(label) === most) return label;
  }
  return NOBODY;
}
