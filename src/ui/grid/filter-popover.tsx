import { Popover } from "@kobalte/core/popover";
import ArrowDown from "lucide-solid/icons/arrow-down";
import ArrowLeft from "lucide-solid/icons/arrow-left";
import ArrowRight from "lucide-solid/icons/arrow-right";
import ArrowUp from "lucide-solid/icons/arrow-up";
import EyeOff from "lucide-solid/icons/eye-off";
import ListTree from "lucide-solid/icons/list-tree";
import Pin from "lucide-solid/icons/pin";
import PinOff from "lucide-solid/icons/pin-off";
import { createMemo, For, type JSX, Show } from "solid-js";
import type { Aggregate } from "../../model/views/subtotals";
import { FilterConditions } from "./filter-conditions";
import { FilterValues } from "./filter-values";
import { type GridColumn, isDate, isNumeric } from "./grid-column";
import type { GridState } from "./grid-state";
import { AGGREGATE_WORDS, aggregatesOf, usualGroupBy } from "./groups/group-words";
import "./filter-popover.css";

/** What a header's filter button opens: sorting, the column's filter, and what else can be done with the column. */
export function FilterPopover(props: { grid: GridState; frame: () => HTMLElement; onClose: () => void }) {
  const { grid } = props;
  const column = createMemo(() =>
    grid.props.columns.find((candidate) => candidate.key === grid.openFilter()),
  );
  const anchor = (key: string) => {
    const cells = props.frame().querySelectorAll<HTMLElement>(".grid-head-cell");
    return [...cells].find((cell) => cell.dataset.column === key) ?? props.frame();
  };
  const close = () => {
    grid.setOpenFilter(null);
    props.onClose();
  };
  return (
    <Show when={column()} keyed>
      {(open) => (
        <Popover
          open
          onOpenChange={(isOpen) => !isOpen && close()}
          anchorRef={() => anchor(open.key)}
          placement="bottom-start"
          gutter={2}
        >
          <Popover.Portal>
            <Popover.Content
              class="filter-popover"
              aria-label={`Column ${open.header}`}
              onCloseAutoFocus={(event: Event) => event.preventDefault()}
            >
              <ColumnMenu grid={grid} column={open} onClose={close} />
            </Popover.Content>
          </Popover.Portal>
        </Popover>
      )}
    </Show>
  );
}

function ColumnMenu(props: { grid: GridState; column: GridColumn; onClose: () => void }) {
  const { grid, column } = props;
  const { columns } = grid;
  const words = isDate(column)
    ? ["Oldest first", "Newest first"]
    : isNumeric(column)
      ? ["Smallest first", "Largest first"]
      : ["Sort A to Z", "Sort Z to A"];
  const sort = () => columns.sorting().find((candidate) => candidate.column === column.key);
  const isSorted = (descending: boolean) => sort()?.descending === descending;
  const toggleSort = (descending: boolean) => {
    columns.sort(column.key, isSorted(descending) ? null : descending);
    props.onClose();
  };
  const index = () => columns.shown().indexOf(column);
  const isPinned = () => index() < columns.pinnedCount();
  const canMove = (step: number) => {
    const to = index() + step;
    return to >= 0 && to < columns.shown().length && to < columns.pinnedCount() === isPinned();
  };
  const move = (step: number) => {
    const shown = columns.shown();
    columns.move(column.key, shown[step < 0 ? index() - 1 : index() + 2]?.key ?? null);
  };

  return (
    <>
      <div class="filter-section filter-buttons">
        <Choice pressed={isSorted(false)} onClick={() => toggleSort(false)}>
          <ArrowUp aria-hidden="true" />
          {words[0]}
        </Choice>
        <Choice pressed={isSorted(true)} onClick={() => toggleSort(true)}>
          <ArrowDown aria-hidden="true" />
          {words[1]}
        </Choice>
      </div>
      <div class="filter-section">
        <Show when={column.type !== "yesno"}>
          <FilterConditions grid={grid} column={column} onDone={props.onClose} />
        </Show>
        <FilterValues grid={grid} column={column} onDone={props.onClose} />
        <Show when={grid.view.filters().has(column.key)}>
          <button
            type="button"
            class="button filter-clear"
            onClick={() => {
              grid.view.setFilter(column.key, null);
              props.onClose();
            }}
          >
            Clear this filter
          </button>
        </Show>
      </div>
      <GroupSection grid={grid} column={column} onClose={props.onClose} />
      <div class="filter-section filter-buttons">
        <Choice pressed={isPinned()} onClick={() => columns.setPinned(column.key, !isPinned())}>
          <Show when={isPinned()} fallback={<Pin aria-hidden="true" />}>
            <PinOff aria-hidden="true" />
          </Show>
          {isPinned() ? "Unpin" : "Pin to the left"}
        </Choice>
        <Choice
          disabled={columns.shown().length === 1}
          onClick={() => {
            props.onClose();
            columns.setHidden(column.key, true);
          }}
        >
          <EyeOff aria-hidden="true" />
          Hide column
        </Choice>
        <Choice disabled={!canMove(-1)} onClick={() => move(-1)}>
          <ArrowLeft aria-hidden="true" />
          Move left
        </Choice>
        <Choice disabled={!canMove(1)} onClick={() => move(1)}>
          <ArrowRight aria-hidden="true" />
          Move right
        </Choice>
      </div>
    </>
  );
}

/** Groups by the column, and what groups show of it. */
function GroupSection(props: { grid: GridState; column: GridColumn; onClose: () => void }) {
  const { grid, column } = props;
  const { groups } = grid.view;
  const isGrouped = () => groups.levels().some((level) => level.column === column.key);
  const toggle = () => {
    const others = groups.levels().filter((level) => level.column !== column.key);
    groups.setLevels(isGrouped() ? others : [...others, { column: column.key, by: usualGroupBy(column) }]);
    props.onClose();
  };
  const choices = aggregatesOf(column);
  return (
    <div class="filter-section">
      <Choice pressed={isGrouped()} onClick={toggle}>
        <ListTree aria-hidden="true" />
        {isGrouped() ? "Group no longer" : "Group by this column"}
      </Choice>
      <Show when={groups.levels().length > 0 && choices.length > 0}>
        <label class="filter-aggregate">
          <span>Groups show</span>
          <select
            class="select"
            value={groups.aggregateOf(column)}
            onChange={(event) =>
              groups.setAggregates(
                new Map(groups.aggregates()).set(column.key, event.currentTarget.value as Aggregate),
              )
            }
          >
            <For each={choices}>
              {(choice) => (
                <option value={choice} selected={choice === groups.aggregateOf(column)}>
                  {AGGREGATE_WORDS[choice]}
                </option>
              )}
            </For>
          </select>
        </label>
      </Show>
    </div>
  );
}

function Choice(props: {
  pressed?: boolean;
  disabled?: boolean;
  onClick: () => void;
  children: JSX.Element;
}) {
  return (
    <button
      type="button"
      class="button button-quiet filter-choice"
      aria-pressed={props.pressed}
      disabled={props.disabled}
      onClick={() => props.onClick()}
    >
      {props.children}
    </button>
  );
}
