import { type Condition, rowsMeeting } from "../condition";
import type { BlendPart } from "../measure";
import { columnByKey, type Table } from "../table";

/** The sum of a blend's parts for each row, deleted rows included. The caller owns the array. */
export function blendValues(table: Table, parts: readonly BlendPart[]): Float64Array {
  const values = new Float64Array(table.count);
  for (const part of parts) addPart(values, table, part);
  return values;
}

/** Keys of the columns that the parts read. */
export function blendColumns(parts: readonly BlendPart[]): readonly string[] {
  return parts.flatMap((part) =>
    part.kind === "condition" ? conditionColumns(part.condition) : [part.column],
  );
}

/** Keys of the columns that a condition reads. */
export function conditionColumns(condition: Condition): readonly string[] {
  return condition.tests.map(({ column }) => column);
}

function addPart(values: Float64Array, table: Table, part: BlendPart): void {
  switch (part.kind) {
    case "column": {
      const column = columnByKey(table, part.column);
      if (column?.kind !== "number") return;
      const factor = part.weight * (part.scaled ? percentOfTotal(table, column.values) : 1);
      for (let row = 0; row < values.length; row++) {
        const value = column.values[row]!;
        if (Number.isFinite(value)) values[row]! += factor * value;
      }
      return;
    }
    case "choice": {
      const points = pointsByCode(table, part);
      if (!points) return;
      for (let row = 0; row < values.length; row++) values[row]! += points.worth[points.codes[row]!]!;
      return;
    }
    case "condition": {
      const meeting = rowsMeeting(table, part.condition);
      for (let row = 0; row < values.length; row++) if (meeting[row]) values[row]! += part.points;
    }
  }
}

/** 100 ÷ the sum over the rows that are not deleted; 0 where that is not above 0. */
function percentOfTotal(table: Table, values: Float64Array): number {
  let total = 0;
  for (let row = 0; row < table.count; row++) {
    if (!table.deleted?.[row] && Number.isFinite(values[row]!)) total += values[row]!;
  }
  return total > 0 ? 100 / total : 0;
}

function pointsByCode(
  table: Table,
  { column: key, points, otherwise }: BlendPart & { kind: "choice" },
): { codes: Uint32Array; worth: Float64Array } | null {
  const column = columnByKey(table, key);
  if (column?.kind !== "text") return null;
  const { codes, dictionary } = column;
  const worth = new Float64Array(dictionary.size).fill(otherwise);
  for (const { text, points: value } of points) {
    const code = text === "" ? 0 : dictionary.find(text);
    if (code !== undefined) worth[code] = value;
  }
  return { codes, worth };
}
