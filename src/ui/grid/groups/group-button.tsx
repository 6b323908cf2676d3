import { Popover } from "@kobalte/core/popover";
import ListTree from "lucide-solid/icons/list-tree";
import { createMemo } from "solid-js";
import { OptionList } from "../../controls/option-list";
import { barOpen } from "../bar-open";
import type { GridState } from "../grid-state";
import { usualGroupBy } from "./group-words";

/** Opens a search over the columns; the one chosen becomes the innermost group. */
export function GroupButton(props: { grid: GridState; onDone: () => void }) {
  const { grid } = props;
  const { groups } = grid.view;
  const bar = barOpen(grid);
  const open = () => bar.part() === "group";
  const setOpen = (next: boolean) => bar.setOpen("group", next);
  const options = createMemo(() => {
    const used = new Set(groups.levels().map(({ column }) => column));
    return grid.props.columns
      .filter(({ key }) => !used.has(key))
      .map((column) => ({
        id: column.key,
        text: column.header,
        content: () => <span>{column.header}</span>,
      }));
  });
  return (
    <Popover open={open()} onOpenChange={setOpen} placement="bottom-end" gutter={4}>
      <Popover.Trigger
        class="button button-quiet grid-bar-button"
        aria-label="Group by…"
        title="Group by a column"
      >
        <ListTree aria-hidden="true" />
        <span class="grid-bar-word">Group</span>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content class="group-popover" aria-label="Group by">
          <OptionList
            label="Group by"
            placeholder="Group by…"
            options={options()}
            empty="No such column."
            onChoose={(key) => {
              const column = grid.props.columns.find((candidate) => candidate.key === key);
              setOpen(false);
              if (column) {
                groups.setLevels([...groups.levels(), { column: key, by: usualGroupBy(column) }]);
                grid.props.announce(`Grouped by ${column.header}.`);
              }
              props.onDone();
            }}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover>
  );
}
