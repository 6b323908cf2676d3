import { createMemo, createSignal, type JSX } from "solid-js";
import { UNASSIGNED } from "../../model/alignment";
import { NOTHING_SELECTED } from "../../session/row-selection";
import type { Action } from "../actions";
import { createCellComments } from "../comments/cell-comments";
import { AddColumnMenu } from "../formulas/add-column-menu";
import { usePlanner } from "../planner";
import { DataGrid } from "./data-grid";
import { createDerivedColumns } from "./derived-columns";
import { createSheetEdit } from "./sheet-edit";
import { createTerritoryColumns } from "./territory-columns";
import { createSheetViews } from "./views/sheet-views";

/** The territories of the alignment shown: a row each, by slot, with their figures as they are now. */
export function TerritoriesSheet(props: {
  /** What can be done with the selected territories. */
  rowActions?: (slots: readonly number[]) => readonly Action[];
  /** Stands in place of the rows while there is no territory. */
  empty?: JSX.Element;
}) {
  const planner = usePlanner();
  const views = createSheetViews(planner, "territories");
  const own = createTerritoryColumns(planner);
  const calculated = createDerivedColumns(planner, "territories");
  const columns = createMemo(() => [...own(), ...calculated()]);
  const territories = createMemo(() => planner.alignment().territories);
  const hidden = createMemo(() =>
    Uint8Array.from(territories(), (territory, slot) => (territory && slot !== UNASSIGNED ? 0 : 1)),
  );
  const comments = createCellComments(planner, "territories");
  const [selection, setSelection] = createSignal(NOTHING_SELECTED);
  const selectedSlots = () => [...territories().keys()].filter((slot) => selection().flags[slot] === 1);
  return (
    <DataGrid
      name="Territories"
      noun={["territory", "territories"]}
      rowCount={territories().length}
      hidden={hidden()}
      columns={columns()}
      locale={planner.plan().settings.locale}
      readOnly={planner.readOnly()}
      selection={selection()}
      onSelect={setSelection}
      rowActions={props.rowActions?.(selectedSlots())}
      edit={createSheetEdit(planner, "territories")}
      views={views}
      comments={comments}
      announce={planner.announce}
      empty={props.empty}
      tools={<AddColumnMenu table="territories" />}
    />
  );
}
