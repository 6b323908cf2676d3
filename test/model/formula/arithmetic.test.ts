import fc from "fast-check";
import { expect, it } from "vitest";
import { planWithColumns, type SeenCell, valuesOf } from "../../helpers/formula-plan";

/** A formula as text, and what it comes to in one row, worked out in the plainest way; undefined = a blank, null = division by zero. */
interface Worked {
  readonly text: string;
  readonly at: (row: number) => number | null | undefined;
}

const A_CELLS = [0, 1, -2, 2.5, null];
const B_CELLS = [3, 0, null, -1, 4];
const PLAN = planWithColumns("AAAAA", { A: ["number", A_CELLS], B: ["number", B_CELLS] });

const leaf: fc.Arbitrary<Worked> = fc.oneof(
  fc.integer({ min: 0, max: 9 }).map((value) => ({ text: String(value), at: () => value })),
  fc.constant({ text: "[A]", at: (row: number) => A_CELLS[row] ?? undefined }),
  fc.constant({ text: "[B]", at: (row: number) => B_CELLS[row] ?? undefined }),
);

/** A blank counts as 0. */
function amount(value: number | null | undefined): number | null {
  return value === undefined ? 0 : value;
}

function joined(sign: "+" | "-" | "*" | "/", left: Worked, right: Worked): Worked {
  return {
    text: `(${left.text} ${sign} ${right.text})`,
    at: (row) => {
      const [a, b] = [amount(left.at(row)), amount(right.at(row))];
      if (a === null || b === null) return null;
      if (sign === "/") return b === 0 ? null : a / b;
      return sign === "+" ? a + b : sign === "-" ? a - b : a * b;
    },
  };
}

const { tree } = fc.letrec<{ tree: Worked }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5 },
    leaf,
    fc.tuple(fc.constantFrom("+", "-", "*", "/"), tie("tree"), tie("tree")).map((parts) => joined(...parts)),
    fc.tuple(tie("tree"), tie("tree"), tie("tree")).map(([a, b, c]) => ({
      text: `IF(${a.text} > ${b.text}, ${c.text}, -${b.text})`,
      at: (row: number) => {
        const [left, right] = [amount(a.at(row)), amount(b.at(row))];
        if (left === null || right === null) return null;
        return left > right ? c.at(row) : -right;
      },
    })),
  ),
}));

it("comes to what it comes to row by row", () => {
  fc.assert(
    fc.property(tree, ({ text, at }) => {
      const wanted = A_CELLS.map((_, row): SeenCell => {
        const value = at(row);
        if (value === undefined) return null;
        return value === null ? { error: "Division by zero" } : value + 0;
      });
      const got = valuesOf(PLAN, `=${text}`).map((cell) => (typeof cell === "number" ? cell + 0 : cell));
      expect(got).toEqual(wanted);
    }),
    { numRuns: 400 },
  );
});
