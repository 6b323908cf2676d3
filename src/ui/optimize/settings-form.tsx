import { Show } from "solid-js";
import type { OptimizationSettings } from "../../session/optimization-settings";
import { Fold } from "../controls/fold";
import { BalanceSection } from "./balance-section";
import { ProtectSection } from "./protect-section";
import { travelWords } from "./settings-words";
import { TerritoriesSection } from "./territories-section";
import { TogetherSection } from "./together-section";
import "./settings-form.css";

/** What to balance, protect and keep together, among which territories, and how hard to try. Closed sections say what they hold. */
export function SettingsForm(props: {
  settings: OptimizationSettings;
  problem: string | null;
  onChange: (settings: OptimizationSettings) => void;
  onStart: () => void;
}) {
  const set = (fields: Partial<OptimizationSettings>) => props.onChange({ ...props.settings, ...fields });
  return (
    <form
      class="optimize-form"
      onSubmit={(event) => {
        event.preventDefault();
        props.onStart();
      }}
    >
      <BalanceSection settings={props.settings} onChange={set} />
      <ProtectSection settings={props.settings} onChange={set} />
      <TogetherSection settings={props.settings} onChange={set} />
      <TerritoriesSection settings={props.settings} onChange={set} />
      <Fold title="Travel" summary={travelWords(props.settings)}>
        <label class="optimize-choice">
          <input
            type="checkbox"
            checked={props.settings.fromHomes}
            onChange={(event) => set({ fromHomes: event.currentTarget.checked })}
          />
          <span>
            Measure travel from the reps' homes where known
            <span class="optimize-choice-hint">Else from wherever in the territory it is least.</span>
          </span>
        </label>
      </Fold>
      <label class="optimize-choice optimize-effort">
        <input
          type="checkbox"
          checked={props.settings.effort === "thorough"}
          onChange={(event) => set({ effort: event.currentTarget.checked ? "thorough" : "quick" })}
        />
        <span>Search long (it can be stopped at any time)</span>
      </label>
      <Show when={props.problem}>
        <p class="form-problem" role="alert">
          {props.problem}
        </p>
      </Show>
      <button type="submit" class="visually-hidden" tabIndex={-1}>
        Start
      </button>
    </form>
  );
}
