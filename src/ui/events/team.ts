import { primaryRep, type TerritorySlot, territorySlots } from "../../model/alignment";
import type { RowId } from "../../model/ids";
import { isLive } from "../../model/table";
import { rowName } from "../grid/table-columns";
import type { Planner } from "../planner";

/** A rep or a territory to choose. */
export interface Choice<Id> {
  readonly id: Id;
  readonly name: string;
}

const NAMES = new Intl.Collator(undefined, { numeric: true });

/** The reps by name. */
export function repChoices(planner: Planner): Choice<RowId>[] {
  const { reps } = planner.plan().tables;
  const choices: Choice<RowId>[] = [];
  for (let row = 0; row < reps.count; row++) {
    const name = rowName(reps.columns, row);
    if (isLive(reps, row)) choices.push({ id: reps.ids[row]!, name: name || "A rep without a name" });
  }
  return choices.sort((a, b) => NAMES.compare(a.name, b.name));
}

/** The territories by name. */
export function territoryChoices(planner: Planner): Choice<TerritorySlot>[] {
  const alignment = planner.alignment();
  return territorySlots(alignment)
    .map((slot) => ({ id: slot, name: alignment.territories[slot]!.name }))
    .sort((a, b) => NAMES.compare(a.name, b.name));
}

/** Slots of the territories that a rep owns. */
export function territoriesOf(planner: Planner, rep: RowId): TerritorySlot[] {
  const alignment = planner.alignment();
  return territorySlots(alignment).filter((slot) => primaryRep(alignment.territories[slot]!) === rep);
}
