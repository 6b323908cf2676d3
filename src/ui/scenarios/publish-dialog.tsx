import { createMemo, createSignal, For, Show } from "solid-js";
import { dayIn, dayOfIso, isoDay } from "../../model/day";
import { publishScenario, withdrawPublication } from "../../model/edits/publish-scenario";
import { scenarioById } from "../../model/plan";
import { type Term, termsOf } from "../../model/planning/publication";
import { Modal } from "../controls/modal";
import { doneText } from "../done-text";
import { numberFormat } from "../grid/cell-format";
import { usePlanner } from "../planner";
import { useServices } from "../services";
import "../territories/dialogs.css";
import "./compare-dialog.css";

/** Puts a scenario in force from a day on, and shows what was, is and will be in force when. */
export function PublishDialog(props: { scenario: string; onClose: () => void }) {
  const planner = usePlanner();
  const { author, makeId } = useServices();
  const { session } = planner;
  const scenario = scenarioById(session.plan, props.scenario);
  const today = dayIn(session.plan.settings.timeZone, Date.now());
  const [day, setDay] = createSignal(isoDay(today));
  const [note, setNote] = createSignal("");
  const [asBaseline, setAsBaseline] = createSignal(false);
  const terms = createMemo(() => termsOf(planner.plan().planning.publications).toReversed());
  const date = (value: number) => numberFormat("date", planner.plan().settings)(value);
  const fixed = () => planner.readOnly() || planner.preview() !== null;

  const publish = (event: SubmitEvent) => {
    event.preventDefault();
    const effective = dayOfIso(day());
    if (effective === null || fixed()) return;
    const patch = publishScenario(session.plan, props.scenario, {
      id: makeId(),
      frozen: makeId(),
      effective,
      publishedAt: Date.now(),
      author: author.name(),
      note: note().trim(),
      asBaseline: asBaseline(),
    });
    if (!session.edit(patch)) return;
    const text = `Published ${scenario.name} from ${date(effective)}.`;
    planner.announce(text);
    planner.notify({ text, action: { label: "Undo", run: () => session.undo() } });
    props.onClose();
  };
  const withdraw = ({ publication }: Term) => {
    const patch = withdrawPublication(session.plan, publication.id);
    if (session.edit(patch)) planner.announce(doneText(patch.label));
  };
  const state = ({ publication, until }: Term) => {
    if (publication.effective > today) return "planned";
    return until !== null && until <= today ? "past" : "in force";
  };

  return (
    <Modal
      open
      size="medium"
      title={`Publish ${scenario.name}`}
      description="A copy is frozen as it is now and kept among the archived scenarios; the scenario itself can go on changing."
      onClose={props.onClose}
      footer={
        <>
          <span class="spacer" />
          <button type="button" class="button" onClick={() => props.onClose()}>
            Cancel
          </button>
          <button
            type="submit"
            form="publish-form"
            class="button button-primary"
            disabled={dayOfIso(day()) === null || fixed()}
          >
            Publish
          </button>
        </>
      }
    >
      <form id="publish-form" class="form" onSubmit={publish}>
        <label class="field">
          <span class="field-label">In force from</span>
          <input
            class="input"
            type="date"
            required
            value={day()}
            onInput={(event) => setDay(event.currentTarget.value)}
            autofocus
          />
        </label>
        <label class="field">
          <span class="field-label">Note</span>
          <textarea
            class="input"
            rows={2}
            value={note()}
            onInput={(event) => setNote(event.currentTarget.value)}
          />
        </label>
        <label>
          <input
            type="checkbox"
            checked={asBaseline()}
            onChange={(event) => setAsBaseline(event.currentTarget.checked)}
          />{" "}
          Count disruption from now on against this plan (it becomes the baseline)
        </label>
      </form>
      <h3 class="compare-heading">In force</h3>
      <Show when={terms().length > 0} fallback={<p class="form-hint">Nothing has been published yet.</p>}>
        <div class="compare-scroll">
          <table class="compare-table">
            <caption class="visually-hidden">What was, is and will be in force when</caption>
            <thead>
              <tr>
                <th scope="col">Scenario</th>
                <th scope="col">From</th>
                <th scope="col">Until</th>
                <th scope="col">By</th>
                <th scope="col">
                  <span class="visually-hidden">State</span>
                </th>
                <th scope="col">
                  <span class="visually-hidden">Take back</span>
                </th>
              </tr>
            </thead>
            <tbody>
              <For each={terms()}>
                {(term) => (
                  <tr>
                    <th scope="row" title={term.publication.note}>
                      {term.publication.name}
                    </th>
                    <td>{date(term.publication.effective)}</td>
                    <td>{term.until === null ? "–" : date(term.until - 1)}</td>
                    <td>{term.publication.author || "–"}</td>
                    <td data-best={state(term) === "in force" ? "" : undefined}>{state(term)}</td>
                    <td>
                      <button
                        type="button"
                        class="button button-quiet"
                        disabled={fixed()}
                        onClick={() => withdraw(term)}
                      >
                        Withdraw
                      </button>
                    </td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </div>
      </Show>
    </Modal>
  );
}
