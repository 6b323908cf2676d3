import { mercatorX, mercatorY } from "../../geo/mercator";
import { primaryRep, type Territory } from "../../model/alignment";
import { cellText } from "../../model/cells";
import { placeOf } from "../../model/metrics/places";
import { columnByRole, isLive, rowById, type Table } from "../../model/table";
import { unrolled } from "./account-points";

/** Where a territory's rep works from, in mercator units. */
export interface RepHome {
  readonly name: string;
  /** Color of the first territory the rep owns. */
  readonly color: string;
  readonly x: number;
  readonly y: number;
}

/** The homes of all reps who own a territory and have a place, each once, in slot order. */
export function repHomes(reps: Table, territories: readonly (Territory | null)[], seam: number): RepHome[] {
  const rows = rowById(reps);
  const names = columnByRole(reps, "name");
  const homes = new Map<number, RepHome>();
  for (const territory of territories) {
    const rep = territory && primaryRep(territory);
    const row = rep === null || rep === undefined ? undefined : rows.get(rep);
    if (!territory || row === undefined || homes.has(row) || !isLive(reps, row)) continue;
    const place = placeOf(reps, row);
    if (!place) continue;
    homes.set(row, {
      name: cellText(names, row),
      color: territory.color,
      x: unrolled(mercatorX(place.longitude), seam),
      y: mercatorY(place.latitude),
    });
  }
  return [...homes.values()];
}
