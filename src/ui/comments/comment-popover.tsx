import X from "lucide-solid/icons/x";
import { type Accessor, createMemo, createSignal, For, onCleanup, onMount, Show } from "solid-js";
import { replyToComment, startComment } from "../../model/edits/comment-edits";
import type { CommentNote } from "../../model/planning/cell-comment";
import { type Action, matchesShortcut } from "../actions";
import { doEdit } from "../do-edit";
import { placeBeside } from "../grid/cell-place";
import type { GridState } from "../grid/grid-state";
import { cellAt, type GridCellPlace } from "../grid/hovered-cell";
import { usePlanner } from "../planner";
import { useServices } from "../services";
import { CommentNotes, CommentThread } from "./comment-thread";
import { NoteForm } from "./note-form";
import "./comments.css";

const KEYS = ["Shift+F2", "Mod+Alt+M"];
const WIDTH_PX = 300;
/** The comments of one grid: which cell's thread is open, and what is shown on hover and focus. */
export interface CommentState {
  /** The cell whose thread is open to write in. */
  readonly writing: Accessor<GridCellPlace | null>;
  /** The cell whose thread is shown to read. */
  readonly reading: Accessor<GridCellPlace | null>;
  readonly close: () => void;
  /** Does what a key press asks for; false where it asks for nothing of comments. */
  readonly key: (event: KeyboardEvent) => boolean;
  /** What the context menu offers for the focused cell. */
  readonly actions: () => readonly Action[];
}

/** `hovered` is the cell on which the pointer rests. */
export function createCommentState(grid: GridState, hovered: Accessor<GridCellPlace | null>): CommentState {
  const [writing, setWriting] = createSignal<GridCellPlace | null>(null);
  const focused = createMemo(() => cellAt(grid, grid.focus().row, grid.focusColumn()));
  const hasOpen = (cell: GridCellPlace | null) =>
    cell !== null && grid.props.comments?.openIn(cell.column.key)?.has(cell.row) === true;
  const reading = createMemo(() => {
    if (writing()) return null;
    const over = hovered();
    if (hasOpen(over)) return over;
    return hasOpen(focused()) ? focused() : null;
  });
  const open = () => {
    const cell = focused();
    if (!cell || !grid.props.comments) return false;
    setWriting(cell);
    return true;
  };
  return {
    writing,
    reading,
    close: () => setWriting(null),
    key: (event) =>
      event.target === event.currentTarget && KEYS.some((keys) => matchesShortcut(event, keys)) && open(),
    actions: () =>
      grid.props.comments && focused()
        ? [
            {
              id: "comment",
              title: hasOpen(focused()) ? "Open the comment" : "Comment",
              shortcut: KEYS[0]!,
              run: () => afterMenu(open),
            },
          ]
        : [],
  };
}

/** The thread of a cell, beside it: to read while the cell is hovered or focused, to write once it is opened. */
export function CommentPopover(props: { grid: GridState; state: CommentState; onDone: () => void }) {
  const { grid, state } = props;
  return (
    <>
      <Show when={state.reading()}>
        {(cell) => (
          <div
            class="comment-popover comment-reading"
            style={placeBeside(grid, cell().column, cell().position, WIDTH_PX)}
            aria-hidden="true"
          >
            <For each={grid.props.comments?.openIn(cell().column.key)?.get(cell().row) ?? []}>
              {(comment) => <CommentNotes comment={comment} />}
            </For>
          </div>
        )}
      </Show>
      <Show when={state.writing()} keyed>
        {(cell) => <WritingPopover grid={grid} cell={cell} state={state} onDone={props.onDone} />}
      </Show>
    </>
  );
}

function WritingPopover(props: {
  grid: GridState;
  cell: GridCellPlace;
  state: CommentState;
  onDone: () => void;
}) {
  const planner = usePlanner();
  const { makeId } = useServices();
  const { session } = planner;
  const { grid, cell } = props;
  const comments = grid.props.comments!;
  const threads = createMemo(() => comments.threadsAt(cell.row, cell.column.key));
  const openThread = () => threads().find(({ resolvedAt }) => resolvedAt === null);
  let popover!: HTMLElement;
  const close = () => {
    props.state.close();
    props.onDone();
  };
  const write = (note: CommentNote) => {
    const thread = openThread();
    const patch = thread
      ? replyToComment(session.plan, thread.id, note)
      : startComment(
          session.plan,
          makeId(),
          { table: comments.table, row: comments.rowKey(cell.row), column: cell.column.key },
          note,
        );
    if (doEdit(planner, patch)) close();
  };
  onMount(() => {
    const wanted = popover.querySelector<HTMLElement>("textarea") ?? popover;
    wanted.focus({ preventScroll: true });
    const outside = (event: PointerEvent) => {
      // A click beside it must not lose what is being written.
      const isWriting = (popover.querySelector("textarea")?.value.trim() ?? "") !== "";
      if (!isWriting && !popover.contains(event.target as Node)) props.state.close();
    };
    document.addEventListener("pointerdown", outside, true);
    onCleanup(() => document.removeEventListener("pointerdown", outside, true));
  });
  return (
    <section
      ref={popover}
      class="comment-popover"
      role="dialog"
      tabindex={-1}
      aria-label={`Comment on ${cell.column.header}, row ${cell.position + 1}`}
      style={placeBeside(grid, cell.column, cell.position, WIDTH_PX)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === "Escape") close();
      }}
    >
      <header class="comment-head">
        <span>{cell.column.header}</span>
        <button
          type="button"
          class="button button-quiet button-icon"
          aria-label="Close the comment"
          onClick={close}
        >
          <X aria-hidden="true" />
        </button>
      </header>
      <For each={threads()}>
        {(comment) => <CommentThread comment={comment} readOnly={planner.readOnly()} />}
      </For>
      <Show
        when={!planner.readOnly()}
        fallback={
          <Show when={threads().length === 0}>
            <p class="comment-empty">This plan is being changed in another tab.</p>
          </Show>
        }
      >
        <NoteForm
          label={openThread() ? "Reply" : "Comment"}
          submit={openThread() ? "Reply" : "Comment"}
          autofocus
          onNote={write}
          onCancel={close}
        />
      </Show>
    </section>
  );
}

/** A menu gives the focus back in a task of its own after it closes; what takes the focus must come behind that. */
function afterMenu(run: () => void): void {
  setTimeout(() => requestAnimationFrame(() => setTimeout(run)));
}
