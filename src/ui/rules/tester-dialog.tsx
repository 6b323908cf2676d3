import { createSignal, Show } from "solid-js";
import { Modal } from "../controls/modal";
import { usePlanner } from "../planner";
import { useServices } from "../services";
import "../territories/dialogs.css";
import { createArriving } from "./create-arriving";
import { RouteSteps, takerWords } from "./route-steps";
import { RowProblems, reasonOf } from "./row-problems";
import "./rule-dialogs.css";

/** One lead, pasted or typed, and its way through the rules. Nothing is changed by it. */
export function TesterDialog(props: { onClose: () => void }) {
  const planner = usePlanner();
  const services = useServices();
  const [text, setText] = createSignal("");
  const { rows, arriving, problem } = createArriving(planner, services, () => "leads", text);
  const headers = () =>
    planner
      .plan()
      .tables.leads.columns.slice(0, 6)
      .map(({ header }) => header)
      .join(", ");
  return (
    <Modal
      open
      size="medium"
      title="Test a lead"
      description="Paste a line of a file, with or without its headers, or write fields as “State: TX”. Nothing is changed."
      onClose={props.onClose}
      footer={
        <button type="button" class="button button-primary" onClick={props.onClose}>
          Done
        </button>
      }
    >
      <div class="form">
        <label class="field">
          <span class="field-label">Lead</span>
          <textarea
            class="input"
            rows={5}
            spellcheck={false}
            placeholder={"State: TX\nIndustry: Energy\nEmployees: 250"}
            value={text()}
            onInput={(event) => setText(event.currentTarget.value)}
            autofocus
          />
        </label>
        <Show when={rows()?.hasHeaders === false}>
          <p class="form-hint">Read in the order of the sheet: {headers()} …</p>
        </Show>
        <RowProblems rows={rows()} problem={problem()} />
        <Show when={arriving()?.decisions[0] && arriving()}>
          {(result) => (
            <section aria-label="Result">
              <p class="route-result" role="status" aria-label="Goes to">
                <strong>{takerWords(result().plan, planner.path(), result().decisions[0]!)}</strong>
                <span class="muted">
                  {" "}
                  by {result().decisions[0]!.rule?.name ?? "Catch-all"}:{" "}
                  {reasonOf(result().plan, planner.path(), result().decisions[0]!)}
                </span>
              </p>
              <RouteSteps
                plan={result().plan}
                path={planner.path()}
                table="leads"
                decision={result().decisions[0]!}
              />
            </section>
          )}
        </Show>
      </div>
    </Modal>
  );
}
