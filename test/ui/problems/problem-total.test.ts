import { expect, it } from "vitest";
import { distinctTotal, type ProblemList } from "../../../src/ui/problems/list-problems";

const list = (kind: ProblemList["kind"], rows: readonly (readonly number[])[]): ProblemList => ({
  kind,
  title: kind,
  what: "",
  count: rows.length,
  rows: (at) => rows[at]!,
  item: (at) => ({ accounts: rows[at]!, name: "", detail: "" }),
});

it("counts an account once, in however many lists it stands", () => {
  const lists = [
    list("gaps", [[0], [4]]),
    list("pieces", [
      [1, 2],
      [3, 4],
    ]),
    list("far", [[2], [0]]),
  ];
  expect(distinctTotal(lists, 5)).toEqual({ accounts: 5, units: 0 });
});

it("counts units apart from accounts", () => {
  expect(distinctTotal([list("unit-gaps", [[], [], []]), list("far", [[1]])], 2)).toEqual({
    accounts: 1,
    units: 3,
  });
  expect(distinctTotal([], 0)).toEqual({ accounts: 0, units: 0 });
});
