import { For, Show } from "solid-js";
import { countOf } from "../../model/edits/assign-accounts";
import type { KeepPreference, OptimizationSettings } from "../../session/optimization-settings";
import { usePlanner } from "../planner";

const KEEP_CHOICES: readonly { value: KeepPreference; label: string; hint: string }[] = [
  { value: "ignore", label: "Draw freely", hint: "Only balance and travel count." },
  { value: "prefer", label: "Prefer today's rep", hint: "Accounts change hands where it clearly helps." },
  { value: "strongly", label: "Touch as little as possible", hint: "Only what balance needs is moved." },
];

/** What to balance and what to protect, each with how it stands today. */
export function SettingsForm(props: {
  settings: OptimizationSettings;
  problem: string | null;
  onChange: (settings: OptimizationSettings) => void;
  onStart: () => void;
}) {
  const planner = usePlanner();
  const existing = () => planner.figures().territoryCount;
  const locked = () => planner.alignment().locks.size;
  const balanceOf = (id: string) => props.settings.balance.find(({ measure }) => measure === id);
  const set = (fields: Partial<OptimizationSettings>) => props.onChange({ ...props.settings, ...fields });
  const count = () =>
    props.settings.territories.kind === "count" ? props.settings.territories.count : existing() || 8;
  const setTolerance = (id: string, tolerance: number | null) => {
    const others = props.settings.balance.filter(({ measure }) => measure !== id);
    set({ balance: tolerance === null ? others : [...others, { measure: id, tolerance }] });
  };
  return (
    <form
      class="optimize-form"
      onSubmit={(event) => {
        event.preventDefault();
        props.onStart();
      }}
    >
      <fieldset>
        <legend>Territories</legend>
        <label class="optimize-choice">
          <input
            type="radio"
            name="territories"
            disabled={existing() === 0}
            checked={props.settings.territories.kind === "existing"}
            onChange={() => set({ territories: { kind: "existing" } })}
          />
          <span>The {existing()} existing ones</span>
        </label>
        <label class="optimize-choice">
          <input
            type="radio"
            name="territories"
            checked={props.settings.territories.kind === "count"}
            onChange={() => set({ territories: { kind: "count", count: count() } })}
          />
          <span>Draw anew:</span>
          <input
            class="input input-count"
            type="number"
            min={1}
            max={2000}
            aria-label="Number of territories"
            value={count()}
            onInput={(event) =>
              set({ territories: { kind: "count", count: event.currentTarget.valueAsNumber } })
            }
          />
          <span>territories</span>
        </label>
      </fieldset>
      <fieldset>
        <legend>Balance</legend>
        <For each={planner.figures().measures}>
          {(figure) => (
            <div class="optimize-measure">
              <label class="optimize-choice">
                <input
                  type="checkbox"
                  checked={balanceOf(figure.measure.id) !== undefined}
                  onChange={(event) =>
                    setTolerance(
                      figure.measure.id,
                      event.currentTarget.checked ? figure.measure.tolerance : null,
                    )
                  }
                />
                <span>{figure.measure.name}</span>
                <span class="optimize-today">{spreadText(figure.totals, figure.targets)} today</span>
              </label>
              <Show when={balanceOf(figure.measure.id)}>
                {(balance) => (
                  <label class="optimize-tolerance">
                    <input
                      type="range"
                      min={1}
                      max={30}
                      step={1}
                      aria-label={`Tolerance of ${figure.measure.name}`}
                      aria-valuetext={`±${Math.round(balance().tolerance * 100)} %`}
                      value={Math.round(balance().tolerance * 100)}
                      onInput={(event) =>
                        setTolerance(figure.measure.id, event.currentTarget.valueAsNumber / 100)
                      }
                    />
                    <output>±{Math.round(balance().tolerance * 100)} %</output>
                  </label>
                )}
              </Show>
            </div>
          )}
        </For>
        <Show when={planner.figures().measures.length === 0}>
          <p class="form-hint">The plan has no measures yet: add one under Measures.</p>
        </Show>
      </fieldset>
      <fieldset>
        <legend>Relationships</legend>
        <For each={KEEP_CHOICES}>
          {(choice) => (
            <label class="optimize-choice" title={choice.hint}>
              <input
                type="radio"
                name="keep"
                checked={props.settings.keep === choice.value}
                onChange={() => set({ keep: choice.value })}
              />
              <span>
                {choice.label}
                <span class="optimize-choice-hint">{choice.hint}</span>
              </span>
            </label>
          )}
        </For>
        <p class="form-hint">
          {locked() === 0
            ? "No account is locked. Locked accounts always stay."
            : `${countOf(locked())} locked: ${locked() === 1 ? "it stays" : "they stay"} where ${locked() === 1 ? "it is" : "they are"}.`}
        </p>
      </fieldset>
      <fieldset>
        <legend>Travel and effort</legend>
        <label class="optimize-choice">
          <input
            type="checkbox"
            checked={props.settings.fromHomes}
            onChange={(event) => set({ fromHomes: event.currentTarget.checked })}
          />
          <span>Measure travel from the reps' homes where known</span>
        </label>
        <label class="optimize-choice">
          <input
            type="checkbox"
            checked={props.settings.effort === "thorough"}
            onChange={(event) => set({ effort: event.currentTarget.checked ? "thorough" : "quick" })}
          />
          <span>Search long (it can be stopped at any time)</span>
        </label>
      </fieldset>
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

/** How far the territories are from their targets today: "−42 to +88 %". */
function spreadText(totals: Float64Array, targets: Float64Array): string {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let slot = 1; slot < targets.length; slot++) {
    if (!(targets[slot]! > 0)) continue;
    const deviation = totals[slot]! / targets[slot]! - 1;
    least = Math.min(least, deviation);
    most = Math.max(most, deviation);
  }
  if (least > most) return "–";
  const signed = (value: number) => `${value < 0 ? "−" : "+"}${Math.abs(Math.round(value * 100))}`;
  return `${signed(least)} to ${signed(most)} %`;
}
