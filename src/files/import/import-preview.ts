import type { TextEncoding } from "../csv/decode-text";
import type { ImportIssue } from "./import-issue";
import type { ImportPlan } from "./import-plan";
import type { OrRefusal } from "./import-refusal";

/** What a column holds, for the dialog. */
export interface ColumnFacts {
  /** Different texts; where nearly all differ, some may be counted twice. */
  readonly distinct: number;
  /** The first few distinct texts. */
  readonly examples: readonly string[];
}

/** What the import would make of the file with a plan. Counts exclude the rows left out. */
export interface ImportReview {
  readonly issues: readonly ImportIssue[];
  /** Rows that are imported, and by column how many of them hold nothing. */
  readonly rowCount: number;
  readonly blankCounts: readonly number[];
  readonly accountCount: number;
  readonly territoryCount: number;
  readonly repCount: number;
}

/** A file as read, and what is proposed to be done with it. */
export interface ImportPreview {
  readonly fileName: string;
  readonly byteCount: number;
  /** How sure the encoding is: told by a byte order mark or valid throughout, or a guess the planner should look at. */
  readonly encodingIsGuess: boolean;
  /** Encodings that would read the file without bad characters, the one used first. */
  readonly encodings: readonly TextEncoding[];
  /** Characters that the encoding could not read. */
  readonly badCharacters: number;
  /** Data rows, blank ones left out. */
  readonly rowCount: number;
  /** Rows above the header row, if any, and the lines of the file they begin on. */
  readonly titles: readonly string[];
  readonly titleLines: readonly number[];
  /** Line of the header row; 0 where there is none. */
  readonly headerLine: number;
  /** The first data rows, one text per column, and the line each begins on. */
  readonly firstRows: readonly (readonly string[])[];
  readonly firstLines: readonly number[];
  readonly facts: readonly ColumnFacts[];
  readonly plan: ImportPlan;
  readonly review: ImportReview;
  /** A roll-up that fits the file, whether or not the plan uses it; null where rows are accounts already. */
  readonly proposedRollUp: ImportPlan["rollUp"];
}

export type InspectResult = OrRefusal<{ readonly preview: ImportPreview }>;
