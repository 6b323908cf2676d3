import { createSignal } from "solid-js";
import { primaryRep, type Territory } from "../../model/alignment";
import { cellText } from "../../model/cells";
import { addRep } from "../../model/edits/add-rep";
import { createGroup } from "../../model/edits/group-edits";
import { createTerritory, updateTerritory } from "../../model/edits/territory-edits";
import { groupPath, levelName } from "../../model/hierarchy";
import { makeRowIds } from "../../model/ids";
import { territoryColor } from "../../model/palette";
import type { Patch } from "../../model/patch";
import { columnByRole, isLive, rowById } from "../../model/table";
import { ChoiceOrNew, type ChosenOrNew } from "../controls/choice-or-new";
import { Modal } from "../controls/modal";
import { doneText } from "../done-text";
import { usePlanner } from "../planner";
import { SegmentLimits } from "../segments/segment-limits";
import { useServices } from "../services";
import "./dialogs.css";

/** Makes a territory (slot null) or changes one: name, color, rep, group and share of the targets. */
export function TerritoryDialog(props: { slot: number | null; onClose: () => void }) {
  const planner = usePlanner();
  const { makeId } = useServices();
  const { session } = planner;
  const alignment = session.alignment;
  const before = props.slot === null ? null : (alignment.territories[props.slot] ?? null);
  const [name, setName] = createSignal(before?.name ?? nextName(alignment.territories));
  const [color, setColor] = createSignal(before?.color ?? territoryColor(alignment.territories.length));
  const repBefore = before ? primaryRep(before) : null;
  const [rep, setRep] = createSignal<ChosenOrNew>({
    kind: "known",
    id: repBefore === null ? "" : String(repBefore),
  });
  const [group, setGroup] = createSignal<ChosenOrNew>({ kind: "known", id: before?.group ?? "" });
  const [share, setShare] = createSignal(String(Math.round((before?.share ?? 1) * 100)));

  const [takes, setTakes] = createSignal<readonly string[]>(before?.segments ?? []);
  const reps = () => {
    const table = planner.plan().tables.reps;
    const column = columnByRole(table, "name");
    return [...table.ids]
      .map((id, row) => ({ id: String(id), row, name: cellText(column, row) || `Rep ${row + 1}` }))
      .filter(({ row }) => isLive(table, row));
  };
  const pathText = (id: string) =>
    groupPath(alignment.groups, id)
      .map((above) => above.name)
      .join(" › ");
  const level = () => levelName(planner.plan(), 0);
  const shareValue = () => Number(share()) / 100;
  const problem = () => {
    const wanted = name().trim();
    if (wanted === "") return "Give the territory a name.";
    const taken = alignment.territories.some(
      (other, slot) => slot > 0 && slot !== props.slot && other?.name === wanted,
    );
    if (taken) return `There is already a territory named ${wanted}.`;
    if (isNameless(rep())) return "Give the new rep a name.";
    if (isNameless(group())) return `Give the new ${level().toLowerCase()} a name.`;
    if (!(shareValue() >= 0 && shareValue() <= 100)) return "The share must be a number from 0 to 10,000 %.";
    return null;
  };
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    if (problem()) return;
    const parts: Patch[] = [];
    const chosenRep = rep();
    let repId = chosenRep.kind === "known" && chosenRep.id !== "" ? Number(chosenRep.id) : null;
    if (chosenRep.kind === "new") {
      repId = makeRowIds(1, Math.random, rowById(session.plan.tables.reps))[0]!;
      parts.push(addRep(session.plan, repId, chosenRep.name.trim()));
    }
    const chosenGroup = group();
    let groupId = chosenGroup.kind === "known" ? chosenGroup.id || null : null;
    if (chosenGroup.kind === "new") {
      groupId = makeId();
      parts.push(createGroup(session.plan, session.path, groupId, chosenGroup.name.trim()));
    }
    const others = before?.coverage.filter((coverage) => coverage.role !== "primary") ?? [];
    const fields = {
      name: name().trim(),
      color: color(),
      group: groupId,
      coverage: repId === null ? others : [{ rep: repId, role: "primary" }, ...others],
      share: shareValue(),
      segments: takes().length > 0 ? takes() : undefined,
    };
    const patch =
      props.slot === null
        ? createTerritory(session.plan, session.path, { id: makeId(), ...fields })
        : updateTerritory(session.plan, session.path, props.slot, fields);
    const changes = [...parts.flatMap((part) => part.changes), ...patch.changes];
    if (session.edit({ ...patch, changes })) planner.announce(doneText(patch.label));
    props.onClose();
  };
  return (
    <Modal
      open
      size="small"
      title={props.slot === null ? "New territory" : (before?.name ?? "")}
      onClose={props.onClose}
      footer={
        <>
          <button type="button" class="button" onClick={props.onClose}>
            Cancel
          </button>
          <button
            type="submit"
            form="territory-form"
            class="button button-primary"
            disabled={problem() !== null}
          >
            {props.slot === null ? "Create territory" : "Save"}
          </button>
        </>
      }
    >
      <form id="territory-form" class="form" onSubmit={save}>
        <label class="field">
          <span class="field-label">Name</span>
          <input
            class="input"
            value={name()}
            onInput={(event) => setName(event.currentTarget.value)}
            autofocus
            autocomplete="off"
          />
        </label>
        <div class="form-row">
          <label class="field">
            <span class="field-label">Color</span>
            <input
              class="input input-color"
              type="color"
              value={color()}
              onInput={(event) => setColor(event.currentTarget.value)}
            />
          </label>
          <ChoiceOrNew
            label="Rep"
            none="Nobody yet"
            newLabel="New rep…"
            choices={reps()}
            value={rep()}
            onChange={setRep}
          />
        </div>
        <div class="form-row">
          <ChoiceOrNew
            label={level()}
            none="None"
            newLabel={`New ${level().toLowerCase()}…`}
            choices={alignment.groups.map(({ id }) => ({ id, name: pathText(id) }))}
            value={group()}
            onChange={setGroup}
          />
          <label class="field">
            <span class="field-label">Target share, %</span>
            <input
              class="input input-number"
              inputmode="numeric"
              value={share()}
              onInput={(event) => setShare(event.currentTarget.value)}
            />
          </label>
        </div>
        <p class="form-hint">
          A share of 100 % is a full territory. A part-time or new rep may have less: every target follows.
        </p>
        <SegmentLimits takes={takes()} onChange={setTakes} />
        <p class="form-problem" role="alert">
          {problem()}
        </p>
      </form>
    </Modal>
  );
}

function isNameless(chosen: ChosenOrNew): boolean {
  return chosen.kind === "new" && chosen.name.trim() === "";
}

function nextName(territories: readonly (Territory | null)[]): string {
  const names = new Set(territories.map((territory) => territory?.name));
  let number = territories.length;
  while (names.has(`Territory ${number}`)) number++;
  return `Territory ${number}`;
}
