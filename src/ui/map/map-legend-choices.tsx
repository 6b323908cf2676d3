import { createMemo, For, type JSX, Show } from "solid-js";
import type { Measure } from "../../model/measure";
import type { Plan } from "../../model/plan";
import { shortValue } from "../number-format";
import { INDEX_SPAN, indexColor, sequentialColor } from "./color-scale";
import { type MapTopic, mapTopics, sizeMeasures, type TopicChoice } from "./map-topics";
import { middleShade, shadeColor } from "./point-shade";
import { growthOfValue, legendValues } from "./point-size";
import { cssColor, type Rgb } from "./rgb";

const KM2_PER_SQUARE_MILE = 2.589988;
/** Densities are told for a square of this many units on a side. */
const DENSITY_SIDE = 10;
const SCALE_STOPS = 9;

/** What the map tells of, and by what it sizes the accounts, each with its scale. */
export function MapLegendChoices(props: {
  plan: Plan;
  topic: MapTopic;
  onTopic: (topic: MapTopic) => void;
  sizeBy: Measure | null;
  onSizeBy: (measure: Measure | null) => void;
  /** The value of the largest point; null while points are not sized. */
  largest: number | null;
  /** Radius of the plain point in CSS pixels. */
  plainRadius: number;
  /** The value of the strongest shade; null while points are not shaded. */
  strongest: number | null;
  /** Greatest density in view, weight per km²; null while there is no heat map. */
  densest: number | null;
  /** The greatest value of a unit; null while units are not told of. */
  largestUnit: number | null;
  dark: boolean;
}) {
  const topics = createMemo(() => mapTopics(props.plan));
  const groups = createMemo(() => [...new Set(topics().map(({ group }) => group))]);
  const measures = createMemo(() => sizeMeasures(props.plan));
  const idOf = (topic: MapTopic) => ("measure" in topic ? `${topic.kind} ${topic.measure.id}` : topic.kind);
  const inGroup = (group: string) => topics().filter((choice) => choice.group === group);
  return (
    <div class="map-legend-choices">
      <label>
        <span>Show</span>
        <select
          class="input"
          aria-label="Show on the map"
          value={idOf(props.topic)}
          onChange={(event) => {
            const chosen = topics().find(({ id }) => id === event.currentTarget.value);
            if (chosen) props.onTopic(chosen.topic);
          }}
        >
          <For each={groups()}>
            {(group) => (
              <Show
                when={group}
                fallback={<TopicOptions choices={inGroup(group)} chosen={idOf(props.topic)} />}
              >
                <optgroup label={group}>
                  <TopicOptions choices={inGroup(group)} chosen={idOf(props.topic)} />
                </optgroup>
              </Show>
            )}
          </For>
        </select>
      </label>
      <TopicScale
        plan={props.plan}
        topic={props.topic}
        strongest={props.strongest}
        densest={props.densest}
        largestUnit={props.largestUnit}
        dark={props.dark}
      />
      <Show when={measures().length > 0}>
        <label>
          <span>Size</span>
          <select
            class="input"
            aria-label="Size accounts by"
            value={props.sizeBy?.id ?? ""}
            onChange={(event) =>
              props.onSizeBy(measures().find(({ id }) => id === event.currentTarget.value) ?? null)
            }
          >
            <option value="">All alike</option>
            <For each={measures()}>
              {(measure) => (
                <option value={measure.id} selected={measure.id === props.sizeBy?.id}>
                  {measure.name}
                </option>
              )}
            </For>
          </select>
        </label>
      </Show>
      <Show when={props.sizeBy}>
        {(measure) => (
          <SizeScale
            plan={props.plan}
            measure={measure()}
            largest={props.largest ?? 0}
            plainRadius={props.plainRadius}
          />
        )}
      </Show>
    </div>
  );
}

/** Each option says for itself whether it is chosen: a select whose options are made anew forgets its value. */
function TopicOptions(props: { choices: readonly TopicChoice[]; chosen: string }) {
  return (
    <For each={props.choices}>
      {({ id, label }) => (
        <option value={id} selected={id === props.chosen}>
          {label}
        </option>
      )}
    </For>
  );
}

function TopicScale(props: {
  plan: Plan;
  topic: MapTopic;
  strongest: number | null;
  densest: number | null;
  largestUnit: number | null;
  dark: boolean;
}): JSX.Element {
  const sequential = (part: number) => sequentialColor(part, props.dark);
  const densityText = (measure: Measure, perKm2: number) => {
    const miles = props.plan.settings.distanceUnit === "mi";
    const perSquare = perKm2 * DENSITY_SIDE ** 2 * (miles ? KM2_PER_SQUARE_MILE : 1);
    return `${shortValue(props.plan, measure, perSquare)} per ${DENSITY_SIDE ** 2} ${miles ? "sq mi" : "km²"}`;
  };
  return (
    <>
      <Show when={props.topic.kind === "accounts" && props.topic}>
        {(topic) => (
          <Show when={props.strongest} fallback={<p class="map-legend-empty">No account has any.</p>}>
            {(strongest) => (
              <Scale
                color={(part) => shadeColor(part, props.dark)}
                labels={[
                  "0",
                  shortValue(props.plan, topic().measure, middleShade(strongest())),
                  `≥ ${shortValue(props.plan, topic().measure, strongest())}`,
                ]}
              />
            )}
          </Show>
        )}
      </Show>
      <Show when={props.topic.kind === "heat" && props.topic}>
        {(topic) => (
          <Show when={props.densest}>
            {(densest) => (
              <Scale color={sequential} labels={["few", densityText(topic().measure, densest())]} />
            )}
          </Show>
        )}
      </Show>
      <Show when={props.topic.kind === "index"}>
        <Scale
          color={(part) => indexColor(100 + (2 * part - 1) * INDEX_SPAN)}
          labels={[`≤ ${100 - INDEX_SPAN}`, "100 on target", `≥ ${100 + INDEX_SPAN}`]}
        />
      </Show>
      <Show when={(props.topic.kind === "units" || props.topic.kind === "white-space") && props.topic}>
        {(topic) => (
          <Show when={props.largestUnit} fallback={<p class="map-legend-empty">No unit has any.</p>}>
            {(largest) => (
              <Scale color={sequential} labels={["0", shortValue(props.plan, topic().measure, largest())]} />
            )}
          </Show>
        )}
      </Show>
    </>
  );
}

/** A bar of color with labels below it. */
function Scale(props: { color: (part: number) => Rgb; labels: readonly string[] }) {
  const gradient = () => {
    const stops = Array.from({ length: SCALE_STOPS }, (_, i) => cssColor(props.color(i / (SCALE_STOPS - 1))));
    return `linear-gradient(to right, ${stops.join(", ")})`;
  };
  return (
    <div class="map-legend-scale">
      <div class="map-legend-bar" style={{ "background-image": gradient() }} />
      <p>
        <For each={props.labels}>{(label) => <span>{label}</span>}</For>
      </p>
    </div>
  );
}

/** Points of round values, each as large as on the map. */
function SizeScale(props: { plan: Plan; measure: Measure; largest: number; plainRadius: number }) {
  return (
    <ul class="map-legend-sizes" aria-label={`Size by ${props.measure.name}`}>
      <For each={legendValues(props.largest)}>
        {(value) => {
          const side = () => `${2 * props.plainRadius * growthOfValue(value, props.largest)}px`;
          return (
            <li>
              <span class="map-legend-disc" style={{ width: side(), height: side() }} />
              {shortValue(props.plan, props.measure, value)}
            </li>
          );
        }}
      </For>
    </ul>
  );
}
