import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstDayOf, periodOf } from "../../../src/model/views/calendar-period";
import type { GroupLevel } from "../../../src/model/views/group-places";
import {
  groupedEntries,
  groupRows,
  groupSizes,
  isInnermost,
  orderGroups,
  type RowGroups,
} from "../../../src/model/views/group-rows";
import { groupOf, isGroupEntry } from "../../../src/model/views/row-entry";
import { aggregateAt, subtotals } from "../../../src/model/views/subtotals";
import { codedTexts, type ViewColumn } from "../../../src/model/views/view-column";

const VALUE = { kind: "value" } as const;

function texts(values: readonly string[]): ViewColumn & { kind: "text" } {
  const distinct = [...new Set(["", ...values])];
  return {
    kind: "text",
    codes: Uint32Array.from(values, (value) => distinct.indexOf(value)),
    texts: codedTexts(distinct),
  };
}
const numbers = (values: readonly (number | null)[]): ViewColumn & { kind: "number" } => ({
  kind: "number",
  values: Float64Array.from(values, (value) => value ?? Number.NaN),
});
const by = (column: ViewColumn, fields: Partial<GroupLevel> = {}): GroupLevel => ({
  column,
  by: VALUE,
  descending: false,
  ...fields,
});
const all = (count: number) => Uint32Array.from({ length: count }, (_, row) => row);

/** Groups as indented lines: "West 2". */
function drawn(groups: RowGroups, nameOf: (level: number, key: number) => string): string[] {
  const sizes = groupSizes(groups);
  return Array.from({ length: groups.count }, (_, group) => {
    const level = groups.level[group]!;
    return `${"  ".repeat(level)}${nameOf(level, groups.key[group]!)} ${sizes[group]}`;
  });
}

describe("groups by text", () => {
  const area = texts(["West", "East", "West", "", "East", "West"]);
  const industry = texts(["Retail", "Retail", "Finance", "Retail", "Retail", "Retail"]);
  const names = (level: number, key: number) =>
    Number.isNaN(key) ? "(blank)" : (level === 0 ? area : industry).texts.text(key);

  it("stand in the locale's order, one within the other, blanks last", () => {
    const groups = groupRows(all(6), 6, [by(area), by(industry)], "en-US");
    expect(drawn(groups, names)).toEqual([
      "East 2",
      "  Retail 2",
      "West 3",
      "  Finance 1",
      "  Retail 2",
      "(blank) 1",
      "  Retail 1",
    ]);
    expect([...groups.rows]).toEqual([1, 4, 2, 0, 5, 3]);
  });
  it("turn round, but for the blanks", () => {
    const groups = groupRows(all(6), 6, [by(area, { descending: true })], "en-US");
    expect(drawn(groups, names)).toEqual(["West 3", "East 2", "(blank) 1"]);
  });
  it("keep rows in the order they came in", () => {
    const groups = groupRows(Uint32Array.of(5, 4, 2, 1, 0), 6, [by(area)], "en-US");
    expect([...groups.rows]).toEqual([4, 1, 5, 2, 0]);
  });
  it("join codes of one text unless codes are what is grouped", () => {
    const twice: ViewColumn = {
      kind: "text",
      codes: Uint16Array.of(1, 2, 3, 2),
      texts: codedTexts(["Unassigned", "North", "North", "Able"]),
    };
    expect(groupRows(all(4), 4, [by(twice)], "en-US").count).toBe(2);
    const apart = groupRows(all(4), 4, [by(twice, { byCode: true })], "en-US");
    expect([...apart.key]).toEqual([3, 1, 2]);
  });
});

it("puts numbers into bands and dates into periods", () => {
  const revenue = numbers([0, 99, 100, -1, null, 250]);
  const bands = groupRows(all(6), 6, [by(revenue, { by: { kind: "band", size: 100 } })], "en-US");
  expect([...bands.key]).toEqual([-100, 0, 100, 200, Number.NaN]);
  expect([...groupSizes(bands)]).toEqual([1, 2, 1, 1, 1]);

  const day = (text: string) => Date.parse(text) / 86_400_000;
  const closed = numbers([day("2026-03-31"), day("2026-04-01"), null, day("2026-06-30") + 0.9]);
  const quarters = groupRows(
    all(4),
    4,
    [by(closed, { by: { kind: "period", period: "quarter" }, descending: true })],
    "en-US",
  );
  expect([...quarters.key]).toEqual([day("2026-04-01"), day("2026-01-01"), Number.NaN]);
});

it("finds periods as the calendar has them", () => {
  const day = fc.integer({ min: -800_000, max: 2_900_000 });
  fc.assert(
    fc.property(day, (at) => {
      const date = new Date(at * 86_400_000);
      const month = date.getUTCFullYear() * 12 + date.getUTCMonth() - 1970 * 12;
      expect(periodOf(at, "month")).toBe(month);
      expect(periodOf(at + 0.5, "quarter")).toBe(Math.floor(month / 3));
      expect(periodOf(at, "year")).toBe(date.getUTCFullYear() - 1970);
      expect(new Date(firstDayOf(periodOf(at, "week"), "week") * 86_400_000).getUTCDay()).toBe(1);
      for (const period of ["day", "week", "month", "quarter", "year"] as const) {
        const number = periodOf(at, period);
        expect(firstDayOf(number, period)).toBeLessThanOrEqual(at);
        expect(firstDayOf(number + 1, period)).toBeGreaterThan(at);
      }
    }),
  );
});

const sheet = fc
  .array(
    fc.record({
      name: fc.constantFrom("", "a", "B", "b", "ä", "z"),
      value: fc.option(fc.double({ noNaN: true, min: -1e6, max: 1e6 })),
      flag: fc.constantFrom(0, 1, 2),
      shown: fc.boolean(),
    }),
    { maxLength: 60 },
  )
  .map((rows) => ({
    count: rows.length,
    shown: Uint32Array.from(rows.flatMap(({ shown }, row) => (shown ? [row] : []))),
    name: texts(rows.map(({ name }) => name)),
    value: numbers(rows.map(({ value }) => value)),
    flag: { kind: "yesno", flags: Uint8Array.from(rows, ({ flag }) => flag) } as const,
  }));
type Sheet = typeof sheet extends fc.Arbitrary<infer Made> ? Made : never;

const levelsOf = ({ name, value, flag }: Sheet, picked: readonly number[], descending: boolean) => {
  const choices: GroupLevel[] = [
    by(name, { descending }),
    by(flag, { descending }),
    by(value, { by: { kind: "band", size: 1000 }, descending }),
    by(value, { descending }),
  ];
  return picked.map((choice) => choices[choice]!);
};
const picks = fc.uniqueArray(fc.nat(3), { minLength: 1, maxLength: 3 });

describe("any groups", () => {
  it("part the rows: each is in one innermost group, and groups lie within those around them", () => {
    fc.assert(
      fc.property(sheet, picks, fc.boolean(), (made, picked, descending) => {
        const groups = groupRows(made.shown, made.count, levelsOf(made, picked, descending), "en-US");
        expect([...groups.rows].sort((a, b) => a - b)).toEqual([...made.shown]);
        let covered = 0;
        for (let group = 0; group < groups.count; group++) {
          const parent = groups.parent[group]!;
          expect(groups.level[group]).toBe(parent < 0 ? 0 : groups.level[parent]! + 1);
          if (parent >= 0) {
            expect(groups.first[group]).toBeGreaterThanOrEqual(groups.first[parent]!);
            expect(groups.end[group]).toBeLessThanOrEqual(groups.end[parent]!);
          }
          expect(groups.end[group]).toBeGreaterThan(groups.first[group]!);
          if (!isInnermost(groups, group)) continue;
          expect(groups.first[group]).toBe(covered);
          covered = groups.end[group]!;
        }
        expect(covered).toBe(made.shown.length);
      }),
    );
  });

  it("have subtotals that are the sums of their rows, at every level and in any order", () => {
    fc.assert(
      fc.property(sheet, picks, fc.boolean(), (made, picked, descending) => {
        const plain = groupRows(made.shown, made.count, levelsOf(made, picked, false), "en-US");
        const before = subtotals(plain, made.value)!;
        const groups = orderGroups(plain, () => before.sum, descending);
        const totals = subtotals(groups, made.value)!;
        for (let group = 0; group < groups.count; group++) {
          const rows = [...groups.rows.subarray(groups.first[group], groups.end[group])];
          const cells = rows.map((row) => made.value.values[row]!).filter((cell) => !Number.isNaN(cell));
          expect(totals.filled[group]).toBe(cells.length);
          expect(totals.sum[group]).toBeCloseTo(
            cells.reduce((sum, cell) => sum + cell, 0),
            5,
          );
          const least = cells.length > 0 ? Math.min(...cells) : Number.NaN;
          expect(aggregateAt(totals, group, "least")).toBe(least);
          const yes = subtotals(groups, made.flag)!;
          expect(yes.sum[group]).toBe(rows.filter((row) => made.flag.flags[row] === 1).length);
        }
        expect(groups.rows.length).toBe(made.shown.length);
      }),
    );
  });

  it("stand in the order of their subtotals among their siblings", () => {
    fc.assert(
      fc.property(sheet, picks, fc.boolean(), (made, picked, descending) => {
        const plain = groupRows(made.shown, made.count, levelsOf(made, picked, false), "en-US");
        const groups = orderGroups(plain, () => groupSizes(plain), descending);
        const sizes = groupSizes(groups);
        for (let group = 0; group < groups.count; group++) {
          const sibling = groups.next[group]!;
          if (sibling >= groups.count || groups.parent[sibling] !== groups.parent[group]) continue;
          const [a, b] = descending ? [sibling, group] : [group, sibling];
          expect(sizes[a]).toBeLessThanOrEqual(sizes[b]!);
        }
      }),
    );
  });

  it("show what is open: headers under open headers, and the rows of open innermost groups", () => {
    fc.assert(
      fc.property(sheet, picks, fc.func(fc.boolean()), (made, picked, opened) => {
        const groups = groupRows(made.shown, made.count, levelsOf(made, picked, false), "en-US");
        const isOpen = (group: number) => opened(group);
        const isShown = (group: number): boolean => {
          const parent = groups.parent[group]!;
          return parent < 0 || (isOpen(parent) && isShown(parent));
        };
        const wanted: (string | number)[] = [];
        for (let group = 0; group < groups.count; group++) {
          if (!isShown(group)) continue;
          wanted.push(`group ${group}`);
          if (isInnermost(groups, group) && isOpen(group))
            wanted.push(...groups.rows.subarray(groups.first[group], groups.end[group]));
        }
        const entries = [...groupedEntries(groups, isOpen)].map((entry) =>
          isGroupEntry(entry) ? `group ${groupOf(entry)}` : entry,
        );
        expect(entries).toEqual(wanted);
      }),
    );
  });
});
