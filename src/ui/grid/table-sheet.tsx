import { createMemo, createSignal, type JSX } from "solid-js";
import type { TableName } from "../../model/table";
import { NOTHING_SELECTED } from "../../session/row-selection";
import { usePlanner } from "../planner";
import { DataGrid } from "./data-grid";
import { createTableColumns } from "./table-columns";

/** One of the plan's further tables as a sheet, with a selection of its own. */
export function TableSheet(props: {
  table: Exclude<TableName, "accounts">;
  /** What screen readers call the grid: "Leads". */
  name: string;
  noun: readonly [one: string, many: string];
  /** Stands in place of the rows while the table has none. */
  empty?: JSX.Element;
}) {
  const planner = usePlanner();
  const columns = createTableColumns(planner, props.table);
  const table = createMemo(() => planner.plan().tables[props.table]);
  const [selection, setSelection] = createSignal(NOTHING_SELECTED);
  return (
    <DataGrid
      name={props.name}
      noun={props.noun}
      rowCount={table().count}
      hidden={table().deleted}
      columns={columns()}
      locale={planner.plan().settings.locale}
      readOnly={planner.readOnly()}
      selection={selection()}
      onSelect={setSelection}
      announce={planner.announce}
      empty={props.empty}
    />
  );
}
