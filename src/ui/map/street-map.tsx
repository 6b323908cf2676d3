import { type Layer, TileLayer } from "leaflet";
import Trash2 from "lucide-solid/icons/trash";
import { type Accessor, createEffect, createSignal, onCleanup, onMount, Show } from "solid-js";
import type { Planner } from "../planner";
import type { MapView } from "./map-view";

/** Keeps a street map on the device; see `storage/street-map-file.ts`. */
export interface StreetMapStore {
  kept(): Promise<File | null>;
  keep(file: File, progress: (part: number) => void): Promise<"kept" | "full" | "unsupported">;
  remove(): Promise<void>;
}

/** The online map of the host of the site, if any: an address with {z}, {x} and {y}. */
const TILE_ADDRESS: string | undefined = import.meta.env.VITE_TILE_ADDRESS;

/** Streets under the areas: a file of the planner's, or the host's online tiles once switched on. */
export interface StreetMap {
  readonly name: Accessor<string | null>;
  /** Part of the file that has been copied; null while none is. */
  readonly copied: Accessor<number | null>;
  readonly credit: Accessor<string>;
  readonly open: (file: File) => void;
  readonly remove: () => void;
  /** Host of the online map, or null where the site has none. */
  readonly onlineHost: string | null;
  readonly online: Accessor<boolean>;
  readonly setOnline: (online: boolean) => void;
}

const PANE = "streets";

/** Opens the kept street map, and follows what the planner does with it. */
export function createStreetMap(
  view: Accessor<MapView | null>,
  dark: Accessor<boolean>,
  store: StreetMapStore,
  planner: Planner,
): StreetMap {
  const [file, setFile] = createSignal<File | null>(null);
  /** The file that lies on the device already, or is being copied there. */
  let held: File | null = null;
  const [copied, setCopied] = createSignal<number | null>(null);
  const [credit, setCredit] = createSignal("");
  const [online, setOnline] = createSignal(false);
  onMount(
    () =>
      void store.kept().then(
        (kept) => {
          if (!kept || file()) return;
          held = kept;
          setFile(kept);
        },
        () => {},
      ),
  );
  createEffect(() => {
    const shown = file();
    const map = view()?.map;
    const isDark = dark();
    if (!shown || !map) return;
    let layer: Layer | null = null;
    let current = true;
    import("./street-layer")
      .then((module) => module.openStreetLayer(shown, PANE, isDark))
      .then((opened) => {
        if (!current) return;
        layer = opened.layer.addTo(map);
        setCredit(opened.credit);
        // Only what can be drawn is worth keeping.
        if (held !== shown) void keep(shown);
      })
      .catch((error: unknown) => {
        if (!current) return;
        setFile(null);
        if (held === shown) drop();
        const text = error instanceof Error ? error.message : "The street map could not be opened.";
        planner.notify({ text, tone: "bad" });
      });
    onCleanup(() => {
      current = false;
      layer?.remove();
      setCredit("");
    });
  });
  createEffect(() => {
    const map = view()?.map;
    if (!map || !online() || !TILE_ADDRESS) return;
    const tiles = new TileLayer(TILE_ADDRESS, { pane: PANE, attribution: "" }).addTo(map);
    onCleanup(() => tiles.remove());
  });
  const keep = async (opened: File) => {
    held = opened;
    setCopied(0);
    const kept = await store.keep(opened, setCopied).catch(() => "unsupported" as const);
    setCopied(null);
    // Removed while it was copied.
    if (held === null) drop();
    if (held !== opened || kept === "kept") return;
    held = null;
    const why = kept === "full" ? "This device has no room to keep it" : "This browser cannot keep it";
    planner.notify({ text: `${why}: the street map is shown until the page is closed.` });
  };
  const drop = () => {
    held = null;
    void store.remove().catch(() => {});
  };
  return {
    name: () => file()?.name ?? null,
    copied,
    credit,
    open: setFile,
    remove: () => {
      setFile(null);
      drop();
    },
    onlineHost: TILE_ADDRESS ? new URL(TILE_ADDRESS).host : null,
    online,
    setOnline,
  };
}

/** Opens and removes the street map. */
export function StreetMapControl(props: { map: StreetMap }) {
  let input!: HTMLInputElement;
  return (
    <div class="map-streets">
      <input
        ref={input}
        type="file"
        class="visually-hidden"
        tabindex="-1"
        accept=".pmtiles"
        aria-label="Street map file"
        onChange={() => {
          const chosen = input.files?.[0];
          if (chosen) props.map.open(chosen);
          input.value = "";
        }}
      />
      <Show
        when={props.map.name()}
        fallback={
          <button
            type="button"
            class="button button-quiet"
            title="A .pmtiles file of vector tiles. It stays on this device; nothing is sent anywhere."
            onClick={() => input.click()}
          >
            Open a street map…
          </button>
        }
      >
        {(name) => (
          <p>
            <span class="map-legend-name" title={name()}>
              {name()}
            </span>
            <Show when={props.map.copied()}>
              {(part) => <span role="status">{`${Math.round(100 * part())} % kept`}</span>}
            </Show>
            <button
              type="button"
              class="button button-quiet button-icon"
              aria-label="Remove the street map"
              title="Remove the street map from this device"
              onClick={() => props.map.remove()}
            >
              <Trash2 aria-hidden="true" />
            </button>
          </p>
        )}
      </Show>
      <Show when={props.map.onlineHost}>
        {(host) => (
          <label title={`${host()} then sees your address on the internet and which places you look at.`}>
            <input
              type="checkbox"
              checked={props.map.online()}
              onChange={(event) => props.map.setOnline(event.currentTarget.checked)}
            />
            {`Online map: ${host()} sees where you look`}
          </label>
        )}
      </Show>
    </div>
  );
}
