import { countOf } from "../../model/edits/assign-accounts";
import type { Planner } from "../planner";
import type { Services } from "../services";

/** Places accounts by their address as it stands in the sheet now: one undo step, and says who was not found. */
export async function locateAccounts(
  planner: Planner,
  { locateAgain }: Services,
  rows: readonly number[],
): Promise<void> {
  const { session } = planner;
  planner.announce(`Locating ${countOf(rows.length)}…`);
  try {
    const { patchFor, found, notFound } = await locateAgain(session.plan, rows);
    session.edit(patchFor(session.plan));
    const missing = notFound[0] ? ` ${countOf(notFound.length)} not found: ${notFound[0].reason}` : "";
    const text = `${countOf(found)} located.${missing}`;
    planner.announce(text);
    planner.notify({
      text,
      ...(found > 0 ? { action: { label: "Undo", run: () => session.undo() } } : {}),
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    planner.notify({ text: `The places could not be looked up: ${reason}`, tone: "bad" });
  }
}
