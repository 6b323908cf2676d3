import type { Patch } from "../patch";
import type { Plan } from "../plan";
import type { CellComment, CommentNote } from "../planning/cell-comment";
import { setPlanningRecord } from "./set-planning-record";

/** Begins a thread about a cell. `id` is new. */
export function startComment(
  plan: Plan,
  id: string,
  cell: Pick<CellComment, "table" | "row" | "column">,
  note: CommentNote,
): Patch {
  const { table, row, column } = cell;
  const comment = { id, table, row, column, notes: [note], resolvedAt: null };
  return setPlanningRecord(plan, "comments", id, comment, "Comment on a cell");
}

/** Adds to a thread; one that was settled is open again. Nothing where it is gone. */
export function replyToComment(plan: Plan, id: string, note: CommentNote): Patch {
  return changed(plan, id, "Reply to a comment", (comment) => ({
    ...comment,
    notes: [...comment.notes, note],
    resolvedAt: null,
  }));
}

/** Settles a thread at a time (milliseconds since 1970), or with null opens it again. */
export function resolveComment(plan: Plan, id: string, at: number | null): Patch {
  const label = at === null ? "Reopen a comment" : "Resolve a comment";
  return changed(plan, id, label, (comment) =>
    (comment.resolvedAt === null) === (at === null) ? comment : { ...comment, resolvedAt: at },
  );
}

/** Takes one note out of a thread; with the first the whole thread goes. */
export function deleteNote(plan: Plan, id: string, position: number): Patch {
  if (position === 0) return deleteComment(plan, id);
  return changed(plan, id, "Delete a reply", (comment) =>
    position < comment.notes.length ? { ...comment, notes: comment.notes.toSpliced(position, 1) } : comment,
  );
}

/** Deletes a thread. */
export function deleteComment(plan: Plan, id: string): Patch {
  return setPlanningRecord(plan, "comments", id, null, "Delete a comment");
}

function changed(
  plan: Plan,
  id: string,
  label: string,
  change: (comment: CellComment) => CellComment,
): Patch {
  const comment = plan.planning.comments.find((candidate) => candidate.id === id);
  if (!comment) return { label, cause: { kind: "action", action: "set-comments" }, changes: [] };
  const next = change(comment);
  return setPlanningRecord(plan, "comments", id, next === comment ? comment : next, label);
}
