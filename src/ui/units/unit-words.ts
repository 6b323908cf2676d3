import type { SkippedParts } from "../../files/areas/area-file";
import type { AreaFinding } from "../../files/areas/area-import";
import type { Potential } from "../../files/areas/potential-csv";
import type { UnitKey } from "../../geodata/unit-keys";
import type { UnitFigures } from "../../model/metrics/unit-figures";
import { numberFormat } from "../number-format";

type CountText = (count: number) => string;

const FINDINGS: Readonly<Record<AreaFinding["kind"], readonly [one: string, many: string]>> = {
  unclosed: ["area was not closed; it is now", "areas were not closed; they are now"],
  crossing: [
    "area crossed its own border; it was untied",
    "areas crossed their own borders; they were untied",
  ],
  collapsed: ["ring had no area and was left out", "rings had no area and were left out"],
  "over-antimeridian": ["area lies across the date line", "areas lie across the date line"],
  overlapping: [
    "pair of areas overlaps; accounts there go to the smaller one",
    "pairs of areas overlap; accounts there go to the smaller one",
  ],
  "duplicate-name": [
    "area had the name of another and got a number",
    "areas had the name of another and got a number",
  ],
  merged: [
    "area was joined with another of the same code",
    "areas were joined with another of the same code",
  ],
  simplified: ["corner was left out to keep the map fast", "corners were left out to keep the map fast"],
};

/** What was noticed about an area file, in the planner's words. */
export function findingWords({ kind, count, examples }: AreaFinding, countText: CountText): string {
  const words = FINDINGS[kind][count === 1 ? 0 : 1];
  return `${countText(count)} ${words}${examples.length > 0 ? `: ${examples.join(", ")}${count > examples.length ? " …" : ""}` : "."}`;
}

const SKIPPED: Readonly<Record<keyof SkippedParts, readonly [one: string, many: string]>> = {
  empty: ["entry has no shape", "entries have no shape"],
  notAreas: ["point or line is left out", "points and lines are left out"],
  badRings: ["ring has coordinates that are no numbers", "rings have coordinates that are no numbers"],
  links: ["link to another file is not followed", "links to other files are not followed"],
};

/** What of an area file is left out; empty where nothing is. */
export function skippedWords(skipped: SkippedParts, countText: CountText): string[] {
  return (Object.keys(SKIPPED) as (keyof SkippedParts)[])
    .filter((kind) => skipped[kind] > 0)
    .map((kind) => `${countText(skipped[kind])} ${SKIPPED[kind][skipped[kind] === 1 ? 0 : 1]}.`);
}

/** Rows with figures below 0, and that they are left out: "2 rows have a figure below 0 and are left out: lines 4 and 7." */
export function negativeWords({ count, lines }: Potential["negatives"], countText: CountText): string {
  const what = count === 1 ? "row has a figure below 0 and is" : "rows have a figure below 0 and are";
  const more = count > lines.length ? " …" : "";
  return `${countText(count)} ${what} left out: ${count === 1 ? "line" : "lines"} ${lines.map(countText).join(", ")}${more}.`;
}

/** "1 unit", "3,144 units". */
export function countOfUnits(count: number, locale: string): string {
  return `${numberFormat(locale, {}).format(count)} ${count === 1 ? "unit" : "units"}`;
}

/** What of a unit would not go with it, and what of it nobody has: "2 locked · 1 named · 3 unassigned"; "" for nothing. */
export function inTheWay(figures: UnitFigures, unit: number, locale: string): string {
  const part = (counts: Uint32Array, word: string) =>
    (counts[unit] ?? 0) > 0 ? [`${numberFormat(locale, {}).format(counts[unit]!)} ${word}`] : [];
  return [
    ...part(figures.locked, "locked"),
    ...part(figures.named, "named"),
    ...part(figures.unassigned, "unassigned"),
  ].join(" · ");
}

/** By what a file of figures may name units. */
export const KEY_WORDS: Readonly<Record<UnitKey, string>> = {
  "postal-code": "Postal code",
  zip3: "3-digit ZIP",
  county: "County: FIPS or name",
  state: "State",
  country: "Country",
  unit: "Code or name of the unit",
};
