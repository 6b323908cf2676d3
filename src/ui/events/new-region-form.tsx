import { createSignal, onMount } from "solid-js";
import { UNASSIGNED, UNASSIGNED_TERRITORY } from "../../model/alignment";
import { applyPatch } from "../../model/apply-patch";
import { assignAccounts, countOf } from "../../model/edits/assign-accounts";
import { openTerritories } from "../../model/edits/open-territories";
import { alignmentAt } from "../../model/plan";
import { selectedRows } from "../../session/row-selection";
import { doEdit } from "../do-edit";
import { usePlanner } from "../planner";
import { useServices } from "../services";
import { useDialogs } from "../shell/dialogs";
import { type EventForm, gentleSettings } from "./event-form";

const MOST = 200;

/** A new region: so many territories for accounts nobody has yet, or for the selected ones. */
export function NewRegionForm(props: { onForm: (form: EventForm) => void }) {
  const planner = usePlanner();
  const dialogs = useDialogs();
  const { makeId } = useServices();
  const { session } = planner;
  const selected = () => planner.selection().count;
  const unassigned = () => planner.figures().accounts[UNASSIGNED] ?? 0;
  const [name, setName] = createSignal("");
  const [count, setCount] = createSignal(2);
  const [from, setFrom] = createSignal<"unassigned" | "selected">(selected() > 0 ? "selected" : "unassigned");
  const accounts = () => (from() === "selected" ? selected() : unassigned());
  const missing = () => {
    if (name().trim() === "") return "Give the region a name.";
    if (!(Number.isInteger(count()) && count() >= 1 && count() <= MOST)) return `Say how many: 1 to ${MOST}.`;
    if (accounts() < count()) return `There are only ${countOf(accounts())}.`;
    return null;
  };
  const run = () => {
    const ids = Array.from({ length: count() }, makeId);
    const region = { id: makeId(), name: name().trim() };
    const opened = openTerritories(session.plan, session.path, { ids, name: region.name, rep: null, region });
    const changes = [...opened.changes];
    if (from() === "selected") {
      const plan = applyPatch(session.plan, opened);
      const { territories } = alignmentAt(plan, session.path);
      const first = territories.findIndex((territory) => territory?.id === ids[0]);
      const accounts = new Set(selectedRows(session.selection));
      changes.push(...assignAccounts(plan, session.path, accounts, first).changes);
    }
    if (!doEdit(planner, { ...opened, label: `Create region ${region.name}`, changes })) return;
    const pool = from() === "unassigned" ? [UNASSIGNED_TERRITORY.id, ...ids] : ids;
    dialogs.optimizeWith({
      ...gentleSettings(planner, { kind: "within", territories: pool }),
      keep: "ignore",
    });
  };
  onMount(() => props.onForm({ missing, verb: () => "Find a proposal", run }));
  return (
    <>
      <label class="field">
        <span class="field-label">Name</span>
        <input
          class="input"
          autocomplete="off"
          value={name()}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <label class="field">
        <span class="field-label">Territories in it</span>
        <input
          class="input input-count"
          type="number"
          min={1}
          max={MOST}
          value={count()}
          onInput={(event) => setCount(event.currentTarget.valueAsNumber)}
        />
      </label>
      <fieldset class="field">
        <legend class="field-label">Its accounts</legend>
        <label>
          <input
            type="radio"
            name="region"
            checked={from() === "unassigned"}
            onChange={() => setFrom("unassigned")}
          />{" "}
          those nobody has ({countOf(unassigned())})
        </label>
        <label>
          <input
            type="radio"
            name="region"
            checked={from() === "selected"}
            disabled={selected() === 0}
            onChange={() => setFrom("selected")}
          />{" "}
          the selected ones ({countOf(selected())})
        </label>
      </fieldset>
    </>
  );
}
