import type { RowId } from "../../model/ids";
import type { AlignmentPath, Plan } from "../../model/plan";

/** How the program that a CSV file is for reads it. */
export interface CsvDialect {
  readonly delimiter: "," | ";";
  /** Decimal sign of numbers that did not come from a file. */
  readonly decimal: "." | ",";
  /** With it Excel sees that the text is Unicode. */
  readonly byteOrderMark: boolean;
  /** Texts that a spreadsheet might run get an apostrophe before them, or stay as they are for programs that run none. */
  readonly formulas: "escaped" | "exact";
}

/** What goes into a CSV file: a row per account, with its territory and rep; or a row per territory, with its totals. */
export type ExportRequest =
  | {
      readonly kind: "accounts";
      readonly path: AlignmentPath;
      /** Account rows in their order; null = all. */
      readonly rows: Uint32Array | null;
      readonly dialect: CsvDialect;
    }
  | { readonly kind: "territories"; readonly path: AlignmentPath; readonly dialect: CsvDialect };

/** The list of who hands what to whom; `from` null = of all reps. */
export interface HandOverRequest {
  readonly kind: "hand-overs";
  readonly path: AlignmentPath;
  readonly from: RowId | null;
  readonly dialect: CsvDialect;
}

/** Writes CSV files off the main thread. */
export interface ExportClient {
  /** The bytes of the file. `onProgress` hears the part done, 0 to 1. */
  write(
    plan: Plan,
    request: ExportRequest | HandOverRequest,
    onProgress?: (done: number) => void,
  ): Promise<Uint8Array<ArrayBuffer>>;
  /** Stops all work at once; what was asked for is rejected with `ExportCancelled`. */
  cancel(): void;
}

/** The planner cancelled. */
export class ExportCancelled extends Error {
  constructor() {
    super("Cancelled.");
    this.name = "ExportCancelled";
  }
}
