import X from "lucide-solid/icons/x";
import { createMemo, createSignal, type JSX, Show } from "solid-js";
import { naturalOrder } from "../../model/row-order";
import type { TableName } from "../../model/table";
import { NOTHING_SELECTED } from "../../session/row-selection";
import { createCellComments } from "../comments/cell-comments";
import { AddColumnMenu } from "../formulas/add-column-menu";
import { usePlanner } from "../planner";
import { DataGrid } from "./data-grid";
import { createDerivedColumns } from "./derived-columns";
import { createSheetEdit } from "./sheet-edit";
import { createTableColumns } from "./table-columns";
import { createColumnsWithTrends } from "./trend-columns";
import { createSheetViews } from "./views/sheet-views";

/** Rows picked out by something else than a column's filter, until `end`. */
export interface RowSpotlight {
  readonly label: string;
  /** 1 for each row in it. */
  readonly rows: Uint8Array;
  readonly end: () => void;
}

/** One of the plan's further tables as a sheet, with a selection of its own. */
export function TableSheet(props: {
  table: Exclude<TableName, "accounts">;
  /** What screen readers call the grid: "Leads". */
  name: string;
  noun: readonly [one: string, many: string];
  /** Stands in place of the rows while the table has none. */
  empty?: JSX.Element;
  spotlight?: RowSpotlight | null;
}) {
  const planner = usePlanner();
  const views = createSheetViews(planner, props.table);
  const own = createColumnsWithTrends(planner, props.table, createTableColumns(planner, props.table));
  const calculated = createDerivedColumns(planner, props.table);
  const columns = createMemo(() => [...own(), ...calculated()]);
  const table = createMemo(() => planner.plan().tables[props.table]);
  const hidden = createMemo(() => {
    const { count, deleted } = table();
    const lit = props.spotlight?.rows;
    return lit
      ? Uint8Array.from({ length: count }, (_, row) => (lit[row] && !deleted?.[row] ? 0 : 1))
      : deleted;
  });
  const comments = createCellComments(planner, props.table);
  const [selection, setSelection] = createSignal(NOTHING_SELECTED);
  return (
    <DataGrid
      name={props.name}
      noun={props.noun}
      rowCount={table().count}
      hidden={hidden()}
      order={naturalOrder(table())}
      subset={Boolean(props.spotlight)}
      columns={columns()}
      locale={planner.plan().settings.locale}
      readOnly={planner.readOnly()}
      selection={selection()}
      onSelect={setSelection}
      edit={createSheetEdit(planner, props.table)}
      views={views}
      comments={comments}
      announce={planner.announce}
      empty={props.empty}
      tools={
        <>
          <Show when={props.spotlight}>
            {(spotlight) => (
              <span class="grid-chip">
                <span class="grid-chip-words">{spotlight().label}</span>
                <button
                  type="button"
                  class="grid-chip-remove"
                  aria-label={`Show all ${props.noun[1]} again`}
                  onClick={() => spotlight().end()}
                >
                  <X aria-hidden="true" />
                </button>
              </span>
            )}
          </Show>
          <AddColumnMenu table={props.table} />
        </>
      }
    />
  );
}
