import { For, Show } from "solid-js";
import { columnByRole } from "../../model/table";
import type { ChangeUnit, KeepPreference, OptimizationSettings } from "../../session/optimization-settings";
import { Fold } from "../controls/fold";
import { usePlanner } from "../planner";
import { lockWords, protectWords } from "./settings-words";

const KEEP_CHOICES: readonly { value: KeepPreference; label: string; hint: string }[] = [
  { value: "ignore", label: "Draw freely", hint: "Only balance and travel count." },
  { value: "prefer", label: "Prefer today's rep", hint: "Accounts change hands where it clearly helps." },
  { value: "strongly", label: "Touch as little as possible", hint: "Only what balance needs is moved." },
];
const FIRST_LIMIT = 0.15;

/** What to protect: relationships by a price, by a limit, and by locks. */
export function ProtectSection(props: {
  settings: OptimizationSettings;
  onChange: (fields: Partial<OptimizationSettings>) => void;
}) {
  const planner = usePlanner();
  const locked = () => planner.alignment().locks.size;
  const hasRevenue = () => columnByRole(planner.plan().tables.accounts, "revenue") !== undefined;
  const limit = () => props.settings.changeLimit;
  const unit = (): ChangeUnit => (hasRevenue() ? "revenue" : "accounts");
  return (
    <Fold title="Protect" summary={protectWords(props.settings, locked())} open={locked() > 0}>
      <fieldset class="optimize-group">
        <legend class="visually-hidden">Relationships</legend>
        <For each={KEEP_CHOICES}>
          {(choice) => (
            <label class="optimize-choice">
              <input
                type="radio"
                name="keep"
                checked={props.settings.keep === choice.value}
                onChange={() => props.onChange({ keep: choice.value })}
              />
              <span>
                {choice.label}
                <span class="optimize-choice-hint">{choice.hint}</span>
              </span>
            </label>
          )}
        </For>
      </fieldset>
      <Show when={hasRevenue() && props.settings.keep !== "ignore"}>
        <div class="optimize-line">
          <span>An account counts</span>
          <UnitChoice
            label="What an account counts for"
            words={{ accounts: "the same as any other", revenue: "by its revenue" }}
            value={props.settings.keepBy}
            onChange={(keepBy) => props.onChange({ keepBy })}
          />
        </div>
      </Show>
      <div class="optimize-line">
        <label class="optimize-choice">
          <input
            type="checkbox"
            checked={limit() !== null}
            onChange={(event) =>
              props.onChange({
                changeLimit: event.currentTarget.checked ? { by: unit(), share: FIRST_LIMIT } : null,
              })
            }
          />
          <span>Limit what changes hands</span>
        </label>
      </div>
      <Show when={limit()}>
        {(rule) => (
          <div class="optimize-line optimize-under">
            <span>at most</span>
            <input
              class="input input-percent"
              type="number"
              min={0}
              max={100}
              step="any"
              aria-label="Most that may change hands, in percent"
              value={Math.round(rule().share * 1000) / 10}
              onInput={(event) => {
                const share = event.currentTarget.valueAsNumber / 100;
                if (share >= 0 && share <= 1) props.onChange({ changeLimit: { ...rule(), share } });
              }}
            />
            <span>% of</span>
            <Show when={hasRevenue()} fallback={<span>accounts</span>}>
              <UnitChoice
                label="Of what"
                words={{ accounts: "accounts", revenue: "revenue" }}
                value={rule().by}
                onChange={(by) => props.onChange({ changeLimit: { ...rule(), by } })}
              />
            </Show>
          </div>
        )}
      </Show>
      <Show when={planner.plan().tables.reps.count > 0}>
        <div class="optimize-line">
          <label class="optimize-choice">
            <input
              type="checkbox"
              checked={props.settings.countFit ?? false}
              onChange={(event) => props.onChange({ countFit: event.currentTarget.checked })}
            />
            <span>
              Count rep fit
              <span class="optimize-choice-hint">
                Accounts go to reps who know their language, industry, size and needs, if the way is not much
                longer.
              </span>
            </span>
          </label>
        </div>
      </Show>
      <p class="form-hint">{lockWords(locked())}</p>
    </Fold>
  );
}

function UnitChoice(props: {
  label: string;
  words: Readonly<Record<ChangeUnit, string>>;
  value: ChangeUnit;
  onChange: (value: ChangeUnit) => void;
}) {
  return (
    <select
      class="select"
      aria-label={props.label}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value as ChangeUnit)}
    >
      <option value="accounts">{props.words.accounts}</option>
      <option value="revenue">{props.words.revenue}</option>
    </select>
  );
}
