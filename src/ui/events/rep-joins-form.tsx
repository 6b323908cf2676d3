import { createSignal, onMount, Show } from "solid-js";
import { primaryRep, type TerritorySlot, territoryAt } from "../../model/alignment";
import { applyPatch } from "../../model/apply-patch";
import { addRep } from "../../model/edits/add-rep";
import { openTerritories } from "../../model/edits/open-territories";
import { updateTerritory } from "../../model/edits/territory-edits";
import { makeRowIds, type RowId } from "../../model/ids";
import { rowById } from "../../model/table";
import { doEdit } from "../do-edit";
import { usePlanner } from "../planner";
import { useServices } from "../services";
import { useDialogs } from "../shell/dialogs";
import { ChoiceSelect } from "./choice-select";
import { type EventForm, gentleSettings } from "./event-form";
import { repChoices, territoriesOf, territoryChoices } from "./team";

/** A rep joins: takes an open territory over, or gets a new one out of the others. */
export function RepJoinsForm(props: { onForm: (form: EventForm) => void }) {
  const planner = usePlanner();
  const dialogs = useDialogs();
  const { makeId } = useServices();
  const { session } = planner;
  const [rep, setRep] = createSignal<RowId | null>(null);
  const [name, setName] = createSignal("");
  const [territory, setTerritory] = createSignal<TerritorySlot | null>(null);
  const free = () => repChoices(planner).filter(({ id }) => territoriesOf(planner, id).length === 0);
  const open = () =>
    territoryChoices(planner).filter(({ id }) => primaryRep(territoryAt(planner.alignment(), id)) === null);
  const nameOf = (id: RowId) => repChoices(planner).find((choice) => choice.id === id)?.name ?? "";
  const missing = () => (rep() === null && name().trim() === "" ? "Say who joins." : null);
  const run = () => {
    const known = rep();
    const id = known ?? makeRowIds(1, Math.random, rowById(session.plan.tables.reps))[0]!;
    const wanted = known === null ? name().trim() : nameOf(known);
    const joined = known === null ? addRep(session.plan, id, wanted) : null;
    const plan = joined ? applyPatch(session.plan, joined) : session.plan;
    const slot = territory();
    const covered =
      slot === null
        ? openTerritories(plan, session.path, { ids: [makeId()], name: wanted, rep: id, region: null })
        : updateTerritory(plan, session.path, slot, {
            coverage: [
              { rep: id, role: "primary" },
              ...territoryAt(session.alignment, slot).coverage.filter(({ role }) => role !== "primary"),
            ],
          });
    const label = slot === null ? `Create a territory for ${wanted}` : `Give ${wanted} a territory`;
    const changes = [...(joined?.changes ?? []), ...covered.changes];
    if (!doEdit(planner, { label, cause: { kind: "action", action: "rep-joins" }, changes })) return;
    if (slot === null) dialogs.optimizeWith(gentleSettings(planner, { kind: "existing" }));
  };
  onMount(() =>
    props.onForm({ missing, verb: () => (territory() === null ? "Find a proposal" : "Do it"), run }),
  );
  return (
    <>
      <Show when={free().length > 0}>
        <ChoiceSelect
          label="Who joins"
          choices={free()}
          chosen={rep()}
          onChoose={setRep}
          none="Somebody new"
        />
      </Show>
      <Show when={rep() === null}>
        <label class="field">
          <span class="field-label">Name</span>
          <input
            class="input"
            autocomplete="off"
            value={name()}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </label>
      </Show>
      <ChoiceSelect
        label="Territory"
        choices={open()}
        chosen={territory()}
        onChoose={setTerritory}
        none="A new one, out of the others"
      />
      <Show when={territory() === null}>
        <p class="form-hint">
          An empty territory is made for them; the optimizer then proposes which accounts of its neighbors
          fill it.
        </p>
      </Show>
    </>
  );
}
