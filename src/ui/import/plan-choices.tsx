import { createMemo, For } from "solid-js";
import { countryCodes, countryName } from "../../geodata/countries";
import type { ImportDraft, ImportFlow } from "../../session/import-flow";

/** What the file does not say: the plan's name, the country of accounts without one, and the currency. */
export function PlanChoices(props: { draft: ImportDraft; flow: ImportFlow }) {
  const countries = createMemo(() =>
    countryCodes()
      .map((code) => ({ code, name: countryName(code) }))
      .sort((a, b) => a.name.localeCompare(b.name, "en")),
  );
  const currencies = Intl.supportedValuesOf("currency");
  return (
    <section aria-label="The plan">
      <h3>The plan</h3>
      <div class="plan-choices">
        <label class="field">
          <span class="field-label">Name</span>
          <input
            class="input"
            value={props.draft.plan.name}
            onChange={(event) => {
              const name = event.currentTarget.value.trim();
              if (name) props.flow.change((plan) => ({ ...plan, name }));
              else event.currentTarget.value = props.draft.plan.name;
            }}
          />
        </label>
        <label class="field">
          <span class="field-label">Country where the file gives none</span>
          <select
            class="select"
            onChange={(event) => {
              const { value } = event.currentTarget;
              props.flow.change((plan) => ({ ...plan, defaultCountry: value || null }));
            }}
          >
            <option value="" selected={props.draft.plan.defaultCountry === null}>
              Not known
            </option>
            <For each={countries()}>
              {(country) => (
                <option value={country.code} selected={country.code === props.draft.plan.defaultCountry}>
                  {country.name}
                </option>
              )}
            </For>
          </select>
        </label>
        <label class="field">
          <span class="field-label">Currency</span>
          <select
            class="select"
            onChange={(event) => {
              const currency = event.currentTarget.value;
              props.flow.change((plan) => ({ ...plan, currency }));
            }}
          >
            <For each={currencies}>
              {(currency) => (
                <option value={currency} selected={currency === props.draft.plan.currency}>
                  {currency}
                </option>
              )}
            </For>
          </select>
        </label>
      </div>
    </section>
  );
}
