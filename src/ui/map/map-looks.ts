import { type Accessor, createMemo, createSignal } from "solid-js";
import type { TerritorySlot } from "../../model/alignment";
import type { Measure } from "../../model/measure";
import type { Planner } from "../planner";
import { type ShownSigns, SIGNS_AT_FIRST } from "./map-legend";
import type { ProposalView } from "./map-scene";
import { type MapTopic, mapTopics, sizeMeasures, TERRITORIES } from "./map-topics";

/** What the planner chose to see. Measures and territories that are gone from the plan are no longer chosen. */
export interface MapLooks {
  readonly highlighted: Accessor<TerritorySlot | null>;
  readonly highlight: (slot: TerritorySlot | null) => void;
  readonly topic: Accessor<MapTopic>;
  readonly setTopic: (topic: MapTopic) => void;
  /** The measure that sizes the accounts; null = all alike. */
  readonly sizeBy: Accessor<Measure | null>;
  readonly setSizeBy: (measure: Measure | null) => void;
  readonly signs: Accessor<ShownSigns>;
  readonly setSigns: (signs: ShownSigns) => void;
  readonly proposalView: Accessor<ProposalView>;
  readonly setProposalView: (view: ProposalView) => void;
}

export function createMapLooks(planner: Planner): MapLooks {
  const [picked, highlight] = createSignal<TerritorySlot | null>(null);
  const [wantedTopic, setWantedTopic] = createSignal<MapTopic>(TERRITORIES);
  const [wantedSize, setSizeBy] = createSignal<Measure | null>(null);
  const [signs, setSigns] = createSignal<ShownSigns>(SIGNS_AT_FIRST);
  const [proposalView, setProposalView] = createSignal<ProposalView>("proposal");
  const highlighted = createMemo(() => {
    const slot = picked();
    const { territories } = planner.preview() ?? planner.alignment();
    return slot !== null && territories[slot] ? slot : null;
  });
  const topic = createMemo(() => {
    const wanted = wantedTopic();
    const choice = mapTopics(planner.plan()).find(
      (each) =>
        each.topic.kind === wanted.kind &&
        (!("measure" in each.topic) || !("measure" in wanted) || each.topic.measure.id === wanted.measure.id),
    );
    return choice?.topic ?? TERRITORIES;
  });
  const sizeBy = createMemo(
    () => sizeMeasures(planner.plan()).find((measure) => measure.id === wantedSize()?.id) ?? null,
  );
  return {
    highlighted,
    highlight,
    topic,
    setTopic: (next) => {
      setWantedTopic(next);
      // Points would hide what the ground tells; the planner may switch them on again.
      setSigns({ ...signs(), points: next.kind === "territories" || next.kind === "accounts" });
    },
    sizeBy,
    setSizeBy,
    signs,
    setSigns,
    proposalView,
    setProposalView,
  };
}
