import Plus from "lucide-solid/icons/plus";
import { Show } from "solid-js";
import type { GridState } from "../grid-state";
import { insertSheetRows } from "./row-tools";
import "./add-row.css";

/** Adds a row at the end; stands in the bar above the grid. */
export function AddRowButton(props: { grid: GridState }) {
  const { grid } = props;
  return (
    <Show when={grid.props.edit.rows}>
      <button
        type="button"
        class="button button-quiet grid-bar-button"
        aria-label={`Add ${grid.props.noun[0]}`}
        disabled={grid.props.readOnly}
        onClick={() => insertSheetRows(grid, "end")}
      >
        <Plus aria-hidden="true" />
        <span class="grid-bar-word">Add {grid.props.noun[0]}</span>
      </button>
    </Show>
  );
}

/** The hint under the last row, where there is room for it: a press there adds a row. The button in the bar does the same by key. */
export function AddRowHint(props: { grid: GridState }) {
  const { grid } = props;
  const top = () => {
    const { headHeight, rowHeight, top: scrolled, window } = grid.scroll;
    return headHeight() + grid.view.entries().length * rowHeight() + window().shift - scrolled();
  };
  const fits = () => {
    const { viewHeight } = grid.scroll.geometry();
    return top() + grid.scroll.rowHeight() <= grid.scroll.headHeight() + viewHeight;
  };
  const offered = () =>
    grid.props.edit.rows !== undefined &&
    !grid.props.readOnly &&
    grid.view.entries().length > 0 &&
    grid.view.groups.levels().length === 0;
  return (
    <Show when={offered() && fits()}>
      <button
        type="button"
        class="add-row-hint"
        tabindex={-1}
        aria-label={`Add ${grid.props.noun[0]} under the last row`}
        style={{ top: `${top()}px`, height: `${grid.scroll.rowHeight()}px` }}
        onClick={() => insertSheetRows(grid, "end")}
      >
        <Plus aria-hidden="true" />
        Add {grid.props.noun[0]}
      </button>
    </Show>
  );
}
