import ChevronsDownUp from "lucide-solid/icons/chevrons-down-up";
import ChevronsUpDown from "lucide-solid/icons/chevrons-up-down";
import X from "lucide-solid/icons/x";
import { createMemo, For, Show } from "solid-js";
import type { GroupOrder, SheetGroup } from "../../../model/planning/sheet-view";
import type { CalendarPeriod } from "../../../model/views/calendar-period";
import type { GroupBy } from "../../../model/views/group-places";
import { Menu, type MenuItem } from "../../controls/menu-button";
import { followPointer } from "../follow-pointer";
import { type GridColumn, isDate, isNumeric } from "../grid-column";
import type { GridState } from "../grid-state";
import { levelWords, PERIOD_WORDS, usualGroupBy } from "./group-words";

const START_DISTANCE_PX = 5;

/** The levels of groups, from the outermost, each with what can be done with it; their order; and all open or closed at once. */
export function GroupBar(props: { grid: GridState }) {
  const { grid } = props;
  const { groups } = grid.view;
  const columns = createMemo(() => new Map(grid.props.columns.map((column) => [column.key, column])));
  return (
    <Show when={groups.levels().length > 0}>
      <div class="grid-bar group-bar">
        <span class="group-bar-title">Grouped by</span>
        <ol class="grid-chips" aria-label="Groups">
          <For each={groups.levels()}>
            {(level, at) => (
              <Show when={columns().get(level.column)}>
                {(column) => <LevelChip grid={grid} level={level} at={at()} column={column()} />}
              </Show>
            )}
          </For>
        </ol>
        <OrderChoice grid={grid} />
        <button
          type="button"
          class="button button-quiet button-icon"
          aria-label="Open all groups"
          title="Open all groups (Alt+Shift+→)"
          onClick={() => groups.setAllOpen(true)}
        >
          <ChevronsUpDown aria-hidden="true" />
        </button>
        <button
          type="button"
          class="button button-quiet button-icon"
          aria-label="Close all groups"
          title="Close all groups (Alt+Shift+←)"
          onClick={() => groups.setAllOpen(false)}
        >
          <ChevronsDownUp aria-hidden="true" />
        </button>
      </div>
    </Show>
  );
}

function LevelChip(props: { grid: GridState; level: SheetGroup; at: number; column: GridColumn }) {
  const { groups } = props.grid.view;
  const change = (by: GroupBy) =>
    groups.setLevels(groups.levels().with(props.at, { column: props.level.column, by }));
  const remove = () => groups.setLevels(groups.levels().toSpliced(props.at, 1));
  const moveTo = (to: number) => {
    const levels = groups.levels();
    groups.setLevels(levels.toSpliced(props.at, 1).toSpliced(to, 0, props.level));
  };
  const items = (): readonly MenuItem[] => [
    ...waysToGroup(props.column, props.level.by).map(({ label, by, current }) => ({
      label,
      ...(current ? { detail: "now" } : {}),
      run: () => change(by),
    })),
    {
      label: "Group outside the one before",
      separated: true,
      disabled: props.at === 0,
      run: () => moveTo(props.at - 1),
    },
    {
      label: "Group inside the next",
      disabled: props.at === groups.levels().length - 1,
      run: () => moveTo(props.at + 1),
    },
    { label: "Remove", run: remove },
  ];
  const words = () => levelWords(props.column, props.level, props.grid.props.locale);
  return (
    <li
      class="grid-chip group-chip"
      data-level={props.at}
      onPointerDown={(event) => pressOnChip(event, (to) => to !== props.at && moveTo(to))}
    >
      <Menu label={`Group ${words()}`} class="grid-chip-words" items={items()}>
        {words()}
      </Menu>
      <button
        type="button"
        class="grid-chip-remove"
        aria-label={`Remove group ${props.column.header}`}
        onClick={remove}
      >
        <X aria-hidden="true" />
      </button>
    </li>
  );
}

/** Follows a press on a chip; once it has moved, the level goes to the place of the chip where it is let go. */
function pressOnChip(press: PointerEvent, drop: (to: number) => void): void {
  if (press.button !== 0 || press.pointerType === "touch") return;
  const chip = press.currentTarget as HTMLElement;
  let dragging = false;
  followPointer(press, {
    move: (event) => {
      dragging ||= Math.abs(event.clientX - press.clientX) > START_DISTANCE_PX;
      chip.classList.toggle("group-chip-dragging", dragging);
    },
    end: (event) => {
      chip.classList.remove("group-chip-dragging");
      if (!dragging) return;
      const under = document
        .elementFromPoint(event.clientX, event.clientY)
        ?.closest<HTMLElement>("[data-level]");
      if (under) drop(Number(under.dataset.level));
    },
    cancel: () => chip.classList.remove("group-chip-dragging"),
  });
}

/** Steps of bands to choose from, beside the usual one. */
const BAND_STEPS = [0.1, 0.2, 0.5, 1, 2, 5];

function waysToGroup(
  column: GridColumn,
  now: GroupBy,
): readonly { readonly label: string; readonly by: GroupBy; readonly current: boolean }[] {
  if (isDate(column)) {
    const periods: readonly CalendarPeriod[] = ["year", "quarter", "month", "week", "day"];
    return periods.map((period) => ({
      label: `By ${PERIOD_WORDS[period].toLowerCase()}`,
      by: { kind: "period", period },
      current: now.kind === "period" && now.period === period,
    }));
  }
  if (!isNumeric(column)) return [];
  const usual = usualGroupBy(column);
  const size = usual.kind === "band" ? usual.size : 1;
  const write = column.format ?? String;
  return [
    { label: "By each value", by: { kind: "value" }, current: now.kind === "value" },
    ...BAND_STEPS.map((times) => ({
      label: `In bands of ${write(Number((size * times).toPrecision(6)))}`,
      by: { kind: "band", size: Number((size * times).toPrecision(6)) } as const,
      current: now.kind === "band" && now.size === Number((size * times).toPrecision(6)),
    })),
  ];
}

/** How the groups of every level stand: by label, by how many rows they have, or by what a column comes to. */
function OrderChoice(props: { grid: GridState }) {
  const { grid } = props;
  const { groups } = grid.view;
  const summed = createMemo(() =>
    grid.columns.shown().filter((column) => groups.aggregateOf(column) !== "none"),
  );
  const value = () => {
    const order = groups.order();
    if (!order) return "";
    return JSON.stringify([order.by, order.descending, order.by === "subtotal" ? order.column : ""]);
  };
  const set = (text: string) => {
    if (text === "") return groups.setOrder(null);
    const [by, descending, column] = JSON.parse(text) as ["label" | "count" | "subtotal", boolean, string];
    const order: GroupOrder = by === "subtotal" ? { by, column, descending } : { by, descending };
    groups.setOrder(order);
  };
  const choice = (by: string, descending: boolean, column = "") => JSON.stringify([by, descending, column]);
  return (
    <select
      class="select group-order"
      aria-label="Order of groups"
      value={value()}
      onChange={(event) => set(event.currentTarget.value)}
    >
      <option value="">As sorted</option>
      <option value={choice("label", false)}>A to Z</option>
      <option value={choice("label", true)}>Z to A</option>
      <option value={choice("count", true)}>Most {grid.props.noun[1]} first</option>
      <option value={choice("count", false)}>Fewest {grid.props.noun[1]} first</option>
      <For each={summed()}>
        {(column) => (
          <>
            <option value={choice("subtotal", true, column.key)}>{column.header}, largest first</option>
            <option value={choice("subtotal", false, column.key)}>{column.header}, smallest first</option>
          </>
        )}
      </For>
    </select>
  );
}
