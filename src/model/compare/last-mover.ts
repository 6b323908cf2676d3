import type { AlignmentPath } from "../plan";
import type { Revision } from "../revision";

/**
 * The newest revision that put each of the accounts where it is, by account row. Accounts whose move is older than the kept revisions, or
 * came with the file, are left out.
 */
export function lastMovers(
  revisions: readonly Revision[],
  path: AlignmentPath,
  accounts: Uint32Array,
): Map<number, Revision> {
  const wanted = new Set(accounts);
  const movers = new Map<number, Revision>();
  for (let i = revisions.length - 1; i >= 0 && wanted.size > 0; i--) {
    const revision = revisions[i]!;
    for (const change of revision.patch.changes) {
      if (change.kind !== "assignment") continue;
      if (change.path.scenario !== path.scenario || change.path.layer !== path.layer) continue;
      for (const account of change.accounts) if (wanted.delete(account)) movers.set(account, revision);
    }
  }
  return movers;
}
