import { createSignal, onMount, Show } from "solid-js";
import type { TerritorySlot } from "../../model/alignment";
import { countOf } from "../../model/edits/assign-accounts";
import { mergeTerritories } from "../../model/edits/merge-territories";
import { doEdit } from "../do-edit";
import { usePlanner } from "../planner";
import { ChoiceSelect } from "./choice-select";
import type { EventForm } from "./event-form";
import { territoryChoices } from "./team";

/** Two territories become one: the first keeps its name and rep, the second is gone. */
export function MergeForm(props: { onForm: (form: EventForm) => void }) {
  const planner = usePlanner();
  const [into, setInto] = createSignal<TerritorySlot | null>(null);
  const [gone, setGone] = createSignal<TerritorySlot | null>(null);
  const others = () => territoryChoices(planner).filter(({ id }) => id !== into());
  const accounts = () => planner.figures().accounts[gone() ?? 0] ?? 0;
  const missing = () =>
    into() === null || gone() === null || into() === gone() ? "Choose two territories." : null;
  const run = () =>
    void doEdit(planner, mergeTerritories(planner.session.plan, planner.session.path, into()!, [gone()!]));
  onMount(() => props.onForm({ missing, verb: () => "Merge", run }));
  return (
    <>
      <ChoiceSelect
        label="This one stays, with its rep"
        choices={territoryChoices(planner)}
        chosen={into()}
        onChoose={setInto}
      />
      <ChoiceSelect label="This one goes into it" choices={others()} chosen={gone()} onChoose={setGone} />
      <Show when={missing() === null}>
        <p class="form-hint">{countOf(accounts())} would move, locked ones too.</p>
      </Show>
    </>
  );
}
