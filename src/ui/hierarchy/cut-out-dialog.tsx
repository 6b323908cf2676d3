import { createSignal, onCleanup, Show } from "solid-js";
import { cutOut } from "../../model/cut-out";
import { slotsWithin } from "../../model/hierarchy";
import { exportFileName } from "../../session/export-name";
import { Modal } from "../controls/modal";
import { countText } from "../number-format";
import { usePlanner } from "../planner";
import { useServices } from "../services";
import { saveFile } from "../share/save-file";
import "../controls/form.css";
import "../territories/dialogs.css";

/** Saves a group with its accounts as a plan file of its own, for a manager to work on and send back. */
export function CutOutDialog(props: { group: string; onClose: () => void }) {
  const planner = usePlanner();
  const { planFiles, makeId } = useServices();
  const { session } = planner;
  const group = session.alignment.groups.find(({ id }) => id === props.group);
  const slots = new Set(slotsWithin(session.alignment, props.group));
  let accounts = 0;
  for (const slot of slots) accounts += session.figures.accounts[slot] ?? 0;
  const [passphrase, setPassphrase] = createSignal("");
  const [running, setRunning] = createSignal(false);
  const [failure, setFailure] = createSignal<string | null>(null);
  onCleanup(() => running() && planFiles.cancel());

  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    setRunning(true);
    setFailure(null);
    try {
      const plan = cutOut(session.plan, session.path, props.group, makeId());
      const bytes = await planFiles.write({ plan, revisions: [] }, { passphrase: passphrase() || undefined });
      const name = exportFileName(plan, "plan");
      saveFile(name, bytes, "application/zip");
      planner.notify({ text: `“${name}” was saved to your downloads.` });
      setRunning(false);
      props.onClose();
    } catch (error) {
      setRunning(false);
      setFailure(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <Modal
      open
      size="small"
      title={`${group?.name ?? "Group"} as a plan of its own`}
      description="A plan file with nothing but this group: its territories, their accounts and deals, and the reps who cover them. Changes made in it can be merged back."
      keepOpen={running()}
      onClose={props.onClose}
      footer={
        <>
          <button type="button" class="button" onClick={props.onClose}>
            Cancel
          </button>
          <button
            type="submit"
            form="cut-out-form"
            class="button button-primary"
            disabled={running() || slots.size === 0}
          >
            Save plan file
          </button>
        </>
      }
    >
      <form id="cut-out-form" class="form" onSubmit={(event) => void save(event)}>
        <p>
          {countText(planner.plan(), slots.size)} {slots.size === 1 ? "territory" : "territories"},{" "}
          {countText(planner.plan(), accounts)} {accounts === 1 ? "account" : "accounts"}
        </p>
        <label class="field">
          <span class="field-label">Passphrase, if the file is to be encrypted</span>
          <input
            class="input"
            type="password"
            autocomplete="new-password"
            value={passphrase()}
            onInput={(event) => setPassphrase(event.currentTarget.value)}
          />
        </label>
        <Show when={slots.size === 0}>
          <p class="form-problem">There is no territory in it.</p>
        </Show>
        <p class="form-problem" role="alert">
          {failure()}
        </p>
      </form>
    </Modal>
  );
}
