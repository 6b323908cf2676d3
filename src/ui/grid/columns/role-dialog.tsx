import { createSignal, For, Show } from "solid-js";
import { setColumnRole } from "../../../model/edits/column-edits";
import { type Column, type ColumnRole, columnByRole, type TableName } from "../../../model/table";
import { Modal } from "../../controls/modal";
import { ROLE_WORDS } from "../../import/column-words";
import type { GridState } from "../grid-state";
import { roleChoices, roleConsequence } from "./role-choices";

/** What a column is used for. */
export function RoleDialog(props: {
  grid: GridState;
  table: TableName;
  column: Column;
  onClose: () => void;
}) {
  const { table, column } = props;
  const { edit } = props.grid.props;
  const [role, setRole] = createSignal<ColumnRole | null>(column.role);
  const before = () => {
    const wanted = role();
    const other = wanted && columnByRole(edit.plan().tables[table], wanted);
    return other && other.key !== column.key ? other : null;
  };
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    edit.commit(setColumnRole(edit.plan(), table, column.key, role()));
    props.onClose();
  };
  return (
    <Modal
      open
      size="small"
      title={`What ${column.header} is used for`}
      onClose={props.onClose}
      footer={
        <>
          <button type="button" class="button" onClick={props.onClose}>
            Cancel
          </button>
          <button type="submit" form="role-form" class="button button-primary">
            Save
          </button>
        </>
      }
    >
      <form id="role-form" class="form" onSubmit={save}>
        <label class="field">
          <span class="field-label">Used as</span>
          <select
            class="select"
            value={role() ?? ""}
            onChange={(event) => setRole((event.currentTarget.value || null) as ColumnRole | null)}
          >
            <option value="">Nothing in particular</option>
            <For each={roleChoices(table, column)}>
              {(choice) => <option value={choice}>{ROLE_WORDS[choice]}</option>}
            </For>
          </select>
        </label>
        <p class="muted" role="status">
          {roleConsequence(role())}
          <Show when={before()}>
            {(other) => ` ${other().header} is used so now, and no longer will be.`}
          </Show>
        </p>
      </form>
    </Modal>
  );
}
