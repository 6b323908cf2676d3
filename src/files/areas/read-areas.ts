import { lineString, simplify } from "@turf/turf";
import type { OutlineLayer } from "../../geodata/outline-file";
import { packOwnAreas } from "../../geodata/own-areas";
import { createUnitLookup } from "../../geodata/unit-lookup";
import { type UnitSet, unitSetOf } from "../../geodata/unit-set";
import { topologyOf, type UnitRings } from "../../geodata/unit-topology";
import { AREA_LIMITS, type AreaFile, AreaFileRefused } from "./area-file";
import type { AreaChoice, AreaFinding, AreaInspection, AreaProperty, ReadAreas } from "./area-import";
import { type KnownPlaces, positionOf } from "./area-position";
import { repairArea } from "./repair-areas";

/** Steps per degree of the areas kept: 5 m, the finest that the file's deltas can step around the globe. */
export const OWN_SCALE = 20_000;

/** Places at which overlaps are looked for, of all areas together, and along a side of one. */
const PLACES_LOOKED_AT = 400_000;
const MOST_LOOKED_AT = 8;
const ENOUGH_SHARED = 2;
/** Areas beside a finding. */
const EXAMPLES = 3;
const NAME_LIKE =
  /^(name|title|label|bezirk|district|territory|area|region|gebiet|nom|nombre)$|name|title|label/i;
const CODE_LIKE = /^(id|code|key|fips|geoid|iso.*|.*_?id|.*code|plz|postcode|zip.*)$/i;

/** What a file holds, and a proposal. Throws `AreaFileRefused` where no area is in it or its numbers cannot be converted. */
export function inspectAreas(file: AreaFile, places: KnownPlaces): AreaInspection {
  const { features, skipped } = file;
  if (features.length === 0 && skipped.links > 0) {
    throw new AreaFileRefused(
      "This file holds no areas: it only links to another file, and links are not followed.",
      "Open it in Google Earth, wait until the areas are shown, choose Save Place As for their folder, and import the file that you get.",
    );
  }
  if (features.length === 0) {
    throw new AreaFileRefused(
      skipped.notAreas > 0 ? "This file has points or lines, but no areas." : "This file has no areas.",
      "Choose a file with polygons: sales districts, postal areas, regions.",
    );
  }
  if (features.length > AREA_LIMITS.areas) {
    throw new AreaFileRefused(
      `This file has ${features.length.toLocaleString("en-US")} areas; up to ${AREA_LIMITS.areas.toLocaleString("en-US")} can be used.`,
      "Dissolve them into larger ones, such as three-digit postal areas.",
    );
  }
  const { position, doubt } = positionOf(file, places);
  const properties = propertiesOf(file);
  const distinctive = [...properties].sort((a, b) => b.distinct - a.distinct);
  const name =
    distinctive.find(({ key, distinct }) => NAME_LIKE.test(key) && distinct > features.length / 2) ??
    distinctive[0];
  const code = distinctive.find(
    ({ key, distinct }) => key !== name?.key && CODE_LIKE.test(key) && distinct === features.length,
  );
  const proposal: AreaChoice = { name: name?.key ?? null, code: code?.key ?? null, position };
  return { areas: features.length, properties, proposal, doubt, skipped };
}

function propertiesOf({ features }: AreaFile): AreaProperty[] {
  const values = new Map<string, string[]>();
  for (const { properties } of features) {
    for (const [key, value] of Object.entries(properties)) {
      if (value.trim() === "") continue;
      const list = values.get(key);
      if (list) list.push(value);
      else values.set(key, [value]);
    }
  }
  return [...values].map(([key, list]) => {
    const distinct = new Set(list);
    return { key, samples: [...distinct].slice(0, EXAMPLES), filled: list.length, distinct: distinct.size };
  });
}

/** The areas, repaired, named and packed as the planner chose. `report` hears how far it has got, from 0 to 1. */
export function readAreas(
  file: AreaFile,
  choice: AreaChoice,
  report: (done: number) => void = () => {},
): ReadAreas {
  const notes = new Findings();
  const units = namedUnits(file, choice, notes, report);
  if (units.length === 0)
    throw new AreaFileRefused(
      "No area is left: every ring has collapsed.",
      "Export the areas in more detail.",
    );
  const whole = topologyOf(units, OWN_SCALE);
  const layer = simplified(whole, notes);
  const set = unitSetOf({ id: "own", name: "", unit: "", approximate: false }, layer);
  noteOverlaps(set, notes);
  report(1);
  return {
    areas: packOwnAreas(layer, OWN_SCALE),
    codes: set.codes,
    names: set.names,
    findings: notes.list(),
    vertices: layer.arcs.reduce((sum, arc) => sum + arc.length / 2, 0),
  };
}

function namedUnits(
  { features }: AreaFile,
  choice: AreaChoice,
  notes: Findings,
  report: (done: number) => void,
): UnitRings[] {
  const byCode = new Map<string, { code: string; name: string; rings: UnitRings["rings"] }>();
  const names = new Map<string, number>();
  features.forEach((feature, i) => {
    if (i % 100 === 0) report((0.8 * i) / features.length);
    const given = (key: string | null) => (key === null ? "" : (feature.properties[key] ?? "").trim());
    const called = given(choice.name) || given(choice.code) || `Area ${i + 1}`;
    const repaired = repairArea(feature, choice.position);
    if (repaired.unclosed) notes.add("unclosed", called);
    if (repaired.crossing) notes.add("crossing", called);
    if (repaired.overAntimeridian) notes.add("over-antimeridian", called);
    if (repaired.collapsed > 0) notes.add("collapsed", called, repaired.collapsed);
    if (repaired.rings.length === 0) return;
    const code = given(choice.code);
    const known = code === "" ? undefined : byCode.get(code);
    if (known) {
      known.rings = [...known.rings, ...repaired.rings];
      notes.add("merged", known.name);
      return;
    }
    const same = (names.get(called) ?? 0) + 1;
    names.set(called, same);
    if (same > 1) notes.add("duplicate-name", called);
    const name = same > 1 ? freeName(called, names) : called;
    byCode.set(code || name, { code: code || name, name, rings: repaired.rings });
  });
  return [...byCode.values()];
}

function freeName(called: string, names: Map<string, number>): string {
  let number = 2;
  while (names.has(`${called} (${number})`)) number++;
  names.set(`${called} (${number})`, 1);
  return `${called} (${number})`;
}

/** Drops detail line by line, so that neighbors still share their borders, until few enough corners are left. */
function simplified(layer: OutlineLayer, notes: Findings): OutlineLayer {
  const corners = (arcs: readonly Float64Array[]) => arcs.reduce((sum, arc) => sum + arc.length / 2, 0);
  const before = corners(layer.arcs);
  let { arcs } = layer;
  for (let tolerance = 0.0002; corners(arcs) > AREA_LIMITS.kept && tolerance < 1; tolerance *= 2) {
    const step = tolerance;
    arcs = arcs.map((arc) => simplifiedArc(arc, step));
  }
  if (arcs !== layer.arcs) notes.add("simplified", "", before - corners(arcs));
  return { ...layer, arcs };
}

function simplifiedArc(arc: Float64Array, tolerance: number): Float64Array {
  if (arc.length <= 4) return arc;
  const line = lineString(Array.from({ length: arc.length / 2 }, (_, i) => [arc[2 * i]!, arc[2 * i + 1]!]));
  const kept = simplify(line, { tolerance }).geometry.coordinates.flat();
  const isRing = arc[0] === arc.at(-2) && arc[1] === arc.at(-1);
  return isRing && kept.length < 8 ? arc : Float64Array.from(kept);
}

/**
 * Pairs of areas that share more than a strip along their border, each once: the label place of one lies in the other, or two of the places
 * spread evenly over one do.
 */
function noteOverlaps(set: UnitSet, notes: Findings): void {
  const { unitsHolding } = createUnitLookup(set);
  const shared = new Map<number, number>();
  const look = (unit: number, x: number, y: number, weight: number) => {
    const holding = unitsHolding(x, y);
    if (holding.length < 2 || !holding.includes(unit)) return;
    for (const other of holding) {
      if (other === unit) continue;
      const pair = Math.min(unit, other) * set.count + Math.max(unit, other);
      shared.set(pair, (shared.get(pair) ?? 0) + weight);
    }
  };
  const side = Math.max(2, Math.min(MOST_LOOKED_AT, Math.floor(Math.sqrt(PLACES_LOOKED_AT / set.count))));
  for (let unit = 0; unit < set.count; unit++) {
    const [west, south] = [set.boxes[4 * unit]!, set.boxes[4 * unit + 1]!];
    const [width, height] = [set.boxes[4 * unit + 2]! - west, set.boxes[4 * unit + 3]! - south];
    look(unit, set.centers[2 * unit]!, set.centers[2 * unit + 1]!, ENOUGH_SHARED);
    for (let i = 0; i < side * side; i++) {
      const x = west + (width * ((i % side) + 0.5)) / side;
      const y = south + (height * (Math.floor(i / side) + 0.5)) / side;
      look(unit, x, y, 1);
    }
  }
  for (const [pair, places] of shared) {
    if (places < ENOUGH_SHARED) continue;
    notes.add("overlapping", `${set.names[Math.floor(pair / set.count)]} and ${set.names[pair % set.count]}`);
  }
}

class Findings {
  readonly #byKind = new Map<AreaFinding["kind"], { count: number; examples: string[] }>();

  add(kind: AreaFinding["kind"], example: string, count = 1): void {
    const finding = this.#byKind.get(kind) ?? { count: 0, examples: [] };
    finding.count += count;
    if (example !== "" && finding.examples.length < EXAMPLES) finding.examples.push(example);
    this.#byKind.set(kind, finding);
  }

  list(): AreaFinding[] {
    return [...this.#byKind].map(([kind, finding]) => ({ kind, ...finding }));
  }
}
