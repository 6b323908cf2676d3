import { Match, Show, Switch } from "solid-js";
import type { GridState } from "../grid-state";
import { ChecksDialog } from "./checks-dialog";
import { ColorsDialog } from "./colors-dialog";
import type { OpenColumnDialog } from "./column-tools";
import { ColumnsDialog } from "./columns-dialog";
import { DeleteColumnDialog } from "./delete-column-dialog";
import { RoleDialog } from "./role-dialog";
import { storedColumn } from "./stored-column";
import { TypeDialog } from "./type-dialog";

/** The dialog about columns that is open. */
export function ColumnDialogs(props: { grid: GridState; dialog: OpenColumnDialog; onClose: () => void }) {
  const { grid, dialog } = props;
  const key = dialog.kind === "columns" ? "" : dialog.key;
  const column = grid.props.columns.find((candidate) => candidate.key === key);
  const stored = storedColumn(grid, key);
  const shared = { grid, onClose: () => props.onClose() };
  return (
    <Switch>
      <Match when={dialog.kind === "columns"}>
        <ColumnsDialog {...shared} />
      </Match>
      <Match when={dialog.kind === "checks" && column}>
        {(found) => <ChecksDialog {...shared} column={found()} />}
      </Match>
      <Match when={dialog.kind === "colors" && column}>
        {(found) => <ColorsDialog {...shared} column={found()} />}
      </Match>
      <Match when={stored}>
        {(found) => (
          <>
            <Show when={dialog.kind === "delete"}>
              <DeleteColumnDialog {...shared} table={found().table} column={found().column} />
            </Show>
            <Show when={dialog.kind === "type"}>
              <TypeDialog {...shared} table={found().table} column={found().column} />
            </Show>
            <Show when={dialog.kind === "use"}>
              <RoleDialog {...shared} table={found().table} column={found().column} />
            </Show>
          </>
        )}
      </Match>
    </Switch>
  );
}
