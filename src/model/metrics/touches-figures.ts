import type { Change } from "../patch";
import type { AlignmentPath } from "../plan";
import type { PlanningCollection } from "../planning/planning-records";
import { sameValue } from "../same-value";

/** Records that no figure reads. What a new collection holds is taken to count until it is listed here. */
const UNREAD: ReadonlySet<PlanningCollection> = new Set([
  "namedAccounts",
  "holdouts",
  "families",
  "levels",
  "cutOuts",
  "views",
  "comments",
  "columnRules",
]);

/** False for changes after which every figure of the alignment at `path` is what it was: of another alignment, of groups, locks, names and colors. */
export function touchesFigures(change: Change, path: AlignmentPath): boolean {
  switch (change.kind) {
    case "group":
    case "locks":
    case "units":
      return false;
    case "assignment":
      return isAt(change.path, path);
    case "territory": {
      const { from, to } = change;
      const counts = !from || !to || from.share !== to.share || !sameValue(from.coverage, to.coverage);
      return isAt(change.path, path) && counts;
    }
    case "planning":
      return !UNREAD.has(change.collection);
    default:
      return true;
  }
}

function isAt(a: AlignmentPath, b: AlignmentPath): boolean {
  return a.scenario === b.scenario && a.layer === b.layer;
}
