import { type Accessor, createMemo, For, type JSX, Show } from "solid-js";
import { cellDescription } from "./cell-description";
import type { CellRange } from "./cell-ranges";
import { type GridColumn, isNumeric } from "./grid-column";
import type { GridState } from "./grid-state";
import { toggleRowAt } from "./select-lines";

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
  /** The ranges across this row. Most rows have none, or the same as the row they were before: then no cell looks again. */
  const across = createMemo(
    () => grid.ranges().filter(({ top, bottom }) => position() >= top && position() <= bottom),
    [],
    { equals: sameColumns },
  );

  return (
    <div
      role="row"
      class="grid-row"
      classList={{
        "grid-row-selected": selected() && grid.picked(),
        "grid-row-spare": grid.rowAt(position()) === undefined,
      }}
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
              toggleRowAt(grid, position(), event.shiftKey);
            }}
          />
          <Show when={!grid.narrow()}>
            <span class="grid-row-number" aria-hidden="true">
              {position() + 1}
            </span>
          </Show>
        </div>
        <For each={scroll.pinned()}>
          {(column) => (
            <GridCell grid={grid} column={column} row={row} rowFocused={focused} across={across} />
          )}
        </For>
      </div>
      <For each={scroll.columns()}>
        {(column) => <GridCell grid={grid} column={column} row={row} rowFocused={focused} across={across} />}
      </For>
    </div>
  );
}

function GridCell(props: {
  grid: GridState;
  column: GridColumn;
  row: Accessor<number>;
  rowFocused: Accessor<boolean>;
  across: Accessor<readonly CellRange[]>;
}) {
  const { grid, column, row } = props;
  // Plain functions: a memo of each for every cell in view costs more than what they look up.
  const place = () => grid.layout().byKey.get(column.key);
  const focused = () => props.rowFocused() && grid.focusColumn() === column;
  const selected = () => {
    const at = place()?.index ?? -1;
    return props.across().some(({ left, right }) => at >= left && at <= right);
  };
  const commented = () => grid.props.comments?.openIn(column.key)?.has(row()) === true;
  const look = () => grid.looks().get(column.key);
  const paint = () => look()?.paint(row());
  const content = column.draw ? column.draw(row) : () => column.text(row());

  return (
    <div
      role="gridcell"
      id={focused() ? grid.focusId : undefined}
      class={isNumeric(column) ? "grid-cell grid-cell-number" : "grid-cell"}
      classList={{
        "grid-cell-focused": focused(),
        "grid-cell-commented": commented(),
        "grid-cell-broken": look()?.breaks(row()) ?? false,
        "grid-heat-high": paint()?.class === "grid-heat-high",
        "grid-heat-low": paint()?.class === "grid-heat-low",
        "grid-bar-cell": paint()?.class === "grid-bar-cell",
      }}
      data-column={column.key}
      aria-colindex={(place()?.index ?? 0) + 2}
      aria-selected={selected()}
      aria-readonly={column.edit === undefined || undefined}
      aria-description={focused() ? cellDescription(grid, column, row()) : undefined}
      aria-invalid={look()?.breaks(row()) || undefined}
      style={{
        left: `${place()?.left ?? 0}px`,
        width: `${place()?.width ?? 0}px`,
        "--paint-from": paint() && `${paint()!.from}%`,
        "--paint-to": paint() && `${paint()!.to}%`,
      }}
    >
      {content as JSX.Element}
    </div>
  );
}

function sameColumns(a: readonly CellRange[], b: readonly CellRange[]): boolean {
  return (
    a.length === b.length && a.every(({ left, right }, i) => left === b[i]!.left && right === b[i]!.right)
  );
}
