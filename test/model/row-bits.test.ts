import fc from "fast-check";
import { expect, it } from "vitest";
import {
  addRows,
  allRows,
  countRows,
  countShared,
  dropRows,
  flagsOf,
  hasRow,
  keepRows,
  noRows,
  type RowBits,
  rowsOf,
} from "../../src/model/row-bits";

const flags = fc.array(fc.boolean(), { maxLength: 100 });

function bitsOf(rows: readonly boolean[]): RowBits {
  return dropRows(allRows(rows.length), allRows(rows.length, Uint8Array.from(rows, Number)));
}

const rowsWhere = (rows: readonly boolean[]) => rows.flatMap((is, row) => (is ? [row] : []));

it("holds just the rows that were put in", () => {
  fc.assert(
    fc.property(flags, (rows) => {
      const bits = bitsOf(rows);
      expect([...rowsOf(bits)]).toEqual(rowsWhere(rows));
      expect(countRows(bits)).toBe(rowsWhere(rows).length);
      expect([...flagsOf(bits, rows.length)]).toEqual(rows.map(Number));
      expect(rows.map((_, row) => hasRow(bits, row))).toEqual(rows);
      expect(countRows(allRows(rows.length))).toBe(rows.length);
      expect(countRows(noRows(rows.length))).toBe(0);
    }),
  );
});

it("joins, keeps and drops as sets do", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), fc.boolean()), { maxLength: 100 }), (pairs) => {
      const a = pairs.map(([is]) => is);
      const b = pairs.map(([, is]) => is);
      const rows = (bits: RowBits) => [...rowsOf(bits)];
      expect(rows(keepRows(bitsOf(a), bitsOf(b)))).toEqual(rowsWhere(pairs.map(([x, y]) => x && y)));
      expect(rows(addRows(bitsOf(a), bitsOf(b)))).toEqual(rowsWhere(pairs.map(([x, y]) => x || y)));
      expect(rows(dropRows(bitsOf(a), bitsOf(b)))).toEqual(rowsWhere(pairs.map(([x, y]) => x && !y)));
      expect(countShared(bitsOf(a), bitsOf(b))).toBe(pairs.filter(([x, y]) => x && y).length);
    }),
  );
});
