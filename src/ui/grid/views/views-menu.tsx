import Bookmark from "lucide-solid/icons/bookmark";
import ChevronDown from "lucide-solid/icons/chevron-down";
import { createMemo, createSignal, Show } from "solid-js";
import type { SheetView } from "../../../model/planning/sheet-view";
import { Menu, type MenuItem } from "../../controls/menu-button";
import { Modal } from "../../controls/modal";
import { barOpen } from "../bar-open";
import type { GridState } from "../grid-state";
import type { SheetViews } from "./sheet-views";
import { createViewsState } from "./views-state";
import "./views-menu.css";

type Naming = { readonly kind: "new" } | { readonly kind: "rename"; readonly view: SheetView };

/** The views of a sheet: which is shown, whether it was changed, and what can be done with them. */
export function ViewsMenu(props: { grid: GridState; views: SheetViews }) {
  const { grid } = props;
  const views = createViewsState(grid, props.views);
  const [naming, setNaming] = createSignal<Naming | null>(null);
  const readOnly = () => grid.props.readOnly;
  const choose = (view: Parameters<typeof views.show>[0], separated = false): MenuItem => ({
    label: view.name,
    ...(views.active().id === view.id ? { detail: views.changed() ? "changed" : "shown" } : {}),
    separated,
    run: () => views.show(view),
  });
  const items = (): readonly MenuItem[] => {
    const active = views.activeSaved();
    const own: readonly MenuItem[] = active
      ? [
          { label: `Update “${active.name}”`, disabled: readOnly() || !views.changed(), run: views.update },
          {
            label: `Rename “${active.name}”…`,
            disabled: readOnly(),
            run: () => setNaming({ kind: "rename", view: active }),
          },
          { label: `Duplicate “${active.name}”`, disabled: readOnly(), run: () => views.duplicate(active) },
          {
            label: `Delete “${active.name}”`,
            danger: true,
            disabled: readOnly(),
            run: () => views.remove(active),
          },
        ]
      : [];
    return [
      ...views.builtIn.map((view) => choose(view)),
      ...views.saved().map((view, i) => choose(view, i === 0)),
      {
        label: "Save as a view…",
        separated: true,
        disabled: readOnly(),
        run: () => setNaming({ kind: "new" }),
      },
      ...own,
    ];
  };
  const name = createMemo(() => views.active().name);
  const changed = createMemo(() => views.changed());
  return (
    <>
      <Menu
        label={`Views: ${name()}${changed() ? ", changed" : ""}`}
        class="button button-quiet grid-bar-button views-button"
        items={items()}
        open={barOpen(grid).part() === "views"}
        onOpenChange={(open) => barOpen(grid).setOpen("views", open)}
      >
        <Bookmark aria-hidden="true" />
        <span class="views-name">{name()}</span>
        <Show when={changed() && !views.activeSaved()}>
          <span class="views-changed">changed</span>
        </Show>
        <ChevronDown aria-hidden="true" />
      </Menu>
      <Show when={changed() && views.activeSaved() && !readOnly()}>
        <button type="button" class="button button-quiet grid-bar-button" onClick={views.update}>
          Changed – Save
        </button>
      </Show>
      <Show when={naming()} keyed>
        {(asked) => (
          <NameDialog
            title={asked.kind === "new" ? "Save view" : "Rename view"}
            name={asked.kind === "new" ? "" : asked.view.name}
            onClose={() => setNaming(null)}
            onName={(name) => (asked.kind === "new" ? views.saveAs(name) : views.rename(asked.view, name))}
          />
        )}
      </Show>
    </>
  );
}

function NameDialog(props: {
  title: string;
  name: string;
  onName: (name: string) => void;
  onClose: () => void;
}) {
  const [name, setName] = createSignal(props.name);
  const submit = (event: Event) => {
    event.preventDefault();
    if (name().trim() === "") return;
    props.onName(name().trim());
    props.onClose();
  };
  return (
    <Modal
      open
      size="small"
      title={props.title}
      description="A view keeps filters, sorting, groups and columns of this sheet, in the plan."
      onClose={props.onClose}
      footer={
        <>
          <button type="button" class="button" onClick={props.onClose}>
            Cancel
          </button>
          <button
            type="submit"
            form="view-name"
            class="button button-primary"
            disabled={name().trim() === ""}
          >
            Save
          </button>
        </>
      }
    >
      <form id="view-name" onSubmit={submit}>
        <label class="field">
          <span class="field-label">Name</span>
          <input
            class="input"
            autofocus
            value={name()}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </label>
      </form>
    </Modal>
  );
}
