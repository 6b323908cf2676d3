import { invertPatch, type Patch } from "../model/patch";
import { MAX_KEPT_REVISIONS, type Revision } from "../model/revision";

/** What can be taken back and done again, newest last. A value. */
export interface History {
  readonly undo: readonly Patch[];
  readonly redo: readonly Patch[];
}

export const EMPTY_HISTORY: History = { undo: [], redo: [] };

/** After an edit or a merge: it can be taken back, and nothing can be done again. */
function recordEdit(history: History, patch: Patch): History {
  return { undo: [...history.undo, patch].slice(-MAX_KEPT_REVISIONS), redo: [] };
}

/**
 * After `applied` took the newest patch back. What is done again is its inverse, not the patch taken back: of the first one
 * kept, history may not know the edit any more, and rows that were added are brought back, not added a second time.
 */
function recordUndo({ undo, redo }: History, applied: Patch): History {
  return { undo: undo.slice(0, -1), redo: [...redo, invertPatch(applied)] };
}

/** After `applied` did the patch taken back last again. */
function recordRedo({ undo, redo }: History, applied: Patch): History {
  return { undo: [...undo, applied].slice(-MAX_KEPT_REVISIONS), redo: redo.slice(0, -1) };
}

/** The history after a revision, made here or in another tab. */
export function recordRevision(
  history: History,
  { origin, patch }: Pick<Revision, "origin" | "patch">,
): History {
  if (origin === "undo") return recordUndo(history, patch);
  return origin === "redo" ? recordRedo(history, patch) : recordEdit(history, patch);
}

/** The history that a plan's revisions leave behind, so that undo survives a reload. The oldest may be missing. */
export function historyOf(revisions: readonly Revision[]): History {
  return revisions.reduce(recordRevision, EMPTY_HISTORY);
}
