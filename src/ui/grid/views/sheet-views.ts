import { type Accessor, createMemo } from "solid-js";
import type { SheetView } from "../../../model/planning/sheet-view";
import type { Planner } from "../../planner";
import { tryServices } from "../../services";

/** Where a sheet's views come from and go to. */
export interface SheetViews {
  readonly table: SheetView["table"];
  /** The views saved in the plan, as tracked scopes read them. */
  readonly saved: Accessor<readonly SheetView[]>;
  readonly makeId: () => string;
  /** What this device remembers of how the sheet looked last; null where nothing is remembered. */
  readonly memory: SheetMemory | null;
}

export interface SheetMemory {
  readonly recall: () => Promise<unknown>;
  readonly keep: (value: unknown) => Promise<void>;
}

export function createSheetViews(planner: Planner, table: SheetView["table"]): SheetViews {
  const services = tryServices();
  const key = `sheet-look:${planner.session.plan.id}:${table}`;
  return {
    table,
    saved: createMemo(() => planner.plan().planning.views.filter((view) => view.table === table)),
    makeId: services?.makeId ?? (() => crypto.randomUUID()),
    memory: services
      ? {
          recall: () => services.store.setting(key),
          keep: (value) => services.store.setSetting(key, value),
        }
      : null,
  };
}
