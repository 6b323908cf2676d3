import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breakingRows, cellProblem, isTaken, valueProblem, viewValue } from "../../src/model/column-checks";
import { barOf, extentOf, heatOf } from "../../src/model/column-scale";
import type { CellColoring, CellValidation } from "../../src/model/planning/column-rule";
import { codedTexts, type ViewColumn } from "../../src/model/views/view-column";

const lenient = { strict: false, required: false } as const;
const texts = (...cells: string[]): ViewColumn => {
  const all = [...new Set(["", ...cells])];
  return {
    kind: "text",
    codes: Uint16Array.from(cells, (cell) => all.indexOf(cell)),
    texts: codedTexts(all),
  };
};
const numbers = (...values: number[]): ViewColumn => ({ kind: "number", values: Float64Array.from(values) });
const broken = (validation: CellValidation, column: ViewColumn, hidden: Uint8Array | null = null) =>
  [...(breakingRows(validation, column, hidden) ?? [])].flatMap((flag, row) => (flag ? [row] : []));

describe("checks of cells", () => {
  it("take what is on the list, and blanks unless they are required", () => {
    const choices = { ...lenient, kind: "choices", choices: ["Gold", "Silver"] } as const;
    expect(broken(choices, texts("Gold", "gold", "", "Silver", "Tin"))).toEqual([1, 4]);
    expect(broken({ ...choices, required: true }, texts("Gold", ""))).toEqual([1]);
  });

  it("take numbers from one to another, both included", () => {
    const range = { ...lenient, kind: "range", from: 1, to: 3 } as const;
    expect(broken(range, numbers(1, 3, 0.9, 3.1, Number.NaN))).toEqual([2, 3]);
    expect(broken({ ...range, to: null }, numbers(0, 1e9))).toEqual([0]);
  });

  it("count characters as people do", () =>
    expect(broken({ ...lenient, kind: "length", most: 2 }, texts("ab", "👩‍🚀", "😀😀", "abc"))).toEqual([
      1, 3,
    ]));

  it("find what stands twice, whatever its case, rows left out passed over", () => {
    const unique = { ...lenient, kind: "unique" } as const;
    const column = texts("Acme", "acme ", "Bolt", "", "");
    expect(broken(unique, column)).toEqual([0, 1]);
    expect(broken(unique, column, Uint8Array.of(0, 1, 0, 0, 0))).toEqual([]);
    expect(broken(unique, numbers(1, 2, 1))).toEqual([0, 2]);
  });

  it("let a cell keep its own value, and no other row's", () => {
    const column = texts("Acme", "Bolt");
    expect(isTaken(column, "ACME", 0, null)).toBe(false);
    expect(isTaken(column, "ACME", 1, null)).toBe(true);
    expect(isTaken(column, "Cole", 1, null)).toBe(false);
  });

  it("say what is wrong", () => {
    expect(valueProblem({ ...lenient, required: true, kind: "unique" }, null)).toEqual({ kind: "required" });
    expect(valueProblem({ ...lenient, kind: "length", most: 1 }, "ab")).toEqual({ kind: "length", most: 1 });
  });

  it("mark exactly the cells that have a problem", () => {
    const cell = fc.constantFrom("", "a", "A", "bb", "ccc");
    const validation = fc.constantFrom<CellValidation>(
      { ...lenient, kind: "unique" },
      { ...lenient, required: true, kind: "length", most: 2 },
      { ...lenient, kind: "choices", choices: ["a", "bb"] },
    );
    fc.assert(
      fc.property(
        fc.array(cell, { maxLength: 8 }),
        validation,
        fc.array(fc.nat(1), { minLength: 8, maxLength: 8 }),
        (cells, rule, left) => {
          const column = texts(...cells);
          const hidden = Uint8Array.from(left);
          const expected = cells.flatMap((_, row) =>
            !hidden[row] && cellProblem(rule, column, row, hidden) ? [row] : [],
          );
          expect(broken(rule, column, hidden)).toEqual(expected);
          expect(cells.map((_, row) => viewValue(column, row) ?? "")).toEqual(cells);
        },
      ),
    );
  });
});

describe("scales of columns", () => {
  const coloring = (fields: Partial<CellColoring> = {}): CellColoring => ({
    kind: "scale",
    scale: "sequential",
    middle: null,
    reversed: false,
    ...fields,
  });
  const extent = { least: -10, greatest: 30 };

  it("go from the least to the greatest number that is not left out", () => {
    const values = Float64Array.of(5, -10, Number.NaN, 30, 900);
    expect(extentOf(values, Uint8Array.of(0, 0, 0, 0, 1))).toEqual(extent);
    expect(extentOf(Float64Array.of(Number.NaN), null)).toBeNull();
  });

  it("color from one end to the other", () => {
    expect([-10, 10, 30].map((value) => heatOf(value, extent, coloring()))).toEqual([0, 0.5, 1]);
    expect(heatOf(-10, extent, coloring({ reversed: true }))).toBe(1);
    expect(heatOf(Number.NaN, extent, coloring())).toBeNaN();
  });

  it("turn in their middle", () => {
    const diverging = coloring({ scale: "diverging" });
    expect([-10, 10, 30].map((value) => heatOf(value, extent, diverging))).toEqual([-1, 0, 1]);
    expect([-10, 0, 30].map((value) => heatOf(value, extent, { ...diverging, middle: 0 }))).toEqual([
      -1 / 3,
      0,
      1,
    ]);
  });

  it("draw bars from where zero is", () => {
    expect(barOf(30, extent)).toEqual([0.25, 1]);
    expect(barOf(-10, extent)).toEqual([0, 0.25]);
    expect(barOf(5, { least: 2, greatest: 10 })).toEqual([0, 0.5]);
  });

  it("never leave their bounds", () => {
    const number = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(number, { minLength: 1 }),
        fc.boolean(),
        fc.option(number, { nil: null }),
        (list, reversed, middle) => {
          const bounds = extentOf(Float64Array.from(list), null)!;
          for (const value of list) {
            for (const scale of ["sequential", "diverging"] as const) {
              const heat = heatOf(value, bounds, coloring({ scale, reversed, middle }));
              expect(Math.abs(heat)).toBeLessThanOrEqual(1 + 1e-9);
            }
            const [from, to] = barOf(value, bounds);
            expect(from >= 0 && from <= to && to <= 1 + 1e-9).toBe(true);
          }
        },
      ),
    );
  });
});
