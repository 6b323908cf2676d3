import type { AreaMesh } from "../../geo/area-mesh";
import type { Territory, TerritorySlot } from "../../model/alignment";
import type { Frame } from "./frame";
import type { MapTheme } from "./map-theme";
import { crowdClass, crowdGrowth, pointRadius } from "./point-style";
import { cssColor } from "./rgb";

/** A spot on which accounts of several territories stand, in mercator units. */
export interface SharedSpot {
  readonly x: number;
  readonly y: number;
  readonly accounts: number;
  /** In slot order. */
  readonly parts: readonly { readonly slot: TerritorySlot; readonly accounts: number }[];
}

/** The spots that territories share, of those on one and the same place. */
export function sharedSpots(mesh: AreaMesh, territoryOf: Uint16Array): SharedSpot[] {
  const { pointStart, points, coordinates } = mesh;
  const spots: SharedSpot[] = [];
  for (let place = 0; place < mesh.placeCount; place++) {
    const first = pointStart[place]!;
    const end = pointStart[place + 1]!;
    if (end - first < 2) continue;
    const counts = new Map<number, number>();
    for (let i = first; i < end; i++) {
      const slot = territoryOf[points[i]!] ?? 0;
      counts.set(slot, (counts.get(slot) ?? 0) + 1);
    }
    if (counts.size < 2) continue;
    const parts = [...counts].sort(([a], [b]) => a - b).map(([slot, accounts]) => ({ slot, accounts }));
    spots.push({
      x: coordinates[2 * place]!,
      y: coordinates[2 * place + 1]!,
      accounts: end - first,
      parts,
    });
  }
  return spots;
}

/** Rings are drawn from here on; further out, spots lie too close for them. */
const FROM_ZOOM = 5;
const RING_PX = 3;

/** Draws a ring around each shared spot, divided as the territories divide its accounts. */
export function paintSharedSpots(
  context: CanvasRenderingContext2D,
  frame: Frame,
  spots: readonly SharedSpot[],
  located: number,
  territories: readonly (Territory | null)[],
  theme: MapTheme,
): void {
  if (frame.zoom < FROM_ZOOM) return;
  context.setTransform(frame.ratio, 0, 0, frame.ratio, 0, 0);
  const plain = pointRadius(frame.zoom, located);
  for (const spot of spots) {
    const x = spot.x * frame.worldSize - frame.left;
    const y = spot.y * frame.worldSize - frame.top;
    if (x < -30 || y < -30 || x > frame.width + 30 || y > frame.height + 30) continue;
    const radius = plain * crowdGrowth(crowdClass(spot.accounts)) + RING_PX;
    context.lineWidth = RING_PX + 2;
    context.strokeStyle = cssColor(theme.land);
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.stroke();
    context.lineWidth = RING_PX;
    let angle = -Math.PI / 2;
    for (const { slot, accounts } of spot.parts) {
      const end = angle + (2 * Math.PI * accounts) / spot.accounts;
      context.strokeStyle = slot === 0 ? cssColor(theme.unassigned) : (territories[slot]?.color ?? "gray");
      context.beginPath();
      context.arc(x, y, radius, angle, end);
      context.stroke();
      angle = end;
    }
  }
}
