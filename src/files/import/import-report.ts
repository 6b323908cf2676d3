import type { ImportIssue } from "./import-issue";

/** An account that could not be placed on the map. */
export interface UnplacedAccount {
  /** Row of the table of accounts. */
  readonly account: number;
  /** Line of the file. */
  readonly line: number;
  readonly name: string;
  readonly place: string;
  readonly reason: string;
}

/** What an import did, in numbers that add up to the rows of the file. */
export interface ImportReport {
  readonly rowCount: number;
  /** Rows left out by the planner's choice (totals, footers, duplicates). */
  readonly excludedRows: number;
  readonly accountCount: number;
  readonly territoryCount: number;
  readonly repCount: number;
  readonly unassignedCount: number;
  /** Accounts by how they were placed, most first: "file", "postal code", "city", …, "not found". */
  readonly placed: readonly { readonly how: string; readonly count: number }[];
  readonly unplaced: readonly UnplacedAccount[];
  readonly issues: readonly ImportIssue[];
}
