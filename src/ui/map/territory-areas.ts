import { type Accessor, createEffect, createSignal, on, onCleanup } from "solid-js";
import type { AreaMesh } from "../../geo/area-mesh";
import { type AreaRings, labelAt, ringsOfBorders } from "../../geo/areas";
import { type Borders, borderEdges, traceBorders, updateBorderEdges } from "../../geo/borders";
import { placeLabels, updatePlaceLabels } from "../../geo/place-labels";
import type { TerritorySlot } from "../../model/alignment";
import { newestFirst } from "../slices";
import type { AccountPoints } from "./account-points";

/** The ground of each territory as drawn now, in mercator units; labels are slots. */
export interface TerritoryAreas {
  readonly mesh: AreaMesh;
  /** The assignment that it shows, by account row. */
  readonly territoryOf: Uint16Array;
  /** Slot of each place of the mesh. */
  readonly labels: Uint16Array;
  readonly edges: Uint8Array;
  readonly borders: Borders;
  readonly rings: AreaRings;
}

/** Triangulates beside the page, or at once where there is no worker; returns how to drop it. */
export type StartAreaMesh = (
  start: { readonly xs: Float64Array; readonly ys: Float64Array; readonly farthest: number },
  listener: { mesh(mesh: AreaMesh): void; failed(message: string): void },
) => () => void;

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
  const [mesh, setMesh] = createSignal<AreaMesh | null>(null);
  let meshOf: AccountPoints | null = null;
  createEffect(
    on([points, wanted], ([{ xs, ys, located }, isWanted]) => {
      if (!isWanted || meshOf === points()) return;
      meshOf = points();
      setMesh(null);
      setAreas(null);
      if (located === 0) return;
      const stop = startMesh(
        { xs, ys, farthest: farthestReach(points()) },
        { mesh: setMesh, failed: () => {} },
      );
      onCleanup(stop);
    }),
  );
  const drawing = newestFirst(areaSteps, (_, made: TerritoryAreas) => setAreas(made));
  createEffect(
    on([mesh, territoryOf, wanted], ([ground, slots, isWanted]) => {
      if (ground && isWanted) drawing.take({ mesh: ground, territoryOf: slots, before: areas() });
    }),
  );
  onCleanup(() => drawing.drop());
  return areas;
}

/** The territory whose ground a place of the map lies on; 0 for nobody's. */
export function territoryAtPlace({ borders, rings }: TerritoryAreas, x: number, y: number): TerritorySlot {
  return labelAt(borders, rings, x, y);
}

/** Draws the areas anew, from those before where only some accounts moved. */
function* areaSteps({
  mesh,
  territoryOf,
  before,
}: {
  readonly mesh: AreaMesh;
  readonly territoryOf: Uint16Array;
  readonly before: TerritoryAreas | null;
}): Generator<void, TerritoryAreas> {
  let labels: Uint16Array;
  let edges: Uint8Array;
  if (before?.mesh === mesh) {
    const moved = differing(before.territoryOf, territoryOf);
    const updated = updatePlaceLabels(mesh, before.labels, territoryOf, moved);
    labels = updated.labels;
    edges = updateBorderEdges(mesh, before.edges, labels, updated.places);
  } else {
    labels = placeLabels(mesh, territoryOf);
    yield;
    edges = borderEdges(mesh, labels);
  }
  yield;
  const borders = traceBorders(mesh, labels, edges);
  yield;
  return { mesh, territoryOf, labels, edges, borders, rings: ringsOfBorders(borders) };
}

function differing(before: Uint16Array, after: Uint16Array): number[] {
  const rows: number[] = [];
  for (let row = 0; row < after.length; row++) if (before[row] !== after[row]) rows.push(row);
  return rows;
}

/** At mercator `y`. */
function cosLatitude(y: number): number {
  return 1 / Math.cosh(2 * Math.PI * (0.5 - y));
}
