import type { Patch } from "../model/patch";
import { MAX_KEPT_REVISIONS, type Revision } from "../model/revision";

/** What can be taken back and done again, newest last. A value. */
export interface History {
  readonly undo: readonly Patch[];
  readonly redo: readonly Patch[];
}

export const EMPTY_HISTORY: History = { undo: [], redo: [] };

/** After an edit or a merge: it can be taken back, and nothing can be done again. */
export function recordEdit(history: History, patch: Patch): History {
  return { undo: [...history.undo, patch].slice(-MAX_KEPT_REVISIONS), redo: [] };
}

/** After the newest patch was taken back. */
export function recordUndo(history: History): History {
  const patch = history.undo.at(-1);
  return patch ? { undo: history.undo.slice(0, -1), redo: [...history.redo, patch] } : history;
}

/** After the newest patch taken back was done again. */
export function recordRedo(history: History): History {
  const patch = history.redo.at(-1);
  return patch ? { undo: [...history.undo, patch], redo: history.redo.slice(0, -1) } : history;
}

/** The history that a plan's revisions leave behind, so that undo survives a reload. */
export function historyOf(revisions: readonly Revision[]): History {
  return revisions.reduce((history, { origin, patch }) => {
    if (origin === "undo") return recordUndo(history);
    if (origin === "redo") return recordRedo(history);
    return recordEdit(history, patch);
  }, EMPTY_HISTORY);
}
