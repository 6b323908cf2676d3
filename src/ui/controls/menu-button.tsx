import { DropdownMenu } from "@kobalte/core/dropdown-menu";
import { createMemo, createSignal, For, type JSX, Show } from "solid-js";
import "./menu-button.css";

export interface MenuItem {
  readonly label: string;
  readonly detail?: string;
  readonly disabled?: boolean;
  readonly danger?: boolean;
  readonly separated?: boolean;
  readonly run: () => void;
}

interface MenuProps {
  label: string;
  items: readonly MenuItem[];
  class?: string;
  /** Where someone else opens it too. */
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
  children: JSX.Element;
}

/** A button that opens a menu. `label` is what screen readers call it. */
export function Menu(props: MenuProps) {
  const [asked, setAsked] = createSignal(false);
  // Half of the time until a sheet is drawn went into menus that nobody had opened.
  const made = createMemo<boolean>((before) => before || asked() || props.open === true, false);
  let trigger: HTMLElement | undefined;
  const make = (byKey: boolean) => {
    setAsked(true);
    trigger?.focus({ preventScroll: true });
    // The menu opens as if it had been there: with its first item in focus for those who came by key.
    trigger?.dispatchEvent(
      byKey
        ? new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true })
        : new PointerEvent("pointerdown", { pointerType: "mouse", bubbles: true, cancelable: true }),
    );
  };
  return (
    <Show
      when={made()}
      fallback={
        <button
          type="button"
          class={props.class ?? USUAL_CLASS}
          aria-label={props.label}
          aria-haspopup="menu"
          aria-expanded={false}
          onClick={(event) => make(event.detail === 0)}
          onKeyDown={(event) => {
            if (event.key !== "ArrowDown") return;
            event.preventDefault();
            make(true);
          }}
        >
          {props.children}
        </button>
      }
    >
      <MadeMenu {...props} ref={(element) => (trigger = element)} />
    </Show>
  );
}

const USUAL_CLASS = "button button-quiet button-icon";

function MadeMenu(props: MenuProps & { ref: (trigger: HTMLElement) => void }) {
  return (
    <DropdownMenu
      placement="bottom-end"
      gutter={4}
      {...(props.onOpenChange ? { onOpenChange: props.onOpenChange } : {})}
      {...(props.open === undefined ? {} : { open: props.open })}
    >
      <DropdownMenu.Trigger ref={props.ref} class={props.class ?? USUAL_CLASS} aria-label={props.label}>
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
