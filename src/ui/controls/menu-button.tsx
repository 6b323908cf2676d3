import { DropdownMenu } from "@kobalte/core/dropdown-menu";
import { For, type JSX, Show } from "solid-js";
import "./menu-button.css";

export interface MenuItem {
  readonly label: string;
  readonly detail?: string;
  readonly disabled?: boolean;
  readonly danger?: boolean;
  readonly separated?: boolean;
  readonly run: () => void;
}

/** A button that opens a menu. `label` is what screen readers call it. */
export function Menu(props: {
  label: string;
  items: readonly MenuItem[];
  class?: string;
  /** Where someone else opens it too. */
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
  children: JSX.Element;
}) {
  return (
    <DropdownMenu
      placement="bottom-end"
      gutter={4}
      {...(props.onOpenChange ? { onOpenChange: props.onOpenChange } : {})}
      {...(props.open === undefined ? {} : { open: props.open })}
    >
      <DropdownMenu.Trigger class={props.class ?? "button button-quiet button-icon"} aria-label={props.label}>
        {props.children}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content class="menu">
          <For each={props.items}>
            {(item) => (
              <>
                <Show when={item.separated}>
                  <DropdownMenu.Separator class="menu-separator" />
                </Show>
                <DropdownMenu.Item
                  class="menu-item"
                  classList={{ "menu-item-danger": item.danger ?? false }}
                  disabled={item.disabled ?? false}
                  onSelect={item.run}
                >
                  <span>{item.label}</span>
                  <Show when={item.detail}>
                    <span class="menu-detail">{item.detail}</span>
                  </Show>
                </DropdownMenu.Item>
              </>
            )}
          </For>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu>
  );
}
