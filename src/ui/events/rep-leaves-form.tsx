import { createSignal, onMount, Show } from "solid-js";
import { territoryAt } from "../../model/alignment";
import { countOf } from "../../model/edits/assign-accounts";
import { handOverRep } from "../../model/edits/hand-over-rep";
import type { RowId } from "../../model/ids";
import { doEdit } from "../do-edit";
import { usePlanner } from "../planner";
import { useDialogs } from "../shell/dialogs";
import { ChoiceSelect } from "./choice-select";
import { type EventForm, gentleSettings } from "./event-form";
import { repChoices, territoriesOf } from "./team";

type Way = "share" | "hand" | "vacant";

/** A rep leaves: their accounts are shared out, or their territories go to somebody else, or stay open. */
export function RepLeavesForm(props: { onForm: (form: EventForm) => void }) {
  const planner = usePlanner();
  const dialogs = useDialogs();
  const [rep, setRep] = createSignal<RowId | null>(null);
  const [successor, setSuccessor] = createSignal<RowId | null>(null);
  const [way, setWay] = createSignal<Way>("share");
  const owned = () => (rep() === null ? [] : territoriesOf(planner, rep()!));
  const accounts = () => owned().reduce((sum, slot) => sum + (planner.figures().accounts[slot] ?? 0), 0);
  const nameOf = (id: RowId | null) => repChoices(planner).find((choice) => choice.id === id)?.name ?? "";
  const others = () => repChoices(planner).filter(({ id }) => id !== rep());
  const run = () => {
    const id = rep()!;
    if (way() === "share") {
      const territories = owned().map((slot) => territoryAt(planner.alignment(), slot).id);
      dialogs.optimizeWith(gentleSettings(planner, { kind: "drop", territories }));
      return;
    }
    const to = way() === "hand" ? successor() : null;
    const names = { rep: nameOf(id), successor: to === null ? null : nameOf(to) };
    doEdit(planner, handOverRep(planner.session.plan, planner.session.path, id, to, names));
  };
  const missing = () => {
    if (rep() === null) return "Choose the rep.";
    if (owned().length === 0) return `${nameOf(rep())} owns no territory.`;
    if (way() === "share" && owned().length >= planner.figures().territoryCount)
      return "No other territory is left to take the accounts.";
    return way() === "hand" && successor() === null ? "Choose who takes over." : null;
  };
  onMount(() =>
    props.onForm({ missing, verb: () => (way() === "share" ? "Find a proposal" : "Do it"), run }),
  );
  return (
    <>
      <ChoiceSelect label="Who leaves" choices={repChoices(planner)} chosen={rep()} onChoose={setRep} />
      <Show when={owned().length > 0}>
        <p class="form-hint">
          {owned()
            .map((slot) => territoryAt(planner.alignment(), slot).name)
            .join(", ")}
          : {countOf(accounts())}.
        </p>
      </Show>
      <fieldset class="field">
        <legend class="field-label">Their accounts</legend>
        <label>
          <input type="radio" name="leaves" checked={way() === "share"} onChange={() => setWay("share")} />{" "}
          are shared out among the other territories
        </label>
        <label>
          <input type="radio" name="leaves" checked={way() === "hand"} onChange={() => setWay("hand")} /> go
          to one successor, territories and all
        </label>
        <label>
          <input type="radio" name="leaves" checked={way() === "vacant"} onChange={() => setWay("vacant")} />{" "}
          wait in their territories, which stay open
        </label>
      </fieldset>
      <Show when={way() === "hand"}>
        <ChoiceSelect label="Successor" choices={others()} chosen={successor()} onChoose={setSuccessor} />
      </Show>
    </>
  );
}
