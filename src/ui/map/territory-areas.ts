import { type Accessor, createEffect, createSignal, on, onCleanup } from "solid-js";
import type { DrawnAreas } from "../../geo/area-drawing";
import type { AreaMesh } from "../../geo/area-mesh";
import { labelAt } from "../../geo/areas";
import type { TerritorySlot } from "../../model/alignment";
import type { AccountPoints } from "./account-points";

/** The ground of each territory as drawn now, in mercator units; labels are slots. */
export interface TerritoryAreas extends DrawnAreas {
  readonly mesh: AreaMesh;
  /** The assignment that it shows, by account row. */
  readonly territoryOf: Uint16Array;
}

/** Triangulates beside the page, then draws the areas of one assignment after the other there, until it is ended. */
export type StartAreaMesh = (
  start: { readonly xs: Float64Array; readonly ys: Float64Array; readonly farthest: number },
  listener: { mesh(mesh: AreaMesh): void; drawn?(areas: DrawnAreas): void; failed(message: string): void },
) => { draw(territoryOf: Uint16Array): void; end(): void };

/** An area ends at most so far from its accounts. */
const FARTHEST_KM = 150;
const EQUATOR_KM = 40_075.017;

/** How far an area may reach from its accounts, in mercator units. */
export function farthestReach({ box }: Pick<AccountPoints, "box">): number {
  return box ? FARTHEST_KM / (EQUATOR_KM * cosLatitude((box.minY + box.maxY) / 2)) : 0;
}

/** Follows accounts and assignment while `wanted`; null until there is something to show. */
export function createTerritoryAreas(
  points: Accessor<AccountPoints>,
  territoryOf: Accessor<Uint16Array>,
  wanted: Accessor<boolean>,
  startMesh: StartAreaMesh,
): Accessor<TerritoryAreas | null> {
  const [areas, setAreas] = createSignal<TerritoryAreas | null>(null);
  const [ground, setGround] = createSignal<{
    readonly mesh: AreaMesh;
    readonly draw: (territoryOf: Uint16Array) => void;
  } | null>(null);
  let groundOf: AccountPoints | null = null;
  let end = () => {};
  /** What is being drawn, and what comes next: of the assignments between, none is drawn. */
  let drawing: Uint16Array | null = null;
  let waiting: Uint16Array | null = null;
  const begin = (shown: AccountPoints) => {
    end();
    drawing = null;
    waiting = null;
    setGround(null);
    setAreas(null);
    if (shown.located === 0) return;
    const { xs, ys } = shown;
    const job = startMesh(
      { xs, ys, farthest: farthestReach(shown) },
      {
        mesh: (mesh) => setGround({ mesh, draw: job.draw }),
        drawn: (drawn) => {
          const at = ground();
          const next = waiting;
          if (at && drawing) setAreas({ ...drawn, mesh: at.mesh, territoryOf: drawing });
          drawing = next;
          waiting = null;
          if (next) at?.draw(next);
        },
        failed: () => {},
      },
    );
    end = job.end;
  };
  createEffect(
    on([points, wanted], ([shown, isWanted]) => {
      if (!isWanted || groundOf === shown) return;
      groundOf = shown;
      begin(shown);
    }),
  );
  createEffect(
    on([ground, territoryOf, wanted], ([at, slots, isWanted]) => {
      if (!at || !isWanted) return;
      if (drawing) {
        waiting = slots;
        return;
      }
      if (slots === areas()?.territoryOf) return;
      drawing = slots;
      at.draw(slots);
    }),
  );
  onCleanup(() => end());
  return areas;
}

/** The territory whose ground a place of the map lies on; 0 for nobody's. */
export function territoryAtPlace({ borders, rings }: TerritoryAreas, x: number, y: number): TerritorySlot {
  return labelAt(borders, rings, x, y);
}

/** At mercator `y`. */
function cosLatitude(y: number): number {
  return 1 / Math.cosh(2 * Math.PI * (0.5 - y));
}
