import { mercatorX, mercatorY } from "../../geo/mercator";
import { type Box, boxOfRing } from "../../geo/polygon";
import { Geodata } from "../../geodata/load";
import { ownUnitSet } from "../../geodata/own-areas";
import type { UnitSet } from "../../geodata/unit-set";
import { cellText } from "../../model/cells";
import type { UnitSetRecord } from "../../model/planning/unit-set";
import { columnByKey, isLive, type Table } from "../../model/table";
import { UNIT_COLUMNS } from "../../model/units";
import type { MapLine } from "./base-map";

/** Geographic units, projected and ready to draw. */
export interface UnitGround {
  readonly set: UnitSet;
  /** Rings of each unit, by number in the set. */
  readonly rings: readonly (readonly MapLine[])[];
  /** How wide half of the units are at most, in mercator units. */
  readonly usualWidth: number;
  /** Borders, each once: the parts of an arc that do not jump over the antimeridian. */
  readonly arcs: readonly (readonly MapLine[])[];
}

let geodata: Geodata | null = null;

let last: { readonly id: string; readonly areas: string | null; readonly ground: UnitGround } | null = null;

/** Loads and projects the units of a set, once as long as no other is asked for. Rejects where they cannot be read. */
export async function loadUnitGround(record: UnitSetRecord): Promise<UnitGround> {
  if (last?.id !== record.id || last.areas !== record.areas)
    last = { id: record.id, areas: record.areas, ground: await projectedGround(record) };
  return last.ground;
}

async function projectedGround(record: UnitSetRecord): Promise<UnitGround> {
  geodata ??= new Geodata();
  const set = record.areas === null ? await geodata.unitSet(record.id) : ownUnitSet(record, record.areas);
  const rings = Array.from({ length: set.count }, (_, unit) => set.ringsOf(unit).map(projected));
  return { set, rings, usualWidth: usualWidth(rings), arcs: set.arcs.map(projectedParts) };
}

/** Row of each unit of a set in the table of units, -1 where it has none. */
export function unitRows(set: UnitSet, units: Table): Int32Array {
  const codes = columnByKey(units, UNIT_COLUMNS.code);
  const rowOf = new Map<string, number>();
  for (let row = 0; row < units.count; row++) if (isLive(units, row)) rowOf.set(cellText(codes, row), row);
  return Int32Array.from(set.codes, (code) => rowOf.get(code) ?? -1);
}

/** Around a unit by its row in the table of units, in mercator units; null where it has no area. */
export function boxOfUnit({ set, rings }: UnitGround, units: Table, row: number): Box | null {
  const unit = unitRows(set, units).indexOf(row);
  const boxes = (rings[unit] ?? []).map(({ box }) => box);
  if (boxes.length === 0) return null;
  return boxes.reduce((all, box) => ({
    minX: Math.min(all.minX, box.minX),
    minY: Math.min(all.minY, box.minY),
    maxX: Math.max(all.maxX, box.maxX),
    maxY: Math.max(all.maxY, box.maxY),
  }));
}

function projected(degrees: Float64Array): MapLine {
  const points = new Float64Array(degrees.length);
  for (let i = 0; i < degrees.length; i += 2) {
    points[i] = mercatorX(degrees[i]!);
    points[i + 1] = mercatorY(degrees[i + 1]!);
  }
  return { points, box: boxOfRing(points) };
}

function projectedParts(degrees: Float64Array): MapLine[] {
  const parts: MapLine[] = [];
  let first = 0;
  for (let i = 2; i <= degrees.length; i += 2) {
    if (i < degrees.length && Math.abs(degrees[i]! - degrees[i - 2]!) < 180) continue;
    if (i - first > 2) parts.push(projected(degrees.subarray(first, i)));
    first = i;
  }
  return parts;
}

function usualWidth(rings: readonly (readonly MapLine[])[]): number {
  const widths = rings
    .filter((own) => own.length > 0)
    .map((own) => Math.max(...own.map(({ box }) => box.maxX - box.minX)))
    .sort((a, b) => a - b);
  return widths[widths.length >> 1] ?? 0;
}
