import type { Measure } from "../../model/measure";
import type { Plan } from "../../model/plan";
import { shortValue } from "../number-format";
import { INDEX_SPAN, indexColor, sequentialColor } from "./color-scale";
import type { MapTopic } from "./map-topics";
import { middleShade, shadeColor } from "./point-shade";
import type { Rgb } from "./rgb";

/** A scale of colors, by part (0–1), with words spread below it from its beginning to its end. */
export interface ColorScale {
  readonly color: (part: number) => Rgb;
  readonly labels: readonly string[];
}

/** What the strongest colors on the map stand for; null where a topic is not shown. */
export interface Strongest {
  /** The value of the strongest shade of an account. */
  readonly account: number | null;
  /** Greatest density in view, weight per km². */
  readonly density: number | null;
  readonly unit: number | null;
}

const KM2_PER_SQUARE_MILE = 2.589988;
/** Densities are told for a square of this many units on a side. */
const DENSITY_SIDE = 10;

/** The scale that a topic is read by; null where it needs none, or nothing has any of it. */
export function topicScale(
  plan: Plan,
  topic: MapTopic,
  strongest: Strongest,
  dark: boolean,
): ColorScale | null {
  const sequential = (part: number) => sequentialColor(part, dark);
  switch (topic.kind) {
    case "territories":
      return null;
    case "index":
      return {
        color: (part) => indexColor(100 + (2 * part - 1) * INDEX_SPAN),
        labels: [`≤ ${100 - INDEX_SPAN}`, "100 on target", `≥ ${100 + INDEX_SPAN}`],
      };
    case "accounts": {
      const value = strongest.account;
      if (!value) return null;
      const [middle, end] = [middleShade(value), value].map((each) => shortValue(plan, topic.measure, each));
      return { color: (part) => shadeColor(part, dark), labels: ["0", middle!, `≥ ${end}`] };
    }
    case "heat": {
      const value = strongest.density;
      return value ? { color: sequential, labels: ["few", densityText(plan, topic.measure, value)] } : null;
    }
    case "units":
    case "white-space": {
      const value = strongest.unit;
      return value ? { color: sequential, labels: ["0", shortValue(plan, topic.measure, value)] } : null;
    }
  }
}

function densityText(plan: Plan, measure: Measure, perKm2: number): string {
  const miles = plan.settings.distanceUnit === "mi";
  const perSquare = perKm2 * DENSITY_SIDE ** 2 * (miles ? KM2_PER_SQUARE_MILE : 1);
  return `${shortValue(plan, measure, perSquare)} per ${DENSITY_SIDE ** 2} ${miles ? "sq mi" : "km²"}`;
}
