import leaflet, { Canvas, type CircleMarker, circleMarker, Map as LeafletMap } from "leaflet";
import "leaflet/dist/leaflet.css";
import { render } from "solid-js/web";
import "../../../src/ui/styles/base.css";
import "../../../src/ui/styles/controls.css";
import "../../../src/ui/styles/tokens.css";
import type { Glify } from "leaflet.glify";
import type { Alignment } from "../../../src/model/alignment";
import { assignAccounts } from "../../../src/model/edits/assign-accounts";
import { alignmentAt, type Plan } from "../../../src/model/plan";
import { columnByRole } from "../../../src/model/table";
import { createRandom } from "../../../src/optimizer/random";
import { Session } from "../../../src/session/session";
import { openStreetMapFiles } from "../../../src/storage/street-map-file";
import { accountPoints } from "../../../src/ui/map/account-points";
import { MapPane } from "../../../src/ui/map/map-pane";
import { PlannerProvider } from "../../../src/ui/planner";
import { createDialogs, DialogsProvider } from "../../../src/ui/shell/dialogs";
import { startAreaMesh } from "../../../src/worker/areas-client";
import { mapPlan } from "../../ui/map/map-plan";

/** What the bench drives: a map of the same accounts: ours, Leaflet's circle markers on canvas, or leaflet.glify's points by WebGL. */
export interface MapBench {
  /** Fits all accounts into the view; done when the function returns. */
  readonly mount: (accounts: number) => void;
  /** Gives this many random accounts a random territory. */
  readonly recolor: (accounts: number) => void;
  /** Gives this many accounts around a random one to its territory; only ours. */
  readonly district: (accounts: number) => void;
}

declare global {
  interface Window {
    mapBench: MapBench;
    /** leaflet.glify hangs itself there. */
    L: typeof leaflet & { glify?: Glify };
  }
}

const query = new URLSearchParams(location.search);
const plan = mapPlan(Number(query.get("accounts")), Number(query.get("territories")));
const path = { scenario: plan.scenarios[0]!.id, layer: plan.layers[0]!.id };
const random = createRandom(7);
const root = document.getElementById("app")!;
const kinds: Readonly<Record<string, (plan: Plan) => MapBench | Promise<MapBench>>> = {
  ours,
  circles,
  glify,
};
void Promise.resolve(kinds[query.get("kind") ?? "ours"]!(plan)).then((bench) => {
  window.mapBench = bench;
});

function ours(plan: Plan): MapBench {
  const session = new Session(plan, [], { now: () => 0, makeId: () => "", author: () => "" });
  const places = accountPoints(plan.tables.accounts);
  const move = (rows: Set<number>, slot: number) =>
    session.edit(assignAccounts(session.plan, session.path, rows, slot));
  return {
    mount: () => {
      render(
        () => (
          <PlannerProvider session={session}>
            <DialogsProvider value={createDialogs()}>
              <MapPane
                startAreaMesh={startAreaMesh}
                streetMaps={openStreetMapFiles()}
                onAssign={() => {}}
                onShowUnlocated={() => {}}
              />
            </DialogsProvider>
          </PlannerProvider>
        ),
        root,
      );
    },
    recolor: (accounts) => {
      const { rows, slot } = randomMove(session.alignment, accounts);
      move(rows, slot);
    },
    district: (accounts) => {
      const { xs, ys } = places;
      const middle = random.below(xs.length);
      const [x, y] = [xs[middle]!, ys[middle]!];
      const far = Float64Array.from(xs, (east, row) => (east - x) ** 2 + (ys[row]! - y) ** 2);
      const farthest = far.toSorted()[accounts]!;
      const near = new Set<number>();
      far.forEach((distance, row) => {
        if (distance < farthest) near.add(row);
      });
      move(near, session.alignment.territoryOf[middle]!);
    },
  };
}

function circles(plan: Plan): MapBench {
  const alignment = alignmentAt(plan, path);
  const latitude = columnByRole(plan.tables.accounts, "latitude");
  const longitude = columnByRole(plan.tables.accounts, "longitude");
  const markers: CircleMarker[] = [];
  root.style.height = "100%";
  return {
    district: () => {},
    mount: () => {
      if (latitude?.kind !== "number" || longitude?.kind !== "number") return;
      const map = new LeafletMap(root, { zoomSnap: 0.25 }).setView([37.5, -96], 4.5);
      const renderer = new Canvas({ padding: 0.2 });
      for (let account = 0; account < latitude.values.length; account++) {
        markers.push(
          circleMarker([latitude.values[account]!, longitude.values[account]!], {
            renderer,
            radius: 2,
            stroke: false,
            fillOpacity: 1,
            fillColor: alignment.territories[alignment.territoryOf[account]!]?.color,
          }).addTo(map),
        );
      }
    },
    recolor: (accounts) => {
      const { rows, territoryOf } = reassigned(alignment, accounts);
      for (const row of rows) {
        markers[row]!.setStyle({ fillColor: alignment.territories[territoryOf[row]!]?.color });
      }
    },
  };
}

/** Its points have no color of their own to change: its `update` of one point draws all of them, so the layer is given its data anew. */
async function glify(plan: Plan): Promise<MapBench> {
  window.L = { ...leaflet };
  await import("leaflet.glify");
  const library = window.L.glify!;
  const alignment = alignmentAt(plan, path);
  const latitude = columnByRole(plan.tables.accounts, "latitude");
  const longitude = columnByRole(plan.tables.accounts, "longitude");
  if (latitude?.kind !== "number" || longitude?.kind !== "number") throw new Error("Expected coordinates.");
  const data = [...latitude.values].map((north, row) => [north, longitude.values[row]!] as [number, number]);
  const channels = alignment.territories.map((territory) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map(
      (at) => Number.parseInt(territory?.color.slice(at, at + 2) ?? "0", 16) / 255,
    );
    return { r, g, b, a: 1 };
  });
  let { territoryOf } = alignment;
  let points: ReturnType<typeof library.points>;
  root.style.height = "100%";
  return {
    district: () => {},
    mount: () => {
      const map = new LeafletMap(root, { zoomSnap: 0.25 }).setView([37.5, -96], 4.5);
      const color = (row: number) => channels[territoryOf[row]!]!;
      points = library.points({ map, data, size: 4, color });
    },
    recolor: (accounts) => {
      territoryOf = reassigned({ ...alignment, territoryOf }, accounts).territoryOf;
      points.setData(data);
    },
  };
}

function randomMove(alignment: Alignment, accounts: number): { rows: Set<number>; slot: number } {
  const rows = new Set<number>();
  const slot = 1 + random.below(alignment.territories.length - 1);
  while (rows.size < accounts) rows.add(random.below(alignment.territoryOf.length));
  return { rows, slot };
}

function reassigned(alignment: Alignment, accounts: number): { rows: Set<number>; territoryOf: Uint16Array } {
  const territoryOf = alignment.territoryOf.slice();
  const { rows, slot } = randomMove(alignment, accounts);
  for (const row of rows) territoryOf[row] = slot;
  return { rows, territoryOf };
}
