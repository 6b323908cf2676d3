import type { Layer } from "leaflet";
import Trash2 from "lucide-solid/icons/trash";
import { type Accessor, createEffect, createSignal, onCleanup, onMount, Show } from "solid-js";
import type { Planner } from "../planner";
import { tryServices } from "../services";
import type { MapView } from "./map-view";
import { createOnlineMap, type OnlineMap } from "./online-map";

/** Keeps a street map on the device; see `storage/street-map-file.ts`. */
export interface StreetMapStore {
  kept(): Promise<File | null>;
  keep(file: File, progress: (part: number) => void): Promise<"kept" | "full" | "unsupported">;
  remove(): Promise<void>;
}

/** The online map of the host of the site, if any: an address with {z}, {x} and {y}. */
const TILE_ADDRESS: string | undefined = import.meta.env.VITE_TILE_ADDRESS;
/** Whom its tiles are owed to, as their license wants it said. */
const TILE_CREDIT: string | undefined = import.meta.env.VITE_TILE_CREDIT;

/** Streets under the areas: a file of the planner's, or the host's online tiles once switched on. */
export interface StreetMap {
  readonly name: Accessor<string | null>;
  /** Part of the file that has been copied; null while none is. */
  readonly copied: Accessor<number | null>;
  readonly credit: Accessor<string>;
  readonly open: (file: File) => void;
  readonly remove: () => void;
  /** Null where the site has none. */
  readonly online: OnlineMap | null;
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
  const online = TILE_ADDRESS
    ? createOnlineMap(view, PANE, TILE_ADDRESS, TILE_CREDIT, tryServices()?.store ?? null)
    : null;
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
    credit: () => [online?.credit(), credit()].filter((part) => part).join(" · "),
    open: setFile,
    remove: () => {
      setFile(null);
      drop();
    },
    online,
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
      <Show when={props.map.online}>{(online) => <OnlineMapSwitch map={online()} />}</Show>
    </div>
  );
}

function OnlineMapSwitch(props: { map: OnlineMap }) {
  return (
    <>
      <label
        title={`${props.map.host} then sees your address on the internet, this site's, and which places you look at. Accounts are never sent.`}
      >
        <input
          type="checkbox"
          checked={props.map.on()}
          onChange={(event) => props.map.setOn(event.currentTarget.checked)}
        />
        {`Online map: ${props.map.host} sees where you look`}
      </label>
      <p class="map-streets-missing" role="status">
        {props.map.missing() ? `No map from ${props.map.host}: the one on this device is shown.` : ""}
      </p>
    </>
  );
}
