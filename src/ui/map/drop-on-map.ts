import { nearestPoint } from "../../geo/point-index";
import { UNASSIGNED } from "../../model/alignment";
import { accountDrag, type DropTarget, takeDrops } from "../drag-accounts";
import type { MapScene } from "./map-scene";
import { territoryAtPlace } from "./territory-areas";

/** Without areas the territory of the nearest account takes the drop, if it is no further from the pointer in CSS pixels. */
const REACH_PX = 60;

/** Lets accounts be dropped on the map: on the area under the pointer, else where the nearest account that is not dragged belongs. */
export function takeDropsOnMap(container: HTMLElement, scene: MapScene): void {
  takeDrops(container, (clientX, clientY): DropTarget => {
    const box = container.getBoundingClientRect();
    const { left, top, worldSize } = scene.view.view;
    const x = (clientX - box.left + left) / worldSize;
    const y = (clientY - box.top + top) / worldSize;
    const areas = scene.areas();
    const slot = areas ? territoryAtPlace(areas, x, y) : UNASSIGNED;
    const taking = slot === UNASSIGNED ? nearestTerritory(scene, x, y, REACH_PX / worldSize) : slot;
    return taking === UNASSIGNED
      ? { kind: "refused", why: "No territory lies here." }
      : { kind: "territory", slot: taking };
  });
}

function nearestTerritory(scene: MapScene, x: number, y: number, reach: number): number {
  const { territoryOf } = scene.shown();
  const dragged = draggedSet();
  const account = nearestPoint(
    scene.points().index(),
    x,
    y,
    reach,
    (candidate) => territoryOf[candidate] !== UNASSIGNED && !dragged.has(candidate),
  );
  return account < 0 ? UNASSIGNED : territoryOf[account]!;
}

let lastDragged: { readonly accounts: readonly number[]; readonly set: ReadonlySet<number> } | null = null;

/** The accounts dragged, as a set that is made once for each drag. */
function draggedSet(): ReadonlySet<number> {
  const accounts = accountDrag()?.accounts ?? [];
  if (lastDragged?.accounts !== accounts) lastDragged = { accounts, set: new Set(accounts) };
  return lastDragged.set;
}
