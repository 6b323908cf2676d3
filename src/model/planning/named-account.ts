import type { RowId } from "../ids";

/** A strategic account that belongs to a rep wherever it lies: it is in a territory of theirs and leaves it only with them. */
export interface NamedAccount {
  readonly id: string;
  /** Row id in the table of accounts; each account is named at most once. */
  readonly account: RowId;
  /** Row id in the table of reps. */
  readonly rep: RowId;
  /** Id of the territory chosen where the rep has several; null = none chosen. */
  readonly territory: string | null;
}
