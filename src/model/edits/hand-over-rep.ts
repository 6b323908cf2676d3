import type { Coverage, Territory } from "../alignment";
import type { RowId } from "../ids";
import type { Change, Patch } from "../patch";
import { type AlignmentPath, alignmentAt, type Plan } from "../plan";
import { followNamed } from "./name-accounts";

/**
 * Takes a rep off every territory, in every role, and puts `successor` in their place; with null nobody. Territories and accounts stay as
 * they are. `names` are for the label.
 */
export function handOverRep(
  plan: Plan,
  path: AlignmentPath,
  rep: RowId,
  successor: RowId | null,
  names: { readonly rep: string; readonly successor: string | null },
): Patch {
  const { territories } = alignmentAt(plan, path);
  const changes = territories.flatMap((from, slot): Change[] => {
    if (!from?.coverage.some((coverage) => coverage.rep === rep)) return [];
    const to: Territory = { ...from, coverage: replaced(from.coverage, rep, successor) };
    return [{ kind: "territory", path, slot, from, to }];
  });
  const label = names.successor
    ? `Hand the territories of ${names.rep} to ${names.successor}`
    : `Take ${names.rep} off all territories`;
  const patch: Patch = { label, cause: { kind: "action", action: "hand-over-rep" }, changes };
  return changes.length > 0 ? followNamed(plan, path, patch) : patch;
}

function replaced(coverage: readonly Coverage[], rep: RowId, successor: RowId | null): Coverage[] {
  return coverage.flatMap((one) => {
    if (one.rep !== rep) return [one];
    const isThere = coverage.some((other) => other.rep === successor && other.role === one.role);
    return successor === null || isThere ? [] : [{ ...one, rep: successor }];
  });
}
