/** What the rungs of the hierarchy are called, the highest first and the territories last. A plan has one such record, with the id "". */
export interface LevelNames {
  readonly id: "";
  readonly names: readonly string[];
}

/** Names of a plan whose planner chose none. */
export const DEFAULT_LEVELS: readonly string[] = ["Region", "Area", "Territory"];
