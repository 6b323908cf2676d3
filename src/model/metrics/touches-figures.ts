import { rowCount } from "../cells";
import type { Change } from "../patch";
import type { AlignmentPath } from "../plan";
import type { PlanningCollection } from "../planning/planning-records";
import { sameValue } from "../same-value";
import type { TableName } from "../table";

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
  "unitSets",
  "units",
]);

/** False for changes after which every figure of the alignment at `path` is what it was: of another alignment, of groups, locks, names and colors. */
export function touchesFigures(change: Change, path: AlignmentPath): boolean {
  switch (change.kind) {
    case "group":
    case "locks":
      return false;
    case "assignment":
    case "units":
      return isAt(change.path, path);
    case "territory": {
      const { from, to } = change;
      const counts = !from || !to || from.share !== to.share || !sameValue(from.coverage, to.coverage);
      return isAt(change.path, path) && counts;
    }
    case "rows-added":
    case "rows-deleted":
      return isCounted(change.table);
    case "column":
      // A column that comes without a cell is blank.
      return isCounted(change.table) && !(change.from === null && change.to && rowCount(change.to) === 0);
    case "column-label":
      return isCounted(change.table) && change.from.role !== change.to.role;
    case "planning":
      return !UNREAD.has(change.collection);
    default:
      return true;
  }
}

/** Nothing is counted in leads and deals. */
function isCounted(table: TableName): boolean {
  return table !== "leads" && table !== "deals";
}

function isAt(a: AlignmentPath, b: AlignmentPath): boolean {
  return a.scenario === b.scenario && a.layer === b.layer;
}
