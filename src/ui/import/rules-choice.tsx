import { Show } from "solid-js";
import type { RuledImport } from "../../session/rules-on-import";

/** Whether an imported plan takes over the rules of the plan that is open, and what they would do with its accounts. */
export function RulesChoice(props: {
  /** Name of the plan that is open. */
  from: string;
  result: RuledImport;
  taken: boolean;
  locale: string;
  onChange: (taken: boolean) => void;
}) {
  const format = (count: number) => count.toLocaleString(props.locale);
  return (
    <section aria-label="Rules">
      <h3>Rules</h3>
      <label class="check-field">
        <input
          type="checkbox"
          checked={props.taken}
          onChange={(event) => props.onChange(event.currentTarget.checked)}
        />
        <span>
          {`Take over the rules of “${props.from}”`}
          <Show when={props.result.waiting > 0}>
            <span class="choice-note">
              {`Of ${format(props.result.waiting)} accounts without a territory they give one to ${format(props.result.routed)}; by which rule and why stands beside each.`}
            </span>
          </Show>
        </span>
      </label>
    </section>
  );
}
