import { isCtrl, moveInRanges, placeAfterKey } from "./grid-keys";
import type { GridState } from "./grid-state";
import { columnAfterEnter, noteTab } from "./tab-return";

/** What keys do in the editor of a cell. */
export interface EditorKeys {
  readonly grid: GridState;
  /** True while arrows commit and move, as after typing into a cell. */
  readonly typed: () => boolean;
  readonly setTyped: (typed: boolean) => void;
  readonly choiceCount: () => number;
  /** True where the arrows up and down go through the texts offered. */
  readonly picksByArrow: () => boolean;
  readonly pick: (step: 1 | -1) => void;
  /** Where the row stands now; −1 where it is not shown. */
  readonly position: () => number;
  /** Writes and closes; false where the text cannot be read. */
  readonly commit: () => boolean;
  readonly cancel: () => void;
  /** Writes the text into all cells selected. */
  readonly fill: () => void;
  readonly newLine: () => void;
}

/** Does what a key press in the editor asks for; false where it is the text's. */
export function editorKey(event: KeyboardEvent, editor: EditorKeys): boolean {
  const { key, shiftKey, altKey } = event;
  const ctrl = isCtrl(event);
  switch (key) {
    case "Enter":
      if (altKey) editor.newLine();
      else if (ctrl) editor.fill();
      else commitAndStep(editor, true, shiftKey);
      return true;
    case "Tab":
      commitAndStep(editor, false, shiftKey);
      return true;
    case "Escape":
      editor.cancel();
      return true;
    case "F2":
      editor.setTyped(!editor.typed());
      return true;
    case "ArrowDown":
    case "ArrowUp":
      if (!ctrl && !shiftKey && editor.choiceCount() > 0 && (altKey || editor.picksByArrow())) {
        editor.pick(key === "ArrowDown" ? 1 : -1);
        return true;
      }
  }
  if (!editor.typed() || shiftKey || altKey) return false;
  const { grid } = editor;
  const from = placeOf(editor);
  const to = placeAfterKey(key, ctrl, from, grid);
  if (!to) return false;
  if (editor.commit()) grid.moveTo({ row: Math.max(0, to.row), column: to.column });
  return true;
}

/** Enter goes down or round the selected cells, and after a run of Tabs back under its first; Tab goes right. */
function commitAndStep(editor: EditorKeys, down: boolean, back: boolean): void {
  const { grid } = editor;
  const from = placeOf(editor);
  if (!editor.commit() || moveInRanges(grid, down, back)) return;
  const step = back ? -1 : 1;
  const lastRow = grid.view.entries().length - 1;
  const lastColumn = grid.layout().columns.length - 1;
  if (down) {
    const row = Math.max(0, Math.min(lastRow, from.row + step));
    grid.moveTo({ row, column: back ? from.column : columnAfterEnter(grid, from) });
    return;
  }
  const to = { row: from.row, column: Math.max(0, Math.min(lastColumn, from.column + step)) };
  grid.moveTo(to);
  if (!back) noteTab(grid, from, to);
}

function placeOf({ grid, position }: EditorKeys) {
  const { row, column } = grid.focus();
  return { row: position() >= 0 ? position() : row, column };
}
