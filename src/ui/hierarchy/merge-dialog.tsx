import { createSignal, For, Match, onCleanup, Show, Switch } from "solid-js";
import { mergePart, type PartMerge } from "../../model/merge-part";
import { FileButton } from "../controls/file-button";
import { Modal } from "../controls/modal";
import { doEdit } from "../do-edit";
import { countText } from "../number-format";
import { usePlanner } from "../planner";
import { useServices } from "../services";
import { conflictText, NO_MERGE } from "./merge-words";
import "../territories/dialogs.css";

type State =
  | { readonly kind: "choosing"; readonly problem: string | null }
  | { readonly kind: "reading" }
  | { readonly kind: "locked"; readonly file: File; readonly problem: string | null }
  | { readonly kind: "merge"; readonly name: string; readonly merge: PartMerge };

/** Conflicts listed at once. */
const SHOWN = 100;

/** Takes the changes of a plan that was cut out of this one: what they are, what is in conflict, and one step to undo. */
export function MergeDialog(props: { onClose: () => void }) {
  const planner = usePlanner();
  const { planFiles } = useServices();
  const { session } = planner;
  const [state, setState] = createSignal<State>({ kind: "choosing", problem: null });
  const [passphrase, setPassphrase] = createSignal("");
  onCleanup(() => state().kind === "reading" && planFiles.cancel());

  const read = async (file: File, secret?: string) => {
    setState({ kind: "reading" });
    try {
      const result = await planFiles.read(file, { passphrase: secret });
      if (result.status === "encrypted") {
        setState({ kind: "locked", file, problem: secret === undefined ? null : result.message });
      } else if (result.status !== "ok") {
        setState({ kind: "choosing", problem: result.message });
      } else {
        const merge = mergePart(session.plan, result.plan);
        setState(
          typeof merge === "string"
            ? { kind: "choosing", problem: NO_MERGE[merge] }
            : { kind: "merge", name: result.plan.name, merge },
        );
      }
    } catch (error) {
      setState({ kind: "choosing", problem: error instanceof Error ? error.message : String(error) });
    }
  };
  const is = <Kind extends State["kind"]>(kind: Kind) => {
    const now = state();
    return now.kind === kind ? (now as Extract<State, { kind: Kind }>) : null;
  };
  const count = (number: number, one: string, many: string) =>
    `${countText(planner.plan(), number)} ${number === 1 ? one : many}`;
  const take = () => {
    const merge = is("merge");
    if (merge) doEdit(planner, merge.merge.patch);
    props.onClose();
  };
  return (
    <Modal
      open
      size="small"
      title="Merge a part back"
      description="Takes the changes made in a plan that was cut out of this one. Only what was changed there since changes here."
      onClose={props.onClose}
      footer={
        <>
          <button type="button" class="button" onClick={props.onClose}>
            Cancel
          </button>
          <Show when={is("merge")}>
            {(merge) => (
              <button
                type="button"
                class="button button-primary"
                disabled={merge().merge.patch.changes.length === 0}
                onClick={take}
              >
                Merge
              </button>
            )}
          </Show>
        </>
      }
    >
      <Switch>
        <Match when={is("choosing")}>
          {(choosing) => (
            <div class="form">
              <div>
                <FileButton
                  label="Choose a plan file"
                  accept=".evenfield"
                  primary
                  onFile={(file) => void read(file)}
                />
              </div>
              <p class="form-problem" role="alert">
                {choosing().problem}
              </p>
            </div>
          )}
        </Match>
        <Match when={is("reading")}>
          <p class="form-hint">Reading the plan file…</p>
        </Match>
        <Match when={is("locked")}>
          {(locked) => (
            <form
              class="form"
              onSubmit={(event) => {
                event.preventDefault();
                void read(locked().file, passphrase());
              }}
            >
              <label class="field">
                <span class="field-label">Passphrase</span>
                <input
                  class="input"
                  type="password"
                  autofocus
                  value={passphrase()}
                  onInput={(event) => setPassphrase(event.currentTarget.value)}
                />
              </label>
              <p class="form-problem" role="alert">
                {locked().problem}
              </p>
              <div>
                <button type="submit" class="button">
                  Unlock
                </button>
              </div>
            </form>
          )}
        </Match>
        <Match when={is("merge")}>
          {(found) => (
            <div class="form">
              <p>
                <strong>{found().name}</strong>
                {found().merge.patch.changes.length === 0
                  ? ": nothing was changed in it."
                  : `: ${count(found().merge.accounts, "account moves", "accounts move")}, ${found().merge.units > 0 ? `${count(found().merge.units, "unit changes hands", "units change hands")}, ` : ""}${count(found().merge.territories, "territory changes", "territories change")}, ${count(found().merge.groups, "group changes", "groups change")}.`}
              </p>
              <Show when={found().merge.conflicts.length > 0}>
                <section aria-label="Conflicts">
                  <h3>
                    {count(found().merge.conflicts.length, "conflict", "conflicts")}: here stays as it is
                  </h3>
                  <ul class="merge-conflicts">
                    <For each={found().merge.conflicts.slice(0, SHOWN)}>
                      {(conflict) => <li>{conflictText(planner.plan(), conflict)}</li>}
                    </For>
                  </ul>
                  <Show when={found().merge.conflicts.length > SHOWN}>
                    <p class="form-hint">and {found().merge.conflicts.length - SHOWN} more</p>
                  </Show>
                </section>
              </Show>
            </div>
          )}
        </Match>
      </Switch>
    </Modal>
  );
}
