import type { Change, Patch } from "../patch";
import type { Plan } from "../plan";
import { countOf } from "./assign-accounts";

/** Notes something about accounts, by row id as it stands in files; an empty text takes their notes away. */
export function noteMoves(plan: Plan, accounts: readonly string[], text: string): Patch {
  // Each change finds the notes as those before it left them.
  const notes = [...plan.planning.moveNotes];
  const changes = accounts.flatMap((id): Change[] => {
    const found = notes.findIndex((note) => note.id === id);
    const from = notes[found] ?? null;
    const to = text === "" ? null : { id, text };
    if (from?.text === to?.text) return [];
    const at = from ? found : notes.length;
    notes.splice(at, from ? 1 : 0, ...(to ? [to] : []));
    return [{ kind: "planning", collection: "moveNotes", id, at, from, to }];
  });
  const label = `${text === "" ? "Remove the note of" : "Note"} ${countOf(changes.length)}`;
  return { label, cause: { kind: "action", action: "note-moves" }, changes };
}
