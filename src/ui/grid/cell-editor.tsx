import { createMemo, createSignal, createUniqueId, For, onMount, Show } from "solid-js";
import { foldText } from "../../model/views/fold-text";
import { cellPlace } from "./cell-place";
import { isNumeric } from "./grid-column";
import type { Editing, GridState } from "./grid-state";

const MAX_CHOICES = 8;

/** The editor over a cell. It stays open, with what is wrong under it, until its text can be read or is given up. */
export function CellEditor(props: { grid: GridState; editing: Editing; onDone: () => void }) {
  const { grid, editing } = props;
  const { column, row, position } = editing;
  const edit = column.edit?.kind === "text" ? column.edit : null;
  const [text, setText] = createSignal(editing.text);
  const [problem, setProblem] = createSignal<string | null>(null);
  const [picked, setPicked] = createSignal(-1);
  const listId = createUniqueId();
  const problemId = createUniqueId();
  let input!: HTMLInputElement;
  let done = false;

  const choices = createMemo(() => {
    const wanted = foldText(text().trim());
    const all = edit?.choices?.() ?? [];
    const found = text() === editing.text ? all : all.filter((choice) => foldText(choice).includes(wanted));
    return found.filter((choice) => choice !== text()).slice(0, MAX_CHOICES);
  });
  const box = () => {
    const { left, top, width, height } = cellPlace(grid, column, position);
    return { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` };
  };

  const comboboxProps = () =>
    edit?.choices && {
      role: "combobox" as const,
      "aria-expanded": choices().length > 0,
      "aria-controls": listId,
      "aria-activedescendant": picked() >= 0 ? `${listId}-${picked()}` : undefined,
    };

  const close = () => {
    done = true;
    grid.setEditing(null);
    props.onDone();
  };
  /** Writes the text if it can be read; false, with the reason shown, where it cannot. */
  const commit = (): boolean => {
    if (done || !edit) return true;
    if (text() === editing.text && input.value === (column.fullText ?? column.text)(row)) {
      close();
      return true;
    }
    const read = edit.read(text());
    if (!read.ok) {
      setProblem(read.message);
      return false;
    }
    close();
    grid.write([{ column, rows: [row], values: [read.value] }]);
    return true;
  };
  const commitAndMove = (rows: number, columns: number) => {
    const { column: at } = grid.focus();
    if (!commit()) return;
    const last = grid.layout().columns.length - 1;
    const to = Math.max(0, Math.min(last, at + columns));
    const toRow = Math.max(0, Math.min(grid.view.entries().length - 1, position + rows));
    grid.focusAt({ row: toRow, column: to });
    if (toRow !== position && grid.props.selection.count <= 1) grid.selectOnly(toRow);
  };
  const keys = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.isComposing) return;
    switch (event.key) {
      case "Enter":
        if (picked() >= 0) setText(choices()[picked()] ?? text());
        commitAndMove(event.shiftKey ? -1 : 1, 0);
        break;
      case "Tab":
        commitAndMove(0, event.shiftKey ? -1 : 1);
        break;
      case "Escape":
        close();
        break;
      case "ArrowDown":
      case "ArrowUp": {
        const count = choices().length;
        if (count === 0) return;
        const step = event.key === "ArrowDown" ? 1 : -1;
        setPicked((before) => ((before + 1 + step + count + 1) % (count + 1)) - 1);
        break;
      }
      default:
        return;
    }
    event.preventDefault();
  };

  onMount(() => {
    input.focus({ preventScroll: true });
    // Typed text is gone on with; the text of the cell is there to be replaced or changed.
    input.setSelectionRange(editing.text.length, editing.text.length);
  });

  return (
    <div class="cell-editor" style={box()}>
      <input
        ref={input}
        class="cell-editor-input"
        classList={{ "cell-editor-number": isNumeric(column), "cell-editor-bad": problem() !== null }}
        value={text()}
        {...comboboxProps()}
        aria-label={`${column.header}, row ${position + 1}`}
        aria-invalid={problem() !== null}
        aria-describedby={problem() === null ? undefined : problemId}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setProblem(null);
          setPicked(-1);
        }}
        onKeyDown={keys}
        onBlur={() => {
          // A text that cannot be read is not lost without a word: the reason stays with the announcement.
          if (!done && !commit()) {
            grid.props.announce(`${column.header} was not changed. ${problem()}`);
            done = true;
            grid.setEditing(null);
          }
        }}
      />
      <Show when={problem()}>
        {(words) => (
          <div class="cell-editor-problem" id={problemId} role="alert">
            {words()}
          </div>
        )}
      </Show>
      <Show when={problem() === null && choices().length > 0}>
        <div class="cell-editor-choices" role="listbox" id={listId} aria-label={column.header}>
          <For each={choices()}>
            {(choice, i) => (
              <div
                role="option"
                id={`${listId}-${i()}`}
                aria-selected={picked() === i()}
                // The press must not take the focus from the input, which would commit what is there.
                onPointerDown={(event) => {
                  event.preventDefault();
                  setText(choice);
                  commitAndMove(0, 0);
                }}
              >
                {choice}
              </div>
            )}
          </For>
        </div>
      </Show>
    </div>
  );
}
