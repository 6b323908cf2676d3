import type { RowId } from "../ids";

/** An open deal that stays with the rep who opened it, though its account goes to another. */
export interface Holdout {
  readonly id: string;
  /** Row id in the table of deals. */
  readonly deal: RowId;
  /** Who keeps it: row id in the table of reps. */
  readonly rep: RowId;
  /** The last day they keep it, in days since 1970-01-01; null = until it closes. */
  readonly until: number | null;
}
