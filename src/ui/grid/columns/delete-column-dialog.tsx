import { For, Show } from "solid-js";
import { columnUses } from "../../../model/column-uses";
import { deleteColumn } from "../../../model/edits/delete-column";
import type { Column, TableName } from "../../../model/table";
import { Modal } from "../../controls/modal";
import type { GridState } from "../grid-state";
import { fateWords, useWords } from "./use-words";

/** Says what reads a column and what becomes of it, before the column goes. */
export function DeleteColumnDialog(props: {
  grid: GridState;
  table: TableName;
  column: Column;
  onClose: () => void;
}) {
  const { table, column } = props;
  const { edit } = props.grid.props;
  const uses = columnUses(edit.plan(), table, column.key);
  const remove = () => {
    const { notify, undo } = edit;
    const done = edit.commit(deleteColumn(edit.plan(), table, column.key));
    if (done) notify({ text: `Deleted column ${column.header}.`, action: { label: "Undo", run: undo } });
    props.onClose();
  };
  return (
    <Modal
      open
      size="small"
      title={`Delete ${column.header}?`}
      description={uses.length === 0 ? "Nothing else in the plan reads this column." : undefined}
      onClose={props.onClose}
      footer={
        <>
          <button type="button" class="button" onClick={props.onClose}>
            Cancel
          </button>
          <button type="button" class="button button-danger" autofocus onClick={remove}>
            Delete column
          </button>
        </>
      }
    >
      <Show when={uses.length > 0}>
        <p>The plan reads this column here:</p>
        <ul class="column-facts" aria-label="What reads the column">
          <For each={uses}>
            {(use) => (
              <li>
                {useWords(use)}: <span class="muted">{fateWords(use)}</span>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </Modal>
  );
}
