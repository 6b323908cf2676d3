import { For } from "solid-js";
import { setPlanningRecord } from "../../model/edits/set-planning-record";
import { fitDay, fitSettings } from "../../model/fit/relationship";
import {
  DEFAULT_FIT,
  FIT_FACTORS,
  type FitFactor,
  type FitSettings,
} from "../../model/planning/fit-settings";
import { Modal } from "../controls/modal";
import { percentText } from "../number-format";
import { usePlanner } from "../planner";
import "../territories/dialogs.css";
import { createFit } from "./create-fit";
import { FACTOR_HINTS, FACTOR_WORDS, fitText } from "./fit-words";
import "./reps.css";

const MOST_WEIGHT = 10;
const KM_PER_MILE = 1.609344;
const MS_PER_DAY = 86_400_000;

/** How fit is counted: the weight of each factor, and what distance, tenure and silence do. Changes count at once. */
export function FitDialog(props: { onClose: () => void }) {
  const planner = usePlanner();
  const { session } = planner;
  const fit = createFit(planner);
  const settings = () => fitSettings(planner.plan());
  const sum = () => FIT_FACTORS.reduce((total, factor) => total + settings().weights[factor], 0);
  const inMiles = () => planner.plan().settings.distanceUnit === "mi";

  const set = (to: FitSettings, label: string) => {
    if (JSON.stringify(to) === JSON.stringify(settings())) return;
    session.edit(setPlanningRecord(session.plan, "fit", "", to, label));
  };
  const setWeight = (factor: FitFactor, weight: number) => {
    if (!(weight >= 0 && weight <= MOST_WEIGHT)) return;
    const weights = { ...settings().weights, [factor]: weight };
    set({ ...settings(), weights }, `Weigh ${FACTOR_WORDS[factor].toLowerCase()} ${weight} in the fit`);
  };
  const setNumber = (field: "halfKm" | "halfLifeDays" | "halfTenureYears", value: number) => {
    if (value > 0 && Number.isFinite(value)) {
      set({ ...settings(), [field]: value }, "Change how fit is counted");
    }
  };
  const setDay = (text: string) => {
    const asOf = text === "" ? null : Date.parse(text) / MS_PER_DAY;
    if (asOf === null || Number.isFinite(asOf)) set({ ...settings(), asOf }, "Change the day of the fit");
  };
  const reset = () => {
    if (planner.plan().planning.fit.length > 0) {
      session.edit(setPlanningRecord(session.plan, "fit", "", null, "Count fit as usual"));
    }
  };

  return (
    <Modal
      open
      size="medium"
      title="How fit is counted"
      description="Each factor is a number from 0 to 1, and fit is their mean by weight, times 100. What is not known of rep or account is left out."
      onClose={props.onClose}
      footer={
        <>
          <span class="fit-dialog-mean">
            Mean fit <output aria-label="Mean fit">{fitText(fit.mean())}</output>
          </span>
          <button
            type="button"
            class="button"
            disabled={planner.readOnly() || planner.plan().planning.fit.length === 0}
            onClick={reset}
          >
            Back to usual
          </button>
          <button type="button" class="button button-primary" onClick={props.onClose}>
            Done
          </button>
        </>
      }
    >
      <div class="form">
        <ul class="fit-weights" aria-label="Weights">
          <For each={FIT_FACTORS}>
            {(factor) => (
              <li class="fit-weight">
                <label class="fit-weight-name" for={`fit-weight-${factor}`}>
                  {FACTOR_WORDS[factor]}
                </label>
                <input
                  id={`fit-weight-${factor}`}
                  type="range"
                  min={0}
                  max={MOST_WEIGHT}
                  step={0.5}
                  disabled={planner.readOnly()}
                  value={settings().weights[factor]}
                  aria-valuetext={`${settings().weights[factor]}, ${percentText(settings().weights[factor] / sum())} of all`}
                  onChange={(event) => setWeight(factor, event.currentTarget.valueAsNumber)}
                />
                <output class="fit-weight-number">
                  {settings().weights[factor]}
                  <span class="fit-weight-share">{percentText(settings().weights[factor] / sum())}</span>
                </output>
                <p class="fit-weight-hint">{FACTOR_HINTS[factor]}</p>
              </li>
            )}
          </For>
        </ul>
        <div class="form-row">
          <label class="field">
            <span class="field-label">Half is left at a distance of ({inMiles() ? "mi" : "km"})</span>
            <input
              class="input input-number"
              type="number"
              min={1}
              value={Math.round(settings().halfKm / (inMiles() ? KM_PER_MILE : 1))}
              disabled={planner.readOnly()}
              onChange={(event) =>
                setNumber("halfKm", event.currentTarget.valueAsNumber * (inMiles() ? KM_PER_MILE : 1))
              }
            />
          </label>
          <label class="field">
            <span class="field-label">Days of silence that halve a relationship</span>
            <input
              class="input input-number"
              type="number"
              min={1}
              value={settings().halfLifeDays}
              disabled={planner.readOnly()}
              onChange={(event) => setNumber("halfLifeDays", event.currentTarget.valueAsNumber)}
            />
          </label>
          <label class="field">
            <span class="field-label">Years until tenure counts half</span>
            <input
              class="input input-number"
              type="number"
              min={0.25}
              step={0.25}
              value={settings().halfTenureYears}
              disabled={planner.readOnly()}
              onChange={(event) => setNumber("halfTenureYears", event.currentTarget.valueAsNumber)}
            />
          </label>
          <label class="field">
            <span class="field-label">Counted as of</span>
            <input
              class="input"
              type="date"
              value={new Date(fitDay(planner.plan()) * MS_PER_DAY).toISOString().slice(0, 10)}
              disabled={planner.readOnly()}
              onChange={(event) => setDay(event.currentTarget.value)}
            />
          </label>
        </div>
        <p class="form-hint">
          Usual are{" "}
          {FIT_FACTORS.map(
            (factor) => `${FACTOR_WORDS[factor].toLowerCase()} ${DEFAULT_FIT.weights[factor]}`,
          ).join(", ")}
          . A weight of 0 leaves a factor out.
        </p>
      </div>
    </Modal>
  );
}
