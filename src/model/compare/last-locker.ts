import type { AlignmentPath } from "../plan";
import type { Revision } from "../revision";

/** The newest revision that locked an account; null where that is older than the kept revisions, or came with the file. */
export function lastLocker(
  revisions: readonly Revision[],
  path: AlignmentPath,
  account: number,
): Revision | null {
  for (let i = revisions.length - 1; i >= 0; i--) {
    const revision = revisions[i]!;
    for (const change of revision.patch.changes) {
      if (change.kind !== "locks") continue;
      if (change.path.scenario !== path.scenario || change.path.layer !== path.layer) continue;
      const at = change.accounts.indexOf(account);
      if (at >= 0 && change.to[at] !== null) return revision;
    }
  }
  return null;
}
