import { DropdownMenu } from "@kobalte/core/dropdown-menu";
import { For, Show } from "solid-js";
import { type Action, shortcutText } from "../actions";
import "./menu-button.css";

/** A point in the window. */
export interface MenuPlace {
  readonly x: number;
  readonly y: number;
}

/** The menu of the right mouse button, at a place; null = closed. */
export function RowMenu(props: {
  label: string;
  place: MenuPlace | null;
  /** Above the others, and apart from them. */
  first?: readonly Action[];
  actions: readonly Action[];
  onClose: () => void;
}) {
  return (
    <Show when={props.place} keyed>
      {(place) => (
        <DropdownMenu
          open
          onOpenChange={(open) => !open && props.onClose()}
          placement="bottom-start"
          getAnchorRect={() => ({ x: place.x, y: place.y, width: 0, height: 0 })}
        >
          <DropdownMenu.Portal>
            <DropdownMenu.Content class="menu" aria-label={props.label}>
              <MenuItems actions={props.first ?? []} />
              <Show when={props.first?.length && props.actions.length > 0}>
                <DropdownMenu.Separator class="menu-separator" />
              </Show>
              <MenuItems actions={props.actions} />
            </DropdownMenu.Content>
          </DropdownMenu.Portal>
        </DropdownMenu>
      )}
    </Show>
  );
}

function MenuItems(props: { actions: readonly Action[] }) {
  return (
    <For each={props.actions}>
      {(action) => (
        <DropdownMenu.Item
          class="menu-item"
          disabled={Boolean(action.disabled?.())}
          onSelect={() => action.run()}
        >
          <span>{action.title}</span>
          <Show when={action.shortcut}>
            {(shortcut) => <span class="menu-detail">{shortcutText(shortcut())}</span>}
          </Show>
        </DropdownMenu.Item>
      )}
    </For>
  );
}
