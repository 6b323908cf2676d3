import Check from "lucide-solid/icons/check";
import RotateCcw from "lucide-solid/icons/rotate-ccw";
import Trash2 from "lucide-solid/icons/trash";
import { For, Show } from "solid-js";
import { deleteComment, deleteNote, resolveComment } from "../../model/edits/comment-edits";
import type { CellComment } from "../../model/planning/cell-comment";
import { doEdit } from "../do-edit";
import { usePlanner } from "../planner";
import { noteTime } from "./note-time";
import "./comments.css";

/** What was said about a cell, one under the other. Text stays text. */
export function CommentNotes(props: { comment: CellComment; onDelete?: (position: number) => void }) {
  const planner = usePlanner();
  return (
    <ol class="comment-notes">
      <For each={props.comment.notes}>
        {(note, position) => (
          <li class="comment-note">
            <div class="comment-by">
              <strong>{note.author || "Somebody"}</strong>
              <span>{noteTime(note.at, planner.plan().settings)}</span>
              <Show when={props.onDelete && position() > 0}>
                <button
                  type="button"
                  class="button button-quiet button-icon"
                  aria-label={`Delete the reply of ${note.author || "somebody"}`}
                  onClick={() => props.onDelete?.(position())}
                >
                  <Trash2 aria-hidden="true" />
                </button>
              </Show>
            </div>
            <p class="comment-text">{note.text}</p>
          </li>
        )}
      </For>
    </ol>
  );
}

/** A thread with what can be done with it; each of them is one undo step. */
export function CommentThread(props: { comment: CellComment; readOnly: boolean }) {
  const planner = usePlanner();
  const { session } = planner;
  const isResolved = () => props.comment.resolvedAt !== null;
  return (
    <article class="comment-thread" classList={{ "comment-resolved": isResolved() }} aria-label="Comment">
      <CommentNotes
        comment={props.comment}
        {...(props.readOnly
          ? {}
          : {
              onDelete: (position: number) =>
                void doEdit(planner, deleteNote(session.plan, props.comment.id, position)),
            })}
      />
      <Show when={!props.readOnly}>
        <div class="comment-actions">
          <button
            type="button"
            class="button button-quiet"
            onClick={() =>
              doEdit(
                planner,
                resolveComment(session.plan, props.comment.id, isResolved() ? null : Date.now()),
              )
            }
          >
            <Show when={isResolved()} fallback={<Check aria-hidden="true" />}>
              <RotateCcw aria-hidden="true" />
            </Show>
            {isResolved() ? "Reopen" : "Resolve"}
          </button>
          <button
            type="button"
            class="button button-quiet"
            onClick={() => doEdit(planner, deleteComment(session.plan, props.comment.id))}
          >
            <Trash2 aria-hidden="true" />
            Delete
          </button>
          <Show when={isResolved()}>
            <span class="comment-state">Resolved</span>
          </Show>
        </div>
      </Show>
    </article>
  );
}
