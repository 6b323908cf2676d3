import { createMemo, For, Show } from "solid-js";
import { planOfLayer } from "../../../model/eligibility";
import { type Headcount, type HeadcountStep, headcount } from "../../../model/metrics/headcount";
import { workload } from "../../../model/metrics/workload";
import { Modal } from "../../controls/modal";
import { countText, percentText } from "../../number-format";
import { usePlanner } from "../../planner";
import { useDialogs } from "../../shell/dialogs";
import "../../territories/dialogs.css";
import "../measures.css";
import "./workload.css";

/** How many reps the work asks for, and what each more or fewer changes. */
export function HeadcountDialog(props: { onClose: () => void }) {
  const planner = usePlanner();
  const dialogs = useDialogs();
  const found = createMemo(() => {
    const { plan, path, figures, alignment } = planner;
    const seen = planOfLayer(plan(), path().layer);
    return headcount(
      plan(),
      alignment(),
      figures().workload ?? workload(seen, path(), figures().travel.centers),
    );
  });
  const number = (value: number) => countText(planner.plan(), Math.round(value));
  const now = () => Math.round(found().fullTime);
  return (
    <Modal
      open
      size="medium"
      title="Headcount"
      description="The hours that all accounts ask for, divided by the selling time of a full-time rep."
      onClose={props.onClose}
      footer={
        <>
          <Show when={!planner.readOnly() && !planner.preview()}>
            <button type="button" class="button" onClick={() => dialogs.open({ kind: "workload" })}>
              Workload…
            </button>
          </Show>
          <span class="spacer" />
          <button type="button" class="button button-primary" onClick={props.onClose}>
            Done
          </button>
        </>
      }
    >
      <div class="workload">
        <p class="headcount-verdict">{verdict(found(), number)}</p>
        <HeadcountChart steps={found().steps} now={now()} needed={found().needed} />
        <div class="headcount-scroll">
          <table class="headcount-table" aria-label="Numbers of reps">
            <thead>
              <tr>
                <th scope="col">Reps</th>
                <th scope="col">Hours a rep</th>
                <th scope="col">Index</th>
                <th scope="col">Coverage</th>
                <th scope="col">Hours in all</th>
              </tr>
            </thead>
            <tbody>
              <For each={found().steps}>
                {(step, i) => {
                  const before = () => found().steps[i() - 1];
                  return (
                    <tr data-now={step.reps === now() ? "" : undefined}>
                      <th scope="row">
                        {number(step.reps)}
                        <span class="workload-part">{marks(step.reps, now(), found().needed)}</span>
                      </th>
                      <td>
                        {number(step.hoursPerRep)}
                        <Show when={before()}>
                          {(last) => (
                            <span class="workload-part">
                              {" "}
                              {number(step.hoursPerRep - last().hoursPerRep)}
                            </span>
                          )}
                        </Show>
                      </td>
                      <td data-over={step.index > 100 ? "" : undefined}>{indexWords(step.index)}</td>
                      <td>{percentText(step.coverage, step.coverage < 1 ? 1 : 0)}</td>
                      <td>{number(step.hours)}</td>
                    </tr>
                  );
                }}
              </For>
            </tbody>
          </table>
        </div>
        <p class="form-hint">
          An index of 100 is a rep whose selling time of {number(found().sellingHours)} hours is full; above
          it work is left undone. With more reps the way to the customers gets shorter, with the square root
          of their number.
        </p>
      </div>
    </Modal>
  );
}

/** One decimal close to 100, where it decides. */
function indexWords(index: number): string {
  return Math.abs(index - 100) < 1 ? index.toFixed(1) : String(Math.round(index));
}

function marks(reps: number, now: number, needed: number): string {
  if (reps === now) return reps === needed ? " now, as needed" : " now";
  return reps === needed ? " needed" : "";
}

function verdict(found: Headcount, number: (value: number) => string): string {
  const { visitHours, travelHours, needed, fullTime, sellingHours } = found;
  const work = `${number(visitHours + travelHours)} hours a year, ${number(travelHours)} of them on the road,`;
  const reps = (count: number) => `${number(count)} full-time ${count === 1 ? "rep" : "reps"}`;
  const difference = needed - Math.round(fullTime);
  if (fullTime === 0) return `${work} ask for ${reps(needed)} of ${number(sellingHours)} selling hours each.`;
  const compared =
    difference > 0
      ? `${number(difference)} more than now`
      : difference < 0
        ? `${number(-difference)} fewer than now`
        : "as many as now";
  return `${work} ask for ${reps(needed)}: ${compared}.`;
}

const WIDTH = 560;
const HEIGHT = 120;
const FLOOR = 100;

/** The index of a rep by number of reps, with the line that must not be passed. The table beside it says the same. */
function HeadcountChart(props: { steps: readonly HeadcountStep[]; now: number; needed: number }) {
  const most = () => Math.max(120, ...props.steps.map(({ index }) => Math.min(index, 300)));
  const y = (index: number) => FLOOR - (Math.min(index, most()) / most()) * (FLOOR - 18);
  const slot = () => WIDTH / Math.max(1, props.steps.length);
  return (
    <svg
      class="headcount-chart"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`Index of a rep by number of reps, from ${props.steps[0]?.reps ?? 0} to ${props.steps.at(-1)?.reps ?? 0}`}
    >
      <For each={props.steps}>
        {(step, i) => (
          <g
            data-over={step.index > 100 ? "" : undefined}
            data-now={step.reps === props.now ? "" : undefined}
            data-needed={step.reps === props.needed ? "" : undefined}
          >
            <rect
              x={i() * slot() + slot() * 0.2}
              width={slot() * 0.6}
              y={y(step.index)}
              height={FLOOR - y(step.index)}
              rx="2"
            />
            <text class="headcount-index" x={(i() + 0.5) * slot()} y={11}>
              {Math.round(step.index)}
            </text>
            <text x={(i() + 0.5) * slot()} y={FLOOR + 14}>
              {step.reps}
            </text>
          </g>
        )}
      </For>
      <line x1="0" x2={WIDTH} y1={y(100)} y2={y(100)} />
    </svg>
  );
}
