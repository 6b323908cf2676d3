import { type Accessor, createMemo } from "solid-js";
import { primaryRep, type Territory } from "../../model/alignment";
import { rowById } from "../../model/table";
import type { Planner } from "../planner";
import { rowName } from "./table-columns";

/** Name of each territory's primary rep by slot; "" where there is none. The same array for as long as the names hold. */
export function createRepNames(
  planner: Planner,
  territories: Accessor<readonly (Territory | null)[]>,
): Accessor<readonly string[]> {
  const reps = createMemo(() => planner.plan().tables.reps);
  const nameOf = (territory: Territory | null): string => {
    const id = territory && primaryRep(territory);
    const row = id === null ? undefined : rowById(reps()).get(id);
    return row === undefined ? "" : rowName(reps().columns, row);
  };
  return createMemo<readonly string[]>(() => territories().map(nameOf), [], { equals: sameTexts });
}

function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, i) => text === b[i]);
}
