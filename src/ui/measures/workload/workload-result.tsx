import { createMemo } from "solid-js";
import { headcount } from "../../../model/metrics/headcount";
import { totalOf } from "../../../model/metrics/targets";
import type { WorkloadFigures } from "../../../model/metrics/workload";
import { countText, percentText } from "../../number-format";
import { usePlanner } from "../../planner";

/** What the settings come to, live: hours with customers and on the road, trips, and reps it takes. */
export function WorkloadResult(props: { workload: WorkloadFigures }) {
  const planner = usePlanner();
  const found = createMemo(() => headcount(planner.plan(), planner.alignment(), props.workload));
  const hours = (value: number) => countText(planner.plan(), Math.round(value));
  const all = () => found().visitHours + found().travelHours;
  const stepNow = () => found().steps.find(({ reps }) => reps === Math.round(found().fullTime));
  return (
    <dl class="workload-result" aria-label="Result" aria-live="polite">
      <div>
        <dt>Hours a year</dt>
        <dd>{hours(all())}</dd>
      </div>
      <div>
        <dt>with customers</dt>
        <dd>{hours(found().visitHours)}</dd>
      </div>
      <div
        title={`${hours(totalOf(props.workload.haulHours))} from home and back, ${hours(totalOf(props.workload.hopHours))} from stop to stop`}
      >
        <dt>on the road</dt>
        <dd>
          {hours(found().travelHours)}
          <span class="workload-part">
            {" "}
            {percentText(all() > 0 ? found().travelHours / all() : Number.NaN)}
          </span>
        </dd>
      </div>
      <div>
        <dt>Reps needed</dt>
        <dd>
          {countText(planner.plan(), found().needed)}
          <span class="workload-part"> there are {countText(planner.plan(), found().fullTime)}</span>
        </dd>
      </div>
      <div title="Hours a year shared by the reps there are, against the selling hours of one: 100 is exactly full, 120 a fifth too much">
        <dt>Index of a rep</dt>
        <dd>{stepNow() ? Math.round(stepNow()!.index) : "–"}</dd>
      </div>
    </dl>
  );
}
