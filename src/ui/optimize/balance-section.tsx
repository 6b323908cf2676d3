import { For, Show } from "solid-js";
import type { MeasureFigures } from "../../model/metrics/figures";
import type { BalanceRule, OptimizationSettings } from "../../session/optimization-settings";
import { Fold } from "../controls/fold";
import { usePlanner } from "../planner";
import { Capacities } from "./capacities";
import { balanceWords } from "./settings-words";
import { SpreadStrip, spreadText } from "./spread-strip";
import { TerritoryNumbers } from "./territory-numbers";

/** What to balance: a tolerance for each measure over today's spread, and what single territories may do otherwise. */
export function BalanceSection(props: {
  settings: OptimizationSettings;
  onChange: (fields: Partial<OptimizationSettings>) => void;
}) {
  const planner = usePlanner();
  const ruleOf = (id: string) => props.settings.balance.find(({ measure }) => measure === id);
  const setRule = (id: string, to: BalanceRule | null) => {
    const order = planner.plan().measures.map((measure) => measure.id);
    const others = props.settings.balance.filter(({ measure }) => measure !== id);
    const balance = to ? [...others, to] : others;
    props.onChange({ balance: balance.sort((a, b) => order.indexOf(a.measure) - order.indexOf(b.measure)) });
  };
  const exceptions = () => {
    const count = props.settings.balance.reduce(
      (sum, rule) => sum + Object.keys(rule.tolerances ?? {}).length,
      0,
    );
    const parts = count > 0 ? [count === 1 ? "1 exception" : `${count} exceptions`] : [];
    if (props.settings.capacities.length > 0)
      parts.push(`${props.settings.capacities.length} with a capacity`);
    return parts.join(", ") || "None";
  };
  return (
    <Fold title="Balance" summary={balanceWords(planner.plan(), props.settings)} open>
      <For each={planner.figures().measures.map(({ measure }) => measure.id)}>
        {(id) => {
          const figure = (): MeasureFigures | undefined =>
            planner.figures().measures.find(({ measure }) => measure.id === id);
          return (
            <Show when={figure()}>
              {(own) => <MeasureRule figure={own()} rule={ruleOf(id)} onRule={(rule) => setRule(id, rule)} />}
            </Show>
          );
        }}
      </For>
      <Show when={planner.figures().measures.length === 0}>
        <p class="form-hint">The plan has no measures yet: add one under Measures.</p>
      </Show>
      <Show when={props.settings.balance.length > 0}>
        <Fold title="Exceptions and capacities" summary={exceptions()}>
          <For each={props.settings.balance}>
            {(rule) => <ToleranceExceptions rule={rule} onRule={(to) => setRule(rule.measure, to)} />}
          </For>
          <Capacities settings={props.settings} onChange={props.onChange} />
        </Fold>
      </Show>
    </Fold>
  );
}

function MeasureRule(props: {
  figure: MeasureFigures;
  rule: BalanceRule | undefined;
  onRule: (rule: BalanceRule | null) => void;
}) {
  const measure = () => props.figure.measure;
  const percent = () => Math.round((props.rule?.tolerance ?? measure().tolerance) * 100);
  return (
    <div class="optimize-measure">
      <label class="optimize-choice">
        <input
          type="checkbox"
          checked={props.rule !== undefined}
          onChange={(event) =>
            props.onRule(
              event.currentTarget.checked ? { measure: measure().id, tolerance: measure().tolerance } : null,
            )
          }
        />
        <span>{measure().name}</span>
        <span class="optimize-today">{spreadText(props.figure.totals, props.figure.targets)} today</span>
      </label>
      <Show when={props.rule}>
        {(rule) => (
          <div class="optimize-tolerance">
            <SpreadStrip
              totals={props.figure.totals}
              targets={props.figure.targets}
              tolerance={rule().tolerance}
            />
            <input
              type="range"
              min={1}
              max={Math.max(30, percent())}
              step={1}
              aria-label={`Tolerance of ${measure().name}`}
              aria-valuetext={`±${percent()} %`}
              value={percent()}
              onInput={(event) =>
                props.onRule({ ...rule(), tolerance: event.currentTarget.valueAsNumber / 100 })
              }
            />
            <output>±{percent()} %</output>
          </div>
        )}
      </Show>
    </div>
  );
}

function ToleranceExceptions(props: { rule: BalanceRule; onRule: (rule: BalanceRule) => void }) {
  const planner = usePlanner();
  const name = () => planner.plan().measures.find(({ id }) => id === props.rule.measure)?.name ?? "";
  const percents = () =>
    Object.fromEntries(
      Object.entries(props.rule.tolerances ?? {}).map(([id, share]) => [id, Math.round(share * 1000) / 10]),
    );
  return (
    <div class="optimize-exceptions">
      <span class="field-label">Tolerance of {name()} in single territories</span>
      <TerritoryNumbers
        label={`Tolerance of ${name()}`}
        numbers={percents()}
        first={Math.round(props.rule.tolerance * 200)}
        unit="%"
        onChange={(numbers) => {
          const { tolerances: _, ...rule } = props.rule;
          const given = Object.entries(numbers).map(([id, value]) => [id, value / 100] as const);
          props.onRule(given.length > 0 ? { ...rule, tolerances: Object.fromEntries(given) } : rule);
        }}
      />
    </div>
  );
}
