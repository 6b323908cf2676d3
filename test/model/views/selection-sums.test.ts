import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ColumnType } from "../../../src/model/table";
import { groupEntry, isGroupEntry } from "../../../src/model/views/row-entry";
import { type SelectedCells, selectionSums } from "../../../src/model/views/selection-sums";
import { codedTexts, type ViewColumn } from "../../../src/model/views/view-column";
import { spansByColumn } from "../../../src/ui/grid/range-spans";

function sumsOf(selected: readonly SelectedCells[], entries: Uint32Array) {
  const steps = selectionSums(selected, entries);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const numbers = (...values: number[]): ViewColumn => ({ kind: "number", values: Float64Array.from(values) });
const whole = (type: ColumnType, view: ViewColumn, last: number): SelectedCells => ({
  type,
  view: () => view,
  spans: [{ first: 0, last }],
});
const BLANK = Number.NaN;

describe("sums of selected cells", () => {
  it("count what is filled, and add numbers type by type", () => {
    const names: ViewColumn = {
      kind: "text",
      codes: Uint8Array.of(0, 1, 2),
      texts: codedTexts(["", "a", ""]),
    };
    const yes: ViewColumn = { kind: "yesno", flags: Uint8Array.of(0, 1, 2) };
    const selected = [
      whole("text", names, 2),
      whole("yesno", yes, 2),
      whole("currency", numbers(5, BLANK, -2), 2),
      whole("number", numbers(BLANK, BLANK, BLANK), 2),
      whole("currency", numbers(10, 0, 1), 2),
      whole("date", numbers(20_000, 19_999, BLANK), 2),
    ];
    expect(sumsOf(selected, Uint32Array.of(0, 1, 2))).toEqual({
      cells: 18,
      filled: 1 + 2 + 2 + 3 + 2,
      numbers: [
        { type: "currency", count: 5, sum: 14, least: -2, greatest: 10 },
        { type: "date", count: 2, sum: 39_999, least: 19_999, greatest: 20_000 },
      ],
    });
  });

  it("pass over headers of groups", () => {
    const entries = Uint32Array.of(groupEntry(0), 1, groupEntry(1), 0);
    expect(sumsOf([whole("number", numbers(3, 4), 3)], entries)).toEqual({
      cells: 2,
      filled: 2,
      numbers: [{ type: "number", count: 2, sum: 7, least: 3, greatest: 4 }],
    });
  });

  it("agree with a count of every cell that any range holds, each once", () => {
    const range = fc.tuple(fc.nat(39), fc.nat(39), fc.nat(3), fc.nat(3)).map(([a, b, c, d]) => ({
      top: Math.min(a, b),
      bottom: Math.max(a, b),
      left: Math.min(c, d),
      right: Math.max(c, d),
    }));
    const cell = fc.oneof(fc.integer({ min: -1000, max: 1000 }), fc.constant(BLANK));
    const columns = fc.array(fc.array(cell, { minLength: 40, maxLength: 40 }), {
      minLength: 4,
      maxLength: 4,
    });
    const order = fc
      .shuffledSubarray([...Array(40).keys()], { minLength: 40 })
      .map((rows) => rows.map((row, i) => (i % 7 === 3 ? groupEntry(i) : row)));
    fc.assert(
      fc.property(fc.array(range, { maxLength: 5 }), columns, order, (ranges, values, rows) => {
        const entries = Uint32Array.from(rows);
        const selected = [...spansByColumn(ranges)].map(([column, spans]) => ({
          type: "number" as const,
          view: () => numbers(...values[column]!),
          spans,
        }));
        const sums = sumsOf(selected, entries);
        const held: number[] = [];
        for (let position = 0; position < 40; position++) {
          for (let column = 0; column < 4; column++) {
            const isHeld = ranges.some(
              ({ top, bottom, left, right }) =>
                position >= top && position <= bottom && column >= left && column <= right,
            );
            const entry = entries[position]!;
            if (isHeld && !isGroupEntry(entry)) held.push(values[column]![entry]!);
          }
        }
        const filled = held.filter((value) => !Number.isNaN(value));
        expect(sums.cells).toBe(held.length);
        expect(sums.filled).toBe(filled.length);
        const [found] = sums.numbers;
        expect(found ?? null).toEqual(
          filled.length === 0
            ? null
            : {
                type: "number",
                count: filled.length,
                sum: filled.reduce((sum, value) => sum + value, 0),
                least: Math.min(...filled),
                greatest: Math.max(...filled),
              },
        );
      }),
    );
  });
});
