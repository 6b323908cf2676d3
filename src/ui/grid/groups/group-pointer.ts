import { selectedRows, selectRows } from "../../../session/row-selection";
import type { GridState } from "../grid-state";
import { selectGroup } from "./select-group";

const CLICK_DISTANCE_PX = 5;

let press: { readonly x: number; readonly y: number } | null = null;
/** Where the last click on a group was, for Shift. */
const anchors = new WeakMap<GridState, number>();

/** The cell under the press becomes the active one; from a group, all its rows can be dragged. */
export function pressOnGroup(event: PointerEvent, grid: GridState, position: number): void {
  event.stopPropagation();
  if (event.button !== 0 || isControl(event)) return;
  press = { x: event.clientX, y: event.clientY };
  const { groups } = grid.view;
  const group = groups.at(position);
  if (group === undefined) return;
  grid.props.onPress?.(event, () => {
    const { selection, rowCount, onSelect } = grid.props;
    const rows = groups.rowsOf(group);
    if (!rows.every((row) => selection.flags[row] === 1)) onSelect(selectRows(rowCount, rows));
    return selectedRows(grid.props.selection);
  });
}

/** A click on the arrow opens or closes the group, with Shift all of its level; elsewhere it selects the rows in it. */
export function clickOnGroup(event: MouseEvent, grid: GridState, position: number): void {
  event.stopPropagation();
  const began = press;
  press = null;
  if (isControl(event)) return;
  if (began && Math.hypot(event.clientX - began.x, event.clientY - began.y) > CLICK_DISTANCE_PX) return;
  const { groups } = grid.view;
  const group = groups.at(position);
  if (group === undefined) return;
  const add = event.ctrlKey || event.metaKey;
  const before = grid.props.selection;
  grid.focusAt({ row: position, column: columnUnder(event, grid) });
  if ((event.target as Element).closest("[data-group-toggle]")) {
    const open = !groups.isOpen(group);
    if (event.shiftKey) groups.setLevelOpen(groups.grouped()!.level[group]!, open);
    else groups.setOpen(group, open);
    return;
  }
  if (event.shiftKey) selectBetween(grid, anchors.get(grid) ?? position, position);
  else {
    // Going to the group may have let go of what was selected before.
    if (add) grid.props.onSelect(before);
    selectGroup(grid, position, { add });
  }
  if (!event.shiftKey) anchors.set(grid, position);
}

function selectBetween(grid: GridState, from: number, to: number): void {
  const { groups } = grid.view;
  const rows = new Set<number>();
  for (let position = Math.min(from, to); position <= Math.max(from, to); position++) {
    const group = groups.at(position);
    const row = grid.rowAt(position);
    if (group !== undefined) for (const each of groups.rowsOf(group)) rows.add(each);
    else if (row !== undefined) rows.add(row);
  }
  grid.props.onSelect(selectRows(grid.props.rowCount, rows));
}

function isControl(event: Event): boolean {
  return (event.target as Element).closest("button") !== null;
}

function columnUnder(event: MouseEvent, grid: GridState): number {
  const key = (event.target as Element).closest<HTMLElement>("[data-column]")?.dataset.column;
  return key === undefined ? 0 : (grid.layout().byKey.get(key)?.index ?? 0);
}
