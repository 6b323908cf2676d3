import { DropdownMenu } from "@kobalte/core/dropdown-menu";
import { createMemo, For, Show } from "solid-js";
import type { GridState } from "../grid-state";
import { columnItems } from "./column-items";
import type { ColumnTools } from "./column-tools";
import "../../controls/menu-button.css";

/** The menu of a header, under it. */
export function ColumnMenu(props: {
  grid: GridState;
  tools: ColumnTools;
  frame: () => HTMLElement;
  onClosed: () => void;
}) {
  const { grid, tools } = props;
  const column = createMemo(() => grid.props.columns.find(({ key }) => key === tools.menu()));
  const boxOf = (key: string) => {
    const cells = props.frame().querySelectorAll<HTMLElement>(".grid-head-cell");
    const cell = [...cells].find((candidate) => candidate.dataset.column === key) ?? props.frame();
    return cell.getBoundingClientRect();
  };
  const close = () => {
    tools.setMenu(null);
    // What was chosen may have opened something else, which has the focus.
    if (tools.dialog() === null && tools.renaming() === null && grid.openFilter() === null) props.onClosed();
  };
  return (
    <Show when={column()} keyed>
      {(open) => (
        <DropdownMenu
          open
          onOpenChange={(isOpen) => !isOpen && close()}
          placement="bottom-start"
          gutter={2}
          getAnchorRect={() => {
            const { x, y, width, height } = boxOf(open.key);
            return { x, y, width, height };
          }}
        >
          <DropdownMenu.Portal>
            <DropdownMenu.Content
              class="menu"
              aria-label={`${open.header} column`}
              onCloseAutoFocus={(event: Event) => event.preventDefault()}
            >
              <For each={columnItems(grid, tools, open)}>
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
      )}
    </Show>
  );
}
