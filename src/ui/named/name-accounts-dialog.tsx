import { createMemo, createSignal, For, Show } from "solid-js";
import { countOf } from "../../model/edits/assign-accounts";
import { nameAccounts } from "../../model/edits/name-accounts";
import { slotsOfRep } from "../../model/named-accounts";
import { Modal } from "../controls/modal";
import { doEdit } from "../do-edit";
import { usePlanner } from "../planner";
import { useServices } from "../services";
import { repChoices } from "./rep-choices";
import "../territories/dialogs.css";

/** Names accounts for a rep, or takes the name off them again. */
export function NameAccountsDialog(props: { accounts: readonly number[]; onClose: () => void }) {
  const planner = usePlanner();
  const { makeId } = useServices();
  const { session } = planner;
  const ids = new Set(props.accounts.map((row) => session.plan.tables.accounts.ids[row]!));
  const named = session.plan.planning.namedAccounts.filter(({ account }) => ids.has(account));
  const [rep, setRep] = createSignal(named[0] ? String(named[0].rep) : "");
  const [territory, setTerritory] = createSignal(named[0]?.territory ?? "");
  const reps = createMemo(() => repChoices(planner.plan()));
  const territories = createMemo(() =>
    rep() === ""
      ? []
      : slotsOfRep(planner.alignment(), Number(rep())).map((slot) => planner.alignment().territories[slot]!),
  );
  const chosen = () => (territories().some(({ id }) => id === territory()) ? territory() : "");
  const save = (to: { rep: number; territory: string | null } | null) => {
    doEdit(planner, nameAccounts(session.plan, session.path, props.accounts, to, makeId));
    props.onClose();
  };
  return (
    <Modal
      open
      size="small"
      title={`Name ${countOf(props.accounts.length)} for a rep`}
      description="A named account belongs to its rep wherever it lies: it is in a territory of theirs, and follows when they get another one."
      onClose={props.onClose}
      footer={
        <>
          <Show when={named.length > 0}>
            <button type="button" class="button" onClick={() => save(null)}>
              Name no longer
            </button>
          </Show>
          <button type="button" class="button" onClick={props.onClose}>
            Cancel
          </button>
          <button
            type="submit"
            form="name-accounts-form"
            class="button button-primary"
            disabled={rep() === "" || (territories().length > 1 && chosen() === "")}
          >
            Name
          </button>
        </>
      }
    >
      <form
        id="name-accounts-form"
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (rep() !== "") save({ rep: Number(rep()), territory: chosen() || null });
        }}
      >
        <label class="field">
          <span class="field-label">Rep</span>
          <select
            class="select"
            value={rep()}
            onChange={(event) => setRep(event.currentTarget.value)}
            autofocus
          >
            <option value="">Choose a rep</option>
            <For each={reps()}>{({ id, name }) => <option value={String(id)}>{name}</option>}</For>
          </select>
        </label>
        <Show when={territories().length > 1}>
          <label class="field">
            <span class="field-label">In which of their territories</span>
            <select
              class="select"
              value={chosen()}
              onChange={(event) => setTerritory(event.currentTarget.value)}
            >
              <option value="">Choose a territory</option>
              <For each={territories()}>{({ id, name }) => <option value={id}>{name}</option>}</For>
            </select>
          </label>
        </Show>
        <Show when={rep() !== "" && territories().length === 0}>
          <p class="form-hint">
            This rep has no territory: the accounts stay where they are until there is one.
          </p>
        </Show>
      </form>
    </Modal>
  );
}
