/** What the planner noted about an account's move: why, or what is still to be said to whom. */
export interface MoveNote {
  /** The account's row id, as it stands in files. */
  readonly id: string;
  readonly text: string;
}
