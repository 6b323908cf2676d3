import { createMemo, For, type JSX, Show } from "solid-js";
import type { Measure } from "../../model/measure";
import type { Plan } from "../../model/plan";
import { shortValue } from "../number-format";
import { type MapTopic, mapTopics, sizeMeasures, type TopicChoice } from "./map-topics";
import { growthOfValue, legendValues } from "./point-size";
import { cssColor, type Rgb } from "./rgb";
import { topicScale } from "./topic-scale";

const SCALE_STOPS = 9;
/** What is said where a topic has no scale. */
const NOTHING: Readonly<Partial<Record<MapTopic["kind"], string>>> = {
  accounts: "No account has any.",
  units: "No unit has any.",
  "white-space": "No unit has any.",
};

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
  const scale = () => {
    const { strongest: account, densest: density, largestUnit: unit } = props;
    return topicScale(props.plan, props.topic, { account, density, unit }, props.dark);
  };
  return (
    <Show
      when={scale()}
      fallback={
        <Show when={NOTHING[props.topic.kind]}>{(text) => <p class="map-legend-empty">{text()}</p>}</Show>
      }
    >
      {(found) => <Scale color={found().color} labels={found().labels} />}
    </Show>
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
