import type { RowId } from "../ids";

/** A wish that was granted: whoever assigns reps anew leaves this one on the territory. One for a territory at most: `id` is the territory's. */
export interface RepLock {
  readonly id: string;
  /** Row id in the table of reps. */
  readonly rep: RowId;
}
