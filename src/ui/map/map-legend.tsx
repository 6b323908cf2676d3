import ChevronDown from "lucide-solid/icons/chevron-down";
import { createMemo, For, type JSX, Show } from "solid-js";
import { type Territory, type TerritorySlot, UNASSIGNED } from "../../model/alignment";
import { housePath } from "./house";

const HOUSE_PATH = housePath();

/** What is drawn of the territories. */
export interface ShownSigns {
  readonly areas: boolean;
  readonly patterns: boolean;
  readonly points: boolean;
  readonly names: boolean;
  /** Accounts of each territory, beside its name. */
  readonly counts: boolean;
  /** How many accounts lie about a place, while they are seen from afar. */
  readonly placeCounts: boolean;
  readonly homes: boolean;
}

export const SIGNS_AT_FIRST: ShownSigns = {
  areas: true,
  patterns: false,
  points: true,
  names: true,
  counts: false,
  placeCounts: false,
  homes: true,
};

const SIGN_NAMES: readonly (readonly [keyof ShownSigns, string])[] = [
  ["areas", "Areas"],
  ["patterns", "Patterns"],
  ["points", "Accounts"],
  ["names", "Territory names"],
  ["counts", "Counts beside names"],
  ["placeCounts", "Counts by place"],
  ["homes", "Rep homes"],
];

/** What the colors and shapes mean. A click on a territory lifts it out of the others. */
export function MapLegend(props: {
  /** By slot. */
  territories: readonly (Territory | null)[];
  /** Accounts by slot, or null where they are not known. */
  counts: Float64Array | null;
  locale: string;
  open: boolean;
  onOpen: (open: boolean) => void;
  highlighted: TerritorySlot | null;
  onHighlight: (slot: TerritorySlot | null) => void;
  /** Shows all of a territory on the map. */
  onZoom: (slot: TerritorySlot) => void;
  signs: ShownSigns;
  onSigns: (signs: ShownSigns) => void;
  /** Whether rings of a proposal are drawn. */
  movesShown: boolean;
  /** Accounts in another territory than their unit, in words; null where there are none. */
  exceptions: string | null;
  onExceptions: () => void;
  /** What the map tells of besides. */
  choices: JSX.Element;
  /** What can be done about streets. */
  streets: JSX.Element;
}) {
  /** By name; the accounts nobody covers first. */
  const slots = createMemo(() => {
    const { territories } = props;
    const { compare } = new Intl.Collator(props.locale, { numeric: true });
    const nameOf = (slot: number) => territories[slot]?.name ?? "";
    const named = territories.flatMap((territory, slot) => (territory && slot !== UNASSIGNED ? [slot] : []));
    named.sort((a, b) => compare(nameOf(a), nameOf(b)));
    return territories[UNASSIGNED] ? [UNASSIGNED, ...named] : named;
  });
  const numbers = createMemo(() => new Intl.NumberFormat(props.locale));
  return (
    <section class="map-legend" aria-label="Legend">
      <button
        type="button"
        class="map-legend-header"
        aria-expanded={props.open}
        aria-controls="map-legend-body"
        onClick={() => props.onOpen(!props.open)}
      >
        Legend
        <ChevronDown aria-hidden="true" classList={{ "map-legend-chevron": true, turned: props.open }} />
      </button>
      <Show when={props.open}>
        <div id="map-legend-body" class="map-legend-body">
          {props.choices}
          <ul class="map-legend-list">
            <For each={slots()}>
              {(slot) => (
                <li>
                  <button
                    type="button"
                    class="map-legend-row"
                    aria-pressed={props.highlighted === slot}
                    title={`${props.territories[slot]?.name}: press to lift it out, twice to zoom to it`}
                    onClick={() => props.onHighlight(props.highlighted === slot ? null : slot)}
                    onDblClick={() => props.onZoom(slot)}
                  >
                    <span
                      classList={{ swatch: true, "map-swatch-hollow": slot === UNASSIGNED }}
                      style={{ "--swatch": props.territories[slot]?.color }}
                    />
                    <span class="map-legend-name">{props.territories[slot]?.name}</span>
                    <Show when={props.counts}>
                      {(counts) => (
                        <span class="map-legend-count">{numbers().format(counts()[slot] ?? 0)}</span>
                      )}
                    </Show>
                  </button>
                </li>
              )}
            </For>
          </ul>
          <div class="map-legend-options">
            <For each={SIGN_NAMES}>
              {([sign, name]) => (
                <label>
                  <input
                    type="checkbox"
                    checked={props.signs[sign]}
                    disabled={
                      (sign === "patterns" && !props.signs.areas) || (sign === "counts" && !props.signs.names)
                    }
                    onChange={(event) =>
                      props.onSigns({ ...props.signs, [sign]: event.currentTarget.checked })
                    }
                  />
                  {name}
                </label>
              )}
            </For>
            {props.streets}
            <ul class="map-legend-note" aria-label="Signs">
              <li>
                <span class="map-sign map-sign-hollow" /> Unassigned
              </li>
              <li>
                <span class="map-sign map-sign-locked" /> Locked
              </li>
              <li>
                <svg class="map-sign-home" viewBox="-7 -7 14 13" aria-hidden="true">
                  <path d={HOUSE_PATH} />
                </svg>
                Rep's home
              </li>
              <li>
                <span class="map-sign map-sign-crowd" /> Several accounts on one spot
              </li>
              <Show when={props.movesShown}>
                <li>
                  <span class="map-sign map-sign-moved" /> Would move: the ring has the color of its territory
                  today
                </li>
              </Show>
            </ul>
            <Show when={props.exceptions}>
              <button
                type="button"
                class="button button-quiet map-legend-exceptions"
                title="Show the accounts that are in another territory than their unit"
                onClick={() => props.onExceptions()}
              >
                {props.exceptions}
              </button>
            </Show>
          </div>
        </div>
      </Show>
    </section>
  );
}
