import type { Lock } from "../alignment";
import type { Patch } from "../patch";
import { type AlignmentPath, alignmentAt, type Plan } from "../plan";
import { countOf } from "./assign-accounts";

/** Pins accounts to the territory they are in, or with `lock` null lets them go. Accounts already so are left out. */
export function lockAccounts(
  plan: Plan,
  path: AlignmentPath,
  accounts: ReadonlySet<number>,
  lock: Lock | null,
): Patch {
  const { locks } = alignmentAt(plan, path);
  const changed = [...accounts].filter((account) => (locks.get(account) ?? null) !== lock);
  const label = `${lock ? "Lock" : "Unlock"} ${countOf(changed.length)}`;
  if (changed.length === 0) return { label, cause: { kind: "action", action: "lock" }, changes: [] };
  return {
    label,
    cause: { kind: "action", action: lock ? "lock" : "unlock" },
    changes: [
      {
        kind: "locks",
        path,
        accounts: Uint32Array.from(changed),
        from: changed.map((account) => locks.get(account) ?? null),
        to: changed.map(() => lock),
      },
    ],
  };
}
