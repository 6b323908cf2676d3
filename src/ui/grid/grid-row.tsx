import { type Accessor, createMemo, For, type JSX, Show } from "solid-js";
import { type GridColumn, isNumeric } from "./grid-column";
import type { GridState } from "./grid-state";
import { toggleRow } from "./row-range";

/** One row element. It is used again and again for whichever row comes into view. */
export function GridRow(props: { grid: GridState; slot: number }) {
  const { grid, slot } = props;
  const { scroll } = grid;
  /** Position among the rows shown, or −1 where the element has nothing to show. */
  const position = createMemo(() => {
    const { first, end } = scroll.window();
    const count = scroll.slots().length;
    const at = first + ((((slot - first) % count) + count) % count);
    return at < end ? at : -1;
  });
  const row = createMemo<number>((before) => grid.rowAt(position()) ?? before, 0);
  const top = createMemo(() => position() * scroll.rowHeight() + scroll.window().shift);
  const selected = createMemo(() => grid.props.selection.flags[row()] === 1);
  const focused = createMemo(() => grid.focus().row === position());

  return (
    <div
      role="row"
      class="grid-row"
      classList={{ "grid-row-selected": selected(), "grid-row-spare": position() < 0 }}
      data-position={position()}
      aria-rowindex={position() + 2}
      aria-selected={selected()}
      style={{
        top: `${top()}px`,
        width: `${grid.layout().width}px`,
        height: `${scroll.rowHeight()}px`,
      }}
    >
      <div role="presentation" class="grid-edge" style={{ width: `${grid.layout().pinnedWidth}px` }}>
        <div role="rowheader" class="grid-gutter" aria-colindex={1} style={{ width: `${grid.gutter()}px` }}>
          <button
            type="button"
            role="checkbox"
            class="grid-check"
            tabindex={-1}
            aria-checked={selected()}
            aria-label={`Select row ${position() + 1}`}
            onClick={(event) => {
              event.stopPropagation();
              if (event.shiftKey) {
                grid.selectTo(position());
                return;
              }
              grid.setAnchor(position());
              grid.props.onSelect(toggleRow(grid.props.selection, grid.props.rowCount, row()));
            }}
          />
          <Show when={!grid.narrow()}>
            <span class="grid-row-number" aria-hidden="true">
              {position() + 1}
            </span>
          </Show>
        </div>
        <For each={scroll.pinned()}>
          {(column) => <GridCell grid={grid} column={column} row={row} rowFocused={focused} />}
        </For>
      </div>
      <For each={scroll.columns()}>
        {(column) => <GridCell grid={grid} column={column} row={row} rowFocused={focused} />}
      </For>
    </div>
  );
}

function GridCell(props: {
  grid: GridState;
  column: GridColumn;
  row: Accessor<number>;
  rowFocused: Accessor<boolean>;
}) {
  const { grid, column, row } = props;
  const place = createMemo(() => grid.layout().byKey.get(column.key));
  const focused = createMemo(() => props.rowFocused() && grid.focusColumn() === column);
  const content = column.draw ? column.draw(row) : () => column.text(row());

  return (
    <div
      role="gridcell"
      id={focused() ? grid.focusId : undefined}
      class={isNumeric(column) ? "grid-cell grid-cell-number" : "grid-cell"}
      classList={{ "grid-cell-focused": focused() }}
      data-column={column.key}
      aria-colindex={(place()?.index ?? 0) + 2}
      aria-readonly={column.edit === undefined || undefined}
      style={{ left: `${place()?.left ?? 0}px`, width: `${place()?.width ?? 0}px` }}
    >
      {content as JSX.Element}
    </div>
  );
}
