import { createMemo, Show } from "solid-js";
import { setMeasure } from "../../../model/edits/plan-records";
import { setPlanningRecord } from "../../../model/edits/set-planning-record";
import { planOfLayer } from "../../../model/eligibility";
import { measuresWorkload } from "../../../model/metrics/measure-totals";
import { visitPlan, workloadOf } from "../../../model/metrics/visit-plan";
import { workload } from "../../../model/metrics/workload";
import { sellingHours, type Workload } from "../../../model/planning/workload";
import { Modal } from "../../controls/modal";
import { NumberInput } from "../../controls/number-input";
import { countText } from "../../number-format";
import { usePlanner } from "../../planner";
import { useServices } from "../../services";
import { useDialogs } from "../../shell/dialogs";
import { VisitsEditor } from "./visits-editor";
import { WorkloadResult } from "./workload-result";
import "../../territories/dialogs.css";
import "../measures.css";
import "./workload.css";

const KM_PER_MILE = 1.609344;

/** Visits, minutes, travel and selling time, and what they come to. Changes count at once. */
export function WorkloadDialog(props: { onClose: () => void }) {
  const planner = usePlanner();
  const dialogs = useDialogs();
  const { makeId } = useServices();
  const { session } = planner;
  const record = createMemo(() => workloadOf(planner.plan()));
  const change = (fields: Partial<Workload>) => {
    const to = { ...record(), ...fields };
    if (JSON.stringify(to) === JSON.stringify(record())) return;
    session.edit(setPlanningRecord(session.plan, "workload", "", to, "Change the workload"));
  };
  const seen = createMemo(() => planOfLayer(planner.plan(), planner.path().layer));
  const result = createMemo(
    () => planner.figures().workload ?? workload(seen(), planner.path(), planner.figures().travel.centers),
  );
  const measured = () => measuresWorkload(planner.plan());
  const balance = () => {
    const id = makeId();
    session.edit(
      setMeasure(session.plan, id, {
        id,
        name: "Workload",
        source: { kind: "workload" },
        weight: 1,
        tolerance: 0.1,
      }),
    );
    planner.announce("Measure Workload added.");
  };
  const miles = () => planner.plan().settings.distanceUnit === "mi";
  const unit = () => (miles() ? "mi" : "km");
  const speed = () => (miles() ? "mph" : "km/h");
  const toUnit = (km: number) => (miles() ? Math.round((km / KM_PER_MILE) * 10) / 10 : km);
  const toKm = (value: number) => (miles() ? value * KM_PER_MILE : value);
  const number = (
    label: string,
    value: number,
    [min, max]: readonly [number, number],
    hint: string,
    onChange: (value: number) => void,
  ) => (
    <div class="field" title={hint}>
      <span class="field-label">{label}</span>
      <NumberInput label={label} value={value} min={min} max={max} onChange={onChange} />
    </div>
  );
  const travel = () => record().travel;
  const selling = () => record().selling;
  return (
    <Modal
      open
      size="medium"
      title="Workload"
      description="Hours a year that the accounts ask for: visits, and the driving that each territory makes of them."
      onClose={props.onClose}
      footer={
        <>
          <Show when={!measured() && !planner.readOnly()}>
            <button type="button" class="button" onClick={balance}>
              Balance workload
            </button>
          </Show>
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
      <div class="workload">
        <fieldset class="measure-part">
          <legend>Visits</legend>
          <VisitsEditor record={record()} visits={visitPlan(seen()).visits} onChange={change} />
        </fieldset>
        <fieldset class="measure-part">
          <legend>Travel</legend>
          <div class="measure-line">
            {number(
              "Detour factor",
              travel().circuity,
              [1, 5],
              "Kilometers by road for one as the crow flies",
              (circuity) => change({ travel: { ...travel(), circuity } }),
            )}
            {number(
              `In town, ${speed()}`,
              toUnit(travel().urbanKmh),
              [1, 500],
              "Speed of the first part of each drive",
              (value) => change({ travel: { ...travel(), urbanKmh: toKm(value) } }),
            )}
            {number(
              `up to, ${unit()}`,
              toUnit(travel().urbanKm),
              [0, 1000],
              "How much of each drive goes at town speed",
              (value) => change({ travel: { ...travel(), urbanKm: toKm(value) } }),
            )}
            {number(
              `Beyond, ${speed()}`,
              toUnit(travel().ruralKmh),
              [1, 500],
              "Speed of the rest of a drive",
              (value) => change({ travel: { ...travel(), ruralKmh: toKm(value) } }),
            )}
            {number(
              "Visits a trip",
              travel().visitsPerTrip,
              [1, 1000],
              "Visits between leaving home and coming back: a day's round, or more where reps stay overnight",
              (visitsPerTrip) => change({ travel: { ...travel(), visitsPerTrip } }),
            )}
          </div>
          <p class="form-hint">
            Trips start at the rep's home, or in the middle of the territory where no home is known.
          </p>
        </fieldset>
        <fieldset class="measure-part">
          <legend>Selling time of a full-time rep</legend>
          <div class="measure-line">
            {number(
              "Working days a year",
              selling().daysPerYear,
              [1, 366],
              "Without weekends, holidays and vacation",
              (daysPerYear) => change({ selling: { ...selling(), daysPerYear } }),
            )}
            {number("Hours a day", selling().hoursPerDay, [0.1, 24], "", (hoursPerDay) =>
              change({ selling: { ...selling(), hoursPerDay } }),
            )}
            {number(
              "For visits and driving, %",
              selling().share * 100,
              [0.1, 100],
              "The rest is office, calls and training",
              (percent) => change({ selling: { ...selling(), share: percent / 100 } }),
            )}
            <p class="form-hint measure-hint">
              = {countText(planner.plan(), Math.round(sellingHours(selling())))} hours a year
            </p>
          </div>
        </fieldset>
        <WorkloadResult workload={result()} />
      </div>
    </Modal>
  );
}
