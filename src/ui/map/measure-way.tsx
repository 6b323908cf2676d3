import type { LeafletMouseEvent } from "leaflet";
import { type Accessor, createEffect, createMemo, createSignal, Index, on, onCleanup, Show } from "solid-js";
import { greatCircleKm } from "../../geo/distance";
import { latitudeOfMercator, longitudeOfMercator } from "../../geo/mercator";
import { distanceText } from "../number-format";
import { usePlanner } from "../planner";
import type { MapScene } from "./map-scene";

interface Stop {
  readonly x: number;
  readonly y: number;
}

/** How long the way through some places of the map is, in great-circle kilometers; places in mercator units. */
export function wayKm(stops: readonly Stop[]): number {
  let km = 0;
  for (let i = 1; i < stops.length; i++) {
    const [from, to] = [stops[i - 1]!, stops[i]!];
    km += greatCircleKm(
      longitudeOfMercator(from.x),
      latitudeOfMercator(from.y),
      longitudeOfMercator(to.x),
      latitudeOfMercator(to.y),
    );
  }
  return km;
}

/** Measures the way through places pressed on the map, as long as it is shown. Backspace takes the last place back; Enter adds the middle of the map. */
export function MeasureWay(props: { scene: MapScene; container: HTMLElement; onClose: () => void }) {
  const planner = usePlanner();
  const [stops, setStops] = createSignal<readonly Stop[]>([]);
  const [moved, setMoved] = createSignal(0);
  const { map } = props.scene.view;
  const add = (x: number, y: number) => {
    const { left, top, worldSize } = props.scene.view.view;
    setStops([...stops(), { x: (x + left) / worldSize, y: (y + top) / worldSize }]);
  };
  const press = ({ containerPoint: { x, y } }: LeafletMouseEvent) => add(x, y);
  const follow = () => setMoved((before) => before + 1);
  const keys = (event: KeyboardEvent) => {
    if (event.key === "Backspace") setStops(stops().slice(0, -1));
    else if (event.key === "Enter" && event.target === props.container) {
      const { width, height } = props.scene.view.view;
      add(width / 2, height / 2);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  map.on("click", press);
  map.on("move zoom zoomend resize", follow);
  props.container.addEventListener("keydown", keys, true);
  onCleanup(() => {
    map.off("click", press);
    map.off("move zoom zoomend resize", follow);
    props.container.removeEventListener("keydown", keys, true);
  });
  const seen = createMemo(() => {
    moved();
    const { left, top, worldSize } = props.scene.view.view;
    return stops().map(({ x, y }) => ({ x: x * worldSize - left, y: y * worldSize - top }));
  });
  const words: Accessor<string> = createMemo(() =>
    stops().length < 2 ? "" : distanceText(planner.plan(), wayKm(stops())),
  );
  createEffect(on(words, (text) => text && planner.announce(`${text} in a straight line`), { defer: true }));
  return (
    <>
      <svg class="map-stroke map-measure" aria-hidden="true">
        <polyline
          points={seen()
            .map(({ x, y }) => `${x},${y}`)
            .join(" ")}
        />
        <Index each={seen()}>{(at) => <circle cx={at().x} cy={at().y} r={4} />}</Index>
      </svg>
      <section class="paint-bar" aria-label="Measure a distance">
        <div class="paint-row">
          <strong>{words() || "Press on places along the way."}</strong>
          <span class="spacer" />
          <Show when={stops().length > 0}>
            <button type="button" class="button button-quiet" onClick={() => setStops([])}>
              Start again
            </button>
          </Show>
          <button type="button" class="button button-quiet" onClick={() => props.onClose()}>
            Done
          </button>
        </div>
        <p class="paint-note">In a straight line over the globe. Backspace takes the last place back.</p>
      </section>
    </>
  );
}
