import { createSignal, Show } from "solid-js";
import type { RoutedTable } from "../../model/planning/routing-rule";
import { FileButton } from "../controls/file-button";
import { Modal } from "../controls/modal";
import { RadioChoice } from "../controls/radio-choice";
import { usePlanner } from "../planner";
import { useServices } from "../services";
import "../territories/dialogs.css";
import { createArriving } from "./create-arriving";
import { DecisionTable } from "./decision-table";
import { RowProblems } from "./row-problems";
import { editAndTell } from "./rule-actions";
import "./rule-dialogs.css";

/** New leads or accounts for the open plan, from a file or pasted: located, routed by the rules, each with its reason; one undo step. */
export function AddRowsDialog(props: { onClose: () => void }) {
  const planner = usePlanner();
  const services = useServices();
  const [table, setTable] = createSignal<RoutedTable>("leads");
  const [text, setText] = createSignal("");
  const [routed, setRouted] = createSignal(true);
  const { rows, arriving, problem } = createArriving(planner, services, table, text);
  const noun = (count: number) => (count === 1 ? table().slice(0, -1) : table());
  const counted = () => {
    const count = rows()?.count ?? 0;
    return `${count.toLocaleString(planner.plan().settings.locale)} ${noun(count)}`;
  };
  const ready = () => {
    const result = arriving();
    return result?.table === table() && result.decisions.length === rows()?.count ? result : null;
  };
  const given = () => ready()?.decisions.filter(({ answer }) => answer.given).length ?? 0;
  const accept = () => {
    const result = ready();
    if (!result) return;
    props.onClose();
    editAndTell(planner, result.patch(routed()));
  };
  return (
    <Modal
      open
      size="large"
      title="Add leads or accounts"
      description="New rows go behind those of the plan. The rules say who gets each, and why."
      onClose={props.onClose}
      footer={
        <>
          <p class="rule-foot muted" role="status">
            <Show when={ready() && routed()}>
              {`${given().toLocaleString(planner.plan().settings.locale)} of ${counted()} go to someone.`}
            </Show>
          </p>
          <button type="button" class="button" onClick={props.onClose}>
            Cancel
          </button>
          <button type="button" class="button button-primary" disabled={!ready()} onClick={accept}>
            {ready() ? `Add ${counted()}` : "Add"}
          </button>
        </>
      }
    >
      <div class="form">
        <div class="form-row">
          <RadioChoice
            label="What they are"
            value={table()}
            choices={[
              { value: "leads", label: "Leads" },
              { value: "accounts", label: "Accounts" },
            ]}
            onChange={setTable}
          />
          <FileButton
            label="Choose a file"
            accept=".csv,.tsv,.txt"
            onFile={(file) => void file.text().then(setText)}
          />
        </div>
        <label class="field">
          <span class="field-label">Or paste rows, headers first</span>
          <textarea
            class="input"
            rows={4}
            spellcheck={false}
            value={text().length > 100_000 ? `${text().slice(0, 1_000)}…` : text()}
            readOnly={text().length > 100_000}
            onInput={(event) => setText(event.currentTarget.value)}
            autofocus
          />
        </label>
        <label class="check-field">
          <input
            type="checkbox"
            checked={routed()}
            onChange={(event) => setRouted(event.currentTarget.checked)}
          />
          Route them by the rules
        </label>
        <RowProblems rows={rows()} problem={problem()} />
        <Show when={routed() && ready()}>
          {(result) => (
            <DecisionTable
              plan={result().plan}
              path={planner.path()}
              table={result().table}
              decisions={result().decisions}
            />
          )}
        </Show>
      </div>
    </Modal>
  );
}
