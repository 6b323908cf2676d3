import { createMemo, createSignal, createUniqueId, For, onMount, Show } from "solid-js";
import { mercatorX, mercatorY } from "../../geo/mercator";
import { Geodata } from "../../geodata/load";
import { createPlaceSearch, type FoundPlace, type PlaceSearch } from "../../geodata/place-search";
import { usePlanner } from "../planner";
import { unrolled } from "./account-points";
import type { MapScene } from "./map-scene";

const MOST = 8;
/** How far around a place one sees when one gets there, in mercator units: a town with its surroundings. */
const AROUND = { town: 0.0011, "postal-code": 0.0005, coordinates: 0.0005 } as const;

let loading: Promise<PlaceSearch> | null = null;

/** Loads the packed places when somebody first looks for one. */
function loadSearch(): Promise<PlaceSearch> {
  loading ??= (async () => {
    const geodata = new Geodata();
    const [usPostal, usCities, worldCities, outlines] = await Promise.all([
      geodata.table("usPostal"),
      geodata.table("usCities"),
      geodata.table("worldCities"),
      geodata.outlines(),
    ]);
    return createPlaceSearch(
      { usPostal, usCities, worldCities },
      outlines.cities.map(({ name }) => name),
    );
  })();
  loading.catch(() => {
    loading = null;
  });
  return loading;
}

/** A box that finds towns, postal codes and coordinates without a network, and flies there. */
export function PlaceFinder(props: {
  scene: MapScene;
  onFly: (place: FoundPlace | null) => void;
  onClose: () => void;
}) {
  const planner = usePlanner();
  const listId = createUniqueId();
  const [text, setText] = createSignal("");
  const [active, setActive] = createSignal(0);
  const [search, setSearch] = createSignal<PlaceSearch | null>(null);
  const [failed, setFailed] = createSignal(false);
  let input!: HTMLInputElement;
  onMount(() => {
    input.focus();
    loadSearch().then(
      (loaded) => setSearch(() => loaded),
      () => setFailed(true),
    );
  });
  const found = createMemo(() => search()?.(text(), MOST) ?? []);
  const fly = (place: FoundPlace) => {
    const around = AROUND[place.kind];
    const x = unrolled(mercatorX(place.longitude), props.scene.points().seam);
    const y = mercatorY(place.latitude);
    props.scene.view.fit({ minX: x - around, maxX: x + around, minY: y - around, maxY: y + around }, true, {
      left: 0,
      right: 0,
      bottom: 0,
    });
    props.onFly(place);
    planner.announce(`The map shows ${place.name}.`);
    setText(place.name);
  };
  const keys = (event: KeyboardEvent) => {
    event.stopPropagation();
    const count = found().length;
    if (event.key === "Escape") props.onClose();
    else if (event.key === "ArrowDown" && count > 0) setActive((active() + 1) % count);
    else if (event.key === "ArrowUp" && count > 0) setActive((active() + count - 1) % count);
    else if (event.key === "Enter") {
      const place = found()[active()];
      if (place) fly(place);
    } else return;
    event.preventDefault();
  };
  const emptyWords = () => {
    if (failed()) return "The places could not be loaded.";
    if (!search()) return "Loading places…";
    return "No such place. Try a town, a US postal code, or latitude, longitude.";
  };
  return (
    <section class="paint-bar place-finder" aria-label="Find a place">
      <input
        ref={input}
        class="input"
        role="combobox"
        aria-label="Find a place"
        aria-expanded={found().length > 0}
        aria-controls={listId}
        aria-activedescendant={found().length > 0 ? `${listId}-${active()}` : undefined}
        placeholder="Town, postal code, or latitude, longitude"
        autocomplete="off"
        spellcheck={false}
        value={text()}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={keys}
      />
      <Show
        when={found().length > 0}
        fallback={
          <Show when={text().trim() !== ""}>
            <p class="paint-note" role="status">
              {emptyWords()}
            </p>
          </Show>
        }
      >
        <div role="listbox" id={listId} aria-label="Places" class="place-list">
          <For each={found()}>
            {(place, i) => (
              <div
                role="option"
                id={`${listId}-${i()}`}
                class="place-option"
                aria-selected={active() === i()}
                onPointerDown={(event) => {
                  event.preventDefault();
                  fly(place);
                }}
              >
                {place.name}
              </div>
            )}
          </For>
        </div>
      </Show>
    </section>
  );
}
