import {
  createEffect,
  createMemo,
  createSignal,
  createUniqueId,
  For,
  on,
  onCleanup,
  onMount,
  Show,
} from "solid-js";
import { foldText } from "../../model/views/fold-text";
import { cellPlace } from "./cell-place";
import { fillSelection } from "./clipboard/fill-cells";
import { warnOfTyped } from "./clipboard/warn";
import { type EditorKeys, editorKey } from "./editor-keys";
import { isNumeric } from "./grid-column";
import type { Editing, GridState } from "./grid-state";

const MAX_CHOICES = 8;

/** The editor over a cell. It stays open, with what is wrong under it, until its text can be read or is given up. */
export function CellEditor(props: { grid: GridState; editing: Editing; onDone: () => void }) {
  const { grid, editing } = props;
  const { column, row } = editing;
  const edit = column.edit?.kind === "text" ? column.edit : null;
  const [text, setText] = createSignal(editing.text);
  const [problem, setProblem] = createSignal<string | null>(null);
  const [picked, setPicked] = createSignal(-1);
  const [typed, setTyped] = createSignal(editing.typed);
  const listId = createUniqueId();
  const problemId = createUniqueId();
  let input!: HTMLInputElement | HTMLTextAreaElement;
  let done = false;

  /** Where the row stands now: an undo or a filter may have moved it since; −1 = not shown. */
  const position = createMemo(() =>
    grid.rowAt(editing.position) === row ? editing.position : grid.view.entries().indexOf(row),
  );
  const choices = createMemo(() => {
    const wanted = foldText(text().trim());
    const all = edit?.choices?.() ?? [];
    const found =
      text() === editing.text && !editing.typed
        ? all
        : all.filter((choice) => foldText(choice).includes(wanted));
    return found.filter((choice) => choice !== text()).slice(0, MAX_CHOICES);
  });
  // Several lines need another element, in which no list can be offered.
  const lines = () => editing.lines === true || (column.type === "text" && !edit?.choices?.().length);
  const inView = createMemo(() => {
    const { left, top, width, height } = cellPlace(grid, column, Math.max(0, position()));
    const { headHeight, geometry, width: viewWidth } = grid.scroll;
    const pinned = grid.layout().byKey.get(column.key)?.pinned ? 0 : grid.layout().pinnedWidth;
    const isSideways = left + width > pinned && left < viewWidth();
    return (
      position() >= 0 &&
      isSideways &&
      top + height > headHeight() &&
      top < headHeight() + geometry().viewHeight
    );
  });
  const box = () => {
    const { left, top, width, height } = cellPlace(grid, column, Math.max(0, position()));
    const room = Math.max(width, grid.scroll.width() - left);
    return {
      left: `${left}px`,
      top: `${top}px`,
      "--cell-width": `${width}px`,
      "--cell-room": `${room}px`,
      height: `${height}px`,
    };
  };

  const close = (byBlur = false) => {
    done = true;
    grid.setEditing(null);
    if (!byBlur) props.onDone();
  };
  /** Writes the text if it can be read; false, with the reason shown, where it cannot. */
  const commit = (byBlur = false): boolean => {
    if (done || !edit) return true;
    if (text() === (column.fullText ?? column.text)(row)) {
      close(byBlur);
      return true;
    }
    const read = edit.read(text());
    if (!read.ok) {
      setProblem(read.message);
      return false;
    }
    const refusal = edit.refusal?.(row, read.value) ?? null;
    if (refusal !== null) {
      setProblem(refusal);
      return false;
    }
    close(byBlur);
    if (grid.write([{ column, rows: [row], values: [read.value] }]))
      void warnOfTyped(grid, column, row, text());
    return true;
  };
  const keys: EditorKeys = {
    grid,
    typed,
    setTyped,
    choiceCount: () => choices().length,
    picksByArrow: () => !typed() || column.type === "choice",
    position,
    pick: (step) => {
      const count = choices().length;
      setPicked((before) => ((before + 1 + step + count + 1) % (count + 1)) - 1);
    },
    commit: () => {
      if (picked() >= 0) setText(choices()[picked()] ?? text());
      return commit();
    },
    cancel: () => close(),
    fill: () => {
      const filled = text();
      const read = edit?.read(filled);
      if (read && !read.ok) {
        setProblem(read.message);
        return;
      }
      close();
      fillSelection(grid, filled);
    },
    newLine: () => {
      if (column.type !== "text") return;
      const from = input.selectionStart ?? text().length;
      const broken = `${text().slice(0, from)}\n${text().slice(input.selectionEnd ?? from)}`;
      done = true;
      grid.setEditing({ ...editing, text: broken, typed: false, lines: true, caret: from + 1 });
    },
  };
  const comboboxProps = () =>
    edit?.choices && {
      role: "combobox" as const,
      "aria-expanded": choices().length > 0,
      "aria-controls": listId,
      "aria-activedescendant": picked() >= 0 ? `${listId}-${picked()}` : undefined,
    };
  const shared = () => ({
    class: "cell-editor-input",
    classList: { "cell-editor-number": isNumeric(column), "cell-editor-bad": problem() !== null },
    "aria-label": `${column.header}, row ${position() + 1}`,
    "aria-invalid": problem() !== null,
    "aria-describedby": problem() === null ? undefined : problemId,
    autocomplete: "off" as const,
    spellcheck: false,
    onInput: (event: InputEvent & { currentTarget: HTMLInputElement | HTMLTextAreaElement }) => {
      setText(event.currentTarget.value);
      setProblem(null);
      setPicked(-1);
      if (!inView() && position() >= 0) grid.scroll.reveal(position(), column.key);
    },
    onKeyDown: (event: KeyboardEvent) => {
      event.stopPropagation();
      if (!event.isComposing && editorKey(event, keys)) event.preventDefault();
    },
    onPointerDown: () => setTyped(false),
    onBlur: () => {
      // The window may have lost the focus, not the editor; and a text that cannot be read is kept, with the reason.
      if (done || document.activeElement === input) return;
      if (!commit(true)) grid.props.announce(`${column.header} is not changed yet. ${problem()}`);
    },
  });

  onMount(() => {
    input.focus({ preventScroll: true });
    // Typed text is gone on with; the text of the cell is there to be replaced or changed.
    const caret = editing.caret ?? editing.text.length;
    input.setSelectionRange(caret, caret);
    const finish = () => commit();
    grid.setFinish(finish);
    onCleanup(() => grid.setFinish(null));
  });
  createEffect(
    on(text, (now) => {
      if (input.value !== now) input.value = now;
    }),
  );

  return (
    <div class="cell-editor" classList={{ "cell-editor-away": !inView() }} style={box()}>
      <Show
        when={lines()}
        fallback={
          <input
            ref={(element) => (input = element)}
            value={editing.text}
            {...shared()}
            {...comboboxProps()}
          />
        }
      >
        <textarea ref={(element) => (input = element)} rows={1} value={editing.text} {...shared()} />
      </Show>
      <Show when={problem()}>
        {(words) => (
          <div class="cell-editor-problem" id={problemId} role="alert">
            {words()}
          </div>
        )}
      </Show>
      <Show when={problem() === null && !lines() && choices().length > 0}>
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
                  commit();
                }}
                onMouseDown={(event) => event.preventDefault()}
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
