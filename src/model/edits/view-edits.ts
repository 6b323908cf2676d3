import type { Patch } from "../patch";
import type { Plan } from "../plan";
import type { SheetView } from "../planning/sheet-view";
import { setPlanningRecord } from "./set-planning-record";

/** Adds a named view of a sheet, or puts it in place of the one with its id. */
export function saveView(plan: Plan, view: SheetView): Patch {
  const before = plan.planning.views.find(({ id }) => id === view.id);
  const verb = !before ? "Save view" : before.name === view.name ? "Update view" : "Rename view";
  return setPlanningRecord(plan, "views", view.id, view, `${verb} ${view.name}`);
}

export function deleteView(plan: Plan, id: string): Patch {
  const name = plan.planning.views.find((view) => view.id === id)?.name ?? "";
  return setPlanningRecord(plan, "views", id, null, `Delete view ${name}`);
}

/** A name that no other view of the sheet has: the wanted one, with a number behind it where that is taken. */
export function freeViewName(plan: Plan, table: SheetView["table"], wanted: string): string {
  const taken = new Set(plan.planning.views.filter((view) => view.table === table).map(({ name }) => name));
  if (!taken.has(wanted)) return wanted;
  let number = 2;
  while (taken.has(`${wanted} ${number}`)) number++;
  return `${wanted} ${number}`;
}
