import MapPinOff from "lucide-solid/icons/map-pin-off";
import { Show } from "solid-js";
import { mercatorX, mercatorY } from "../../geo/mercator";
import type { FoundPlace } from "../../geodata/place-search";
import { unrolled } from "./account-points";
import type { MapScene } from "./map-scene";
import type { Stroke } from "./map-strokes";

/** A ring around the place that was found; `rest` changes when the map comes to rest. */
export function FoundMark(props: { scene: MapScene; place: FoundPlace; rest: number }) {
  const at = () => {
    void props.rest;
    const { left, top, worldSize } = props.scene.view.view;
    const x = unrolled(mercatorX(props.place.longitude), props.scene.points().seam);
    return { x: x * worldSize - left, y: mercatorY(props.place.latitude) * worldSize - top };
  };
  return (
    <svg class="map-stroke" aria-hidden="true">
      <circle class="map-found" cx={at().x} cy={at().y} r={12} />
    </svg>
  );
}

/** The box or lasso that is being drawn to select accounts. */
export function StrokeOverlay(props: { stroke: Stroke }) {
  return (
    <svg class="map-stroke" aria-hidden="true">
      <polygon points={cornersText(props.stroke.ring)} />
    </svg>
  );
}

/** Corners, x and y in turn, as SVG has them. */
export function cornersText(ring: readonly number[]): string {
  const texts: string[] = [];
  for (let i = 0; i < ring.length; i += 2) texts.push(`${ring[i]},${ring[i + 1]}`);
  return texts.join(" ");
}

/** What to do where no account has a place. */
export function EmptyMap(props: { unlocated: number; locale: string; onShowUnlocated: () => void }) {
  return (
    <div class="map-empty">
      <MapPinOff aria-hidden="true" />
      <Show when={props.unlocated > 0} fallback={<p>Accounts appear here once the plan has some.</p>}>
        <p class="map-empty-title">{noLocation(props.unlocated, props.locale)}</p>
        <p>A postal code, a city with its state, or latitude and longitude puts an account on the map.</p>
        <button type="button" class="button" onClick={() => props.onShowUnlocated()}>
          Show these accounts
        </button>
      </Show>
    </div>
  );
}

/** "3 accounts have no location". */
export function noLocation(count: number, locale: string): string {
  return count === 1
    ? "1 account has no location"
    : `${count.toLocaleString(locale)} accounts have no location`;
}
