import { createMemo, createSignal, For, Index } from "solid-js";
import { setMeasure } from "../../model/edits/plan-records";
import type { Measure } from "../../model/measure";
import { Modal } from "../controls/modal";
import { usePlanner } from "../planner";
import { useServices } from "../services";
import { useDialogs } from "../shell/dialogs";
import { MeasureRow } from "./measure-row";
import { newMeasures } from "./new-measures";
import "../territories/dialogs.css";
import "./measures.css";

/** What the plan balances, each with its source, weight, tolerance, targets and capacity. Changes count at once. */
export function MeasuresDialog(props: { onClose: () => void }) {
  const planner = usePlanner();
  const dialogs = useDialogs();
  const { makeId } = useServices();
  const { session } = planner;
  const [opened, setOpened] = createSignal<string | null>(null);

  const change = (measure: Measure, fields: Partial<Measure>) => {
    const to = withoutBlanks({ ...measure, ...fields });
    if (JSON.stringify(to) !== JSON.stringify(measure))
      session.edit(setMeasure(session.plan, measure.id, to));
  };
  const offered = createMemo(() => newMeasures(planner.plan()));
  const add = (value: string) => {
    const wanted = offered()[Number(value)];
    if (!wanted) return;
    const id = makeId();
    const { name, source } = wanted;
    session.edit(setMeasure(session.plan, id, { id, name, source, weight: 1, tolerance: 0.1 }));
    // A blend is nothing before its parts are chosen.
    if (source.kind === "blend" || source.kind === "lifetime") setOpened(id);
    planner.announce(`Measure ${name} added.`);
  };
  return (
    <Modal
      open
      size="medium"
      title="Measures to balance"
      description="Each territory should hold its part of every measure. A weight of 0 shows a measure without counting it."
      onClose={props.onClose}
      footer={
        <>
          <button type="button" class="button" onClick={() => dialogs.open({ kind: "workload" })}>
            Workload…
          </button>
          <button type="button" class="button" onClick={() => dialogs.open({ kind: "headcount" })}>
            Headcount…
          </button>
          <span class="spacer" />
          <button type="button" class="button button-primary" onClick={props.onClose}>
            Done
          </button>
        </>
      }
    >
      <table class="measure-table">
        <thead>
          <tr>
            <th scope="col">Measure</th>
            <th scope="col" class="measure-number">
              Weight
            </th>
            <th scope="col" class="measure-number">
              Tolerance, ±%
            </th>
            <th scope="col" class="measure-number measure-score">
              Score now
            </th>
            <th>
              <span class="visually-hidden">Remove</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {/* By position: a changed measure must not take the input from under the hand that changes it. */}
          <Index each={planner.plan().measures}>
            {(measure) => (
              <MeasureRow
                measure={measure()}
                opened={opened() === measure().id}
                onOpen={(open) => setOpened(open ? measure().id : null)}
                onChange={(fields) => change(measure(), fields)}
                onRemove={() => session.edit(setMeasure(session.plan, measure().id, null))}
              />
            )}
          </Index>
        </tbody>
      </table>
      <label class="field">
        <span class="field-label">Add a measure</span>
        <select
          class="select"
          value=""
          onChange={(event) => {
            add(event.currentTarget.value);
            event.currentTarget.value = "";
          }}
        >
          <option value="">Choose what to count…</option>
          <For each={["Columns", "Worked out", "Units"] as const}>
            {(group) => (
              <optgroup label={group} hidden={!offered().some((one) => one.group === group)}>
                <For each={offered()}>
                  {(one, i) =>
                    one.group === group ? (
                      <option value={i()} disabled={one.disabled}>
                        {one.label}
                      </option>
                    ) : null
                  }
                </For>
              </optgroup>
            )}
          </For>
        </select>
      </label>
    </Modal>
  );
}

/** Without what is the usual: an absent target, limit or typed number is not stored. */
function withoutBlanks({ target, typed, capacity, ...measure }: Measure): Measure {
  return {
    ...measure,
    ...(target && target.kind !== "share" ? { target } : {}),
    ...(typed && Object.keys(typed).length > 0 ? { typed } : {}),
    ...(capacity ? { capacity } : {}),
  };
}
