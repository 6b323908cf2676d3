import { createEffect, createMemo, createSignal, For, on, Show } from "solid-js";
import type { UnitSource } from "../../files/areas/units-job";
import { BUILT_IN_UNIT_SETS } from "../../geodata/unit-sets";
import { deleteAreas } from "../../model/edits/choose-units";
import { chosenUnitSet } from "../../model/units";
import { doEdit } from "../do-edit";
import { usePlanner } from "../planner";

const isRegion = ({ id }: { id: string }) => id.startsWith("region:");

/** Which units the plan uses: those that come with the program, or the planner's own areas. */
export function ChooseUnitsForm(props: { disabled: boolean; onUse: (source: UnitSource) => void }) {
  const planner = usePlanner();
  const own = () => planner.plan().planning.unitSets;
  const chosen = createMemo(() => chosenUnitSet(planner.plan()));
  const chosenId = createMemo(() => chosen()?.id);
  const [wanted, setWanted] = createSignal(chosen()?.id ?? "us-county");
  // Areas that were imported, or an undo, choose others.
  createEffect(on(chosenId, (id) => setWanted(id ?? "us-county"), { defer: true }));
  const source = (): UnitSource | undefined => {
    const builtIn = BUILT_IN_UNIT_SETS.find(({ id }) => id === wanted());
    return builtIn ? { ...builtIn, areas: null } : own().find(({ id }) => id === wanted());
  };
  return (
    <div class="form-row record-add">
      <label class="field field-grow">
        <span class="field-label">Units</span>
        <select class="select" value={wanted()} onChange={(event) => setWanted(event.currentTarget.value)}>
          <For each={BUILT_IN_UNIT_SETS.filter((set) => !isRegion(set))}>
            {(set) => (
              <option value={set.id}>{`${set.name}${set.approximate ? " (approximate)" : ""}`}</option>
            )}
          </For>
          <Show when={own().length > 0}>
            <optgroup label="Your own areas">
              <For each={own()}>{(set) => <option value={set.id}>{set.name}</option>}</For>
            </optgroup>
          </Show>
          <optgroup label="Regions of countries">
            <For each={BUILT_IN_UNIT_SETS.filter(isRegion)}>
              {(set) => <option value={set.id}>{set.name}</option>}
            </For>
          </optgroup>
        </select>
      </label>
      <button
        type="button"
        class="button button-primary"
        disabled={props.disabled || wanted() === chosen()?.id}
        onClick={() => {
          const set = source();
          if (set) props.onUse(set);
        }}
      >
        Use these units
      </button>
      <Show when={wanted() !== chosen()?.id && own().some(({ id }) => id === wanted())}>
        <button
          type="button"
          class="button"
          disabled={props.disabled}
          onClick={() => {
            const id = wanted();
            setWanted(chosen()?.id ?? "us-county");
            doEdit(planner, deleteAreas(planner.session.plan, id));
          }}
        >
          Delete these areas
        </button>
      </Show>
    </div>
  );
}
