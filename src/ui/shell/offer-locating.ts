import { createEffect, on } from "solid-js";
import type { Change } from "../../model/patch";
import { type ColumnRole, columnByKey } from "../../model/table";
import type { Planner } from "../planner";
import type { Services } from "../services";
import { locateAccounts } from "./locate-accounts";

const ADDRESS: ReadonlySet<ColumnRole | null> = new Set(["postalCode", "city", "state", "country", "street"]);

/** After an edit of an address offers to look the place up again: the old one would be a lie. */
export function offerLocating(planner: Planner, services: Services): void {
  createEffect(
    on(planner.lastChange, (change) => {
      if (change?.origin !== "edit") return;
      const rows = new Set(change.patch.changes.flatMap((part) => addressRows(planner, part)));
      if (rows.size === 0) return;
      planner.notify({
        text: "The address changed; the place on the map did not.",
        action: {
          label: "Locate again",
          run: () => void locateAccounts(planner, services, [...rows]),
        },
      });
    }),
  );
}

function addressRows(planner: Planner, change: Change): number[] {
  if (change.kind !== "cells" || change.table !== "accounts") return [];
  const column = columnByKey(planner.session.plan.tables.accounts, change.column);
  return column && ADDRESS.has(column.role) ? [...change.rows] : [];
}
