import ChevronRight from "lucide-solid/icons/chevron-right";
import { type Accessor, createMemo, For, Show } from "solid-js";
import { withRows } from "../../../session/row-selection";
import { DROP_ATTRIBUTE, slotUnderDrag } from "../../drag-accounts";
import { type GridColumn, isNumeric } from "../grid-column";
import { GridRow } from "../grid-row";
import type { GridState } from "../grid-state";
import { figureText } from "./group-figures";
import { clickOnGroup, pressOnGroup } from "./group-pointer";
import "./groups.css";

/**
 * One place of the pool of rows. It keeps an element for rows and one for headers of groups, each made when it is first needed: a
 * scroll through open groups only turns from one to the other.
 */
export function PooledRow(props: { grid: GridState; slot: number }) {
  const { grid, slot } = props;
  const position = createMemo(() => {
    const { first, end } = grid.scroll.window();
    const count = grid.scroll.slots().length;
    const at = first + ((((slot - first) % count) + count) % count);
    return at < end ? at : -1;
  });
  const group = createMemo(() => grid.view.groups.at(position()));
  const hadGroup = createMemo((before) => before || group() !== undefined, false);
  const hadRow = createMemo((before) => before || group() === undefined, false);
  return (
    <>
      <Show when={hadRow()}>
        <GridRow grid={grid} slot={slot} />
      </Show>
      <Show when={hadGroup()}>
        <GroupRow grid={grid} position={position} group={group} />
      </Show>
    </>
  );
}

function GroupRow(props: {
  grid: GridState;
  position: Accessor<number>;
  /** undefined while the place has no header to show. */
  group: Accessor<number | undefined>;
}) {
  const { grid, position } = props;
  const { scroll } = grid;
  const { groups } = grid.view;
  const shown = () => props.group() !== undefined;
  const group = createMemo<number>((before) => props.group() ?? before, 0);
  const top = createMemo(() => position() * scroll.rowHeight() + scroll.window().shift);
  const focused = createMemo(() => shown() && grid.focus().row === position());
  const selected = createMemo(() => {
    const { flags, count } = grid.props.selection;
    if (!shown() || count === 0) return 0;
    let found = 0;
    for (const row of groups.rowsOf(group())) found += flags[row] ?? 0;
    return found;
  });
  const all = () => selected() > 0 && selected() === groups.sizeOf(group());
  const slot = createMemo(() => {
    const key = groups.grouped()?.key[group()] ?? Number.NaN;
    return shown() && !Number.isNaN(key) ? groups.columnOf(group())?.groups?.slotOf?.(key) : undefined;
  });
  const toggleRows = () => {
    const { selection, rowCount, onSelect } = grid.props;
    onSelect(withRows(selection, rowCount, groups.rowsOf(group()), !all()));
  };

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid answers the keys for all rows
    <div
      role="row"
      class="grid-row grid-group"
      classList={{
        "grid-row-selected": all(),
        "grid-row-spare": !shown(),
        "grid-group-over": slot() !== undefined && slotUnderDrag() === slot(),
      }}
      data-group={shown() ? position() : undefined}
      aria-rowindex={position() + 2}
      aria-level={(groups.grouped()?.level[group()] ?? 0) + 1}
      aria-expanded={shown() && groups.isOpen(group())}
      aria-selected={all()}
      style={{
        top: `${top()}px`,
        width: `${grid.layout().width}px`,
        height: `${scroll.rowHeight()}px`,
      }}
      {...{ [DROP_ATTRIBUTE]: slot() }}
      onPointerDown={(event) => pressOnGroup(event, grid, position())}
      onClick={(event) => clickOnGroup(event, grid, position())}
      onDblClick={(event) => {
        event.stopPropagation();
        groups.setOpen(group(), !groups.isOpen(group()));
      }}
    >
      <div role="presentation" class="grid-edge" style={{ width: `${grid.layout().pinnedWidth}px` }}>
        <div role="rowheader" class="grid-gutter" aria-colindex={1} style={{ width: `${grid.gutter()}px` }}>
          <button
            type="button"
            role="checkbox"
            class="grid-check"
            tabindex={-1}
            aria-checked={selected() > 0 && !all() ? "mixed" : all()}
            aria-label={`Select the rows of ${groups.labelOf(group())}`}
            onClick={(event) => {
              event.stopPropagation();
              toggleRows();
            }}
          />
        </div>
        <For each={scroll.pinned()}>
          {(column) => (
            <GroupCell grid={grid} column={column} group={group} shown={shown} focused={focused} />
          )}
        </For>
      </div>
      <For each={scroll.columns()}>
        {(column) => <GroupCell grid={grid} column={column} group={group} shown={shown} focused={focused} />}
      </For>
    </div>
  );
}

function GroupCell(props: {
  grid: GridState;
  column: GridColumn;
  group: Accessor<number>;
  shown: Accessor<boolean>;
  focused: Accessor<boolean>;
}) {
  const { grid, column, group } = props;
  const place = createMemo(() => grid.layout().byKey.get(column.key));
  const focused = createMemo(() => props.focused() && grid.focusColumn() === column);
  const isFirst = () => place()?.index === 0;
  const figure = createMemo(() => (isFirst() || !props.shown() ? "" : cellText(grid, group(), column)));
  return (
    <div
      role="gridcell"
      id={focused() ? grid.focusId : undefined}
      class={isNumeric(column) ? "grid-cell grid-cell-number" : "grid-cell"}
      classList={{ "grid-cell-focused": focused(), "grid-group-head": isFirst() }}
      data-column={column.key}
      aria-colindex={(place()?.index ?? 0) + 2}
      style={{ left: `${place()?.left ?? 0}px`, width: `${place()?.width ?? 0}px` }}
    >
      <Show when={isFirst()} fallback={figure()}>
        <GroupLabel grid={grid} group={group} shown={props.shown} />
      </Show>
    </div>
  );
}

/** What a header shows under a column: its figure, or under the column grouped by what there is to say about the group. */
function cellText(grid: GridState, group: number, column: GridColumn): string {
  const own = grid.view.groups.columnOf(group) === column;
  return (own && detailText(grid, group)) || figureText(grid, group, column);
}

function detailText(grid: GridState, group: number): string {
  const { groups } = grid.view;
  const key = groups.grouped()?.key[group] ?? Number.NaN;
  return Number.isNaN(key) ? "" : (groups.columnOf(group)?.groups?.detailOf?.(key) ?? "");
}

/** True where the column is shown and has a cell other than that of the label. */
function isBesideLabel(grid: GridState, column: GridColumn): boolean {
  return (grid.layout().byKey.get(column.key)?.index ?? 0) > 0;
}

function GroupLabel(props: { grid: GridState; group: Accessor<number>; shown: Accessor<boolean> }) {
  const { grid, group } = props;
  const { groups } = grid.view;
  const key = () => groups.grouped()?.key[group()] ?? Number.NaN;
  const looks = () => (Number.isNaN(key()) ? undefined : groups.columnOf(group())?.groups);
  const label = createMemo((before: string) => (props.shown() ? groups.labelOf(group()) : before), "");
  // Its place is in the column grouped by; here it stands where that one is hidden.
  const detail = createMemo(() => {
    const column = props.shown() ? groups.columnOf(group()) : undefined;
    return !column || isBesideLabel(grid, column) ? "" : detailText(grid, group());
  });
  const level = () => groups.grouped()?.level[group()] ?? 0;
  return (
    <span class="grid-group-label" style={{ "--level": level() }} title={label()}>
      <span
        class="grid-group-toggle"
        classList={{ "grid-group-open": props.shown() && groups.isOpen(group()) }}
        data-group-toggle
        aria-hidden="true"
      >
        <ChevronRight />
      </span>
      <Show when={looks()?.colorOf(key())}>
        {(color) => <span class="swatch" style={{ "--swatch": color() }} />}
      </Show>
      <span class="grid-group-name">{label()}</span>
      <span class="grid-group-count">
        {groups.sizeOf(group()).toLocaleString(grid.props.locale)}
        <span class="visually-hidden"> {grid.props.noun[groups.sizeOf(group()) === 1 ? 0 : 1]}</span>
      </span>
      <Show when={detail()}>
        <span class="grid-group-detail">{detail()}</span>
      </Show>
    </span>
  );
}
