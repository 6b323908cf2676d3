import { neighborsOf } from "../../geo/areas";
import { type TerritorySlot, territoryAt, UNASSIGNED } from "../../model/alignment";
import { cellText } from "../../model/cells";
import { countOf } from "../../model/edits/assign-accounts";
import { indexOf } from "../../model/metrics/balance";
import { columnByKey } from "../../model/table";
import { UNIT_COLUMNS } from "../../model/units";
import { indexText } from "../number-format";
import type { Planner } from "../planner";
import type { MapScene } from "./map-scene";
import { unitGround } from "./paint/paint-ground";
import { territoryAtPlace } from "./territory-areas";

/** Neighbors named; the others are counted. */
const NAMED = 5;

/** What lies at a place of the map, in mercator units, as screen readers hear it: unit, territory with its indexes, and who is beside it. */
export function placeWords(planner: Planner, scene: MapScene, x: number, y: number): string {
  const areas = scene.areas();
  const units = scene.units.ground();
  const { territoryOfUnit } = planner.alignment();
  const unit = units ? unitGround(units, planner.plan().tables.units).at(x, y, 0) : -1;
  const unitName =
    unit < 0 ? [] : [cellText(columnByKey(planner.plan().tables.units, UNIT_COLUMNS.name), unit)];
  const byUnit = scene.units.areTerritories() && unit >= 0;
  const slot = byUnit
    ? (territoryOfUnit[unit] ?? UNASSIGNED)
    : areas
      ? territoryAtPlace(areas, x, y)
      : UNASSIGNED;
  if (slot === UNASSIGNED) return [...unitName, "No territory here"].join(". ");
  return [...unitName, ...territoryWords(planner, slot, neighborSlots(scene, slot))].join(". ");
}

function territoryWords(planner: Planner, slot: TerritorySlot, beside: readonly TerritorySlot[]): string[] {
  const figures = planner.figures();
  const nameOf = (each: TerritorySlot) => territoryAt(planner.alignment(), each).name;
  const indexes = figures.measures.flatMap(({ measure, totals, targets }) => {
    const index = indexOf(totals[slot]!, targets[slot]!);
    return Number.isNaN(index) ? [] : [`${measure.name} index ${indexText(index)}`];
  });
  const named = beside.slice(0, NAMED).map(nameOf);
  const others = beside.length - named.length;
  const neighbors =
    named.length === 0
      ? "No neighbors"
      : `Beside ${named.join(", ")}${others > 0 ? ` and ${others} more` : ""}`;
  return [nameOf(slot), countOf(figures.accounts[slot]!), ...indexes, neighbors];
}

/** The territories that share a border with one, by slot. */
function neighborSlots(scene: MapScene, slot: TerritorySlot): TerritorySlot[] {
  const areas = scene.areas();
  if (!areas) return [];
  const beside = new Set<TerritorySlot>();
  for (const { a, b } of neighborsOf(areas.borders)) {
    if (a === slot && b !== UNASSIGNED) beside.add(b);
    if (b === slot && a !== UNASSIGNED) beside.add(a);
  }
  return [...beside].sort((a, b) => a - b);
}
