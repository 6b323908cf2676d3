import { foldText } from "./fold-text";
import { columnWithRole, type ImportPlan } from "./import-plan";
import type { RawColumn } from "./raw-column";
import type { RawTable } from "./raw-table";

/** Which account each row of the file belongs to. */
export interface RowGroups {
  /** Number of accounts. */
  readonly count: number;
  /** Account of each row; -1 where the row is left out. */
  readonly accountOf: Int32Array;
  /** First row of each account. */
  readonly firstRow: Uint32Array;
  /** True where an account may have several rows, whose cells have to be brought together. */
  readonly isGrouped: boolean;
}

/** Makes accounts of rows: by the roll-up, by equal keys where duplicates are merged, else one of each. */
export function groupRows(table: RawTable, plan: ImportPlan): RowGroups {
  const excluded = new Set(plan.excludedRows);
  if (plan.rollUp) return byKeys(table, plan.rollUp.groupBy, excluded, false, false);
  const key = columnWithRole(plan, "key");
  if (key && plan.duplicates === "merge") return byKeys(table, [key.index], excluded, true, false);
  if (key && plan.duplicates === "skip") return byKeys(table, [key.index], excluded, true, true);
  return rowByRow(table.rowCount, excluded);
}

function rowByRow(rowCount: number, excluded: ReadonlySet<number>): RowGroups {
  const accountOf = new Int32Array(rowCount);
  const firstRow = new Uint32Array(rowCount);
  let count = 0;
  for (let row = 0; row < rowCount; row++) {
    if (excluded.has(row)) accountOf[row] = -1;
    else {
      firstRow[count] = row;
      accountOf[row] = count++;
    }
  }
  return { count, accountOf, firstRow: firstRow.slice(0, count), isGrouped: false };
}

/** Rows that agree in the columns share an account. A blank key is no key where `blankIsApart`; `skip` leaves repeats out. */
function byKeys(
  table: RawTable,
  columns: readonly number[],
  excluded: ReadonlySet<number>,
  blankIsApart: boolean,
  skip: boolean,
): RowGroups {
  const { rowCount } = table;
  const keys = combinedCodes(table, columns);
  const accountByKey = new Map<number, number>();
  const accountOf = new Int32Array(rowCount);
  const firstRow = new Uint32Array(rowCount);
  let count = 0;
  for (let row = 0; row < rowCount; row++) {
    if (excluded.has(row)) {
      accountOf[row] = -1;
      continue;
    }
    const key = keys[row]!;
    const known = key === 0 && blankIsApart ? undefined : accountByKey.get(key);
    if (known === undefined) {
      accountByKey.set(key, count);
      firstRow[count] = row;
      accountOf[row] = count++;
    } else accountOf[row] = skip ? -1 : known;
  }
  return { count, accountOf, firstRow: firstRow.slice(0, count), isGrouped: !skip };
}

/** By row a number that is the same where the folded texts of all the columns are; 0 where all are blank. */
function combinedCodes(table: RawTable, columns: readonly number[]): Float64Array {
  const combined = new Float64Array(table.rowCount);
  for (const column of columns) {
    const raw = table.columns[column];
    if (!raw) continue;
    const { codeOf, size } = foldedCodes(raw);
    const numberOfPair = new Map<number, number>([[0, 0]]);
    for (let row = 0; row < table.rowCount; row++) {
      const pair = combined[row]! * size + codeOf[raw.codes[row]!]!;
      let number = numberOfPair.get(pair);
      if (number === undefined) {
        number = numberOfPair.size;
        numberOfPair.set(pair, number);
      }
      combined[row] = number;
    }
  }
  return combined;
}

/** By code of the column, the number of its folded text; 0 = blank. */
export function foldedCodes(raw: RawColumn): { codeOf: Uint32Array; size: number } {
  const numbers = new Map<string, number>([["", 0]]);
  const codeOf = new Uint32Array(raw.size);
  for (let code = 1; code < raw.size; code++) {
    const folded = foldText(raw.text(code));
    let number = numbers.get(folded);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(folded, number);
    }
    codeOf[code] = number;
  }
  return { codeOf, size: numbers.size };
}
