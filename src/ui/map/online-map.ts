import { TileLayer } from "leaflet";
import { type Accessor, createEffect, createSignal, onCleanup, onMount, untrack } from "solid-js";
import type { MapView } from "./map-view";

/** The online map of the host of the site: nothing is asked of it before it is switched on. */
export interface OnlineMap {
  /** Who gives the tiles, as in an address. */
  readonly host: string;
  readonly on: Accessor<boolean>;
  readonly setOn: (on: boolean) => void;
  /** True while no tile of the view can be had: the bundled outlines show instead. */
  readonly missing: Accessor<boolean>;
  /** Whom to thank while it is shown; "" while it is not. */
  readonly credit: Accessor<string>;
}

/** Settings of this device, as `PlanStore` has them. */
export interface DeviceSettings {
  setting(key: string): Promise<unknown>;
  setSetting(key: string, value: unknown): Promise<void>;
}

const SETTING = "online map";

/** Draws the tiles at `address`, with {z}, {x} and {y}, in a pane of the map for as long as the planner wants it. */
export function createOnlineMap(
  view: Accessor<MapView | null>,
  pane: string,
  address: string,
  thanks: string | undefined,
  settings: DeviceSettings | null,
): OnlineMap {
  const { host, hostname } = new URL(address);
  const [on, setOn] = createSignal(false);
  const [missing, setMissing] = createSignal(false);
  let chosen = false;
  onMount(
    () =>
      // Consent was given to one host, not to whoever takes its place.
      void settings?.setting(SETTING).then(
        (saved) => saved === host && !chosen && setOn(true),
        () => {},
      ),
  );
  createEffect(() => {
    const map = view()?.map;
    if (!map || !on()) return;
    let failed = 0;
    let came = 0;
    const judge = () => setMissing(failed > 0 && came === 0);
    // Map servers ask to be told which site calls; the page itself tells nobody.
    const layer = new TileLayer(address, { pane, referrerPolicy: "origin" })
      .on("loading", () => {
        failed = 0;
        came = 0;
      })
      .on("tileerror", () => {
        failed++;
        judge();
      })
      .on("tileload", () => {
        came++;
        judge();
      })
      .addTo(map);
    const again = () => {
      if (untrack(missing)) layer.redraw();
    };
    addEventListener("online", again);
    onCleanup(() => {
      removeEventListener("online", again);
      layer.remove();
      setMissing(false);
    });
  });
  return {
    host,
    on,
    setOn: (next) => {
      chosen = true;
      setOn(next);
      void settings?.setSetting(SETTING, next ? host : "").catch(() => {});
    },
    missing,
    credit: () => (on() ? thanks || creditOf(hostname) : ""),
  };
}

function creditOf(hostname: string): string {
  return /(^|\.)openstreetmap\.org$/.test(hostname) ? "© OpenStreetMap contributors" : `Map: ${hostname}`;
}
