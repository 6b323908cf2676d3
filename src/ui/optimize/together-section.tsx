import { For, Show } from "solid-js";
import { columnByRole } from "../../model/table";
import type { OptimizationSettings } from "../../session/optimization-settings";
import { Fold } from "../controls/fold";
import { usePlanner } from "../planner";
import { togetherWords } from "./settings-words";

/** What stays whole: families, units by a column, and the territories themselves. */
export function TogetherSection(props: {
  settings: OptimizationSettings;
  onChange: (fields: Partial<OptimizationSettings>) => void;
}) {
  const planner = usePlanner();
  const accounts = () => planner.plan().tables.accounts;
  const hasFamilies = () => columnByRole(accounts(), "parent") !== undefined;
  const unitColumns = () => accounts().columns.filter(({ kind, role }) => kind === "text" && role !== "name");
  return (
    <Fold title="Keep together" summary={togetherWords(planner.plan(), props.settings)}>
      <label class="optimize-choice">
        <input
          type="checkbox"
          checked={props.settings.connected}
          onChange={(event) => props.onChange({ connected: event.currentTarget.checked })}
        />
        <span>
          Territories hang together
          <span class="optimize-choice-hint">No account lies like an island inside another territory.</span>
        </span>
      </label>
      <Show
        when={hasFamilies()}
        fallback={<p class="form-hint">Families need a column that names each account's parent.</p>}
      >
        <label class="optimize-choice">
          <input
            type="checkbox"
            checked={props.settings.families}
            onChange={(event) => props.onChange({ families: event.currentTarget.checked })}
          />
          <span>
            Families
            <span class="optimize-choice-hint">Accounts with the same parent go to the same territory.</span>
          </span>
        </label>
      </Show>
      <Show when={unitColumns().length > 0}>
        <label class="optimize-line">
          <span>Accounts with the same</span>
          <select
            class="select"
            aria-label="Column that stays together"
            value={props.settings.wholeColumn ?? ""}
            onChange={(event) => props.onChange({ wholeColumn: event.currentTarget.value || null })}
          >
            <option value="">(any)</option>
            <For each={unitColumns()}>{({ key, header }) => <option value={key}>{header}</option>}</For>
          </select>
        </label>
      </Show>
    </Fold>
  );
}
