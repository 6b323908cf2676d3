import { isTaken, valueProblem, viewValue } from "../../../model/column-checks";
import type { CellValidation } from "../../../model/planning/column-rule";
import type { CellValue } from "../../../model/table";
import { foldText } from "../../../model/views/fold-text";
import type { ViewColumn } from "../../../model/views/view-column";
import type { CellWriter } from "../grid-column";
import { checkWords } from "./check-words";

/** What a writer's column asks of its cells, as it is now. */
export interface WrittenChecks {
  readonly validation: () => CellValidation | null;
  readonly column: () => ViewColumn;
  readonly deleted: () => Uint8Array | null;
  readonly format: (value: number) => string;
}

/**
 * A writer that keeps to its column's rule where that is strict: what breaks it is refused with the reason when it is read, and whoever
 * sets cells without reading leaves them as they are.
 */
export function checkedWriter(writer: CellWriter, checks: WrittenChecks): CellWriter {
  const strict = () => {
    const validation = checks.validation();
    return validation?.strict ? validation : null;
  };
  const wrong = (validation: CellValidation, value: CellValue): string | null => {
    const problem = valueProblem(validation, value);
    return problem && checkWords(problem, checks.format);
  };
  const refusal = (row: number, value: CellValue): string | null => {
    const validation = strict();
    if (!validation) return writer.refusal?.(row, value) ?? null;
    const taken = validation.kind === "unique" && isTaken(checks.column(), value, row, checks.deleted());
    const words = taken ? checkWords({ kind: "unique" }, checks.format) : wrong(validation, value);
    return words ?? writer.refusal?.(row, value) ?? null;
  };
  return {
    ...writer,
    read: (text) => {
      const read = writer.read(text);
      const validation = strict();
      const message = read.ok && validation ? wrong(validation, read.value) : null;
      return message === null ? read : { ok: false, message };
    },
    refusal,
    patch: (plan, rows, values) => {
      const validation = strict();
      if (!validation) return writer.patch(plan, rows, values);
      const given = new Set<CellValue>();
      const kept = rows.flatMap((row, i) => {
        const value = values[i]!;
        // What a cell holds already may stay, whatever the rule.
        if (viewValue(checks.column(), row) === value) return [i];
        if (refusal(row, value) !== null) return [];
        if (validation.kind !== "unique" || value === null) return [i];
        const same = typeof value === "string" ? foldText(value.trim()) : value;
        if (given.has(same)) return [];
        given.add(same);
        return [i];
      });
      return writer.patch(
        plan,
        kept.map((i) => rows[i]!),
        kept.map((i) => values[i]!),
      );
    },
  };
}
