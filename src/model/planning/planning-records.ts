import type { CellComment } from "./cell-comment";
import type { ColumnRule } from "./column-rule";
import type { CutOut } from "./cut-out";
import type { DerivedColumn } from "./derived-column";
import type { FamilyChoice } from "./family-choice";
import type { FitSettings } from "./fit-settings";
import type { Holdout } from "./holdout";
import type { LevelNames } from "./levels";
import type { MoveNote } from "./move-note";
import type { NamedAccount } from "./named-account";
import type { Publication } from "./publication";
import type { RepLock } from "./rep-lock";
import type { RoutingRule, RoutingSettings } from "./routing-rule";
import type { Segmentation } from "./segmentation";
import type { SheetView } from "./sheet-view";
import type { UnitSetRecord, UnitsInUse } from "./unit-set";
import type { Workload } from "./workload";

/**
 * The records a planner makes around accounts and territories, by collection. Each is plain JSON data that names rows, territories and
 * columns by id or key, never by number, and has an `id` of its own; a collection that holds one record calls it "".
 */
export interface PlanningTypes {
  segmentations: Segmentation;
  /** In the order in which they are asked. */
  rules: RoutingRule;
  routing: RoutingSettings;
  namedAccounts: NamedAccount;
  holdouts: Holdout;
  families: FamilyChoice;
  levels: LevelNames;
  cutOuts: CutOut;
  fit: FitSettings;
  repLocks: RepLock;
  workload: Workload;
  publications: Publication;
  moveNotes: MoveNote;
  /** In the order in which they stand behind the table's own. */
  columns: DerivedColumn;
  views: SheetView;
  comments: CellComment;
  columnRules: ColumnRule;
  /** The planner's own areas; sets that come with the program have no record. */
  unitSets: UnitSetRecord;
  units: UnitsInUse;
}

export type PlanningCollection = keyof PlanningTypes;

/** All planning records of a plan, each collection in the planner's order. */
export type PlanningRecords = {
  readonly [Collection in PlanningCollection]: readonly PlanningTypes[Collection][];
};

/** A plan without any. Every collection must be listed here: plans stored before it existed are completed from this. */
export const NO_PLANNING: PlanningRecords = {
  segmentations: [],
  rules: [],
  routing: [],
  namedAccounts: [],
  holdouts: [],
  families: [],
  levels: [],
  cutOuts: [],
  fit: [],
  repLocks: [],
  workload: [],
  publications: [],
  moveNotes: [],
  columns: [],
  views: [],
  comments: [],
  columnRules: [],
  unitSets: [],
  units: [],
};
