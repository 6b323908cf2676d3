import { For, Match, Show, Switch } from "solid-js";
import { planOfLayer } from "../../model/eligibility";
import { formulaFaults } from "../../model/formula/measured-formulas";
import type { LifetimeValue, MeasureSource } from "../../model/measure";
import { lifetimeFactor } from "../../model/metrics/measure-values";
import { NumberInput } from "../controls/number-input";
import { countText, numberFormat } from "../number-format";
import { usePlanner } from "../planner";
import { useDialogs } from "../shell/dialogs";
import { BlendEditor } from "./blend-editor";
import { measurableColumns, summableColumns } from "./measure-columns";

/** Where a measure's numbers come from. */
export function SourceEditor(props: { source: MeasureSource; onChange: (source: MeasureSource) => void }) {
  const planner = usePlanner();
  const dialogs = useDialogs();
  const is = <Kind extends MeasureSource["kind"]>(kind: Kind) =>
    props.source.kind === kind ? (props.source as Extract<MeasureSource, { kind: Kind }>) : null;
  const tables = () => planner.plan().tables;
  const seen = () => planOfLayer(planner.plan(), planner.path().layer);
  return (
    <Switch>
      <Match when={is("accounts")}>
        <p class="form-hint">Every account counts as 1.</p>
      </Match>
      <Match when={is("column")}>
        {(source) => (
          <>
            <ColumnChoice
              label="Column of the accounts"
              columns={measurableColumns(planner.plan())}
              value={source().column}
              onChange={(column) => props.onChange({ kind: "column", column })}
            />
            <For each={[...formulaFaults(seen(), source().column)]}>
              {([words, count]) => (
                <p class="form-hint">
                  {words}: {countText(planner.plan(), count)}{" "}
                  {count === 1 ? "account brings" : "accounts bring"} 0.
                </p>
              )}
            </For>
          </>
        )}
      </Match>
      <Match when={is("unit-column")}>
        {(source) => (
          <ColumnChoice
            label="Column of the units"
            columns={summableColumns(tables().units)}
            value={source().column}
            onChange={(column) => props.onChange({ kind: "unit-column", column })}
          />
        )}
      </Match>
      <Match when={is("workload")}>
        <div class="measure-line">
          <p class="form-hint measure-hint">
            Hours a year: visits × minutes, and the driving that each territory makes of them.
          </p>
          <button type="button" class="button" onClick={() => dialogs.open({ kind: "workload" })}>
            Visits and travel…
          </button>
        </div>
      </Match>
      <Match when={is("blend")}>
        {(source) => (
          <BlendEditor
            parts={source().parts}
            onChange={(parts) => props.onChange({ kind: "blend", parts })}
          />
        )}
      </Match>
      <Match when={is("lifetime")}>
        {(source) => <LifetimeEditor source={source()} onChange={props.onChange} />}
      </Match>
    </Switch>
  );
}

export function ColumnChoice(props: {
  label: string;
  columns: readonly { readonly key: string; readonly header: string; readonly reason?: string | null }[];
  value: string;
  onChange: (column: string) => void;
}) {
  return (
    <label class="field">
      <span class="field-label">{props.label}</span>
      <select
        class="select"
        value={props.value}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      >
        <Show when={!props.columns.some(({ key }) => key === props.value)}>
          <option value={props.value}>(column removed)</option>
        </Show>
        <For each={props.columns}>
          {(column) => (
            <option value={column.key} disabled={Boolean(column.reason)}>
              {column.reason ? `${column.header} (${column.reason})` : column.header}
            </option>
          )}
        </For>
      </select>
    </label>
  );
}

function LifetimeEditor(props: { source: LifetimeValue; onChange: (source: LifetimeValue) => void }) {
  const planner = usePlanner();
  const percent = (label: string, key: "margin" | "retention" | "discount", hint: string) => (
    <div class="field" title={hint}>
      <span class="field-label">{label}, %</span>
      <NumberInput
        label={`${label} in percent`}
        value={Math.round(props.source[key] * 1000) / 10}
        min={0}
        max={key === "margin" ? 1000 : 100}
        onChange={(value) => props.onChange({ ...props.source, [key]: value / 100 })}
      />
    </div>
  );
  const factor = () =>
    numberFormat(planner.plan().settings.locale, { maximumFractionDigits: 2 }).format(
      lifetimeFactor(props.source),
    );
  return (
    <div class="measure-line">
      <ColumnChoice
        label="A year's money"
        columns={measurableColumns(planner.plan())}
        value={props.source.column}
        onChange={(column) => props.onChange({ ...props.source, column })}
      />
      {percent("Margin", "margin", "The part of the money that stays with you")}
      {percent("Retention", "retention", "The part of customers who stay another year")}
      {percent("Discount", "discount", "What money loses in worth in a year")}
      <p class="form-hint measure-hint">
        Margin × retention ÷ (1 + discount − retention): a customer is worth {factor()} times a year's money.
      </p>
    </div>
  );
}
