import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyPatch } from "../../../src/model/apply-patch";
import { deleteRows, insertRows, type RowPlace } from "../../../src/model/edits/row-edits";
import { setPlanningRecord } from "../../../src/model/edits/set-planning-record";
import { invertPatch, type Patch } from "../../../src/model/patch";
import type { Plan } from "../../../src/model/plan";
import { naturalOrder } from "../../../src/model/row-order";
import { isLive, rowById, shownColumns } from "../../../src/model/table";
import { planContent } from "../../helpers/plan-content";
import { lettersOf, smallPlan } from "../../helpers/small-plan";

/** Ids of the live accounts in natural order; those of `smallPlan` count from 100. */
function orderOf(plan: Plan): number[] {
  const { accounts } = plan.tables;
  const order = naturalOrder(accounts) ?? Uint32Array.from(accounts.ids.keys());
  return [...order].filter((row) => isLive(accounts, row)).map((row) => accounts.ids[row]!);
}

const insert = (plan: Plan, place: RowPlace, ...ids: number[]) =>
  applyPatch(plan, insertRows(plan, "accounts", place, ids));

describe("inserting rows", () => {
  const plan = smallPlan("ABa");

  it("puts them before a row, in their order", () =>
    expect(orderOf(insert(plan, { before: 1 }, 7, 8))).toEqual([100, 7, 8, 101, 102]));

  it("puts them before the first", () =>
    expect(orderOf(insert(plan, { before: 0 }, 7, 8))).toEqual([7, 8, 100, 101, 102]));

  it("puts them behind a row", () =>
    expect(orderOf(insert(plan, { after: 0 }, 7))).toEqual([100, 7, 101, 102]));

  it("needs no place for what goes to the end", () => {
    const grown = insert(insert(plan, { after: 2 }, 7), "end", 8);
    expect(orderOf(grown)).toEqual([100, 101, 102, 7, 8]);
    expect(grown.tables.accounts.columns).toHaveLength(plan.tables.accounts.columns.length);
  });

  it("puts rows between rows that were inserted", () => {
    const twice = insert(insert(plan, { before: 1 }, 7, 8), { after: 3 }, 9);
    expect(orderOf(twice)).toEqual([100, 7, 9, 8, 101, 102]);
    expect(orderOf(insert(twice, { before: 3 }, 6))).toEqual([100, 6, 7, 9, 8, 101, 102]);
  });

  it("leaves the new accounts unassigned and all others where they are", () =>
    expect(lettersOf(insert(plan, { before: 1 }, 7, 8))).toBe("ABa.."));

  it("shows nobody the column that remembers the places", () => {
    const grown = insert(plan, { before: 1 }, 7);
    expect(shownColumns(grown.tables.accounts)).toHaveLength(plan.tables.accounts.columns.length);
  });

  it("takes cells along", () => {
    const cells = [{ column: "name", values: ["Acme"] }];
    const grown = applyPatch(plan, insertRows(plan, "accounts", { before: 1 }, [7], cells));
    const [name] = grown.tables.accounts.columns;
    expect(name?.kind === "text" && name.dictionary.text(name.codes[3]!)).toBe("Acme");
  });

  it("finds the places again when undone steps are done again", () => {
    const first = insertRows(plan, "accounts", { before: 1 }, [7]);
    const one = applyPatch(plan, first);
    const second = insertRows(one, "accounts", { before: 1 }, [8]);
    const both = applyPatch(one, second);
    const undo = [invertPatch(second), invertPatch(first)];
    const undone = undo.reduce(applyPatch, both);
    expect(orderOf(undone)).toEqual([100, 101, 102]);
    const redone = undo.toReversed().map(invertPatch).reduce(applyPatch, undone);
    expect(orderOf(redone)).toEqual(orderOf(both));
  });

  it("is found by its id, and only where it is", () => {
    expect(rowById(plan.tables.accounts).get(101)).toBe(1);
    const grown = insert(plan, { before: 1 }, 7, 8);
    expect([7, 8, 102].map((id) => rowById(grown.tables.accounts).get(id))).toEqual([3, 4, 2]);
    expect([...rowById(plan.tables.accounts)]).toEqual([
      [100, 0],
      [101, 1],
      [102, 2],
    ]);
  });

  it("keeps a row that stands behind one that is gone where it was", () => {
    const grown = insert(insert(plan, { before: 1 }, 7), { after: 3 }, 8);
    expect(orderOf(applyPatch(grown, deleteRows(grown, "accounts", [3])))).toEqual([100, 8, 101, 102]);
  });
});

describe("natural order", () => {
  /** An insertion as a list would do it, and a deletion now and then. */
  const step = fc.record({
    at: fc.nat(100),
    count: fc.integer({ min: 1, max: 3 }),
    side: fc.constantFrom("before" as const, "after" as const, "end" as const),
    removes: fc.boolean(),
  });

  it("is that of a list edited in the same way, and every step inverts", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        let plan = smallPlan("AB.");
        let twin = [100, 101, 102];
        let next = 1;
        for (const { at, count, side, removes } of steps) {
          const { accounts } = plan.tables;
          const index = twin.length > 0 ? at % twin.length : 0;
          const row = accounts.ids.indexOf(twin[index] ?? -1);
          let patch: Patch;
          if (removes && twin.length > 0) {
            patch = deleteRows(plan, "accounts", [row]);
            twin = twin.toSpliced(index, 1);
          } else {
            const ids = Array.from({ length: count }, () => next++);
            const place: RowPlace =
              side === "end" || twin.length === 0
                ? "end"
                : side === "before"
                  ? { before: row }
                  : { after: row };
            patch = insertRows(plan, "accounts", place, ids);
            const to = place === "end" ? twin.length : index + (side === "after" ? 1 : 0);
            twin = twin.toSpliced(to, 0, ...ids);
          }
          const after = applyPatch(plan, patch);
          expect(orderOf(applyPatch(after, invertPatch(patch)))).toEqual(orderOf(plan));
          plan = after;
          expect(orderOf(plan)).toEqual(twin);
        }
      }),
    );
  });

  it("holds every row once, whatever a file says of their places", () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.integer({ min: 98, max: 112 }), { nil: Number.NaN }), {
          minLength: 10,
          maxLength: 10,
        }),
        (positions) => {
          const plan = insert(smallPlan("AAAAAAAAA"), { before: 0 }, 109);
          const { accounts } = plan.tables;
          const columns = accounts.columns.map((column) =>
            column.role === "position" && column.kind === "number"
              ? { ...column, values: Float64Array.from(positions) }
              : column,
          );
          const order = naturalOrder({ ...accounts, ids: accounts.ids.slice(), columns });
          expect([...(order ?? accounts.ids.keys())].sort((a, b) => a - b)).toEqual([...accounts.ids.keys()]);
        },
      ),
    );
  });
});

describe("deleting rows", () => {
  const bare = smallPlan("ABa");
  const comment = (id: string, table: "accounts" | "reps", row: number) =>
    ({ id, table, row, column: "name", notes: [], resolvedAt: null }) as const;
  const plan = [
    setPlanningRecord(bare, "comments", "c1", comment("c1", "accounts", 102), ""),
    setPlanningRecord(bare, "comments", "c2", comment("c2", "reps", 1), ""),
    setPlanningRecord(bare, "namedAccounts", "n", { id: "n", account: 101, rep: 2, territory: null }, ""),
  ].reduce(applyPatch, bare);

  it("takes names of accounts along, keeps comments to be read, and undo brings all back with assignment and locks", () => {
    const patch = deleteRows(plan, "accounts", [1, 2]);
    const after = applyPatch(plan, patch);
    expect(patch.label).toBe("Delete 2 accounts");
    expect(after.planning.comments.map(({ id }) => id)).toEqual(["c2", "c1"]);
    expect(after.planning.namedAccounts).toEqual([]);
    expect(planContent(applyPatch(after, invertPatch(patch)))).toEqual(planContent(plan));
  });

  it("takes a rep off every territory", () => {
    const patch = deleteRows(plan, "reps", [1]);
    const after = applyPatch(plan, patch);
    expect(after.scenarios[0]!.alignments.main!.territories[2]?.coverage).toEqual([]);
    expect(after.planning.namedAccounts).toEqual([]);
    expect(planContent(applyPatch(after, invertPatch(patch)))).toEqual(planContent(plan));
  });

  it("changes nothing where all are deleted already", () => {
    const after = applyPatch(plan, deleteRows(plan, "accounts", [1]));
    expect(deleteRows(after, "accounts", [1]).changes).toEqual([]);
  });
});
