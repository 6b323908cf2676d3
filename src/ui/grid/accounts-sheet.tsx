import X from "lucide-solid/icons/x";
import { createMemo, type JSX, Show } from "solid-js";
import { naturalOrder } from "../../model/row-order";
import { selectedRows } from "../../session/row-selection";
import type { Action } from "../actions";
import { createCellComments } from "../comments/cell-comments";
import { type DropTarget, pressOnAccounts } from "../drag-accounts";
import { AddColumnMenu } from "../formulas/add-column-menu";
import { usePlanner } from "../planner";
import { accountFitColumn } from "../reps/fit-columns";
import { SelectionBar } from "../selection-bar";
import { createAlignmentColumns } from "./alignment-columns";
import { createBaselineColumns } from "./baseline-columns";
import { DataGrid } from "./data-grid";
import { createDerivedColumns } from "./derived-columns";
import { createMeasureShareColumns } from "./measure-share-columns";
import { createPlanningColumns } from "./planning-columns";
import { createSheetEdit } from "./sheet-edit";
import { createTableColumns } from "./table-columns";
import { createColumnsWithTrends } from "./trend-columns";
import { createSheetViews } from "./views/sheet-views";

/** The accounts with their place in the alignment. Rows shown and rows selected are shared with map and panel. */
export function AccountsSheet(props: {
  /** The planner wants these accounts assigned to a territory still to be chosen. */
  onAssign: (accounts: readonly number[]) => void;
  /** Accounts were dropped on something that takes them, or says why it does not. */
  onDropAccounts: (target: DropTarget, accounts: readonly number[]) => void;
  /** What can be done with the selected accounts. */
  rowActions?: readonly Action[];
  /** Offers the actions on selected accounts under the rows too, where nothing else on the screen does. */
  selectionBar?: boolean;
  /** Stands in place of the rows while the plan has no account. */
  empty?: JSX.Element;
  /** Stands at the end of the bar above the grid. */
  tools?: JSX.Element;
}) {
  const planner = usePlanner();
  const views = createSheetViews(planner, "accounts");
  const own = createColumnsWithTrends(planner, "accounts", createTableColumns(planner, "accounts"));
  const derived = createAlignmentColumns(planner, (rows) => props.onAssign(rows));
  const planned = createPlanningColumns(planner);
  const baseline = createBaselineColumns(planner);
  const shares = createMeasureShareColumns(planner);
  const fit = accountFitColumn(planner);
  const calculated = createDerivedColumns(planner, "accounts");
  const hasReps = createMemo(() => planner.plan().tables.reps.count > 0);
  const columns = createMemo(() => {
    const name = own().find((column) => column.pinned);
    const others = own().filter((column) => column !== name);
    const shown = [
      ...derived,
      ...baseline,
      ...planned(),
      ...others,
      ...calculated(),
      ...shares(),
      ...(hasReps() ? [fit] : []),
    ];
    return name ? [name, ...shown] : shown;
  });
  const accounts = createMemo(() => planner.plan().tables.accounts);
  const comments = createCellComments(planner, "accounts");
  const hidden = createMemo(() => {
    const { count, deleted } = accounts();
    const lit = planner.spotlight()?.accounts;
    return lit
      ? Uint8Array.from({ length: count }, (_, row) => (lit[row] && !deleted?.[row] ? 0 : 1))
      : deleted;
  });

  return (
    <>
      <DataGrid
        name="Accounts"
        noun={["account", "accounts"]}
        rowCount={accounts().count}
        hidden={hidden()}
        order={naturalOrder(accounts())}
        subset={planner.spotlight() !== null}
        columns={columns()}
        locale={planner.plan().settings.locale}
        readOnly={planner.readOnly()}
        selection={planner.selection()}
        onSelect={(selection) => planner.session.select(selection)}
        onShown={planner.setShownAccounts}
        onPress={(press, rows, atOnce) => pressOnAccounts(press, rows, props.onDropAccounts, atOnce)}
        rowActions={props.rowActions}
        edit={createSheetEdit(planner, "accounts")}
        views={views}
        comments={comments}
        announce={planner.announce}
        empty={props.empty}
        tools={
          <>
            <Show when={planner.spotlight()}>
              {(spotlight) => (
                <span class="grid-chip">
                  <span class="grid-chip-words">{spotlight().label}</span>
                  <button
                    type="button"
                    class="grid-chip-remove"
                    aria-label="Show all accounts again"
                    onClick={() => planner.setSpotlight(null)}
                  >
                    <X aria-hidden="true" />
                  </button>
                </span>
              )}
            </Show>
            <AddColumnMenu table="accounts" />
            {props.tools}
          </>
        }
      />
      <Show when={props.selectionBar}>
        <div class="grid-selection">
          <SelectionBar onAssign={() => props.onAssign(selectedRows(planner.selection()))} />
        </div>
      </Show>
    </>
  );
}
