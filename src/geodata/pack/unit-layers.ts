import type { GeometryCollection, Topology } from "topojson-specification";
import { countryCode } from "../countries";
import { LineRole, type OutlineLayer, type PackedShape } from "../outline-file";
import { joinArcs } from "../outlines";
import { ringAreaKm2 } from "../ring-measures";
import { topologyOf, type UnitRings } from "../unit-topology";
import type { UsPostalColumns } from "../us-postal";
import { US_STATES, usStateIndex } from "../us-states";
import type { GridPoint } from "./grid-lines";
import { absoluteArcs, compact, polygonsOf, propertyName, spelledOut } from "./outlines";
import { type Point, simplifyLine } from "./simplify";
import { type StateOutline, zip3Areas } from "./zip3-areas";

/** Steps per degree: 0.0001°, about 10 m, is finer than any of the sources. */
export const UNIT_SCALE = 10_000;
/** Details below this many square degrees are dropped; see `simplifyLine`. */
const ZIP3_DETAIL = 0.00003;
const COUNTRY_DETAIL = 0.0008;

/** Every county as the Census draws it, with Connecticut's planning regions. */
export function countyUnits(topology: Topology): OutlineLayer {
  return unitLayer(topology, "counties", 0, ({ id, name }) => ({
    code: id,
    name: countyName(id, name, topology),
  }));
}

/** States and territories, on the same lines as the counties. */
export function stateUnits(topology: Topology): OutlineLayer {
  return unitLayer(topology, "states", 0, ({ name }) => {
    const state = US_STATES[usStateIndex(name)];
    return { code: state?.code ?? "", name: state?.name ?? name };
  });
}

/** Countries that have a code of their own; parts without one (disputed areas) are left out. */
export function countryUnits(topology: Topology): OutlineLayer {
  return unitLayer(topology, "countries", COUNTRY_DETAIL, ({ name }) => {
    const full = spelledOut(name);
    return { code: countryCode(full) ?? "", name: full };
  });
}

/** The areas of all three-digit codes; those whose codes are for mail only have none. */
export function zip3Units(topology: Topology, postal: UsPostalColumns): OutlineLayer {
  const areas = zip3Areas(stateOutlines(topology), postal, UNIT_SCALE);
  const statesOf = new Map<number, Set<string>>();
  postal.codes.forEach((code, i) => {
    const zip3 = Math.floor(code / 100);
    const states = statesOf.get(zip3) ?? new Set();
    statesOf.set(zip3, states.add(US_STATES[postal.state[i]!]!.code));
  });
  const units = [...statesOf].map(([zip3, states]): UnitRings => {
    const code = String(zip3).padStart(3, "0");
    const rings = (areas.get(zip3) ?? []).map((ring) =>
      ring.flatMap(([x, y]) => [x / UNIT_SCALE, y / UNIT_SCALE]),
    );
    return { code, name: `${code} ${[...states].join("/")}`, rings };
  });
  const layer = topologyOf(units, UNIT_SCALE);
  return { ...layer, arcs: layer.arcs.map((arc) => simplified(arc, ZIP3_DETAIL)) };
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** An object of a topology as units, on a grid of 1 / UNIT_SCALE degree; those without a code are left out. */
export function unitLayer(
  topology: Topology,
  object: string,
  detail: number,
  describe: (feature: Named) => { readonly code: string; readonly name: string },
): OutlineLayer {
  const collection = topology.objects[object] as GeometryCollection;
  const byCode = new Map<string, PackedShape>();
  for (const geometry of collection.geometries) {
    const { code, name } = describe({
      id: String(geometry.id ?? ""),
      name: propertyName(geometry.properties),
    });
    const polygons = polygonsOf(geometry);
    if (code === "" || polygons.length === 0) continue;
    // the source lists some countries in pieces
    const known = byCode.get(code);
    byCode.set(
      code,
      known ? { ...known, polygons: [...known.polygons, ...polygons] } : { code, name, polygons },
    );
  }
  const small = arcsOfSmallRings(topology, [...byCode.values()]);
  const lines = absoluteArcs(topology).map((line, arc) =>
    simplifyLine(onGrid(line), small.has(arc) ? 0 : detail),
  );
  const shapes = [...byCode.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
  return compact(lines, shapes, (_, uses) => (uses > 1 ? LineRole.border : LineRole.coast));
}

/** Rings with so few points are left as they are: simplified, they might collapse. */
const SMALL_RING = 12;

function arcsOfSmallRings({ arcs }: Topology, shapes: readonly PackedShape[]): Set<number> {
  const small = new Set<number>();
  for (const ring of shapes.flatMap(({ polygons }) => polygons.flat())) {
    const indices = ring.map((reference) => (reference < 0 ? ~reference : reference));
    const points = indices.reduce((sum, arc) => sum + arcs[arc]!.length, 0);
    if (points <= SMALL_RING) for (const arc of indices) small.add(arc);
  }
  return small;
}

function onGrid(line: readonly Point[]): Point[] {
  const steps = line.map(
    ([x, y]): Point => [Math.round(x * UNIT_SCALE) / UNIT_SCALE, Math.round(y * UNIT_SCALE) / UNIT_SCALE],
  );
  return steps.filter(([x, y], i) => i === 0 || x !== steps[i - 1]![0] || y !== steps[i - 1]![1]);
}

function simplified(arc: Float64Array, detail: number): Float64Array {
  const line = Array.from({ length: arc.length / 2 }, (_, i): Point => [arc[2 * i]!, arc[2 * i + 1]!]);
  return Float64Array.from(simplifyLine(line, detail).flat());
}

/** What the source's short name leaves out. */
function countyName(fips: string, name: string, topology: Topology): string {
  const state = stateOfFips(topology, fips.slice(0, 2));
  return `${name}${countySuffix(state, fips, name)}, ${state}`;
}

function countySuffix(state: string, fips: string, name: string): string {
  if (state === "CT") return " Planning Region";
  if (state === "LA") return " Parish";
  if (["AK", "PR", "VI", "GU", "AS", "MP", "DC"].includes(state)) return "";
  // independent cities
  if (Number(fips.slice(2)) >= 510) return name.endsWith("City") ? "" : " city";
  return " County";
}

function stateOfFips(topology: Topology, fips: string): string {
  const { geometries } = topology.objects.states as GeometryCollection;
  const state = geometries.find(({ id }) => id === fips);
  return US_STATES[usStateIndex(propertyName(state?.properties))]?.code ?? "";
}

/** Outlines with land to the left; what lies beyond the antimeridian is laid beside the rest of its state. */
function stateOutlines(topology: Topology): StateOutline[] {
  const { arcs, shapes } = stateUnits(topology);
  return shapes.map(({ code, polygons }) => ({
    state: usStateIndex(code),
    rings: polygons.flatMap((rings) =>
      rings.map((ring, i) => {
        const points = joinArcs(arcs, ring);
        const leftIsInside = ringAreaKm2(points) > 0;
        const grid: GridPoint[] = [];
        for (let at = 0; at + 3 < points.length; at += 2) {
          const x = code === "AK" && points[at]! > 0 ? points[at]! - 360 : points[at]!;
          grid.push([Math.round(x * UNIT_SCALE), Math.round(points[at + 1]! * UNIT_SCALE)]);
        }
        return leftIsInside === (i === 0) ? grid : grid.reverse();
      }),
    ),
  }));
}
