import type { Plan } from "../../model/plan";
import { type BuildContext, buildPlan } from "./build-plan";
import { checkTable } from "./check-table";
import { readTexts, type TextValues } from "./column-values";
import { foldedCodes, groupRows } from "./group-rows";
import { type ColumnPlan, columnWithRole, type ImportPlan, type ReadingChoice } from "./import-plan";
import type { ImportPreview, ImportReview, InspectResult } from "./import-preview";
import type { ImportReport } from "./import-report";
import { proposePlan } from "./propose-plan";
import { proposeRollUp } from "./propose-roll-up";
import { blankCount } from "./raw-column";
import { type RawTable, rawText } from "./raw-table";
import { type OnParsed, type ReadTable, readBytes, readText } from "./read-table";

const PREVIEW_ROWS = 50;

/** What is imported: bytes of a file, or a pasted text. */
export type ImportContent = { readonly bytes: Uint8Array } | { readonly text: string };

/** One file on its way into a plan: read once, proposed, reviewed as often as the planner changes their mind, built. */
export class ImportSession {
  #read: ReadTable | null = null;
  /** Parsed texts by column, with the settings they were parsed by. */
  readonly #values = new Map<number, { settings: string; values: TextValues }>();

  inspect(
    fileName: string,
    content: ImportContent,
    choice: ReadingChoice,
    onParsed?: OnParsed,
  ): InspectResult {
    this.#read = null;
    this.#values.clear();
    const result =
      "bytes" in content
        ? readBytes(content.bytes, choice, onParsed)
        : readText(content.text, "utf-8", choice, onParsed);
    if (!result.ok) return result;
    const { read } = result;
    this.#read = read;
    const plan = proposePlan(read, fileName);
    const { table } = read;
    const shown = Math.min(PREVIEW_ROWS, table.rowCount);
    const preview: ImportPreview = {
      fileName,
      byteCount: "bytes" in content ? content.bytes.length : content.text.length,
      encodingIsGuess: read.encodingIsGuess,
      encodings: read.encodings,
      badCharacters: read.badCharacters,
      rowCount: table.rowCount,
      titles: read.titles,
      titleLines: read.titleLines,
      headerLine: table.headerLine,
      firstRows: Array.from({ length: shown }, (_, row) =>
        table.columns.map((_, column) => rawText(table, column, row)),
      ),
      firstLines: [...table.lines.subarray(0, shown)],
      facts: table.columns.map((raw) => ({
        distinct: raw.size - 1,
        examples: Array.from({ length: Math.min(5, raw.size - 1) }, (_, i) => raw.text(i + 1)),
      })),
      plan,
      review: this.review(plan),
      proposedRollUp: proposeRollUp(table, plan.columns),
    };
    return { ok: true, preview };
  }

  review(plan: ImportPlan): ImportReview {
    const read = this.#current(plan);
    const groups = groupRows(read.table, plan);
    const { table } = read;
    const excluded = new Set(plan.excludedRows);
    return {
      rowCount: table.rowCount - excluded.size,
      blankCounts: table.columns.map((raw) => blankCount(raw, excluded)),
      issues: checkTable(read, plan, (column) => this.#valuesOf(read.table, column)),
      accountCount: groups.count,
      ...territoryCounts(read.table, plan),
    };
  }

  build(plan: ImportPlan, context: BuildContext): Promise<{ plan: Plan; report: ImportReport }> {
    const read = this.#current(plan);
    const valuesOf = (column: ColumnPlan) => this.#valuesOf(read.table, column);
    return buildPlan(read.table, plan, valuesOf, checkTable(read, plan, valuesOf), context);
  }

  #current(plan: ImportPlan): ReadTable {
    if (!this.#read) throw new Error("Expected a file that was inspected, got none.");
    const [expected, got] = [JSON.stringify(this.#read.reading), JSON.stringify(plan.reading)];
    if (expected !== got)
      throw new Error(`Expected the reading ${expected}, got ${got}: inspect the file again.`);
    return this.#read;
  }

  #valuesOf(table: RawTable, column: ColumnPlan): TextValues {
    const settings = [column.type, column.decimal, column.dateOrder, column.padTo, ...column.blanks].join(
      "\u0000",
    );
    const known = this.#values.get(column.index);
    if (known?.settings === settings) return known.values;
    const values = readTexts(table.columns[column.index]!, column);
    this.#values.set(column.index, { settings, values });
    return values;
  }
}

/** How many territories and reps the plan's alignment will have. */
function territoryCounts(table: RawTable, plan: ImportPlan): { territoryCount: number; repCount: number } {
  const owner = columnWithRole(plan, "owner");
  const area = columnWithRole(plan, "territory");
  const ownerCodes = owner && foldedCodes(table.columns[owner.index]!);
  const areaCodes = area && foldedCodes(table.columns[area.index]!);
  const owners = new Set<number>();
  const areas = new Set<number>();
  const pairs = new Set<number>();
  const excluded = new Set(plan.excludedRows);
  for (let row = 0; row < table.rowCount; row++) {
    if (excluded.has(row)) continue;
    const o = ownerCodes ? ownerCodes.codeOf[table.columns[owner.index]!.codes[row]!]! : 0;
    const t = areaCodes ? areaCodes.codeOf[table.columns[area.index]!.codes[row]!]! : 0;
    if (o > 0) owners.add(o);
    if (t > 0) areas.add(t);
    if (o > 0 || t > 0) pairs.add(t * (ownerCodes?.size ?? 1) + o);
  }
  const counts = { none: 0, owner: owners.size, territory: areas.size, pairs: pairs.size };
  return { territoryCount: counts[plan.territories], repCount: owners.size };
}
