import { createMemo, createSignal, For, Show } from "solid-js";
import { applyPatch } from "../../model/apply-patch";
import { createGroup, moveGroup, moveTerritories, renameGroup } from "../../model/edits/group-edits";
import { groupPath, groupsWithin, levelName } from "../../model/hierarchy";
import type { Patch } from "../../model/patch";
import { Modal } from "../controls/modal";
import { doEdit } from "../do-edit";
import { usePlanner } from "../planner";
import { useServices } from "../services";
import "../territories/dialogs.css";
import "./hierarchy.css";

const NAMES = new Intl.Collator(undefined, { numeric: true });

/** Makes a group (id null) or changes one: its name, the group above it, and the territories directly in it. One step to undo. */
export function GroupDialog(props: { group: string | null; parent: string | null; onClose: () => void }) {
  const planner = usePlanner();
  const { makeId } = useServices();
  const { session } = planner;
  const { groups, territories } = session.alignment;
  const before = groups.find(({ id }) => id === props.group) ?? null;
  const [name, setName] = createSignal(before?.name ?? "");
  const [parent, setParent] = createSignal<string | null>(before ? before.parent : props.parent);
  const [query, setQuery] = createSignal("");
  const inside = [...territories.keys()].filter(
    (slot) => slot > 0 && before && territories[slot]?.group === before.id,
  );
  const [chosen, setChosen] = createSignal<ReadonlySet<number>>(new Set(inside));

  const depth = () => groupPath(groups, parent()).length;
  const level = () => levelName(planner.plan(), depth());
  const slots = [...territories.keys()]
    .filter((slot) => slot > 0 && territories[slot])
    .sort((a, b) => NAMES.compare(territories[a]!.name, territories[b]!.name));
  const shown = createMemo(() => {
    const wanted = query().trim().toLowerCase();
    return slots.filter((slot) => territories[slot]!.name.toLowerCase().includes(wanted));
  });
  const parents = () => {
    const own = before ? groupsWithin(groups, before.id) : new Set<string>();
    return groups
      .filter(({ id }) => !own.has(id))
      .map(({ id }) => ({ id, title: pathText(id) }))
      .sort((a, b) => NAMES.compare(a.title, b.title));
  };
  const pathText = (id: string | null) =>
    groupPath(groups, id)
      .map((group) => group.name)
      .join(" › ");
  const problem = () => (name().trim() === "" ? `Give the ${level().toLowerCase()} a name.` : null);
  const toggle = (slot: number) => {
    const next = new Set(chosen());
    if (!next.delete(slot)) next.add(slot);
    setChosen(next);
  };
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    if (problem()) return;
    const { path } = session;
    const id = before?.id ?? makeId();
    let plan = session.plan;
    const changes: Patch["changes"][number][] = [];
    const add = (patch: Patch) => {
      plan = applyPatch(plan, patch);
      changes.push(...patch.changes);
      return patch;
    };
    const first = before
      ? add(renameGroup(plan, path, id, name()))
      : add(createGroup(plan, path, id, name().trim(), parent(), level()));
    if (before) add(moveGroup(plan, path, id, parent()));
    add(
      moveTerritories(
        plan,
        path,
        slots.filter((slot) => chosen().has(slot)),
        id,
      ),
    );
    const leaving = inside.filter((slot) => !chosen().has(slot));
    add(moveTerritories(plan, path, leaving, parent()));
    const label = first.changes.length > 0 ? first.label : `Change ${name().trim()}`;
    doEdit(planner, { ...first, label, changes });
    props.onClose();
  };
  return (
    <Modal
      open
      size="small"
      title={before ? before.name : `New ${level().toLowerCase()}`}
      onClose={props.onClose}
      footer={
        <>
          <button type="button" class="button" onClick={props.onClose}>
            Cancel
          </button>
          <button type="submit" form="group-form" class="button button-primary" disabled={problem() !== null}>
            {before ? "Save" : `Create ${level().toLowerCase()}`}
          </button>
        </>
      }
    >
      <form id="group-form" class="form" onSubmit={save}>
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
        <label class="field">
          <span class="field-label">In</span>
          <select
            class="select"
            value={parent() ?? ""}
            onChange={(event) => setParent(event.currentTarget.value || null)}
          >
            <option value="">The top</option>
            <For each={parents()}>{({ id, title }) => <option value={id}>{title}</option>}</For>
          </select>
        </label>
        <fieldset class="choice">
          <legend class="field-label">Territories in it ({chosen().size})</legend>
          <Show when={slots.length > 12}>
            <input
              class="input group-search"
              type="search"
              aria-label="Find a territory"
              placeholder="Find a territory"
              value={query()}
              onInput={(event) => setQuery(event.currentTarget.value)}
            />
          </Show>
          <div class="group-territories">
            <For each={shown()} fallback={<p class="form-hint">No territory of that name.</p>}>
              {(slot) => (
                <label class="check-field">
                  <input type="checkbox" checked={chosen().has(slot)} onChange={() => toggle(slot)} />
                  <span class="swatch" style={{ "--swatch": territories[slot]!.color }} />
                  <span class="group-territory-name">{territories[slot]!.name}</span>
                  <span class="muted group-territory-now">{pathText(territories[slot]!.group)}</span>
                </label>
              )}
            </For>
          </div>
        </fieldset>
        <p class="form-problem" role="alert">
          {problem()}
        </p>
      </form>
    </Modal>
  );
}
