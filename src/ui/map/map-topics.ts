import type { Measure } from "../../model/measure";
import type { Plan } from "../../model/plan";
import { chosenUnitSet } from "../../model/units";

/** What the ground of the map tells besides whose it is; one at a time. */
export type MapTopic =
  | { readonly kind: "territories" }
  /** How much each account has, by the shade of its point. */
  | { readonly kind: "accounts"; readonly measure: Measure }
  /** How densely accounts lie, each counted by a measure. */
  | { readonly kind: "heat"; readonly measure: Measure }
  /** How much each territory has of what it should have. */
  | { readonly kind: "index"; readonly measure: Measure }
  /** How much each geographic unit has. */
  | { readonly kind: "units"; readonly measure: Measure }
  /** Units that have some of a measure of units, but no account. */
  | { readonly kind: "white-space"; readonly measure: Measure };

export const TERRITORIES: MapTopic = { kind: "territories" };

const LABELS: Readonly<Record<MapTopic["kind"], string>> = {
  territories: "territories",
  accounts: "by account",
  heat: "heat map",
  index: "index",
  units: "by unit",
  "white-space": "without customers",
};

/** A topic in a list to choose from. */
export interface TopicChoice {
  /** Unique in the list. */
  readonly id: string;
  readonly label: string;
  readonly group: string;
  readonly topic: MapTopic;
}

/** The topics that a plan has something to say about, plain territories first. */
export function mapTopics(plan: Plan): TopicChoice[] {
  const hasUnits = chosenUnitSet(plan) !== null;
  const choice = (group: string, measure: Measure, topic: MapTopic): TopicChoice => ({
    id: `${topic.kind} ${measure.id}`,
    label: `${measure.name} ${LABELS[topic.kind]}`,
    group,
    topic,
  });
  const ofAccounts = plan.measures.filter(({ source }) => source.kind !== "unit-column");
  const ofUnits = plan.measures.filter(({ source }) => source.kind === "unit-column");
  return [
    { id: "territories", label: "Territories", group: "", topic: TERRITORIES },
    ...sizeMeasures(plan).map((measure) => choice("Accounts", measure, { kind: "accounts", measure })),
    ...ofAccounts.map((measure) => choice("Heat maps", measure, { kind: "heat", measure })),
    ...plan.measures.map((measure) => choice("Indexes of territories", measure, { kind: "index", measure })),
    ...(hasUnits ? plan.measures : []).map((measure) =>
      choice("Geographic units", measure, { kind: "units", measure }),
    ),
    ...(hasUnits ? ofUnits : []).map((measure) =>
      choice("Geographic units", measure, { kind: "white-space", measure }),
    ),
  ];
}

/** The measures that can size and shade the points: those that accounts bring something of their own to. */
export function sizeMeasures(plan: Plan): Measure[] {
  return plan.measures.filter(({ source }) => source.kind !== "unit-column" && source.kind !== "accounts");
}
